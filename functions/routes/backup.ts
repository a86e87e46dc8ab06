/** Everything of a library out as one file, and back into a new installation. */
import { deriveRestored, giveUp, restoreStanding, takePiece } from "../jobs/writing/restore.ts";
import { base64url } from "../model/base64url.ts";
import { isoInstant } from "../model/day.ts";
import { planOf } from "../model/room.ts";
import { SCHEMA } from "../model/schema.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import { cursorOf, readSlice } from "./backup-reading.ts";
import { leavingKeys, travelKeys, unpacking } from "./backup-secrets.ts";
import { bytesOf, textOf } from "./body.ts";
import type { Ctx } from "./env.ts";

/** A piece holds a thousand rows at most; long captions make it large. */
const MEGABYTES = 5;

export const backup = {
  "GET /api/backup": async (c) => {
    const keys = await leavingKeys(c);
    const cursor = cursorOf(c.req.query("after"));
    const time_zone = c.get("time_zone");
    const { runs, next, sections, version, ...slice } = await readSlice(c.env.DB, cursor, {
      keys,
      time_zone,
    });
    const rows = runs.reduce((sum, { lines }) => sum + lines.length, 0);
    const after = next && base64url(new TextEncoder().encode(JSON.stringify(next)));
    const whole = sections && {
      sections,
      head: {
        schema: SCHEMA,
        version,
        made_at: isoInstant(c.get("now")),
        library: c.get("library").name,
      },
    };
    const body = [
      JSON.stringify({ slice: { ...slice, rows, next: after, ...whole } }),
      ...runs
        .filter(({ lines }) => lines.length > 0)
        .flatMap(({ table: { name, columns }, lines }) => [
          JSON.stringify({ table: name, columns }),
          ...lines,
        ]),
    ];
    return c.body(`${body.join("\n")}\n`, 200, {
      ...NO_STORE,
      "content-type": "application/x-ndjson",
      ...(after ? { link: `</api/backup?after=${after}>; rel="next"` } : {}),
    });
  },

  "GET /api/restore": async (c) => c.json(await restoreStanding(c.env.DB), 200, NO_STORE),

  "POST /api/restore": async (c) => {
    const keys = await travelKeys(c);
    const text = textOf(await bytesOf(c, MEGABYTES));
    const answer =
      text === ""
        ? await deriveRestored(c.env.DB, contextOf(c))
        : await takePiece(c.env.DB, text, contextOf(c), unpacking(keys));
    return c.json(answer, 200, NO_STORE);
  },

  "DELETE /api/restore": async (c) => c.json(await giveUp(c.env.DB, contextOf(c)), 200, NO_STORE),
} satisfies Handlers;

const contextOf = (c: Ctx) => ({
  now: c.get("now"),
  time_zone: c.get("time_zone"),
  plan: planOf(c.env.PLAN),
  origin: new URL(c.req.url).origin,
});
