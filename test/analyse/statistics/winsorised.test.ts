import { expect, test } from "vitest";
import { winsorised } from "../../../functions/analyse/statistics/winsorised.ts";

test("a viral post is drawn in to 2½ robust deviations", () => {
  // median of the sizes 1: bound 2.5 × 1.4826
  const drawn = winsorised(Float64Array.of(-1, 1, 0.5, 40, -1));
  expect([...drawn]).toEqual([-1, 1, 0.5, expect.closeTo(3.7065, 9), -1]);
});

test("where most are alike nothing is drawn in", () =>
  expect([...winsorised(Float64Array.of(0, 0, 0, 5))]).toEqual([0, 0, 0, 5]));
