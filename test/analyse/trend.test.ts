import { expect, test } from "vitest";
import { cut } from "../../functions/analyse/buckets.ts";
import { trendLine, trendRows } from "../../functions/analyse/trend.ts";
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
    { account: account(platform), now: NOTHING, before: NOTHING, posts: [] },
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
