import { describe, expect, test } from "vitest";
import { numberStyle, secondsStyle } from "../../functions/normalise/number-style.ts";

describe("which mark groups a file's thousands", () => {
  test.each([
    ["nothing tells, and a spreadsheet that cuts at semicolons", ["5"], ";", "point_groups"],
    ["nothing tells", [], "\t", "comma_groups"],
    ["a count in a file cut at semicolons", ["5", "12,400"], ";", "comma_groups"],
    ["of thousands alone", ["2,000"], ";", "comma_groups"],
    ["a count with a point before three digits", ["3", " 12.400 "], ",", "point_groups"],
    ["two such points", ["1.234.567"], ",", "point_groups"],
    ["with a fraction behind", ["12.400,5"], ",", "point_groups"],
    ["a comma before a fraction of nothing", ["12,0"], ",", "point_groups"],
    ["a point before one", ["12.0"], ";", "comma_groups"],
    ["two commas", ["1,234,567"], ";", "comma_groups"],
    ["wide digits", ["１,２３４"], ";", "comma_groups"],
    ["below nought", ["-2,000"], ";", "comma_groups"],
    ["a point before two digits is no count's", ["12.40"], ",", "comma_groups"],
    ["more than three digits before it too", ["1234.567"], ",", "comma_groups"],
    ["commas", ["12,400"], ",", "comma_groups"],
    ["with a point among other signs", ["v12.400"], ",", "comma_groups"],
    ["or before them", ["12.400x"], ",", "comma_groups"],
    ["shortened ones say nothing", ["1.2K", "1,2 rb"], ";", "point_groups"],
    ["both marks before three digits", ["12.400", "1,234"], ";", "both_groups"],
    // what is shown with three decimals is no thousands
    ["a comma before a fraction elsewhere", ["5,000", "1.234,000"], ",", "point_groups"],
    ["a point before one", ["5.000", "0.000"], ",", "comma_groups"],
    ["both before fractions", ["12.0", "12,0"], ";", "point_groups"],
    ["longer than any number", [`1,234${" ".repeat(200)}`], ";", "point_groups"],
  ] as const)("%s", (_, counts, delimiter, style) =>
    expect(numberStyle(counts, delimiter)).toBe(style),
  );
});

describe("which mark stands before the fraction of a column's seconds", () => {
  test.each([
    ["a point, as the platforms write", ["345.678"], "point_groups", "comma_groups"],
    ["a comma in a file of commas", ["345,678"], "point_groups", "point_groups"],
    ["but not in one whose commas group", ["345,678"], "comma_groups", "comma_groups"],
    ["one digit behind a point", ["345.678", "12.5"], "point_groups", "comma_groups"],
    ["one digit behind a comma", ["345,678", "12,5"], "comma_groups", "point_groups"],
    ["a number that is grouped twice", ["345.678", "1.234.567"], "comma_groups", "point_groups"],
    ["both marks", ["345.678", "1.234,5"], "comma_groups", "point_groups"],
    ["four digits ungrouped", ["345,678", "1234"], "comma_groups", "point_groups"],
    [
      "both marks, of which neither says anything",
      ["345,678", "345.678"],
      "point_groups",
      "comma_groups",
    ],
    ["none", [], "point_groups", "comma_groups"],
  ] as const)("%s", (_, seconds, counts, style) =>
    expect(secondsStyle(seconds, counts)).toBe(style),
  );
});
