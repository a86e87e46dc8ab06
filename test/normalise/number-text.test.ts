import { describe, expect, test } from "vitest";
import { isUnknown, readCount, readSeconds } from "../../functions/normalise/number-text.ts";

test.each([
  "",
  " ",
  "-",
  "--",
  "–",
  "—",
  "n/a",
  "N/A",
  "na",
  "NULL",
  "None",
  "tidak tersedia",
  "Not available",
  "undefined",
  "NaN",
  "-1",
  "−1",
  "-1.0",
  "-1,00",
])("%o says that nothing is known", (text) => {
  expect(isUnknown(text)).toBe(true);
  expect(readCount(text, "comma_groups")).toBeNull();
  expect(readSeconds(text, "comma_groups")).toBeNull();
});

test.each(["0", "-2", "nano", "xnull", "none of it", "–-"])("%o does not", (text) =>
  expect(isUnknown(text)).toBe(false),
);

describe("a count", () => {
  test.each([
    ["plain", "1234", 1234],
    ["none", "0", 0],
    ["with a plus", "+5", 5],
    ["with spaces round it", " 5 ", 5],
    ["grouped", "12,400", 12_400],
    ["grouped twice", "1,234,567", 1_234_567],
    ["grouped by spaces", "12 400", 12_400],
    ["that do not break", "1\u00a0234\u00a0567", 1_234_567],
    ["and are thin", "1\u2009234", 1234],
    ["or narrow", "1\u202f234", 1234],
    ["by apostrophes", "1'234", 1234],
    ["and curled ones", "1’234’567", 1_234_567],
    ["spaces that group nothing", "1 2", "not_a_count"],
    ["two signs that group", "1 234'567", "not_a_count"],
    ["wide digits", "１２３", 123],
    ["Arabic digits", "١٢٣", 123],
    ["grouped as Arabic does", "١٬٢٣٤", 1234],
    ["Persian", "۱۲۳", 123],
    ["Thai", "๑๒๓", 123],
    ["with what turns a text's direction", "\u200f123\u200e", 123],
    ["grouped by points twice", "1.234.567", 1_234_567],
    ["with its fraction of nothing", "12.400,0", 12_400],
    ["a fraction of nothing in another language", "5,0", 5],
    [
      "one that may be twelve or twelve thousand, where points do not group",
      "12.000",
      "not_a_count",
    ],
    ["a spreadsheet's fraction of nothing", "12.0", 12],
    ["thousands", "1.2K", 1200],
    ["thousands in Indonesian, with a comma", "1,2 rb", 1200],
    ["and a point behind", "1,2 rb.", 1200],
    ["1.2 times 1000 is not 1199.9999", "4.1K", 4100],
    ["millions", "2.5M", 2_500_000],
    ["millions in Indonesian", "2,5 jt", 2_500_000],
    ["two digits behind the mark", "1.25K", 1250],
    ["three are a group: with a suffix too", "1,250K", 1_250_000],
    ["billions", "3B", 3_000_000_000],
    ["billions otherwise", "3bn", 3_000_000_000],
    ["the largest", "1000000000000", 1_000_000_000_000],
    ["more than any platform counts", "1000000000001", "too_large_a_count"],
    ["with a suffix too", "1001B", "too_large_a_count"],
    ["below nought", "-3", "not_a_count"],
    ["nought below nought", "-0", 0],
    ["a fraction", "1.5", "not_a_count"],
    ["a group of two", "12,40", "not_a_count"],
    ["a first group of four", "1234,567", "not_a_count"],
    ["a group of none", ",400", "not_a_count"],
    ["two fractions", "1.2.3", "not_a_count"],
    ["a group behind the fraction", "1.2,345", "not_a_count"],
    ["an unknown suffix", "12x", "not_a_count"],
    ["three letters", "12 rbu", "not_a_count"],
    ["a letter before", "x12", "not_a_count"],
    ["words", "many", "not_a_count"],
  ])("%s: %s", (_, text, count) =>
    expect(readCount(text, "comma_groups")).toEqual(count === 0 ? expect.closeTo(0) : count),
  );

  test.each([
    ["grouped by points", "12.400", 12_400],
    ["with a comma for its fraction of nothing", "12.400,0", 12_400],
    ["a fraction", "12,5", "not_a_count"],
    ["a suffix", "1,2K", 1200],
    ["commas do not group", "12,400", "not_a_count"],
    ["and twelve is not meant for certain", "12,000", "not_a_count"],
    ["that they group can be seen", "1,234,567", 1_234_567],
  ])("in a file that groups by points, %s: %s", (_, text, count) =>
    expect(readCount(text, "point_groups")).toBe(count),
  );
});

test.each([
  ["by points", "12.400", 12_400],
  ["by commas", "2,000", 2000],
  ["shortened", "1,2 rb", 1200],
  ["shortened to three digits, or not", "1.250K", "not_a_count"],
])("in a file that groups by both, %s: %s", (_, text, count) =>
  expect(readCount(text, "both_groups")).toBe(count),
);

describe("a length of time, in seconds", () => {
  test.each([
    ["seconds", "754", 754],
    ["rounded", "754.6", 755],
    ["said to be seconds", "12 s", 12],
    ["grouped", "1,200", 1200],
    ["minutes and seconds", "12:34", 754],
    ["hours, minutes and seconds", "1:02:03", 3723],
    ["more than a day", "30:00:00", 108_000],
    ["with a fraction", "0:12.5", 12],
    ["one digit behind the colon", "1:5", 65],
    ["in words", "1h 2m 3s", 3723],
    ["without hours", "2m 3s", 123],
    ["hours alone", "2H", 7200],
    ["minutes alone", "2 m", 120],
    ["cut by colons", "1h:2m:3s", 3723],
    ["seconds in a word", "45s", 45],
    ["none", "0", 0],
    ["below nought", "-5", null],
    ["half a clock", "12:", null],
    ["three digits of seconds", "1:234", null],
    ["more before it", "x1:02", null],
    ["more behind it", "1:02x", null],
    ["words that are no time", "2 months", null],
    ["more than can be counted", "1000000000001", null],
    ["nothing", "", null],
  ])("%s: %s", (_, text, seconds) => expect(readSeconds(text, "comma_groups")).toBe(seconds));

  test.each([
    ["1.234,5", "point_groups", 1235],
    ["345.678", "comma_groups", 346],
    ["345,678", "comma_groups", 345_678],
    ["345.678", "point_groups", 345_678],
    ["345,678", "point_groups", 346],
    ["12.5", "point_groups", 13],
    ["12,5", "comma_groups", 13],
    ["０:１２", "comma_groups", 12],
  ] as const)("by its column's marks: %s in %s", (text, style, seconds) =>
    expect(readSeconds(text, style)).toBe(seconds),
  );
});
