/** Is it alive, does it collect, and does the database fit? For anyone, and for whatever watches it from outside. */
import { build } from "#page";
import { instantOrNull } from "../model/day.ts";
import { SCHEMA } from "../model/schema.ts";
import { healthOf } from "../present/collection.ts";
import { findSchema } from "../store/arrival.ts";
import { listLiveStandings } from "../store/collections.ts";
import { findRestoring } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { beingRestored, NO_STORE, otherSchema, problemOf } from "./answer.ts";
import type { Ctx } from "./env.ts";

export const health = {
  "GET /healthz": async (c) => {
    const { ok, ...found } = await foundOf(c);
    return c.json({ ok, version: build, ...found }, ok ? 200 : 503, NO_STORE);
  },
} satisfies Handlers;

async function foundOf(c: Ctx) {
  try {
    const [schema, standings, restoring] = await Promise.all([
      findSchema(c.env.DB),
      listLiveStandings(c.env.DB),
      findRestoring(c.env.DB),
    ]);
    const { ok, last_collected_at } = healthOf(standings, c.get("now"));
    return {
      ok: ok && schema === SCHEMA && restoring === null,
      schema,
      last_collected_at: instantOrNull(last_collected_at),
      reason:
        schema !== SCHEMA
          ? otherSchema(schema).message
          : restoring !== null
            ? beingRestored().message
            : ok
              ? null
              : "the collector stands still",
    };
  } catch (error) {
    return {
      ok: false,
      schema: null,
      last_collected_at: null,
      reason: problemOf(error, false).message,
    };
  }
}
