/** Snapshots pushed by a cron: one, an array, or NDJSON. */
import { Hono } from "hono";
import { ingest } from "../jobs/ingest.ts";
import { Problem } from "../model/problem.ts";
import { snapshotsFromJson, snapshotsFromNdjson } from "../normalise/push.ts";
import { limit, only } from "./access.ts";
import { bytesOf, textOf } from "./body.ts";
import type { Env } from "./env.ts";

const MEGABYTES = 5;

export const snapshots = new Hono<Env>();

snapshots.post("/api/snapshots", only("push", "admin"), async (c) => {
  const caller = c.get("caller");
  await limit(c.env.WRITE_LIMIT, `push ${caller?.link?.id ?? "admin"}`, "at most 120 a minute");
  const type = (c.req.header("content-type") ?? "application/json").split(";")[0]?.trim();
  const text = textOf(await bytesOf(c, MEGABYTES));
  const context = { now: c.get("now"), time_zone: c.get("time_zone") };
  const read = (() => {
    switch (type?.toLowerCase()) {
      case "application/json":
        return snapshotsFromJson(text, context);
      case "application/x-ndjson":
      case "application/ndjson":
        return snapshotsFromNdjson(text, context);
      default:
        throw new Problem("unsupported", "send application/json or application/x-ndjson");
    }
  })();
  const { import: _import, ...counts } = await ingest(c.env.DB, read, { ...context, import: null });
  return c.json(counts);
});
