import { describe, expect, test } from "vitest";
import { dayOf } from "../../functions/model/day.ts";
import type { KnownNorm, KnownStreak } from "../../functions/model/streak.ts";
import { toNormsAndStreaks } from "../../functions/present/norms-and-streaks.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const DAY = 86_400;
const ACCOUNTS = [
  { id: 1, platform: "instagram", handle: "perpus" },
  { id: 2, platform: "x", handle: "perpus" },
] as const;

const streak = (over: Partial<KnownStreak>): KnownStreak => ({
  id: 1,
  account_id: 1,
  kind: "weak",
  state: "recovered",
  first_post: 2,
  last_post: 3,
  started_at: NOW - 20 * DAY,
  ended_at: NOW - 10 * DAY,
  closed_at: null,
  posts: 5,
  severity: 0.5,
  peak: 4.2,
  false_alarm_every: 400,
  announced: true,
  format: null,
  posts_per_week: 3,
  reach_ratio: null,
  reaction_ratio: null,
  evidence: { posts: [], before: [], since: 0, usual: { low: 1, high: 1, formats: [] } },
  told: { at: 0, opened: 1, posts: [], severity: 0.5, peak: 4.2, false_alarm_every: 400 },
  revised: false,
  reason: null,
  ...over,
});
const dotted = (id: number) => ({
  id,
  published_at: id,
  left_out: false,
  verdict: { state: "judged", score: 1 } as const,
});
const NORM: KnownNorm = {
  account_id: 1,
  state: { state: "weak" },
  usual: { low: 0.7, high: 1.3, formats: [] },
  posts: [1, 2, 3].map(dotted),
};

const made = (streaks: readonly KnownStreak[], norms: readonly KnownNorm[] = [NORM]) =>
  toNormsAndStreaks(ACCOUNTS, norms, streaks, {
    from: NOW - 28 * DAY,
    to: NOW,
    now: NOW,
    needed: 15,
    dayOf: (at) => dayOf(at, "Asia/Jakarta"),
  });
const ids = (lines: readonly { id: number }[]) => lines.map(({ id }) => id);

test("each account stands somewhere, one that was never judged at the beginning", () => {
  expect(made([]).norms).toEqual([
    { platform: "instagram", handle: "perpus", state: "weak" },
    { platform: "x", handle: "perpus", state: "learning", judged: 0, needed: 15 },
  ]);
});

describe("the streaks of the period", () => {
  test.each<[string, Partial<KnownStreak>, boolean]>([
    ["one inside", {}, true],
    ["one that begins with its last second", { started_at: NOW, ended_at: null }, true],
    ["one that begins after", { started_at: NOW + 1, ended_at: null }, false],
    ["one that ends with its first second", { ended_at: NOW - 28 * DAY }, true],
    ["one that ended before", { ended_at: NOW - 28 * DAY - 1 }, false],
    ["one that was taken back after it was told", { state: "withdrawn" }, true],
    ["one that was never told", { announced: false }, false],
    ["one of an account that is not seen", { account_id: 3 }, false],
  ])("%s", (_what, over, listed) => {
    expect(ids(made([streak({ ...over, id: 8 })]).streaks)).toEqual(listed ? [8] : []);
  });
});

test("the headline hears of those that stand, whenever they were, and when they closed", () => {
  const { announced, closed_at } = made([
    streak({ id: 1, started_at: NOW - 90 * DAY, ended_at: NOW - 80 * DAY, closed_at: NOW - DAY }),
    streak({ id: 2, kind: "strong", closed_at: NOW }),
    streak({ id: 3, state: "withdrawn", closed_at: NOW }),
    streak({ id: 4, announced: false, closed_at: NOW }),
    streak({ id: 5, state: "open", ended_at: null }),
  ]);
  expect(ids(announced)).toEqual([1, 2, 5]);
  expect([...closed_at]).toEqual([
    [1, NOW - DAY],
    [2, NOW],
  ]);
});

describe("the dots", () => {
  const OPEN = streak({ id: 9, state: "open", ended_at: null });
  const [seen] = ACCOUNTS;

  test("are of the named account's norm, with its open weak streak", () =>
    expect(made([OPEN]).dotsOf(seen)).toMatchObject({
      platform: "instagram",
      streak_id: 9,
      streak_from: 1,
      low: 0.7,
      high: 1.3,
    }));

  test.each<[string, Partial<KnownStreak>]>([
    ["another account's", { account_id: 2 }],
    ["a strong one", { kind: "strong" }],
    ["one that is over", { state: "recovered" }],
  ])("begin no streak by %s", (_what, over) =>
    expect(made([{ ...OPEN, ...over }]).dotsOf(seen)?.streak_id).toBeNull(),
  );

  test("are not there for nobody, an account without a norm or one of another name", () => {
    const { dotsOf } = made([OPEN]);
    expect(dotsOf(null)).toBeNull();
    expect(dotsOf(ACCOUNTS[1])).toBeNull();
    expect(dotsOf({ platform: "instagram", handle: "lain" })).toBeNull();
    expect(dotsOf({ platform: "facebook", handle: "perpus" })).toBeNull();
  });
});
