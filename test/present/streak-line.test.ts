import { describe, expect, test } from "vitest";
import { dayOf } from "../../functions/model/day.ts";
import type { KnownStreak, Told } from "../../functions/model/streak.ts";
import { streakRow, toShade, toStreakLine } from "../../functions/present/streak-line.ts";
import { toStreakView } from "../../functions/present/streak-view.ts";
import { post } from "../analyse/months.ts";

const jakarta = (at: number) => dayOf(at, "Asia/Jakarta");
const at = (iso: string) => Date.parse(iso) / 1000;
const OF = { platform: "instagram", handle: "perpus" } as const;

const TOLD: Told = {
  at: at("2026-11-05T02:00:00Z"),
  opened: 3,
  posts: [
    [1, 0.5, 2],
    [2, 0.5, 3],
    [3, 0.4, 4.2],
  ],
  severity: 0.45,
  peak: 4.2,
  false_alarm_every: 420,
};
const OPEN: KnownStreak = {
  id: 4,
  account_id: 1,
  kind: "weak",
  state: "open",
  reason: null,
  // the evening of the 1st in UTC is the 2nd in Jakarta
  started_at: at("2026-11-01T20:00:00Z"),
  ended_at: null,
  closed_at: null,
  first_post: 17,
  last_post: 19,
  posts: 5,
  severity: 0.5,
  peak: 4.2,
  false_alarm_every: 400,
  announced: true,
  posts_per_week: 3,
  format: "image",
  reach_ratio: 0.6,
  reaction_ratio: 0.9,
  evidence: { posts: [], before: [], since: 0, usual: { low: 0.5, high: 1.5, formats: [] } },
  told: TOLD,
  revised: false,
};
const OVER: KnownStreak = {
  ...OPEN,
  state: "recovered",
  reason: "Ramadan",
  ended_at: at("2026-11-09T20:00:00Z"),
};
describe("a streak's line", () => {
  test("is in the days of the library's zone", () =>
    expect(toStreakLine(OPEN, OF, jakarta)).toEqual({
      id: 4,
      platform: "instagram",
      account: "perpus",
      kind: "weak",
      state: "open",
      reason: null,
      started_on: "2026-11-02",
      ended_on: null,
      posts: 5,
      severity: 0.5,
      false_alarm_every: 400,
      posts_per_week: 3,
      format: "image",
      reach_ratio: 0.6,
      reaction_ratio: 0.9,
      differences: [],
    }));

  test("says what was different, where that is kept", () => {
    const differences = [{ what: "hour" as const, now: 9, before: 15 }];
    const evidence = { ...OPEN.evidence, differences };
    expect(toStreakLine({ ...OPEN, evidence }, OF, jakarta).differences).toEqual(differences);
  });

  test("has an end when it is over", () =>
    expect(toStreakLine(OVER, OF, jakarta)).toMatchObject({
      state: "recovered",
      reason: "Ramadan",
      ended_on: "2026-11-10",
    }));
});

describe("a streak's row of the export", () => {
  const told = TOLD;

  test("is in instants, and names its posts as the platform does", () =>
    expect(streakRow({ ...OVER, revised: false, told }, OF, { first: "17", last: null })).toEqual({
      platform: "instagram",
      account: "perpus",
      kind: "weak",
      state: "recovered",
      started_at: "2026-11-01T20:00:00Z",
      ended_at: "2026-11-09T20:00:00Z",
      posts: 5,
      severity: 0.5,
      false_alarm_every: 400,
      first_post: "17",
      last_post: null,
      reason: "Ramadan",
      note: null,
    }));

  test("has no end while it is open", () =>
    expect(
      streakRow({ ...OPEN, revised: false, told }, OF, { first: "17", last: "19" }),
    ).toMatchObject({ ended_at: null, last_post: "19", reason: null }));

  test("notes what was told when it is not that any more", () =>
    expect(streakRow({ ...OPEN, revised: true, told }, OF, { first: null, last: null }).note).toBe(
      "revised; told on 2026-11-05T02:00:00Z: 3 posts, severity 0.45, once in 420",
    ));
});

describe("a streak's own page", () => {
  const line = toStreakLine(OPEN, OF, jakarta);
  type Chrome = Parameters<typeof toStreakView>[2];
  const chrome = { library: "Perpustakaan" } as Chrome;
  const explained = {
    line,
    evidence: {
      posts: [
        [30, 1.5],
        [31, 4.1],
      ] as [number, number][],
      before: [10, 11],
      since: 5,
      usual: { low: 0.7, high: 1.4, formats: [{ format: "image" as const, times: 1, posts: 20 }] },
    },
    told: TOLD,
    revised: false,
    reason: "Ramadan",
    threshold: 4,
    to_try: null,
    differences: [],
  };

  test("has the streak, what is usual, and what stands beside it", () =>
    expect(toStreakView(explained, [], chrome)).toEqual({
      screen: "streak",
      chrome,
      streak: line,
      threshold: 4,
      to_try: null,
      posts: [],
      low: 0.7,
      high: 1.4,
      formats: [{ format: "image", times: 1, posts: 20 }],
      differences: [],
      told: null,
      revised: false,
      reason: "Ramadan",
    }));

  test("says what was told where it was revised", () =>
    expect(toStreakView({ ...explained, revised: true }, [], chrome)).toMatchObject({
      revised: true,
      told: { at: TOLD.at, posts: 3, severity: 0.45, false_alarm_every: 420 },
    }));

  test("lists its posts and those of the norm before it, oldest first; others and those gone are left out", () => {
    const of = (id: number, published_at: number) => ({
      ...post({ id, published_at, format: "video", topic: "events", interactions: id, score: 0.5 }),
      caption: `Kuis ${id}`,
    });
    // 31 and 30 are of one second; 99 is another post; 11 is gone
    const posts = [of(31, 300), of(30, 300), of(99, 200), of(10, 100)];
    const found = toStreakView(explained, posts, chrome).posts;
    expect(found.map(({ id, sum, in_streak }) => [id, sum, in_streak])).toEqual([
      [10, null, false],
      [30, 1.5, true],
      [31, 4.1, true],
    ]);
    expect(found[0]).toEqual({
      id: 10,
      published_at: 100,
      format: "video",
      topic: "events",
      caption: "Kuis 10",
      interactions: 10,
      times: 0.5,
      sum: null,
      in_streak: false,
    });
  });
});

test("a streak is shaded over its days, an open one without an end", () => {
  const shade = (streak: KnownStreak) => toShade(toStreakLine(streak, OF, jakarta));
  const name = {
    id: 4,
    kind: OPEN.kind,
    platform: "instagram",
    account: "perpus",
    from: "2026-11-02",
  };
  expect(shade(OPEN)).toEqual({ ...name, to: null });
  expect(shade(OVER)).toEqual({ ...name, to: "2026-11-10" });
  expect(shade({ ...OVER, kind: "strong" }).kind).toBe("strong");
});
