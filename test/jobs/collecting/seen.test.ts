/** Which of an account's posts are read again at a visit: once in every hour, whichever quarter of it is the account's. */
import { expect, test } from "vitest";
import { seenOf } from "../../../functions/jobs/collecting/seen.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";

const DAY = 86_400;

/** An instant of a day in November, by its clock. */
const clock = (time: string): Instant => Date.parse(`2026-11-23T${time}Z`) / 1000;

const isDue = (read_at: Instant | null, now: Instant, age = DAY): boolean | undefined => {
  const row = { platform: "facebook", handle: "branch", external_id: null, name: null } as const;
  const post = { account_id: 1, external_id: "1", format: null, url: null, comments: null };
  const { posts } = seenOf(
    { ...ROW, ...row },
    [{ ...post, published_at: now - age, read_at }],
    now,
  );
  return posts[0]?.due;
};

const ROW = {
  account_id: 1,
  sealed: "",
  generation: 1,
  connected_at: 0,
  expires_at: null,
  state: "ok" as const,
  next_due_at: 0,
  last_success_at: null,
  cursor: null,
  refusals: [],
  memory: {},
  problem: null,
};

test("what was never read is due", () => expect(isDue(null, clock("12:00:00"))).toBe(true));

test.each([
  ["an hour later", "11:15:00", "12:15:00", true],
  ["a tick earlier than an hour later", "11:15:00", "12:00:00", true],
  ["and a few seconds before that", "11:15:00", "11:59:50", false],
  ["the tick comes late, the next one in time", "11:00:20", "11:59:50", true],
  ["more than half a tick too early in the same hour", "11:00:00", "11:52:00", false],
  ["half a tick too early in the same hour", "11:00:00", "11:52:30", true],
  ["two ticks earlier, in the next hour", "11:30:00", "12:00:00", false],
  ["a tick and a half earlier, in the next hour", "11:30:00", "12:07:30", true],
  ["a quarter later, in the next hour", "11:45:00", "12:00:00", false],
  ["three quarters later, in the same hour", "11:00:00", "11:45:00", false],
])("a young post: %s", (_, read, now, due) => expect(isDue(clock(read), clock(now))).toBe(due));

test("an older one is by its own interval", () => {
  const four = 4 * DAY;
  expect(isDue(clock("06:15:00"), clock("12:15:00"), four)).toBe(true);
  expect(isDue(clock("06:15:00"), clock("12:00:00"), four)).toBe(true);
  expect(isDue(clock("06:15:00"), clock("11:45:00"), four)).toBe(false);
});
