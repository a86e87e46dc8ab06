import { describe, expect, test } from "vitest";
import type { Part } from "../../functions/analyse/account-period.ts";
import { cut } from "../../functions/analyse/buckets.ts";
import { overBy, piecesOf, trend, trendLine, trendRows } from "../../functions/analyse/trend.ts";
import type { Grain, Period } from "../../functions/model/day.ts";
import type { HeadlineMetric, RateBase } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { day, post } from "./months.ts";

const WEEKS = { from: "2026-11-02", to: "2026-11-15" };

test("a row a bucket: its figures, its posts and what those are known to have gained", () => {
  const rows = {
    days: [day("2026-11-03", { followers: 1200, reach: 40 }), day("2026-11-04", { reach: 60 })],
    posts: [
      post({ published_on: "2026-11-02", interactions: 20 }),
      post({ published_on: "2026-11-08", interactions: 10 }),
      post({ published_on: "2026-11-09", interactions: null }),
    ],
  };
  expect(trendRows(rows, cut(WEEKS, "week"), "followers", WEEKS)).toEqual([
    {
      date: "2026-11-02",
      whole: true,
      engagement_rate: 0.015,
      reach: 50,
      views: null,
      followers: 1200,
      posts: 2,
      interactions: 30,
    },
    {
      date: "2026-11-09",
      whole: true,
      engagement_rate: null,
      reach: null,
      views: null,
      followers: null,
      posts: 1,
      interactions: null,
    },
  ]);
});

test("neither a story nor a post that is gone is counted, nor what it gained", () => {
  const posts = [
    post({ published_on: "2026-11-02", interactions: 20 }),
    post({ published_on: "2026-11-03", interactions: 5, format: "story" }),
    post({ published_on: "2026-11-04", interactions: 7, removed: true }),
    // somebody's own advertisement is one of the posts
    post({ published_on: "2026-11-05", interactions: 9, paid: true }),
  ];
  const week = { from: "2026-11-02", to: "2026-11-08" };
  const [row] = trendRows({ days: [], posts }, cut(week, "week"), "followers", week);
  expect(row).toMatchObject({ posts: 2, interactions: 29 });
});

// weeks from Monday to Sunday; what is asked for, and the days of it that are over
test.each([
  ["all of it over", "2026-11-02", "2026-11-15", [true, true]],
  ["the last not over", "2026-11-02", "2026-11-14", [true, false]],
  ["the first begun in the middle", "2026-11-03", "2026-11-15", [false, true]],
  ["nothing over", "2026-11-02", "2026-11-01", [false, false]],
])("a week is whole or not: %s", (_when, from, to, whole) => {
  const rows = trendRows({ days: [], posts: [] }, cut(WEEKS, "week"), "followers", { from, to });
  expect(rows.map((row) => row.whole)).toEqual(whole);
});

test.each([
  ["a period that is over", "2026-11-10", "2026-11-20", "2026-11-10"],
  ["one up to today", "2026-11-20", "2026-11-20", "2026-11-19"],
  ["one into the future", "2026-12-31", "2026-11-20", "2026-11-19"],
])("of %s today is no part", (_, to, today, last) =>
  expect(overBy({ from: "2026-11-01", to }, today)).toEqual({ from: "2026-11-01", to: last }),
);

test.each([
  ["whole weeks have none", "2026-11-02", "2026-11-15", "2026-12-01", []],
  [
    "cut by the period at both ends",
    "2026-11-04",
    "2026-11-17",
    "2026-12-01",
    ["2026-11-02", "2026-11-16"],
  ],
  ["not over: its Sunday is today", "2026-11-02", "2026-11-15", "2026-11-15", ["2026-11-09"]],
  ["all of them", "2026-11-04", "2026-11-10", "2026-12-01", ["2026-11-02", "2026-11-09"]],
])("the buckets that are not whole: %s", (_, from, to, today, pieces) =>
  expect(piecesOf(cut({ from, to }, "week"), overBy({ from, to }, today))).toEqual(pieces),
);

const account = (platform: Platform) => ({
  id: 1,
  platform,
  handle: "perpus",
  last_read_at: null,
  followers_at: null,
  collected_at: null,
});
const NOTHING = { days: [], posts: [], followers_before: null };
const line = (platform: Platform, from: string, to: string) =>
  trendLine(
    { account: account(platform), now: NOTHING, before: NOTHING, posts: [], known_from: null },
    "views",
    { from, to },
    cut({ from, to }, "month"),
    "followers",
  );

test("a line is noted where the platform changed what the figure means, and nowhere else", () => {
  // Instagram's impressions became views on 2025-04-21
  const points = line("instagram", "2025-01-01", "2025-12-31");
  expect(points).toHaveLength(12);
  expect(points.filter(({ note }) => note !== undefined)).toEqual([
    { date: "2025-04-01", value: null, note: "meaning_changed" },
  ]);
  expect(line("tiktok", "2025-01-01", "2025-12-31").some((one) => "note" in one)).toBe(false);
});

describe("an account's panel", () => {
  const panelOf = (
    metric: HeadlineMetric,
    now: Partial<Part>,
    { platform = "instagram", grain = "week", base = "followers" }: Options = {},
    period: Period = WEEKS,
  ) => {
    const part = { ...NOTHING, ...now };
    const one = {
      account: account(platform),
      now: part,
      before: NOTHING,
      posts: part.posts,
      known_from: null,
    };
    return trend(one, metric, period, cut(period, grain), base);
  };
  type Options = { platform?: Platform; grain?: Grain; base?: RateBase };

  test("followers: each week's last count at its end, and what came net since before the period", () => {
    const days = [
      day("2026-11-02", { followers: 100 }),
      day("2026-11-08", { followers: 120 }),
      day("2026-11-12", { followers: 131 }),
    ];
    const panel = panelOf("followers", { days, followers_before: 100 });
    expect(panel).toMatchObject({
      formula: "last_followers",
      dots: [],
      line: [
        [6, 120],
        [13, 131],
      ],
      posts: null,
      gained: 31,
      never: false,
    });
    // nothing known before: nothing is said of a gain
    expect(panelOf("followers", { days }).gained).toBeNull();
    expect(panelOf("reach", { days, followers_before: 100 }).gained).toBeNull();
  });

  test("daily reach: each week's mean in its middle; of a week that the period cuts, in the middle of what is left", () => {
    const days = [day("2026-11-05", { reach: 10 }), day("2026-11-10", { reach: 30 })];
    expect(panelOf("reach", { days }).line).toEqual([
      [3, 10],
      [10, 30],
    ]);
    const cutWeeks = { from: "2026-11-05", to: "2026-11-10" };
    expect(panelOf("reach", { days }, {}, cutWeeks).line).toEqual([
      [1, 10],
      [4, 30],
    ]);
  });

  test("a daily line breaks where the figure changed its meaning, on that day", () => {
    // Facebook's reach counts otherwise from 2026-06-15 on, a Monday
    const june = { from: "2026-06-08", to: "2026-06-21" };
    const days = [day("2026-06-09", { reach: 10 }), day("2026-06-16", { reach: 30 })];
    const panel = panelOf("reach", { days }, { platform: "facebook" }, june);
    expect(panel.breaks).toEqual(["2026-06-15"]);
    expect(panel.line).toEqual([
      [3, 10],
      [7, null],
      [10, 30],
    ]);
    // before the period it is nobody's concern
    const july = { from: "2026-07-06", to: "2026-07-12" };
    const posts = [post({ published_on: "2026-06-01", reach: 10 })];
    expect(panelOf("reach", { days, posts }, { platform: "facebook" }, july).breaks).toEqual([]);
  });

  test("views are bars, and no line", () => {
    const panel = panelOf("views", { days: [day("2026-11-05", { views: 10 })] });
    expect([panel.line, panel.dots, panel.points.map(({ value }) => value)]).toEqual([
      [],
      [],
      [10, null],
    ]);
  });

  test("a rate: a dot a post, and how many posts each week's value is made of", () => {
    const posts = [
      post({ published_on: "2026-11-02", interactions: 20 }),
      post({ published_on: "2026-11-03", interactions: 30 }),
      post({ published_on: "2026-11-04", interactions: 900, paid: true }),
      post({ published_on: "2026-11-09", interactions: 50 }),
      post({ published_on: "2026-11-15", interactions: 50, mature: false }),
    ];
    expect(panelOf("engagement_rate", { posts })).toMatchObject({
      formula: "median_post_rate",
      dots: [
        [0, 0.02],
        [1, 0.03],
        [7, 0.05],
      ],
      line: [],
      posts: [2, 1],
    });
  });

  test.each<[Platform, HeadlineMetric, RateBase, boolean]>([
    ["x", "reach", "followers", true],
    ["tiktok", "reach", "followers", true],
    ["instagram", "reach", "followers", false],
    ["x", "engagement_rate", "reach", true],
    ["x", "engagement_rate", "followers", false],
    ["x", "engagement_rate", "views", false],
    ["x", "views", "followers", false],
    ["x", "followers", "reach", false],
  ])("%s never gives %s (a rate by %s): %s", (platform, metric, base, never) =>
    expect(panelOf(metric, {}, { platform, base }).never).toBe(never),
  );
});
