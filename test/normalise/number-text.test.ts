import { describe, expect, test } from "vitest";
import {
  isUnknown,
  numberStyle,
  readCount,
  readSeconds,
} from "../../functions/normalise/number-text.ts";

describe("which mark groups a file's thousands", () => {
  test.each([
    ["a file cut at semicolons writes commas in fractions", ["12,400"], ";", "point_groups"],
    ["a count with a point before three digits", ["3", " 12.400 "], ",", "point_groups"],
    ["two such points", ["1.234.567"], ",", "point_groups"],
    ["with a fraction behind", ["12.400,5"], ",", "point_groups"],
    ["a point before two digits is a fraction's", ["12.40"], ",", "comma_groups"],
    ["more than three digits before it too", ["1234.567"], ",", "comma_groups"],
    ["commas", ["12,400"], ",", "comma_groups"],
    ["with a point among other signs", ["v12.400"], ",", "comma_groups"],
    ["or before them", ["12.400x"], ",", "comma_groups"],
    ["no counts", [], "\t", "comma_groups"],
  ] as const)("%s", (_, counts, delimiter, style) =>
    expect(numberStyle(counts, delimiter)).toBe(style),
  );
});

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
])("%o says that nothing is known", (text) => {
  expect(isUnknown(text)).toBe(true);
  expect(readCount(text, "comma_groups")).toBeNull();
  expect(readSeconds(text, "comma_groups")).toBeNull();
});

test.each(["0", "nan", "xnull", "none of it", "–-"])("%o does not", (text) =>
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
  ])("in a file that groups by points, %s: %s", (_, text, count) =>
    expect(readCount(text, "point_groups")).toBe(count),
  );
});

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

  test("by the file's own marks", () => expect(readSeconds("1.234,5", "point_groups")).toBe(1235));
});
