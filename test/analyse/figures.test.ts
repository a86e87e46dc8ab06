import { describe, expect, test } from "vitest";
import {
  figureBy,
  periodEngagementRate,
  periodFollowers,
  periodReach,
  periodViews,
  rateFormula,
} from "../../functions/analyse/figures.ts";
import type { Daily } from "../../functions/model/daily.ts";
import type { Post } from "../../functions/model/post.ts";
import { day, post } from "./months.ts";

const rows = (posts: Partial<Post>[] = [], days: Partial<Daily>[] = []) => ({
  posts: posts.map(post),
  days: days.map((of, index) => day(`2026-11-0${index + 1}`, of)),
});

describe("the engagement rate of a period", () => {
  test.each<[string, Partial<Post>[], number | null]>([
    ["no post", [], null],
    ["one: 20 of 1,000", [{}], 0.02],
    ["of two the middle: 10 and 40 of 1,000", [{ interactions: 10 }, { interactions: 40 }], 0.025],
    [
      "a median, not a mean: one viral post moves it little",
      [{ interactions: 10 }, { interactions: 20 }, { interactions: 9000 }],
      0.02,
    ],
    ["posts that nobody reacted to count", [{ interactions: 0 }, { interactions: 0 }, {}], 0],
    ["one read too early does not count", [{}, { interactions: 900, mature: false }], 0.02],
    ["nor one without a count", [{}, { interactions: null }], 0.02],
    ["nor one of unknown followers", [{}, { interactions: 900, followers_at_publish: null }], 0.02],
    ["nor one that nobody could see", [{}, { followers_at_publish: 0 }], 0.02],
    ["nor one that was paid for", [{}, { interactions: 900, paid: true }], 0.02],
    ["nor a story", [{}, { interactions: 900, format: "story" }], 0.02],
    ["nor one that is gone", [{}, { interactions: 900, removed: true }], 0.02],
    ["nor one that a person hid", [{}, { interactions: 900, hidden: true }], 0.02],
  ])("%s", (_, posts, rate) =>
    expect(periodEngagementRate(rows(posts)).value).toBe(rate === null ? null : rate),
  );

  test.each([
    ["followers", "median_post_rate", 0.02],
    ["reach", "median_post_rate_by_reach", 0.04],
    ["views", "median_post_rate_by_views", 0.01],
  ] as const)("taken of %s is named %s", (base, formula, value) => {
    const figure = periodEngagementRate(rows([{ reach: 500, views: 2000 }]), base);
    expect(figure).toMatchObject({ formula, value, samples: [value] });
    expect(rateFormula(base)).toBe(formula);
  });

  test("tells the numbers that it is made of", () =>
    expect(
      periodEngagementRate(
        rows([
          { interactions: 10 },
          { interactions: 30, followers_at_publish: 3000 },
          // read too early, twice
          { mature: false },
          { mature: false },
          // of unknown followers, and neither
          { followers_at_publish: null },
          { followers_at_publish: null, interactions: null },
          { interactions: null },
        ]),
      ).parts,
    ).toEqual({
      posts: 2,
      too_early: 2,
      without_followers: 1,
      interactions: 40,
      followers: 2000,
    }));

  test("where no post has a rate the numbers are unknown, not nought", () =>
    expect(periodEngagementRate(rows([{ reach: null }]), "reach").parts).toEqual({
      posts: 0,
      too_early: 0,
      without_reach: 1,
      interactions: null,
      reach: null,
    }));
});

describe("the reach of a period", () => {
  test.each<[string, Partial<Post>[], Partial<Daily>[], number | null, string]>([
    ["nothing known", [{}], [{}], null, "median_post_reach"],
    ["a mean of days, never a sum", [], [{ reach: 10 }, {}, { reach: 30 }], 20, "mean_daily_reach"],
    ["one day is enough to be by days", [{ reach: 900 }], [{ reach: 10 }], 10, "mean_daily_reach"],
    [
      "without days the middle of the posts",
      [{ reach: 10 }, { reach: 30 }, { reach: 900 }],
      [{}],
      30,
      "median_post_reach",
    ],
    [
      "of them not those paid for",
      [{ reach: 10 }, { reach: 900, paid: true }],
      [],
      10,
      "median_post_reach",
    ],
  ])("%s", (_, posts, days, value, formula) =>
    expect(periodReach(rows(posts, days))).toMatchObject({ value, formula }),
  );

  test("tells both: how many days and posts, and the posts' middle", () =>
    expect(periodReach(rows([{ reach: 7 }, { reach: 9 }, {}], [{ reach: 10 }, {}])).parts).toEqual({
      days: 1,
      posts: 2,
      median_post_reach: 8,
    }));
});

describe("the views of a period", () => {
  test.each<[string, Partial<Post>[], Partial<Daily>[], number | null, string]>([
    ["nothing known", [{}], [{}], null, "sum_post_views"],
    ["a sum of days", [{ views: 900 }], [{ views: 10 }, { views: 30 }], 40, "sum_daily_views"],
    [
      "half of the days are most of them",
      [{ views: 900 }],
      [{ views: 10 }, {}],
      10,
      "sum_daily_views",
    ],
    [
      "fewer would pass for the whole: then the posts'",
      [{ views: 900 }],
      [{ views: 10 }, {}, {}],
      900,
      "sum_post_views",
    ],
    ["few days are better than nothing", [{}], [{ views: 10 }, {}, {}], 10, "sum_daily_views"],
    [
      "without days the posts', those paid for too",
      [{ views: 7 }, { views: 9, paid: true }],
      [],
      16,
      "sum_post_views",
    ],
  ])("%s", (_, posts, days, value, formula) =>
    expect(periodViews(rows(posts, days))).toMatchObject({ value, formula }),
  );

  test("tells how many days and posts are known", () =>
    expect(periodViews(rows([{ views: 7 }, {}], [{ views: 10 }, { views: 0 }, {}])).parts).toEqual({
      days: 2,
      posts: 1,
    }));
});

describe("the followers of a period", () => {
  test.each<[string, Partial<Daily>[], number | null, number | null, number | null]>([
    // value, change
    ["never known", [], null, null, null],
    ["the last count in it", [{ followers: 5 }, { followers: 8 }, {}], 3, 8, 5],
    ["else the last before it, of which no change is known", [{}], 3, 3, null],
    ["known for the first time", [{ followers: 8 }], null, 8, null],
    ["nobody left", [{ followers: 0 }], 3, 0, -3],
    ["nobody before", [{ followers: 3 }], 0, 3, 3],
  ])("%s", (_, days, before, value, followers_change) => {
    const found = periodFollowers(rows([], days), before);
    expect(found).toMatchObject({
      value,
      formula: "last_followers",
      parts: { followers_before: before, followers_change },
    });
    expect(found.samples).toHaveLength(found.parts.days ?? -1);
  });

  test("those gained and lost are added up where the platform tells", () => {
    const told = rows(
      [],
      [{ followers_gained: 4, followers_lost: 0 }, {}, { followers_gained: 2 }],
    );
    expect(periodFollowers(told, null).parts).toMatchObject({
      followers_gained: 6,
      followers_lost: 0,
    });
    expect(periodFollowers(rows([], [{}]), null).parts).toMatchObject({
      followers_gained: null,
      followers_lost: null,
    });
  });
});

test("a figure by its formula is null where nothing is known", () => {
  expect(figureBy("sum_daily_views", rows())).toBeNull();
  expect(figureBy("sum_daily_views", rows([], [{ views: 0 }]))).toBe(0);
});
