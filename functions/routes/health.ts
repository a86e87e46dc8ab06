/** Is it alive, and does it collect? For anyone, and for whatever watches it from outside. */
import { build } from "#page";
import { instantOrNull } from "../model/day.ts";
import { healthOf } from "../present/collection.ts";
import { listLiveStandings } from "../store/collections.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";

/** The schema that this code was written for: the newest migration. */
const SCHEMA = 8;

export const health = {
  "GET /healthz": async (c) => {
    const { ok, last_collected_at } = healthOf(await listLiveStandings(c.env.DB), c.get("now"));
    return c.json(
      { ok, version: build, schema: SCHEMA, last_collected_at: instantOrNull(last_collected_at) },
      ok ? 200 : 503,
      NO_STORE,
    );
  },
} satisfies Handlers;
