import { expect, test } from "vitest";
import { emptyStretches } from "../../functions/analyse/empty-stretches.ts";

const day = (date: number) => `2026-12-${String(date).padStart(2, "0")}`;
test.each<[string, number[], [number, number][]]>([
  ["nothing at all is one run", [], [[1, 9]]],
  [
    "a day in the middle makes two",
    [5],
    [
      [1, 4],
      [6, 9],
    ],
  ],
  ["one empty day is none", [1, 3, 5, 7, 9], []],
  ["two are", [1, 4, 6, 7, 8], [[2, 3]]],
  [
    "the ends count",
    [3, 4, 5, 6, 7],
    [
      [1, 2],
      [8, 9],
    ],
  ],
  ["every day is taken", [1, 2, 3, 4, 5, 6, 7, 8, 9], []],
  [
    "in any order, and more than once",
    [5, 5, 2, 8],
    [
      [3, 4],
      [6, 7],
    ],
  ],
  ["days outside do not matter", [20], [[1, 9]]],
])("%s", (_, taken, runs) =>
  expect(emptyStretches(taken.map(day), day(1), day(9))).toEqual(
    runs.map(([from, to]) => ({ from: day(from), to: day(to) })),
  ),
);

test("a period that ends before it begins holds none", () =>
  expect(emptyStretches([], day(9), day(1))).toEqual([]));
test("over the year's end", () =>
  expect(emptyStretches([], "2026-12-31", "2027-01-02")).toEqual([
    { from: "2026-12-31", to: "2027-01-02" },
  ]));
