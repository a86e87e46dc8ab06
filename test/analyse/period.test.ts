import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketsOf, cut, points, readableGrain } from "../../functions/analyse/buckets.ts";
import { consistency } from "../../functions/analyse/consistency.ts";
import {
  periodEngagementRate,
  periodFollowers,
  periodReach,
  periodViews,
} from "../../functions/analyse/figures.ts";
import { rankSumZ, shift } from "../../functions/analyse/rank-sum.ts";
import { day, post } from "./months.ts";

describe("the engagement rate of a period", () => {
  test("is the median over mature posts, of followers, reach or views; the others are counted as too early", () => {
    const posts = [
      post({ interactions: 10, reach: 100, views: 400 }),
      post({ interactions: 30, reach: 200 }),
      post({ interactions: 50, followers_at_publish: null, reach: 500, views: 500 }),
      post({ interactions: null }),
      post({ interactions: 90, mature: false }),
    ];
    expect(periodEngagementRate({ days: [], posts })).toEqual({
      value: expect.closeTo(0.02, 12),
      formula: "median_post_rate",
      samples: [0.01, 0.03],
      parts: { posts: 2, too_early: 1, without_followers: 1, interactions: 40, followers: 1000 },
    });
    expect(periodEngagementRate({ days: [], posts }, "reach").samples).toEqual([0.1, 0.15, 0.1]);
    expect(periodEngagementRate({ days: [], posts }, "views").value).toBe((0.025 + 0.1) / 2);
  });

  test("is unknown without a post, and where nobody could react", () => {
    expect(periodEngagementRate({ days: [], posts: [] }).value).toBeNull();
    expect(
      periodEngagementRate({ days: [], posts: [post({ followers_at_publish: 0 })] }).value,
    ).toBeNull();
  });
});

describe("reach, views and followers of a period", () => {
  const days = [
    day("2026-11-01", { reach: 10, views: 100, followers: 5 }),
    day("2026-11-02"),
    day("2026-11-03", {
      reach: 30,
      views: 50,
      followers: 8,
      followers_gained: 4,
      followers_lost: 1,
    }),
  ];

  test("reach is a mean of days, never a sum; views are a sum", () => {
    expect(periodReach({ days, posts: [] })).toMatchObject({
      value: 20,
      formula: "mean_daily_reach",
    });
    expect(periodViews({ days, posts: [] })).toMatchObject({
      value: 150,
      formula: "sum_daily_views",
    });
  });

  test("where the platform counts no days, posts stand in, named so", () => {
    const posts = [post({ reach: 10, views: 7 }), post({ reach: 30, views: 9, paid: true })];
    expect(periodReach({ days: [], posts })).toMatchObject({
      value: 10,
      formula: "median_post_reach",
    });
    expect(periodViews({ days: [], posts })).toMatchObject({
      value: 16,
      formula: "sum_post_views",
    });
    expect(periodReach({ days: [], posts: [] }).value).toBeNull();
    expect(periodViews({ days: [], posts: [] }).value).toBeNull();
  });

  test("the days of a small file do not pass for the whole period's views", () => {
    const posts = [post({ views: 700 })];
    const most = [day("2026-11-01", { views: 100 }), day("2026-11-02")];
    expect(periodViews({ days: most, posts })).toMatchObject({ value: 100 });
    const few = [...most, day("2026-11-03")];
    expect(periodViews({ days: few, posts })).toMatchObject({
      value: 700,
      formula: "sum_post_views",
      parts: { days: 1, posts: 1 },
    });
  });

  test("followers are the last count known in it, or before it; the change needs both", () => {
    expect(periodFollowers({ days, posts: [] }, 3)).toMatchObject({
      value: 8,
      parts: { followers_before: 3, followers_change: 5, followers_gained: 4, followers_lost: 1 },
    });
    expect(periodFollowers({ days: [], posts: [] }, 3)).toMatchObject({
      value: 3,
      parts: { followers_change: null },
    });
    expect(periodFollowers({ days, posts: [] }, null).parts.followers_change).toBeNull();
  });
});

describe("the rank-sum test", () => {
  test("is the distance from the expected rank sum, half a rank less, in standard deviations", () => {
    // ranks 1, 2, 3, 4 and 8 add up to 18; expected 5 · 11 / 2, variance 5 · 5 · 11 / 12
    const z = rankSumZ([1.1, 2.2, 3.3, 4.4, 8], [5, 6, 7, 9, 10]);
    expect(z).toBeCloseTo((18 - 27.5 + 0.5) / Math.sqrt(275 / 12), 12);
  });

  test("sees no shift between samples of one distribution more than about one time in twenty", () => {
    let shifted = 0;
    const sample = fc.sample(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
      { numRuns: 400, seed: 7 },
    );
    for (let index = 0; index < 400; index += 2) {
      if (shift(sample[index] ?? [], sample[index + 1] ?? []) !== 0) shifted += 1;
    }
    expect(shifted / 200).toBeLessThan(0.1);
  });

  test("ties and emptiness say nothing", () => {
    expect(rankSumZ([1, 1], [1, 1])).toBeNull();
    expect(rankSumZ([], [1])).toBeNull();
    expect(shift([], [])).toBe(0);
  });
});

describe("buckets", () => {
  test("cover the period, weeks from Monday, and stay readable", () => {
    expect(bucketsOf({ from: "2026-10-30", to: "2026-11-03" }, "week")).toEqual([
      "2026-10-26",
      "2026-11-02",
    ]);
    expect(bucketsOf({ from: "2024-02-28", to: "2024-03-01" }, "day")).toEqual([
      "2024-02-28",
      "2024-02-29",
      "2024-03-01",
    ]);
    expect(bucketsOf({ from: "2025-12-31", to: "2026-01-01" }, "month")).toEqual([
      "2025-12-01",
      "2026-01-01",
    ]);
    expect([28, 90, 365, 730, 1800].map((days) => readableGrain(days))).toEqual([
      "day",
      "day",
      "week",
      "week",
      "month",
    ]);
  });

  test("a bucket that the period cuts is a piece, unless there is no whole one", () => {
    const pieces = (from: string, to: string, grain: "day" | "week" | "month") =>
      cut({ from, to }, grain).pieces;
    expect(pieces("2026-11-02", "2026-11-15", "week")).toEqual([]);
    expect(pieces("2026-11-04", "2026-11-17", "week")).toEqual(["2026-11-02", "2026-11-16"]);
    expect(pieces("2026-10-01", "2026-11-29", "month")).toEqual(["2026-11-01"]);
    expect(pieces("2026-11-04", "2026-11-05", "week")).toEqual([]);
    expect(pieces("2026-11-04", "2026-11-17", "day")).toEqual([]);
  });

  test("each has the period's own formula; one without data is null", () => {
    const stretch = {
      days: [day("2026-11-02", { reach: 10 }), day("2026-11-03", { reach: 30 })],
      posts: [
        post({ published_on: "2026-11-03" }),
        post({ published_on: "2026-11-03", mature: false, interactions: 90 }),
      ],
    };
    const period = { from: "2026-11-02", to: "2026-11-15" };
    expect(points("reach", stretch, cut(period, "week"))).toEqual([
      { date: "2026-11-02", value: 20 },
      { date: "2026-11-09", value: null },
    ]);
    expect(points("engagement_rate", stretch, cut(period, "week"))[0]).toEqual({
      date: "2026-11-02",
      value: 0.02,
    });
  });
});

describe("posting consistency", () => {
  const period = { from: "2026-11-02", to: "2026-11-22" };

  test("counts weeks with a post, the longest gap and the days since the last", () => {
    expect(
      consistency(["2026-11-02", "2026-11-03", "2026-11-18"], period, "2026-11-18", "2026-11-22"),
    ).toEqual({
      posts: 3,
      weeks_with: 2,
      weeks: 3,
      longest_gap_days: 14,
      days_since_last: 4,
    });
  });

  test("counts no gap that lies ahead, and knows nothing of an account without posts", () => {
    expect(consistency(["2026-11-02"], period, "2026-11-02", "2026-11-04").longest_gap_days).toBe(
      2,
    );
    expect(consistency([], period, null, "2026-11-22")).toMatchObject({
      posts: 0,
      longest_gap_days: null,
      days_since_last: null,
    });
  });
});
