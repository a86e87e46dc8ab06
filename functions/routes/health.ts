/** Is it alive? For anyone, and for whatever watches it from outside. */
import { Hono } from "hono";
import { build } from "#page";
import { instantOrNull } from "./answer.ts";
import type { Env } from "./env.ts";

/** The schema that this code was written for: the newest migration. */
const SCHEMA = 1;

export const health = new Hono<Env>();

health.get("/healthz", (c) => {
  const { last_read_at } = c.get("library");
  return c.json(
    { ok: true, version: build, schema: SCHEMA, last_collected_at: instantOrNull(last_read_at) },
    200,
    { "cache-control": "no-store" },
  );
});
