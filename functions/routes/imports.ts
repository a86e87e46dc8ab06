/** What comes in by file, and undoing it whole, as what was typed by hand is undone. */
import { importFile } from "../jobs/writing/import.ts";
import { previewFile } from "../jobs/writing/preview-file.ts";
import { undoImport } from "../jobs/writing/undo.ts";
import { planOf } from "../model/room.ts";
import { toImportJson } from "../present/json.ts";
import { toSeenFile } from "../present/seen-file.ts";
import { findRoom } from "../store/library.ts";
import { limit } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { bytesOf } from "./body.ts";
import { importLines } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { importOptions } from "./import-options.ts";
import { idOf } from "./reading.ts";
import { tellSoon } from "./tell-soon.ts";

const MEGABYTES = 5;

export const imports = {
  "POST /api/import": async (c) => {
    await limitWrites(c);
    const { dry_run, ...options } = importOptions(c);
    const bytes = await bytesOf(c, MEGABYTES);
    if (!dry_run) {
      const stored = await importFile(c.env.DB, bytes, options);
      tellSoon(c);
      return c.json(stored);
    }
    const [seen, { written }] = await Promise.all([
      previewFile(c.env.DB, bytes, options),
      findRoom(c.env.DB),
    ]);
    return c.json(toSeenFile(seen, written, planOf(c.env.PLAN).written));
  },

  "GET /api/imports": async (c) => {
    const lines = await importLines(c);
    return c.json({ imports: lines.map(toImportJson) });
  },

  "DELETE /api/imports/:id": async (c) => {
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    return c.json(await undoImport(c.env.DB, idOf(c), context));
  },
} satisfies Handlers;

export const limitWrites = (c: Ctx): Promise<void> =>
  limit(
    c.env.WRITE_LIMIT,
    `import ${c.get("caller")?.link?.id ?? "admin"}`,
    "at most 120 a minute",
  );
