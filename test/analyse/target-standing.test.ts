/** How far a target is, by the months of its accounts. */
import { describe, expect, test } from "vitest";
import { type TargetAccount, targetStanding } from "../../functions/analyse/target-standing.ts";
import type { TargetFields } from "../../functions/model/target.ts";
import { day, post } from "./months.ts";

const TODAY = "2026-03-15";
const target = (more: Partial<TargetFields>): TargetFields => ({
  year: 2026,
  account: 1,
  metric: "followers",
  value: 3000,
  ...more,
});

/** An account that grew by two per cent each month of two years, read on the given day of each. */
const grown = (
  read_on: (month: string) => string,
  followers: number | null = 2000,
): TargetAccount => ({
  followers,
  months: Array.from({ length: 26 }, (_, index) => {
    const month = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    const count = Math.round(1000 * 1.02 ** index);
    return {
      month,
      days: [day(`${month}-01`, { followers: 1 }), day(read_on(month), { followers: count })],
      posts: [],
    };
  }),
});
const last = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
const daysBefore = (days: number) => (month: string) =>
  new Date(Date.parse(last(month)) - days * 86_400_000).toISOString().slice(0, 10);

describe("followers", () => {
  test("grow on from the last month's end, known to the day", () => {
    const found = targetStanding(target({}), [grown(last)], TODAY);
    // 1000 × 1.02^25 in February, and ten months more: 2000; what is needed from 2000 now
    expect(found).toMatchObject({ metric: "followers", now: 2000, word: "out_of_reach" });
    if (found.metric !== "followers") throw new Error("another metric");
    expect(found.low).toBeLessThan(1000 * 1.02 ** 35);
    expect(found.high).toBeGreaterThan(1000 * 1.02 ** 35);
    expect(found.needed_a_month).toBeCloseTo(1.5 ** (1 / (9 + 16 / 31)), 6);
  });

  test.each<[string, number, boolean]>([
    ["three days before its end are a month's end", 3, true],
    ["four days before are not", 4, false],
  ])("%s", (_what, days, known) => {
    const { word } = targetStanding(target({}), [grown(daysBefore(days))], TODAY) as {
      word: unknown;
    };
    expect(word !== null).toBe(known);
  });

  test("of two are known where both are", () => {
    const both = targetStanding(target({ account: null }), [grown(last), grown(last, 500)], TODAY);
    expect(both).toMatchObject({ now: 2500 });
    expect((both as { high: number }).high).toBeGreaterThan(2 * 1000 * 1.02 ** 35);
    const half = targetStanding(
      target({ account: null }),
      [grown(last), { followers: null, months: [] }],
      TODAY,
    );
    expect(half).toMatchObject({
      now: null,
      needed_a_month: null,
      low: null,
      high: null,
      word: null,
    });
  });

  test("of no account are not known", () =>
    expect(targetStanding(target({ account: null }), [], TODAY)).toMatchObject({
      now: null,
      word: null,
    }));

  test("the month that runs has no end", () => {
    const one = grown(last);
    const running = {
      month: "2026-03",
      days: [day("2026-03-14", { followers: 9_000 })],
      posts: [],
    };
    expect(
      targetStanding(target({}), [{ ...one, months: [...one.months, running] }], TODAY),
    ).toEqual(targetStanding(target({}), [one], TODAY));
  });
});

const posts = (month: string, count: number, more = {}): TargetAccount["months"][number] => ({
  month,
  days: [],
  posts: Array.from({ length: count }, (_, id) =>
    post({
      id,
      published_on: `${month}-10`,
      interactions: 20,
      followers_at_publish: 1000,
      mature: true,
      ...more,
    }),
  ),
});
const account = (...months: TargetAccount["months"]): TargetAccount => ({
  followers: 1000,
  months,
});

describe("the engagement rate", () => {
  const rate = (...months: TargetAccount["months"]) =>
    targetStanding(target({ metric: "engagement_rate", value: 0.03 }), [account(...months)], TODAY);

  test.each<[string, ReturnType<typeof posts>[], object]>([
    [
      "is that of the year's posts",
      [posts("2025-12", 9, { interactions: 90 }), posts("2026-01", 6)],
      { posts: 6, now: 0.02, word: "below" },
    ],
    [
      "is open with too few for an interval",
      [posts("2026-01", 5)],
      { posts: 5, now: 0.02, word: null },
    ],
    ["above", [posts("2026-02", 6, { interactions: 40 })], { posts: 6, now: 0.04, word: "above" }],
    [
      "leaves out stories, what is paid for and what is young",
      [
        posts("2026-01", 3, { format: "story" }),
        posts("2026-01", 3, { paid: true }),
        posts("2026-02", 3, { mature: false }),
      ],
      { posts: 0, now: null, word: null },
    ],
  ])("%s", (_what, months, said) =>
    expect(rate(...months)).toEqual({ metric: "engagement_rate", ...said }),
  );
});

describe("posts a month", () => {
  const wanted = target({ metric: "posts_per_month", value: 3, account: null });

  test("are counted in the year's months that are over, over all accounts, stories apart", () => {
    const one = account(posts("2025-12", 9), posts("2026-01", 2), posts("2026-03", 9));
    const two = account(
      posts("2026-01", 1),
      posts("2026-02", 2),
      posts("2026-02", 4, { format: "story" }),
    );
    expect(targetStanding(wanted, [one, two], TODAY)).toEqual({
      metric: "posts_per_month",
      months: 2,
      kept: 1,
      mean: 2.5,
    });
  });

  test("in January no month is over", () =>
    expect(targetStanding(wanted, [account(posts("2026-01", 9))], "2026-01-31")).toEqual({
      metric: "posts_per_month",
      months: 0,
      kept: 0,
      mean: null,
    }));

  test("of a year that is over all twelve count", () =>
    expect(
      targetStanding({ ...wanted, year: 2025 }, [account(posts("2025-12", 12))], TODAY),
    ).toEqual({
      metric: "posts_per_month",
      months: 12,
      kept: 1,
      mean: 1,
    }));
});
