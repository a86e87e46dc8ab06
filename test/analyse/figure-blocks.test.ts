import { expect, test } from "vitest";
import { accountPeriods } from "../../functions/analyse/account-period.ts";
import { figureBlocks } from "../../functions/analyse/figure-blocks.ts";
import { daysOf, type Period, periodBefore } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { day, post } from "./months.ts";

const YEAR = { from: "2025-11-25", to: "2026-11-24" };

const head = (id: number, platform: Platform) => ({
  id,
  platform,
  handle: "perpus",
  last_read_at: null,
  followers_at: null,
  collected_at: null,
});

/** The views of these accounts, each with the same every day of the period and of the one before. */
function viewsOf(period: Period, perDay: { now: number; before: number }[]) {
  const accounts = perDay.map((_, index) =>
    head(index + 1, index === 0 ? "instagram" : "facebook"),
  );
  const months = perDay.map(({ now, before }, index) => ({
    account_id: index + 1,
    followers_before: null,
    days: [
      ...daysOf(periodBefore(period)).map((date) => day(date, { views: before })),
      ...daysOf(period).map((date) => day(date, { views: now })),
    ],
    posts: [],
  }));
  const blocks = figureBlocks(accountPeriods(accounts, months, period), period, "followers");
  return blocks.find(({ metric }) => metric === "views")?.rows ?? [];
}

test("the views of all accounts are added up, and their change is never painted", () => {
  const period = { from: "2026-11-02", to: "2026-11-29" };
  const [own, , all] = viewsOf(period, [
    { now: 10, before: 20 },
    { now: 30, before: 60 },
  ]);
  expect(own?.change.meaning).toBe("down");
  expect(all).toMatchObject({
    platform: null,
    value: 28 * 40,
    change: { before: 28 * 80, ratio: -0.5, meaning: "sum" },
  });
});

test("a week that the period cuts is no point of the small line: it would look like a fall", () => {
  const [own] = viewsOf(YEAR, [{ now: 10, before: 10 }]);
  // Tuesday 25 November 2025 to Tuesday 24 November 2026: 51 whole weeks and two pieces
  expect(own?.spark).toEqual(Array.from({ length: 51 }, () => 70));
});

test("a figure says when it was read, and whether it came by itself", () => {
  const account = {
    ...head(1, "instagram"),
    last_read_at: 300,
    followers_at: 200,
    collected_at: 250,
  };
  const rows = figureBlocks(accountPeriods([account], [], YEAR), YEAR, "followers").map(
    ({ metric, rows: [row] }) => [metric, row?.read_at, row?.brought],
  );
  expect(rows).toEqual([
    ["engagement_rate", 300, true],
    ["reach", 300, true],
    ["views", 300, true],
    ["followers", 200, false],
  ]);
});

test.each([
  ["instagram", "not_read"],
  ["x", "not_available"],
] as const)("no reach on %s: %s", (platform, absence) => {
  const month = {
    account_id: 1,
    followers_before: null,
    days: [],
    posts: [post({ published_on: "2026-11-02", reach: null })],
  };
  const blocks = figureBlocks(accountPeriods([head(1, platform)], [month], YEAR), YEAR, "reach");
  expect(blocks.find(({ metric }) => metric === "reach")?.rows[0]).toMatchObject({
    value: null,
    absence,
  });
  expect(blocks[0]?.rows[0]).toMatchObject({ value: null, absence });
});

test("views of fewer known days are compared over as many days before", () => {
  const period = { from: "2026-11-02", to: "2026-11-29" };
  const early = daysOf(period).slice(0, 24);
  const months = [1, 2].map((account_id) => ({
    account_id,
    followers_before: null,
    days: [
      ...daysOf(periodBefore(period)).map((date) => day(date, { views: 100 })),
      ...early.map((date) => day(date, { views: 100 })),
    ],
    posts: [],
  }));
  const heads = [head(1, "instagram"), head(2, "facebook")];
  const blocks = figureBlocks(accountPeriods(heads, months, period), period, "followers");
  const [own, , all] = blocks.find(({ metric }) => metric === "views")?.rows ?? [];
  expect(own).toMatchObject({
    value: 2400,
    change: { before: 2400, ratio: 0, meaning: "same" },
    parts: { days: 24, days_before: 28 },
  });
  expect(all).toMatchObject({ value: 4800, change: { before: 4800, ratio: 0 } });
});

test("nothing is said of a sum's change where none of its accounts has enough days", () => {
  const period = { from: "2026-11-02", to: "2026-11-04" };
  const rows = viewsOf(period, [
    { now: 10, before: 20 },
    { now: 30, before: 60 },
  ]);
  expect(rows.map(({ change }) => change.meaning)).toEqual(["few", "few", "few"]);
});
