import { describe, expect, test } from "vitest";
import type { AccountHead, AccountPeriod, Part } from "../../functions/analyse/account-period.ts";
import { figureBlocks } from "../../functions/analyse/figure-blocks.ts";
import type { Daily } from "../../functions/model/daily.ts";
import { type Against, daysOf, type Period, periodBefore } from "../../functions/model/day.ts";
import type { FigureRow } from "../../functions/model/figure.ts";
import type { HeadlineMetric, RateBase } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Post } from "../../functions/model/post.ts";
import { day, post } from "./months.ts";

/** Four weeks from a Monday. */
const WEEKS = { from: "2026-11-02", to: "2026-11-29" };
const YEAR = { from: "2025-11-25", to: "2026-11-24" };

const NOTHING: Part = { days: [], posts: [], followers_before: null };

type Told = {
  platform?: Platform;
  now?: Partial<Part>;
  before?: Partial<Part>;
} & Partial<AccountHead>;

function account({ platform = "instagram", now, before, ...head }: Told): AccountPeriod {
  return {
    account: {
      id: 1,
      platform,
      handle: "perpus",
      last_read_at: null,
      followers_at: null,
      collected_at: null,
      ...head,
    },
    now: { ...NOTHING, ...now },
    before: { ...NOTHING, ...before },
    posts: [],
    known_from: null,
  };
}

/** The rows of one figure: one an account, then all together where they add up. */
function rowsOf(
  metric: HeadlineMetric,
  told: readonly Told[],
  {
    period = WEEKS,
    base = "followers",
    against = "before",
  }: { period?: Period; base?: RateBase; against?: Against } = {},
): FigureRow[] {
  const blocks = figureBlocks(told.map(account), period, base, against);
  return blocks.find((block) => block.metric === metric)?.rows ?? [];
}

const rowOf = (...asked: Parameters<typeof rowsOf>) => rowsOf(...asked)[0];
const together = (...asked: Parameters<typeof rowsOf>) => rowsOf(...asked).at(-1);

/** Every day of a period with the same figures. */
const each = (period: Period, of: Partial<Daily>) => daysOf(period).map((date) => day(date, of));
/** The views of an account, the same every day of the period and of the one before. */
const views = (now: number, before: number, period = WEEKS): Told => ({
  now: { days: each(period, { views: now }) },
  before: { days: each(periodBefore(period), { views: before }) },
});
/** So many posts in the period and in the one before, each with the same views. */
const viewed = (now: number, before: number, count = 8): Told => {
  const each = (views: number) => Array.from({ length: count }, (_, id) => post({ id, views }));
  return { now: { posts: each(now) }, before: { posts: each(before) } };
};
/** Posts of 1,000 followers with so many interactions each. */
const posts = (interactions: readonly number[], of: Partial<Post> = {}): Post[] =>
  interactions.map((count, index) =>
    post({ id: index + 1, published_at: index, interactions: count, ...of }),
  );

const NO_CHANGE = { before: null, difference: null, ratio: null, meaning: "none" };

test("the Overview has four figures, in their order, and all together only of several accounts and of what adds up", () => {
  const one = figureBlocks([account({})], WEEKS, "followers");
  expect(one.map(({ metric, rows }) => [metric, rows.length])).toEqual([
    ["engagement_rate", 1],
    ["reach", 1],
    ["views", 1],
    ["followers", 1],
  ]);
  const two = figureBlocks([account({}), account({ id: 2 })], WEEKS, "followers");
  expect(two.map(({ rows }) => rows.map((row) => row.account))).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2, null],
  ]);
});

describe("an account's row", () => {
  test("names the account", () =>
    expect(rowOf("views", [{ id: 7, platform: "tiktok", handle: "pasuruan" }])).toMatchObject({
      account: 7,
      platform: "tiktok",
      handle: "pasuruan",
    }));

  test.each([
    // read at 300, its followers at 200; the newest push or collection at 250
    ["engagement_rate", { last_read_at: 300, followers_at: 200, collected_at: 250 }, 300, true],
    ["views", { last_read_at: 300, followers_at: 200, collected_at: 300 }, 300, false],
    ["followers", { last_read_at: 300, followers_at: 200, collected_at: 250 }, 200, false],
    ["followers", { last_read_at: 100, followers_at: 200, collected_at: null }, 200, true],
    ["reach", { last_read_at: null, followers_at: 200, collected_at: null }, null, false],
  ] as const)(
    "%s says when it was read, and whether it was brought: %o",
    (metric, of, at, brought) =>
      expect(rowOf(metric, [of])).toMatchObject({ read_at: at, brought }),
  );

  describe("a median of fewer than three posts is one post's story", () => {
    test.each([
      ["engagement_rate", posts([20, 30]), null, "not_enough"],
      ["engagement_rate", posts([20, 30, 50]), 0.03, null],
      ["reach", posts([1, 2], { reach: 90 }), null, "not_enough"],
      ["reach", posts([1, 2, 3], { reach: 90 }), 90, null],
      // a sum is no median
      ["views", posts([1, 2], { views: 90 }), 180, null],
    ] as const)("%s", (metric, of, value, absence) =>
      expect(rowOf(metric, [{ now: { posts: of } }])).toMatchObject({ value, absence }),
    );

    test("and is not compared with either", () => {
      const row = rowOf("engagement_rate", [
        { now: { posts: posts([20, 30, 50]) }, before: { posts: posts([20, 30]) } },
      ]);
      expect(row?.change).toEqual(NO_CHANGE);
    });

    test.each([
      ["median_post_rate", "followers", { followers_at_publish: 1000 }],
      ["median_post_rate_by_reach", "reach", { reach: 1000 }],
      ["median_post_rate_by_views", "views", { views: 1000 }],
    ] as const)("%s, whatever it is taken of", (formula, base, of) => {
      const row = (count: number) =>
        rowOf("engagement_rate", [{ now: { posts: posts(Array(count).fill(20), of) } }], { base });
      expect(row(2)).toMatchObject({ value: null, formula });
      expect(row(3)).toMatchObject({ value: 0.02, formula });
    });
  });

  describe("why there is no value", () => {
    const poor = [post({ reach: null, views: null, interactions: 5 })];
    test.each<[string, HeadlineMetric, RateBase, Told, string]>([
      ["no post", "engagement_rate", "followers", {}, "no_data"],
      [
        "posts that are too young",
        "engagement_rate",
        "followers",
        { now: { posts: [post({ mature: false })] } },
        "not_enough",
      ],
      [
        "posts without a count",
        "engagement_rate",
        "followers",
        { now: { posts: [post({ interactions: null })] } },
        "not_enough",
      ],
      [
        "no followers known",
        "engagement_rate",
        "followers",
        { now: { posts: [post({ followers_at_publish: null })] } },
        "no_followers",
      ],
      [
        "by reach on Instagram, which gives it",
        "engagement_rate",
        "reach",
        { now: { posts: poor } },
        "not_read",
      ],
      [
        "by reach on X, which does not",
        "engagement_rate",
        "reach",
        { platform: "x", now: { posts: poor } },
        "not_available",
      ],
      [
        "by reach on TikTok neither",
        "engagement_rate",
        "reach",
        { platform: "tiktok", now: { posts: poor } },
        "not_available",
      ],
      [
        "by views on X, which gives them",
        "engagement_rate",
        "views",
        { platform: "x", now: { posts: poor } },
        "not_read",
      ],
      [
        "reach on Facebook",
        "reach",
        "followers",
        { platform: "facebook", now: { posts: poor } },
        "not_read",
      ],
      [
        "reach on X",
        "reach",
        "followers",
        { platform: "x", now: { posts: poor } },
        "not_available",
      ],
      ["reach without posts", "reach", "followers", { platform: "x" }, "no_data"],
      ["views", "views", "followers", { platform: "x", now: { posts: poor } }, "not_read"],
      ["views without posts", "views", "followers", {}, "no_data"],
      ["followers", "followers", "followers", { now: { posts: poor } }, "no_data"],
    ])("%s: of %s", (_, metric, base, told, absence) =>
      expect(rowOf(metric, [told], { base })).toMatchObject({ value: null, absence }),
    );

    test("none where there is one", () =>
      expect(rowOf("followers", [{ now: { followers_before: 0 } }])).toMatchObject({
        value: 0,
        absence: null,
      }));
  });

  describe("beside the period before", () => {
    test("followers are held against the last count before the period", () =>
      expect(
        rowOf("followers", [
          { now: { days: [day("2026-11-20", { followers: 110 })], followers_before: 100 } },
        ])?.change,
      ).toEqual({ before: 100, difference: 10, ratio: 0.1, meaning: "up" }));

    test("what is made otherwise is another thing: no comparison", () => {
      const row = rowOf("views", [
        {
          now: { days: each(WEEKS, { views: 10 }) },
          before: { posts: posts([1, 2, 3], { views: 50 }) },
        },
      ]);
      expect(row?.change).toEqual(NO_CHANGE);
    });

    test("views of fewer known days are compared over as many days before, and the days are told", () => {
      const row = rowOf("views", [
        {
          now: { days: each({ from: "2026-11-02", to: "2026-11-25" }, { views: 100 }) },
          before: { days: each(periodBefore(WEEKS), { views: 120 }) },
        },
      ]);
      // 24 of 28 days: 3360 · 24 / 28 = 2880
      expect(row).toMatchObject({
        value: 2400,
        change: { before: 2880, difference: -480, meaning: "down" },
        parts: { days: 24, days_before: 28 },
      });
    });

    test("as many days on both sides need no telling", () =>
      expect(rowOf("views", [views(10, 20)])?.parts).toEqual({ days: 28, posts: 0 }));

    test("nothing before: no days of it are told", () => {
      const row = rowOf("views", [{ now: { days: each(WEEKS, { views: 100 }) } }]);
      expect(row?.parts).toEqual({ days: 28, posts: 0 });
      expect(row?.change).toEqual(NO_CHANGE);
    });

    test("a mean of days is not stretched", () => {
      const row = rowOf("reach", [
        {
          now: { days: each({ from: "2026-11-02", to: "2026-11-15" }, { reach: 100 }) },
          before: { days: each(periodBefore(WEEKS), { reach: 50 }) },
        },
      ]);
      expect(row).toMatchObject({ value: 100, change: { before: 50, meaning: "up" } });
      expect(row?.parts).not.toHaveProperty("days_before");
    });
  });

  describe("its small line", () => {
    test.each<[string, HeadlineMetric, Told, (number | null)[]]>([
      [
        "days of reach, broken where none was read",
        "reach",
        { now: { days: [day("2026-11-02", { reach: 5 }), day("2026-11-04", { reach: 7 })] } },
        [5, null, 7],
      ],
      [
        "days of views",
        "views",
        { now: { days: [day("2026-11-02", { views: 5 }), day("2026-11-04", { views: 7 })] } },
        [5, null, 7],
      ],
      [
        "days of followers",
        "followers",
        { now: { days: [day("2026-11-03", { followers: 9 })] } },
        [null, 9, null],
      ],
      [
        "else the posts in their order, whatever days they came on",
        "views",
        { now: { posts: posts([1, 2, 3], { views: 4 }) } },
        [4, 4, 4],
      ],
      [
        "rates of posts",
        "engagement_rate",
        { now: { posts: posts([20, 10, 30]) } },
        [0.02, 0.01, 0.03],
      ],
      ["nothing", "engagement_rate", {}, []],
    ])("%s", (_, metric, told, spark) =>
      expect(
        rowOf(metric, [told], { period: { from: "2026-11-02", to: "2026-11-04" } })?.spark,
      ).toEqual(spark),
    );

    test.each([
      // up to 28 points, each the median of as many posts as fit
      [28, 28, 0.001],
      [29, 15, 0.0015],
      [57, 19, 0.002],
    ])("of %i posts has %i points, the first %f", (count, expected, first) => {
      const rising = posts(Array.from({ length: count }, (_, index) => index + 1));
      const spark = rowOf("engagement_rate", [{ now: { posts: rising } }])?.spark ?? [];
      expect(spark).toHaveLength(expected);
      expect(spark[0]).toBeCloseTo(first, 9);
      // the last posts are there, and in order
      expect(spark.at(-1)).toBeGreaterThan(spark.at(-2) ?? 0);
    });

    test("a week that the period cuts is no point: a sum over a piece would look like a fall", () =>
      // Tuesday 25 November 2025 to Tuesday 24 November 2026: 51 whole weeks and two pieces
      expect(rowOf("views", [views(10, 10, YEAR)], { period: YEAR })?.spark).toEqual(
        Array.from({ length: 51 }, () => 70),
      ));

    test("of a mean the cut weeks are points like others", () => {
      const now = { days: each(YEAR, { reach: 10 }) };
      expect(rowOf("reach", [{ now }], { period: YEAR })?.spark).toHaveLength(53);
    });
  });
});

describe("all accounts together", () => {
  test("belong to no account, have no small line, and were read when the newest was", () => {
    const told = [
      { ...viewed(10, 20), last_read_at: 5, followers_at: 90 },
      { ...viewed(10, 20), last_read_at: 9 },
      { ...viewed(10, 20), last_read_at: 7 },
    ];
    expect(together("views", told)).toMatchObject({
      platform: null,
      account: null,
      handle: null,
      spark: [],
      read_at: 9,
      brought: false,
      of_choice: false,
    });
    expect(together("followers", told)?.read_at).toBe(90);
  });

  const half = { now: { posts: posts([10, 30, 20]) }, before: { posts: posts([10, 10, 10]) } };
  const seen = { now: { days: each(WEEKS, { reach: 10, views: 20 }) } };
  test.each<[string, HeadlineMetric, Told[]]>([
    ["have no rate: the mix of platforms would move it", "engagement_rate", [half, half]],
    ["have no reach: it is people, who may be the same", "reach", [seen, seen]],
    ["have no views of accounts", "views", [seen, seen]],
    [
      "have none where one has views of its days and another of its posts",
      "views",
      [seen, viewed(10, 20)],
    ],
    [
      "nor where one's posts are a choice",
      "views",
      [viewed(1, 2), { ...viewed(1, 2), platform: "tiktok" }],
    ],
  ])("%s", (_, metric, told) =>
    expect(rowsOf(metric, told).every(({ platform }) => platform !== null)).toBe(true),
  );

  describe("followers", () => {
    const followed = (now: number, before: number | null): Told => ({
      now: { days: [day("2026-11-20", { followers: now })], followers_before: before },
    });
    const UNKNOWN: Told = {};

    test.each<[string, Told[], number | null, object, number]>([
      [
        "are added up, and so is what they were",
        [followed(110, 100), followed(220, 200)],
        330,
        { before: 300, difference: 30, ratio: 0.1, meaning: "up" },
        2,
      ],
      [
        "less than a hundredth is no change",
        [followed(1001, 1000), followed(1001, 1000)],
        2002,
        { before: 2000, difference: 2, ratio: 0.001, meaning: "same" },
        2,
      ],
      [
        "of an account that was not known before: the sum would be of another set",
        [followed(110, 100), followed(220, null)],
        330,
        NO_CHANGE,
        2,
      ],
      [
        "an account that was never known takes no part",
        [followed(110, 100), UNKNOWN],
        110,
        { before: 100, difference: 10, ratio: 0.1, meaning: "up" },
        1,
      ],
      ["of accounts of which none is known are none", [UNKNOWN, UNKNOWN], null, NO_CHANGE, 0],
    ])("%s", (_, told, value, change, accounts) =>
      expect(together("followers", told)).toMatchObject({
        value,
        absence: value === null ? "no_data" : null,
        change,
        formula: "last_followers",
        parts: { accounts },
      }),
    );
  });

  describe("views of posts", () => {
    test("are added up, and their change is never painted: a sum has no posts of its own to test", () => {
      const [own, , all] = rowsOf("views", [viewed(10, 20), viewed(30, 60)]);
      expect(own?.change.meaning).toBe("down");
      expect(all).toMatchObject({
        value: 8 * 40,
        absence: null,
        change: { before: 8 * 80, ratio: -0.5, meaning: "sum" },
        formula: "sum_post_views",
        parts: { accounts: 2 },
      });
    });

    test.each([
      [
        "where no account has enough posts nothing is said",
        [viewed(10, 20, 3), viewed(3, 6, 3)],
        "few",
      ],
      ["one that has enough is enough", [viewed(10, 20), viewed(30, 60, 3)], "sum"],
    ])("%s", (_, told, meaning) => expect(together("views", told)?.change.meaning).toBe(meaning));

    test("that are new on one account are compared with nothing", () => {
      const { now = {} } = viewed(5, 5);
      expect(together("views", [viewed(10, 20), { now }])?.change).toEqual(NO_CHANGE);
    });
  });
});

describe("posts that are only a choice", () => {
  const rated = (interactions: number) => ({
    posts: Array.from({ length: 8 }, () => post({ interactions, followers_at_publish: 100 })),
  });
  const chosen: Told = { platform: "tiktok", now: rated(50) };

  test("its own rate is told all the same", () => {
    expect(rowOf("engagement_rate", [chosen])?.value).toBe(0.5);
  });

  const days = { now: { days: [day(WEEKS.from, { views: 90, followers: 7 })] } };
  test.each<[string, HeadlineMetric, Told, boolean]>([
    ["its rate says that it is of a choice", "engagement_rate", chosen, true],
    ["the views of its posts do", "views", chosen, true],
    ["the views of its days are of all posts", "views", { ...chosen, ...days }, false],
    ["its followers are everybody", "followers", { ...chosen, ...days }, false],
    [
      "one that is collected has all its posts",
      "engagement_rate",
      { ...chosen, collected_at: 5 },
      false,
    ],
  ])("%s", (_rule, metric, of, of_choice) =>
    expect(rowOf(metric, [of])).toMatchObject({ of_choice }),
  );
});

describe("against the same period of the year before", () => {
  const against = "year";

  test("followers are compared with those at its end, not with those before the period", () => {
    const told = {
      now: { days: each(WEEKS, { followers: 120 }), followers_before: 119 },
      before: {
        days: [day("2025-11-03", { followers: 90 }), day("2025-11-29", { followers: 100 })],
      },
    };
    expect(rowOf("followers", [told], { against })?.change).toMatchObject({
      before: 100,
      difference: 20,
      meaning: "up",
    });
    expect(rowOf("followers", [told])?.change).toMatchObject({ before: 119, difference: 1 });
  });

  test.each<[string, Partial<Part>, number | null]>([
    ["the last count known before it stands in", { followers_before: 95 }, 95],
    ["none is no comparison", {}, null],
  ])("of followers that were not read in it %s", (_what, before, was) => {
    const told = { now: { days: each(WEEKS, { followers: 120 }), followers_before: 119 }, before };
    expect(rowOf("followers", [told], { against })?.change.before).toBe(was);
  });

  test.each([
    [8, 8, "up"],
    [7, 8, "few"],
    [8, 7, "few"],
  ] as const)("%d posts and %d a year before: %s", (now, before, meaning) => {
    const each = (count: number, interactions: number) =>
      posts(Array.from({ length: count }, (_, index) => interactions + index));
    const told = { now: { posts: each(now, 50) }, before: { posts: each(before, 20) } };
    expect(rowOf("engagement_rate", [told], { against })?.change.meaning).toBe(meaning);
  });

  test("of more than a year there is none", () => {
    const told = views(200, 100);
    const period = { from: "2025-11-01", to: "2026-11-29" };
    expect(rowOf("views", [told], { against, period })?.change).toEqual(NO_CHANGE);
    expect(rowOf("followers", [told], { against, period })?.change).toEqual(NO_CHANGE);
  });
});

describe("across a change of what a figure means", () => {
  // Facebook's views on 15 November 2025, its reach on 15 June 2026
  test.each<[string, HeadlineMetric, Platform, Period, Against, RateBase, boolean]>([
    [
      "in the period",
      "views",
      "facebook",
      { from: "2025-11-14", to: "2025-11-20" },
      "before",
      "followers",
      false,
    ],
    [
      "on its first day",
      "views",
      "facebook",
      { from: "2025-11-15", to: "2025-11-20" },
      "before",
      "followers",
      false,
    ],
    [
      "on its last day",
      "views",
      "facebook",
      { from: "2025-11-09", to: "2025-11-15" },
      "before",
      "followers",
      false,
    ],
    [
      "the day after",
      "views",
      "facebook",
      { from: "2025-11-08", to: "2025-11-14" },
      "before",
      "followers",
      true,
    ],
    [
      "in the one before",
      "views",
      "facebook",
      { from: "2025-11-17", to: "2025-11-20" },
      "before",
      "followers",
      false,
    ],
    [
      "as that begins",
      "views",
      "facebook",
      { from: "2025-11-19", to: "2025-11-22" },
      "before",
      "followers",
      true,
    ],
    [
      "between it and a year before",
      "views",
      "facebook",
      { from: "2026-10-01", to: "2026-10-28" },
      "year",
      "followers",
      false,
    ],
    [
      "longer ago than a year before",
      "views",
      "facebook",
      { from: "2026-11-15", to: "2026-11-28" },
      "year",
      "followers",
      true,
    ],
    [
      "of another figure",
      "followers",
      "facebook",
      { from: "2025-11-14", to: "2025-11-20" },
      "before",
      "followers",
      true,
    ],
    [
      "of another platform",
      "views",
      "tiktok",
      { from: "2025-11-14", to: "2025-11-20" },
      "before",
      "followers",
      true,
    ],
    [
      "of what a rate is taken of",
      "engagement_rate",
      "facebook",
      { from: "2025-11-14", to: "2025-11-20" },
      "before",
      "views",
      false,
    ],
    [
      "of what this rate is not taken of",
      "engagement_rate",
      "facebook",
      { from: "2025-11-14", to: "2025-11-20" },
      "before",
      "followers",
      true,
    ],
  ])("%s", (_what, metric, platform, period, against, base, comparable) => {
    const part = {
      days: each(period, { views: 10, followers: 10 }),
      posts: posts([5, 6, 7], { views: 50 }),
    };
    const told = { platform, now: { ...part, followers_before: 9 }, before: part };
    const change = rowOf(metric, [told], { period, against, base })?.change;
    expect(change?.before !== null).toBe(comparable);
    if (!comparable) expect(change).toEqual(NO_CHANGE);
  });
});
