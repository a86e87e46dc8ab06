import { describe, expect, test } from "vitest";
import { type Cell, type Dialect, toCsv } from "../../functions/present/csv.ts";

const COLUMNS = [{ name: "cell", type: "text" }] as const;
const line = (cell: Cell, dialect?: Dialect) =>
  toCsv(COLUMNS, [[cell]], dialect)
    .split("\r\n")
    .slice(1, -1)
    .join("\r\n");
const INDONESIAN: Dialect = { excel: true, language: "id" };

describe("what a spreadsheet would take for a formula", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+62", "'+62"],
    ["-1", "'-1"],
    ["@perpus", "'@perpus"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["=1\n+2", '"\'=1\n+2"'],
    ["a=1", "a=1"],
  ])("%j", (text, cell) => {
    expect(line(text)).toBe(cell);
    expect(line(text, INDONESIAN)).toBe(cell);
  });
});

test("numbers stay numbers, below zero and with a decimal comma, too", () => {
  expect([-2, -0.5, 1.25, null, true].map((cell) => line(cell))).toEqual([
    "-2",
    "-0.5",
    "1.25",
    "",
    "true",
  ]);
  expect([-2, -0.5, 1.25, null, true].map((cell) => line(cell, INDONESIAN))).toEqual([
    "-2",
    "-0,5",
    "1,25",
    "",
    "true",
  ]);
});
