/** What comes in by file or by hand, and undoing it whole. */
import { importFile } from "../jobs/writing/import.ts";
import { storeTyped } from "../jobs/writing/typed.ts";
import { undoImport } from "../jobs/writing/undo.ts";
import { isTimeZone } from "../model/day.ts";
import { isPlatform } from "../model/platform.ts";
import { type Fault, fault, inWords, Problem } from "../model/problem.ts";
import type { Instant } from "../model/snapshot.ts";
import { CLOCK_LEEWAY_SECONDS, readInstant } from "../normalise/instant.ts";
import { toImportJson } from "../present/json.ts";
import { limit } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { bytesOf, jsonOf } from "./body.ts";
import { importLines } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { idOf } from "./reading.ts";

const MEGABYTES = 5;

export const imports = {
  "POST /api/import": async (c) => {
    await limitWrites(c);
    const options = importOptions(c);
    const bytes = await bytesOf(c, MEGABYTES);
    return c.json(
      await importFile(c.env.DB, bytes, {
        now: c.get("now"),
        library_zone: c.get("time_zone"),
        ...options,
      }),
    );
  },

  "POST /api/typed": async (c) => {
    await limitWrites(c);
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    return c.json(await storeTyped(c.env.DB, await jsonOf(c), context), 201);
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

const limitWrites = (c: Ctx): Promise<void> =>
  limit(
    c.env.WRITE_LIMIT,
    `import ${c.get("caller")?.link?.id ?? "admin"}`,
    "at most 120 a minute",
  );

/** What the address says of the file. An empty parameter is one that was left out. */
function importOptions(c: Ctx) {
  const { platform, account, time_zone, read_at, name } = c.req.query();
  const faults: Fault[] = [];
  if (platform && !isPlatform(platform)) faults.push(fault("platform", "unknown_platform"));
  if (time_zone && !isTimeZone(time_zone)) faults.push(fault("time_zone", "unknown_time_zone"));
  const at = read_at ? readInstant(read_at) : null;
  if (typeof at === "string") faults.push(fault("read_at", at));
  if (typeof at === "number" && at > c.get("now") + CLOCK_LEEWAY_SECONDS) {
    faults.push(fault("read_at", "in_the_future"));
  }
  const import_id = wholeNumber(c.req.query("import"));
  if (import_id === undefined) faults.push(fault("import", "not_a_count"));
  const first_row = wholeNumber(c.req.query("first_row"));
  if (first_row === undefined) faults.push(fault("first_row", "not_a_count"));
  if (faults.length > 0) {
    throw new Problem("invalid", inWords(faults), faults);
  }
  return {
    platform: platform && isPlatform(platform) ? platform : null,
    account: account?.trim() || null,
    time_zone: time_zone || c.get("time_zone"),
    read_at: at as Instant | null,
    name: name?.slice(0, 200) || null,
    import_id: import_id ?? null,
    first_row: first_row ?? 2,
  };
}

/** `null`: left out; `undefined`: not a whole number. */
const wholeNumber = (text: string | undefined): number | null | undefined =>
  !text ? null : /^\d{1,12}$/.test(text) ? Number(text) : undefined;
