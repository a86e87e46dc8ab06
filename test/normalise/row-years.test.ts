import { describe, expect, test } from "vitest";
import { readDate } from "../../functions/normalise/date-text.ts";
import { newestDay } from "../../functions/normalise/row-years.ts";

const newest = (texts: readonly string[], latest = "2026-11-28") =>
  newestDay(texts.map(readDate), "month_first", latest);

describe("the newest of days without a year, decided together", () => {
  test.each([
    ["ascending", ["November 26", "November 27"], "2026-11-27"],
    ["descending", ["November 27", "November 26"], "2026-11-27"],
    ["up to the file's own day", ["November 27", "November 28"], "2026-11-28"],
    ["past it: all a year earlier", ["November 28", "November 29"], "2025-11-29"],
    ["across a new year", ["December 31", "January 1"], "2026-01-01"],
    ["and back", ["January 1", "December 31"], "2026-01-01"],
    [
      "nearly once around",
      ["November 26", "November 27", "December 1", "January 1", "November 24", "November 25"],
      "2026-11-25",
    ],
    [
      "a leap day takes the others with it",
      ["February 28", "February 29", "March 1"],
      "2024-03-01",
    ],
    ["downwards too", ["March 1", "February 29"], "2024-03-01"],
    ["in the year before the newest", ["February 29", "November 1", "January 5"], "2025-01-05"],
    ["as the newest", ["February 28", "February 29"], "2024-02-29"],
    ["what is no date does not count", ["November 26", "soon", "November 27"], "2026-11-27"],
    ["a day twice", ["November 26", "November 26", "November 27"], "2026-11-27"],
    ["in no order", ["November 26", "March 1", "June 5", "January 2"], null],
    ["more than once around", ["March 1", "May 1", "February 1", "March 2"], null],
    ["one row", ["November 26"], null],
    ["one day", ["November 26", "November 26"], null],
    ["half a year apart, which both orders are", ["January 1", "July 2"], null],
    ["a row that says its year", ["November 26", "November 27, 2026"], null],
    ["none", [], null],
  ] as const)("%s", (_, texts, day) => expect(newest(texts)).toBe(day));

  test("eight years back, over a century's end that had none", () =>
    expect(newest(["February 29", "March 1"], "1904-02-01")).toBe("1896-03-01"));
});
