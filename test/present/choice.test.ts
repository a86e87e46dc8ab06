import { describe, expect, test } from "vitest";
import type { Fault } from "../../functions/model/problem.ts";
import {
  choiceOf,
  grainOf,
  periodOf,
  presetPeriod,
  type Query,
} from "../../functions/present/choice.ts";

const TODAY = "2026-11-24";
const choice = (query: Query) => choiceOf(query, TODAY, ["instagram", "x"]);

test.each<[string, Query, "before" | "year"]>([
  ["the period before, where nothing is said", {}, "before"],
  ["the period before", { against: "before" }, "before"],
  ["the year before", { against: "year" }, "year"],
  ["the usual one, where an address is mistyped", { against: "years" }, "before"],
])("is compared with %s", (_, query, against) => expect(choice(query).against).toBe(against));

describe("the period that an address asks for", () => {
  test.each([
    // both ends included, and today is one of the days
    ["7d", "2026-11-18"],
    ["28d", "2026-10-28"],
    ["90d", "2026-08-27"],
    ["1y", "2025-11-25"],
    ["2y", "2024-11-25"],
  ] as const)("%s ends today and begins on %s", (preset, from) => {
    expect(choice({ period: preset })).toMatchObject({ preset, from, to: TODAY });
    expect(presetPeriod(preset, TODAY)).toEqual({ from, to: TODAY });
  });

  test.each<[string, Query]>([
    ["nothing is said", {}],
    ["an old link says what there no longer is", { period: "14d" }],
    ["the dates are left empty", { from: "", to: "" }],
  ])("is the last 28 days where %s", (_, query) =>
    expect(choice(query)).toMatchObject({ preset: "28d", from: "2026-10-28", to: TODAY }),
  );

  test.each<[string, Query, string, string]>([
    ["both dates", { from: "2026-01-01", to: "2026-01-31" }, "2026-01-01", "2026-01-31"],
    ["one day", { from: "2026-01-01", to: "2026-01-01" }, "2026-01-01", "2026-01-01"],
    ["a beginning alone reaches to today", { from: "2026-11-01" }, "2026-11-01", TODAY],
    ["an end alone closes 28 days", { to: "2026-01-28" }, "2026-01-01", "2026-01-28"],
    ["dates beat a preset", { period: "7d", from: "2026-11-01" }, "2026-11-01", TODAY],
    // 1,830 days on: five years with their leap days
    ["five years", { from: "2021-11-20" }, "2021-11-20", TODAY],
  ])("of its own: %s", (_, query, from, to) =>
    expect(choice(query)).toMatchObject({ preset: null, from, to }),
  );

  test.each<[string, Query, { path: string; code: string }[]]>([
    ["a day that is none", { from: "2026-02-30" }, [{ path: "from", code: "not_a_day" }]],
    [
      "two of them",
      { from: "yesterday", to: "2026-13-01" },
      [
        { path: "from", code: "not_a_day" },
        { path: "to", code: "not_a_day" },
      ],
    ],
    ["before all platforms", { from: "2003-12-31" }, [{ path: "from", code: "too_early" }]],
    ["the end of all years", { to: "9999-12-31" }, [{ path: "to", code: "too_late" }]],
    ["backwards", { from: "2026-11-02", to: "2026-11-01" }, [{ path: "from", code: "backwards" }]],
    ["from after today", { from: "2026-11-25" }, [{ path: "from", code: "backwards" }]],
    [
      "longer than five years",
      { from: "2021-11-19" },
      [{ path: "from", code: "too_long_a_period" }],
    ],
    [
      "an unknown platform",
      { platform: "x,youtube" },
      [{ path: "platform", code: "unknown_platform" }],
    ],
    [
      "an unknown platform, and then no date is looked at",
      { platform: "youtube", from: "2026-11-02", to: "2026-11-01" },
      [{ path: "platform", code: "unknown_platform" }],
    ],
  ])("is refused: %s", (_, query, problems) => {
    const refused = expect.objectContaining({
      code: "invalid",
      problems: problems.map((one) => expect.objectContaining(one)),
    });
    expect(() => choice(query)).toThrow(refused);
  });

  test("a refusal says in words what is wrong first", () =>
    expect(() => choice({ from: "2026-02-30" })).toThrow("from must be a day that exists"));

  test("asked for beside other faults it is today, until those are mended", () => {
    const faults: Fault[] = [{ path: "platform", code: "unknown_platform", message: "" }];
    expect(periodOf({ from: "2026-01-01" }, TODAY, faults)).toEqual({ from: TODAY, to: TODAY });
  });
});

describe("the platforms that an address asks for", () => {
  test.each<[string, string | undefined, string[] | null]>([
    ["none named: all", undefined, null],
    ["nothing between commas: all", " , ", null],
    ["one", "x", ["x"]],
    ["two, in the house's order and not the address's", "x,instagram", ["instagram", "x"]],
    ["with spaces and capitals", " X , TikTok ", ["tiktok", "x"]],
    ["one twice", "x,x", ["x"]],
    ["all four by name: all", "x,tiktok,facebook,instagram", null],
  ])("%s", (_, platform, platforms) => expect(choice({ platform }).platforms).toEqual(platforms));

  test("those that have an account are offered", () =>
    expect(choice({}).offered).toEqual(["instagram", "x"]));
});

test.each([
  ["reach", "reach"],
  ["views", "views"],
  ["followers", "followers"],
  ["likes", "followers"],
  [undefined, "followers"],
])("a rate by %s is by %s", (rate, base) => expect(choice({ rate }).rate_base).toBe(base));

test.each([
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["year", null],
  [undefined, null],
])("the grain %s is %s", (text, grain) => expect(grainOf(text)).toBe(grain));
