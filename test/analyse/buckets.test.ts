import { describe, expect, test } from "vitest";
import {
  bucketOf,
  bucketsOf,
  cut,
  points,
  readableGrain,
} from "../../functions/analyse/buckets.ts";
import type { Grain } from "../../functions/model/day.ts";
import { day, post } from "./months.ts";

describe("the bucket of a day", () => {
  test.each([
    ["2026-11-04", "day", "2026-11-04"],
    ["2026-11-04", "week", "2026-11-02"],
    ["2026-11-02", "week", "2026-11-02"],
    ["2026-11-01", "week", "2026-10-26"],
    ["2026-11-30", "month", "2026-11-01"],
  ] as const)("%s by %s is %s", (of, grain, bucket) => expect(bucketOf(of, grain)).toBe(bucket));
});

test.each([
  ["weeks from Monday", "2026-10-30", "2026-11-03", "week", ["2026-10-26", "2026-11-02"]],
  [
    "days, a leap day among them",
    "2024-02-28",
    "2024-03-01",
    "day",
    ["2024-02-28", "2024-02-29", "2024-03-01"],
  ],
  ["months over a year's end", "2025-12-31", "2026-01-01", "month", ["2025-12-01", "2026-01-01"]],
] as const)("the buckets cover the period: %s", (_, from, to, grain, dates) =>
  expect(bucketsOf({ from, to }, grain)).toEqual(dates),
);

test.each([
  [92, undefined, "day"],
  [93, undefined, "week"],
  [800, undefined, "week"],
  [801, undefined, "month"],
  // most days have no post, or one
  [14, "engagement_rate", "day"],
  [15, "engagement_rate", "week"],
  [92, "engagement_rate", "week"],
  [801, "engagement_rate", "month"],
  [92, "views", "day"],
] as const)("%i days of %s are readable by %s", (days, metric, grain) =>
  expect(readableGrain(days, metric)).toBe(grain),
);

test.each<[string, string, string, Grain, string[]]>([
  ["whole weeks have none", "2026-11-02", "2026-11-15", "week", []],
  ["both ends cut", "2026-11-04", "2026-11-17", "week", ["2026-11-02", "2026-11-16"]],
  ["the first week cut", "2026-11-03", "2026-11-15", "week", ["2026-11-02"]],
  ["the last week cut, by its Sunday alone", "2026-11-02", "2026-11-14", "week", ["2026-11-09"]],
  ["the last month cut", "2026-10-01", "2026-11-29", "month", ["2026-11-01"]],
  ["whole months have none", "2026-10-01", "2026-11-30", "month", []],
  ["where there is no whole one none is called a piece", "2026-11-04", "2026-11-05", "week", []],
  ["days are never cut", "2026-11-04", "2026-11-17", "day", []],
])("the buckets of which a period holds a piece: %s", (_, from, to, grain, pieces) => {
  const found = cut({ from, to }, grain);
  expect(found.pieces).toEqual(pieces);
  expect(found).toMatchObject({ grain, dates: bucketsOf({ from, to }, grain) });
});

describe("the points of a line", () => {
  const period = { from: "2026-11-02", to: "2026-11-15" };
  const weekly = cut(period, "week");
  const values = (...asked: Parameters<typeof points>) =>
    points(...asked).map(({ value }) => value);

  test("are one a bucket, by its first day", () =>
    expect(points("views", { days: [], posts: [] }, weekly)).toEqual([
      { date: "2026-11-02", value: null },
      { date: "2026-11-09", value: null },
    ]));

  test.each([
    ["reach of days: their mean", "reach", [20, null]],
    ["views of days: their sum", "views", [9, null]],
    ["followers: the last of each", "followers", [52, null]],
  ] as const)("%s", (_, metric, expected) => {
    const days = [
      day("2026-11-02", { reach: 10, views: 4, followers: 50 }),
      day("2026-11-08", { reach: 30, views: 5, followers: 52 }),
    ];
    expect(values(metric, { days, posts: [] }, weekly)).toEqual(expected);
  });

  test("posts fall into the bucket of their day; each counts by the rate that was asked for", () => {
    const posts = [
      post({ published_on: "2026-11-08", reach: 200 }),
      post({ published_on: "2026-11-09", interactions: 50, reach: 100 }),
      post({ published_on: "2026-11-09", interactions: 90, reach: 100, mature: false }),
    ];
    expect(values("engagement_rate", { days: [], posts }, weekly)).toEqual([0.02, 0.05]);
    expect(values("engagement_rate", { days: [], posts }, weekly, "reach")).toEqual([0.1, 0.5]);
    expect(values("engagement_rate", { days: [], posts }, weekly, "views")).toEqual([null, null]);
  });

  test("all have the period's own formula, whatever a bucket happens to hold", () => {
    // by days in the first week: so by days in the second, though only posts are known there
    const rows = {
      days: [day("2026-11-02", { reach: 10, views: 70 })],
      posts: [post({ published_on: "2026-11-10", reach: 900, views: 900 })],
    };
    expect(values("reach", rows, weekly)).toEqual([10, null]);
    expect(values("views", rows, weekly)).toEqual([70, null]);
    expect(values("views", { ...rows, days: [] }, weekly)).toEqual([null, 900]);
  });
});
