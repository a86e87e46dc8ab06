/** Bodies made to cost much: seconds each, so they stand apart from what is tried again and again. */
import { expect, test } from "vitest";
import { snapshotsFromJson } from "../../functions/normalise/push.ts";
import { refusal } from "./refusal.ts";

const CONTEXT = { now: Date.parse("2026-11-23T05:00:00Z") / 1000, time_zone: "Asia/Jakarta" };
const POST = { external_id: "1", published_at: "2026-11-19T09:30:00Z" };
const SNAPSHOT = { platform: "instagram", account: "perpus", read_at: "2026-11-23T05:00:00Z" };

const read = (value: unknown) => snapshotsFromJson(JSON.stringify(value), CONTEXT);

test("hundreds of thousands of faults: fifty are listed", () => {
  const keys = Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1]);
  const problem = refusal(() =>
    snapshotsFromJson(JSON.stringify(Object.fromEntries(keys)), CONTEXT),
  );
  expect(problem.code).toBe("invalid");
  expect(problem.problems).toHaveLength(50);
});

test("the others are counted all the same, among them those of posts that come later", () => {
  const keys = Array.from({ length: 400_000 }, (_, index) => [`k${index}`, 1]);
  const bad = { ...SNAPSHOT, posts: [{ ...POST, likes: -1 }] };
  const run = () => read([{ ...SNAPSHOT, ...Object.fromEntries(keys) }, bad]);
  expect(refusal(run).problems).toHaveLength(50);
  expect(run).toThrow(/^\[0\]\.k0 is not a known field, and 400000 more; nothing was stored$/);
});
