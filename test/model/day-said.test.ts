/** When a platform's day was spoken of, as an account's row keeps it. */
import { expect, test } from "vitest";
import { type DaySaid, daySaidLast, daySaidOf } from "../../functions/model/day-said.ts";

const RUNS: DaySaid = [
  [3, 100, 400, 100],
  [1, 250, 250, 0],
];

test.each<[string, DaySaid | number | undefined, DaySaid]>([
  ["nothing", undefined, []],
  ["runs, as they are", RUNS, RUNS],
  [
    "an instant alone: everything known was said then, and of what was before nobody knows",
    400,
    [
      [-1, 0, 399, 0],
      [0x7f, 400, 400, 0],
    ],
  ],
])("%s", (_, kept, expected) => {
  expect(daySaidOf(kept)).toEqual(expected);
});

test.each<[string, DaySaid, number | null]>([
  ["never", [], null],
  ["once", [[1, 250, 250, 0]], 250],
  ["at the latest end of its runs, whichever comes last", RUNS, 400],
  ["and in the other order", [...RUNS].reverse(), 400],
])("said last: %s", (_, said, expected) => {
  expect(daySaidLast(said)).toBe(expected);
});
