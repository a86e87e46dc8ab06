import { describe, expect, test } from "vitest";
import { consistency } from "../../functions/analyse/consistency.ts";

/** Four weeks from a Monday. */
const PERIOD = { from: "2026-11-02", to: "2026-11-29" };
const LATER = "2026-12-24";
const EARLIER = "2026-01-01";

const of = (
  published: readonly string[],
  {
    period = PERIOD,
    known = EARLIER as string | null,
    last = null as string | null,
    today = LATER as string,
    seen = today as string,
  } = {},
) => consistency(published, period, { known, seen, last, today });

describe("how regularly an account posts", () => {
  test.each([
    ["two in one week are one week with a post", ["2026-11-02", "2026-11-03"], 1],
    ["Sunday and Monday are of two weeks", ["2026-11-08", "2026-11-09"], 2],
    ["one in each week", ["2026-11-04", "2026-11-11", "2026-11-18", "2026-11-29"], 4],
    ["none", [], 0],
  ])("weeks with a post: %s", (_, published, weeks_with) =>
    expect(of(published)).toMatchObject({ posts: published.length, weeks_with, weeks: 4 }),
  );

  test.each([
    ["four weeks of a Monday to a Sunday", {}, 4],
    [
      "a Tuesday's four weeks hold three whole ones",
      { period: { from: "2026-11-03", to: "2026-11-30" } },
      3,
    ],
    ["the week of today is not over", { today: "2026-11-28" }, 3],
    ["a week that ends today is", { today: "2026-11-29" }, 4],
    ["the week in which the account became known does not count", { known: "2026-11-03" }, 3],
    ["one that became known on a Monday does", { known: "2026-11-09" }, 3],
    ["below 28 days there is no share", { period: { from: "2026-11-02", to: "2026-11-28" } }, null],
    ["nothing is known of it", { known: null }, null],
    ["no week of it is whole", { known: "2026-11-24", today: "2026-11-29" }, null],
  ])("weeks in all: %s", (_, given, weeks) => expect(of(["2026-11-03"], given).weeks).toBe(weeks));

  test("a post in a week that is cut counts as a post, not as a week", () => {
    expect(
      of(["2026-11-03", "2026-11-29"], { today: "2026-11-29", known: "2026-11-03" }),
    ).toMatchObject({
      posts: 2,
      weeks_with: 1,
      weeks: 3,
    });
    expect(of(["2026-11-28"], { today: "2026-11-28" })).toMatchObject({
      posts: 1,
      weeks_with: 0,
      weeks: 3,
    });
  });

  test.each([
    // days without a post
    ["between two posts", ["2026-11-02", "2026-11-29"], LATER, 26],
    ["before the first", ["2026-11-20", "2026-11-29"], LATER, 18],
    ["after the last", ["2026-11-02", "2026-11-05"], LATER, 24],
    ["after the last, but not beyond today", ["2026-11-02"], "2026-11-04", 2],
    [
      "posts on neighbouring days have none between them",
      ["2026-11-02", "2026-11-03", "2026-11-04"],
      "2026-11-04",
      0,
    ],
    ["two posts of one day neither", ["2026-11-02", "2026-11-02"], "2026-11-02", 0],
    ["without a post there is none", [], LATER, null],
  ])("the longest gap: %s", (_, published, today, gap) =>
    expect(of(published, { today }).longest_gap_days).toBe(gap),
  );

  test.each([
    ["yesterday", "2026-11-28", 1],
    ["today", "2026-11-29", 0],
    ["dated tomorrow: none ago", "2026-11-30", 0],
    ["never", null, null],
  ])("the last post was %s", (_, last, days) =>
    expect(of([], { last, today: "2026-11-29" }).days_since_last).toBe(days),
  );

  test("before an account was known nothing is a gap", () =>
    expect(
      of(["2026-11-20", "2026-11-25"], { known: "2026-11-20", today: "2026-11-25" }),
    ).toMatchObject({ longest_gap_days: 4 }));

  test.each([
    ["yesterday", "2026-11-28", 8, 9],
    ["two days ago", "2026-11-27", 7, 9],
    ["longer ago: nobody knows what it posted since", "2026-11-26", 6, null],
  ])("read last %s", (_, seen, longest_gap_days, days_since_last) =>
    expect(
      of(["2026-11-19", "2026-11-20"], {
        last: "2026-11-20",
        known: "2026-11-19",
        seen,
        today: "2026-11-29",
      }),
    ).toMatchObject({ longest_gap_days, days_since_last }),
  );
});
