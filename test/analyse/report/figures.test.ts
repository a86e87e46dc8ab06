import { describe, expect, test } from "vitest";
import type { AccountHead } from "../../../functions/analyse/account-period.ts";
import { reportFigures } from "../../../functions/analyse/report/figures.ts";
import { reportPeriods } from "../../../functions/analyse/report/periods.ts";
import type { Daily } from "../../../functions/model/daily.ts";
import { daysOf } from "../../../functions/model/day.ts";
import { addMonths, daysOfMonth } from "../../../functions/model/month.ts";
import type { Platform } from "../../../functions/model/platform.ts";
import type { Post } from "../../../functions/model/post.ts";
import type { ReportMeasure } from "../../../functions/model/report.ts";
import { day, post } from "../months.ts";

const head = (id: number, platform: Platform = "instagram"): AccountHead => ({
  id,
  platform,
  handle: `perpus${id}`,
  last_read_at: null,
  followers_at: null,
  collected_at: 1,
});

/** A whole month of an account, each day with the same figures. */
const month = (
  account_id: number,
  name: string,
  of: Partial<Daily>,
  posts: readonly Partial<Post>[] = [],
  followers_before: number | null = null,
) => ({
  account_id,
  month: name,
  followers_before,
  days: daysOf(daysOfMonth(name)).map((date) => day(date, of)),
  posts: posts.map((one, index) =>
    post({ id: index + 1, account_id, published_on: `${name}-0${1 + (index % 9)}`, ...one }),
  ),
});

type Asked = {
  accounts?: AccountHead[];
  months: ReturnType<typeof month>[];
  lastYear?: ReturnType<typeof month>[];
  of?: string;
  today?: string;
};
const found = ({
  accounts = [head(1)],
  months,
  lastYear = [],
  of = "2026-10",
  today = "2026-11-02",
}: Asked) => reportFigures({ accounts, months, lastYear, periods: reportPeriods(of, today) });
const one = (measure: ReportMeasure, asked: Asked) =>
  found(asked).accounts[0]?.figures.find((figure) => figure.measure === measure);
const together = (measure: ReportMeasure, asked: Asked) =>
  found(asked).all.find((figure) => figure.measure === measure);

const NONE = { before: null, difference: null, ratio: null, meaning: "none" };

test("in one order, followers first and the rate last", () =>
  expect(
    found({ months: [month(1, "2026-10", {})] }).accounts[0]?.figures.map(({ measure }) => measure),
  ).toEqual(["followers", "posts", "reach", "views", "interactions", "engagement_rate"]));

describe("a sum of days", () => {
  test("of a month of 31 stands beside the whole 30 before it, as that month's own report has it", () => {
    const figure = one("views", {
      months: [month(1, "2026-09", { views: 100 }), month(1, "2026-10", { views: 100 })],
    });
    expect(figure).toMatchObject({ value: 3100, before: { before: 3000 } });
    expect(figure?.parts).not.toHaveProperty("days_before");
  });

  test("where half of the month before was not read, it is taken as of as many days", () => {
    const before = month(1, "2026-09", { views: 100 });
    const half = { ...before, days: before.days.slice(15) };
    const figure = one("views", { months: [half, month(1, "2026-10", { views: 100 })] });
    expect(figure).toMatchObject({
      value: 3100,
      before: { before: 3100 },
      parts: { days_before: 15 },
    });
  });

  test("of a month that runs, beside as many days of the one before", () => {
    const running = month(1, "2026-11", { views: 100 });
    const until = { ...running, days: running.days.slice(0, 10) };
    const months = [month(1, "2026-10", { views: 100 }), until];
    expect(one("views", { months, of: "2026-11", today: "2026-11-10" })).toMatchObject({
      value: 1000,
      before: { before: 1000 },
    });
  });
});

test("a sum beside fewer days of a year ago is taken as of as many, and says so", () => {
  const year = month(1, "2025-10", { views: 100 });
  const figure = one("views", {
    months: [month(1, "2026-10", { views: 100 })],
    lastYear: [{ ...year, days: year.days.slice(15) }],
  });
  expect(figure).toMatchObject({ year: { before: 3100 }, parts: { days: 31, days_year: 16 } });
});

describe("followers", () => {
  test("of a month that runs stand beside those at the end of the days that it is compared with", () => {
    const october = month(1, "2026-10", {});
    const days = october.days.map((one, at) => ({ ...one, followers: 100 + at }));
    const november = month(1, "2026-11", { followers: 140 }, [], 130);
    const running = { ...november, days: november.days.slice(0, 10) };
    const asked = {
      accounts: [head(1), head(2)],
      months: [{ ...october, days }, running],
      of: "2026-11",
      today: "2026-11-10",
    };
    expect(one("followers", asked)).toMatchObject({
      value: 140,
      parts: { followers_before: 130, followers_change: 10 },
      before: { before: 109, difference: 31 },
    });
    expect(together("followers", asked)?.before.before).toBe(109);
  });

  const months = [
    month(1, "2026-09", { followers: 100 }),
    month(1, "2026-10", { followers: 110 }, [], 100),
  ];
  test("start, end and change", () =>
    expect(one("followers", { months })).toMatchObject({
      value: 110,
      parts: { followers_before: 100, followers_change: 10 },
      before: { before: 100, difference: 10, meaning: "up" },
      year: NONE,
    }));

  test("a year ago as they were then", () => {
    const lastYear = [month(1, "2025-10", { followers: 55 })];
    expect(one("followers", { months, lastYear })).toMatchObject({
      before: { before: 100 },
      parts: { followers_before: 100 },
      year: { before: 55, ratio: 1 },
    });
  });

  test("what was known before this month is not what was a year ago", () =>
    expect(one("followers", { months: months.slice(1) })).toMatchObject({
      before: { before: 100 },
      year: NONE,
    }));
});

describe("posts and what they drew", () => {
  const posts = (...interactions: (number | null)[]) =>
    interactions.map((count) => ({ interactions: count }));
  test("plain counts, told without a colour", () => {
    const months = [month(1, "2026-09", {}, posts(1, 2)), month(1, "2026-10", {}, posts(5, 6, 7))];
    expect(one("posts", { months })).toEqual({
      measure: "posts",
      value: 3,
      absence: null,
      formula: null,
      parts: {},
      before: { before: 2, difference: 1, ratio: 0.5, meaning: "sum" },
      year: NONE,
    });
    expect(one("interactions", { months })).toMatchObject({
      value: 18,
      parts: { posts: 3 },
      before: { before: 3 },
    });
  });

  test("from nothing there is no ratio", () =>
    expect(
      one("posts", { months: [month(1, "2026-09", {}), month(1, "2026-10", {}, posts(1))] })
        ?.before,
    ).toEqual({
      before: 0,
      difference: 1,
      ratio: null,
      meaning: "sum",
    }));

  test.each([
    ["nobody looked", head(1), [], "no_data", "no_data"],
    [
      "the posts are somebody's choice",
      { ...head(1, "tiktok"), collected_at: null },
      [month(1, "2026-10", {}, posts(3))],
      "not_enough",
      "not_enough",
    ],
    [
      "their reactions were not read",
      head(1),
      [month(1, "2026-10", {}, posts(null))],
      null,
      "not_read",
    ],
  ] as const)("unknown: %s", (_, account, months, ofPosts, ofInteractions) => {
    expect(one("posts", { accounts: [account], months: [...months] })?.absence).toBe(ofPosts);
    expect(one("interactions", { accounts: [account], months: [...months] })?.absence).toBe(
      ofInteractions,
    );
  });
});

describe("where a platform changed what a figure means there is no comparison", () => {
  test.each([
    ["in the month before", "2026-06", "before"],
    ["within the year", "2026-10", "year"],
  ] as const)("%s", (_, of, side) => {
    const accounts = [head(1, "facebook")];
    const reach = { reach: 100 };
    const months = [month(1, addMonths(of, -1), reach), month(1, of, reach)];
    const lastYear = [month(1, addMonths(of, -12), reach)];
    const figure = one("reach", { accounts, months, lastYear, of, today: "2026-12-01" });
    expect(figure?.value).toBe(100);
    expect(figure?.[side]).toEqual(NONE);
  });

  test("and outside of it there is one", () => {
    const months = [month(1, "2026-09", { reach: 100 }), month(1, "2026-10", { reach: 100 })];
    expect(one("reach", { accounts: [head(1, "facebook")], months })?.before.before).toBe(100);
  });
});

describe("all together", () => {
  const accounts = [head(1), head(2, "x")];
  const posted = (id: number, name: string, count: number) =>
    month(
      id,
      name,
      { followers: 10 * count },
      Array.from({ length: count }, () => ({ interactions: 2 })),
    );

  test("of one account there is none", () =>
    expect(found({ months: [posted(1, "2026-10", 2)] }).all).toEqual([]));

  test("is what adds up alone", () => {
    const months = [
      posted(1, "2026-09", 1),
      posted(1, "2026-10", 2),
      posted(2, "2026-09", 3),
      posted(2, "2026-10", 4),
    ];
    const asked = {
      accounts,
      months,
      lastYear: [posted(1, "2025-10", 5), posted(2, "2025-10", 6)],
    };
    expect(
      found(asked).all.map(({ measure, value, before, year }) => [
        measure,
        value,
        before.before,
        year.before,
      ]),
    ).toEqual([
      ["followers", 60, 40, 110],
      ["posts", 6, 4, 11],
      ["interactions", 12, 8, 22],
    ]);
  });

  test("beside a sum of other accounts it is not held", () => {
    const months = [posted(1, "2026-09", 1), posted(1, "2026-10", 2), posted(2, "2026-10", 4)];
    expect(together("posts", { accounts, months })).toMatchObject({
      value: 6,
      parts: { accounts: 2 },
      before: NONE,
    });
  });

  test("says of how many accounts it is, and is unknown where none is known", () => {
    expect(together("posts", { accounts, months: [posted(1, "2026-10", 2)] })).toMatchObject({
      value: 2,
      parts: { accounts: 1 },
    });
    expect(together("posts", { accounts, months: [] })).toMatchObject({
      value: null,
      absence: "no_data",
    });
  });
});
