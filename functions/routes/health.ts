/** Is it alive, and does it collect? For anyone, and for whatever watches it from outside. */
import { Hono } from "hono";
import { build } from "#page";
import { healthOf } from "../present/collection.ts";
import { listStandings } from "../store/collections.ts";
import { instantOrNull, NO_STORE } from "./answer.ts";
import type { Env } from "./env.ts";

/** The schema that this code was written for: the newest migration. */
const SCHEMA = 3;

export const health = new Hono<Env>();

health.get("/healthz", async (c) => {
  const { ok, last_collected_at } = healthOf(await listStandings(c.env.DB), c.get("now"));
  return c.json(
    { ok, version: build, schema: SCHEMA, last_collected_at: instantOrNull(last_collected_at) },
    ok ? 200 : 503,
    NO_STORE,
  );
});
