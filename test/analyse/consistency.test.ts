import { describe, expect, test } from "vitest";
import { consistency } from "../../functions/analyse/consistency.ts";

/** Three weeks from a Monday. */
const PERIOD = { from: "2026-11-02", to: "2026-11-22" };
const LATER = "2026-12-24";

describe("how regularly an account posts", () => {
  test.each([
    ["two in one week are one week with a post", ["2026-11-02", "2026-11-03"], 1],
    ["Sunday and Monday are of two weeks", ["2026-11-08", "2026-11-09"], 2],
    ["one in each week", ["2026-11-04", "2026-11-11", "2026-11-18"], 3],
    ["none", [], 0],
  ])("weeks with a post: %s", (_, published, weeks_with) =>
    expect(consistency(published, PERIOD, null, LATER)).toMatchObject({
      posts: published.length,
      weeks_with,
      weeks: 3,
    }),
  );

  test.each([
    // days without a post
    ["between two posts", ["2026-11-02", "2026-11-22"], LATER, 19],
    ["before the first", ["2026-11-20", "2026-11-22"], LATER, 18],
    ["after the last", ["2026-11-02", "2026-11-05"], LATER, 17],
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
    expect(consistency(published, PERIOD, null, today).longest_gap_days).toBe(gap),
  );

  test.each([
    ["three weeks", PERIOD, LATER, 3],
    ["the week of today counts", PERIOD, "2026-11-10", 2],
    ["from a Sunday to a Monday are two", { from: "2026-11-08", to: "2026-11-09" }, LATER, 2],
    ["one day is one", { from: "2026-11-08", to: "2026-11-08" }, LATER, 1],
    ["the period's last day is today", PERIOD, "2026-11-22", 3],
  ])("weeks in all: %s", (_, period, today, weeks) =>
    expect(consistency([], period, null, today).weeks).toBe(weeks),
  );

  test.each([
    ["yesterday", "2026-11-21", 1],
    ["today", "2026-11-22", 0],
    ["dated tomorrow: none ago", "2026-11-23", 0],
    ["never", null, null],
  ])("the last post was %s", (_, last, days) =>
    expect(consistency([], PERIOD, last, "2026-11-22").days_since_last).toBe(days),
  );
});
