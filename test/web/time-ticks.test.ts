import { expect, test } from "vitest";
import { timeTicks } from "../../web/parts/time-ticks.ts";

test.each([
  ["a day", "2026-11-09", "2026-11-09", ["2026-11-09"]],
  [
    "a week: every second day",
    "2026-11-09",
    "2026-11-15",
    ["2026-11-09", "2026-11-11", "2026-11-13", "2026-11-15"],
  ],
  [
    "28 days: Mondays",
    "2026-11-03",
    "2026-11-30",
    ["2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"],
  ],
  ["90 days: months", "2026-09-01", "2026-11-29", ["2026-09-01", "2026-10-01", "2026-11-01"]],
  [
    "a year: quarters",
    "2025-11-30",
    "2026-11-29",
    ["2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01"],
  ],
  [
    "two years: half years",
    "2024-11-30",
    "2026-11-29",
    ["2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01"],
  ],
  [
    "five years: every second",
    "2021-11-30",
    "2026-11-29",
    ["2022-01-01", "2024-01-01", "2026-01-01"],
  ],
])("%s", (_, from, to, days) =>
  expect(timeTicks({ from, to }).map(({ day }) => day)).toEqual(days),
);

test("whether a tick is a day's or a month's", () => {
  expect(timeTicks({ from: "2026-11-03", to: "2026-11-30" })[0]?.by).toBe("day");
  expect(timeTicks({ from: "2026-09-01", to: "2026-11-29" })[0]?.by).toBe("month");
});
