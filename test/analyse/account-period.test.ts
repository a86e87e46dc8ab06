import { describe, expect, test } from "vitest";
import {
  type AccountHead,
  accountPeriods,
  loadedFor,
  type MonthOf,
} from "../../functions/analyse/account-period.ts";
import type { Against, Period } from "../../functions/model/day.ts";
import { day, post } from "./months.ts";

const head = (id: number): AccountHead => ({
  id,
  platform: "instagram",
  handle: `perpus${id}`,
  last_read_at: null,
  followers_at: null,
  collected_at: null,
});

/** The period of ten days before is 1 to 10 November. */
const PERIOD = { from: "2026-11-11", to: "2026-11-20" };

const month = (of: Partial<MonthOf>): MonthOf => ({
  account_id: 1,
  followers_before: null,
  days: [],
  posts: [],
  ...of,
});

const EDGES = ["2026-10-31", "2026-11-01", "2026-11-10", "2026-11-11", "2026-11-20", "2026-11-21"];

describe("an account's days and posts", () => {
  const [found] = accountPeriods(
    [head(1)],
    [
      month({
        days: EDGES.map((date) => day(date)),
        posts: EDGES.map((published_on, index) => post({ id: index, published_on })),
      }),
    ],
    PERIOD,
  );

  test("of the period, both ends included, and of the one before", () => {
    expect(found?.now.days.map(({ date }) => date)).toEqual(["2026-11-11", "2026-11-20"]);
    expect(found?.before.days.map(({ date }) => date)).toEqual(["2026-11-01", "2026-11-10"]);
    expect(found?.now.posts.map(({ id }) => id)).toEqual([3, 4]);
    expect(found?.before.posts.map(({ id }) => id)).toEqual([1, 2]);
  });

  test("and all posts that were loaded", () =>
    expect(found?.posts.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4, 5]));

  test("each account has its own months", () => {
    const both = accountPeriods(
      [head(2), head(1)],
      [month({ posts: [post({ id: 1 })] }), month({ account_id: 2, posts: [post({ id: 2 })] })],
      PERIOD,
    );
    expect(both.map(({ account, posts }) => [account.id, posts.map(({ id }) => id)])).toEqual([
      [2, [2]],
      [1, [1]],
    ]);
  });
});

describe("the followers known before the period", () => {
  const before = (months: MonthOf[]) =>
    accountPeriods([head(1)], months, PERIOD)[0]?.now.followers_before;

  test.each<[string, MonthOf[], number | null]>([
    ["none without months", [], null],
    [
      "the last count of a day before it",
      [
        month({
          days: [
            day("2026-11-08", { followers: 80 }),
            day("2026-11-09", { followers: 90 }),
            day("2026-11-10"),
            day("2026-11-11", { followers: 110 }),
          ],
        }),
      ],
      90,
    ],
    [
      "else what was known before the first month",
      [
        month({ followers_before: 70, days: [day("2026-11-11", { followers: 110 })] }),
        month({ followers_before: 75 }),
      ],
      70,
    ],
    [
      "nobody is a count",
      [month({ followers_before: 70, days: [day("2026-11-10", { followers: 0 })] })],
      0,
    ],
    ["unknown", [month({ days: [day("2026-11-11", { followers: 110 })] })], null],
  ])("%s", (_, months, followers) => expect(before(months)).toBe(followers));
});

describe("against the year before", () => {
  const days = ["2025-11-10", "2025-11-11", "2025-11-20", "2025-11-21", ...EDGES];
  const months = [
    month({
      followers_before: 5,
      days: days.map((date) => day(date, { followers: 7 })),
      posts: days.map((published_on, index) => post({ id: index, published_on })),
    }),
  ];
  const [found] = accountPeriods([head(1)], months, PERIOD, "year");

  test("its days and posts are the same days', both ends included", () => {
    expect(found?.before.days.map(({ date }) => date)).toEqual(["2025-11-11", "2025-11-20"]);
    expect(found?.before.posts.map(({ id }) => id)).toEqual([1, 2]);
    expect(found?.before.followers_before).toBe(7);
  });

  test("all else is as against the period before", () => {
    const [usual] = accountPeriods([head(1)], months, PERIOD);
    expect(found?.now).toEqual(usual?.now);
    expect(found?.known_from).toBe("2026-11-01");
    expect(usual?.known_from).toBe("2026-11-01");
    // the month of the period before is loaded whole
    expect(found?.posts.map(({ published_on }) => published_on)).toEqual(EDGES.slice(1));
  });

  test("of more than a year nothing stands there", () => {
    const long = { from: "2025-11-11", to: "2026-11-20" };
    const [none] = accountPeriods([head(1)], months, long, "year");
    expect(none?.before).toEqual({ days: [], posts: [], followers_before: null });
  });
});

test.each<[string, Period, Against, Period]>([
  ["the one before", PERIOD, "before", { from: "2026-11-01", to: "2026-11-20" }],
  ["the year before", PERIOD, "year", { from: "2025-11-11", to: "2026-11-20" }],
  // of a whole year both are the same days
  [
    "a year",
    { from: "2026-01-01", to: "2026-12-31" },
    "year",
    { from: "2025-01-01", to: "2026-12-31" },
  ],
  // what is known before it is asked for all the same
  [
    "two years",
    { from: "2025-01-01", to: "2026-12-31" },
    "year",
    { from: "2023-01-02", to: "2026-12-31" },
  ],
])("what has to be known against %s", (_what, period, against, days) =>
  expect(loadedFor(period, against)).toEqual(days),
);
