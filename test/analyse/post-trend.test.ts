import { describe, expect, test } from "vitest";
import { cut, points } from "../../functions/analyse/buckets.ts";
import { isOfPosts, postTrend, postValue } from "../../functions/analyse/post-trend.ts";
import { addDays } from "../../functions/model/day.ts";
import type { Formula } from "../../functions/model/figure.ts";
import type { Post } from "../../functions/model/post.ts";
import { post } from "./months.ts";

const FROM = "2026-11-02";
const PERIOD = { from: FROM, to: "2026-11-29" };

/** One post a day with so many reached, from a day of the period on. */
const reached = (first: number, ...values: number[]): Post[] =>
  values.map((reach, index) =>
    post({ id: index, published_on: addDays(FROM, first + index), reach }),
  );

const trendOf = (posts: Post[], grain: "day" | "week" = "day", breaks: string[] = []) =>
  postTrend(posts, "median_post_reach", PERIOD, grain, breaks);

describe("the running median", () => {
  test("begins with the fifth post, and is the median of all so far", () =>
    expect(trendOf(reached(0, 10, 20, 90, 30, 40, 50)).line).toEqual([
      [4, 30],
      [5, 35],
    ]));

  test("is of the last fifteen posts and no more", () => {
    // 1 to 16: the first has left, and the middle of 2 … 16 is 9
    const posts = reached(0, ...Array.from({ length: 16 }, (_, index) => index + 1));
    expect(trendOf(posts).line.at(-1)).toEqual([15, 9]);
    expect(trendOf(posts).line.at(-2)).toEqual([14, 8]);
  });

  test("looks back to before the period, and draws nothing there", () => {
    const { dots, line } = trendOf(reached(-4, 10, 20, 30, 40, 50, 60, 70, 80, 90));
    expect(dots.map(([day]) => day)).toEqual([0, 1, 2, 3, 4]);
    expect(line[0]).toEqual([0, 30]);
  });

  test("is drawn once a week where weeks are: after the last post of each", () =>
    expect(trendOf(reached(0, 10, 20, 30, 40, 50, 60, 70, 80, 90), "week").line).toEqual([
      [6, 40],
      [8, 50],
    ]));

  test("with fewer than five posts in the period there are dots alone", () => {
    const { dots, line } = trendOf(reached(-9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2));
    expect(dots).toHaveLength(4);
    expect(line).toEqual([]);
  });

  test("begins anew where the figure changed its meaning, with a gap", () => {
    const posts = reached(0, 10, 10, 10, 10, 10, 99, 99, 99, 99, 99);
    expect(trendOf(posts, "day", [addDays(FROM, 5)]).line).toEqual([
      [4, 10],
      [5, null],
      [9, 99],
    ]);
  });

  test("a change of meaning before the period begins it anew too", () => {
    const posts = reached(-6, 10, 10, 10, 10, 10, 10, 99, 99, 99, 99, 99);
    expect(trendOf(posts, "day", [addDays(FROM, 0)]).line).toEqual([[4, 99]]);
  });

  test.each([
    [
      28,
      [
        [4, 10],
        [32, 10],
      ],
    ],
    [
      29,
      [
        [4, 10],
        [33, null],
        [33, 10],
      ],
    ],
  ])("is not drawn through a silence: %i days", (days, line) => {
    const posts = [...reached(0, 10, 10, 10, 10, 10), ...reached(4 + days, 10)];
    const period = { from: FROM, to: addDays(FROM, 59) };
    expect(postTrend(posts, "median_post_reach", period, "day", []).line).toEqual(line);
  });

  test("what is beyond the period is not looked at, and of nothing nothing is drawn", () => {
    expect(trendOf(reached(28, 1, 2, 3, 4, 5, 6))).toEqual({ dots: [], line: [] });
    // its last day is of it
    expect(trendOf(reached(27, 1, 2)).dots).toEqual([[27, 1]]);
    expect(trendOf([])).toEqual({ dots: [], line: [] });
  });
});

describe("what a post brings", () => {
  const one = { interactions: 30, followers_at_publish: 1000, reach: 200, views: 300 };
  test.each<[string, Partial<Post>, (number | null)[]]>([
    ["one that counts", {}, [0.03, 0.15, 0.1, 200]],
    ["one read too early has its reach alone", { mature: false }, [null, null, null, 200]],
    ["one paid for", { paid: true }, [null, null, null, null]],
    ["a story", { format: "story" }, [null, null, null, null]],
    ["one that is gone", { removed: true }, [null, null, null, null]],
    ["one without followers", { followers_at_publish: null }, [null, 0.15, 0.1, 200]],
  ])("%s", (_, over, expected) => {
    const formulas = [
      "median_post_rate",
      "median_post_rate_by_reach",
      "median_post_rate_by_views",
      "median_post_reach",
    ] as const;
    expect(formulas.map((formula) => postValue(post({ ...one, ...over }), formula))).toEqual(
      expected,
    );
  });
});

test("a day's dots are what its point is the median of", () => {
  const posts = [20, 50, 90].map((interactions) =>
    post({
      published_on: "2026-11-03",
      interactions,
      format: interactions === 90 ? "story" : null,
    }),
  );
  const { dots } = postTrend(posts, "median_post_rate", PERIOD, "day", []);
  const [, point] = points("engagement_rate", { days: [], posts }, cut(PERIOD, "day"));
  expect(dots.map(([, value]) => value)).toEqual([0.02, 0.05]);
  expect(point).toEqual({ date: "2026-11-03", value: 0.035 });
});

test.each<[Formula, boolean]>([
  ["median_post_rate", true],
  ["median_post_reach", true],
  ["mean_daily_reach", false],
  ["sum_post_views", false],
  ["last_followers", false],
])("%s is of posts, one by one: %s", (formula, is) => expect(isOfPosts(formula)).toBe(is));
