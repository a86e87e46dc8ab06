import { describe, expect, test } from "vitest";
import { FREE, isScarce, PAID, planOf, rowsToday } from "../../functions/model/room.ts";

test.each([
  ["paid", PAID],
  [" Paid", PAID],
  ["free", FREE],
  ["pro", FREE],
  [undefined, FREE],
])("the var PLAN = %j", (named, plan) => expect(planOf(named)).toBe(plan));

describe.each([
  ["free", FREE],
  ["paid", PAID],
])("on the %s plan", (_, plan) => {
  const { bytes: most, written: day } = plan;
  test.each([
    ["nothing", 0, 0, false],
    ["just below eight tenths of both", 0.8 * most - 1, 0.8 * day - 1, false],
    ["eight tenths of the database", 0.8 * most, 0, true],
    ["eight tenths of the day", 0, 0.8 * day, true],
    ["more than there is", 2 * most, 2 * day, true],
  ])("%s: %d bytes, %d rows, is scarce: %s", (_, bytes, written, expected) => {
    expect(isScarce({ bytes, written }, plan)).toBe(expected);
  });
});

test.each([
  ["a usual file", 250, 0, null],
  ["as many rows as a day has room for", 12_857, 0, null],
  ["one more", 12_858, 0, 12_857],
  ["the same after half the day's share", 12_857, 45_000, 6_428],
  ["a day that is spent", 10, 90_000, 0],
  ["a day that is overspent", 10, 250_000, 0],
  ["no rows", 0, 0, null],
])("of %s (%i, %i written) the day has room for %s", (_, rows, written, expected) => {
  expect(rowsToday(rows, written, 100_000)).toBe(expected);
});
