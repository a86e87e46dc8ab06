import { describe, expect, test } from "vitest";
import { falseAlarmEvery } from "../../functions/analyse/chance.ts";
import { cusum, recoverySum } from "../../functions/analyse/cusum.ts";
import { isWorthTelling, streakRatio } from "../../functions/analyse/severity.ts";

describe("the sum of shortfalls", () => {
  test.each([
    ["a shortfall of half a sd is the least that counts", 1, 0.5, 1, 1],
    ["one and a half adds one", 1, 1.5, 1, 2],
    ["a usual post wears it down", 1, 0, 1, 0.5],
    ["it never falls below 0", 1, -2, 1, 0],
    ["half a vote moves it half as far", 1, 1.5, 0.5, 1.5],
    ["no vote does not move it", 1, 3, 0, 1],
  ])("%s", (_, sum, shortfall, weight, expected) =>
    expect(cusum(sum, shortfall, weight)).toBe(expected),
  );

  test.each([
    ["a usual post adds half", 1, 0, 1, 1.5],
    ["a good one more", 1, -1, 1, 2.5],
    ["a post half a sd low leaves it", 1, 0.5, 1, 1],
    ["a weak one takes away", 1, 1, 1, 0.5],
    ["never below 0", 0.2, 2, 1, 0],
    ["half a vote", 1, 0, 0.5, 1.25],
  ])("the recovery sum: %s", (_, sum, shortfall, weight, expected) =>
    expect(recoverySum(sum, shortfall, weight)).toBe(expected),
  );
});

describe("the chance figure", () => {
  // Siegmund's formula for k = 0.5
  test.each([
    [2.5, 69],
    [3, 119],
    [3.5, 201],
    [4, 338],
    [4.5, 564],
  ])("a peak of %f: once in %i posts", (peak, posts) => expect(falseAlarmEvery(peak)).toBe(posts));
});

describe("the size of a streak", () => {
  test.each([
    ["no post: nothing is said", [], 1],
    ["four posts at 0.4: 0.4 ^ (4/6)", [0.4, 0.4, 0.4, 0.4], 0.5429],
    ["the median, not the mean: 0.5 ^ (3/5)", [0.5, 0.01, 0.5], 0.6598],
    ["above the norm: 3 ^ (2/4)", [3, 3], 1.7321],
  ])("%s", (_, multiples, expected) =>
    expect(streakRatio(multiples.map(Math.log))).toBeCloseTo(expected, 4),
  );

  test.each([
    [1, false],
    [0.81, false],
    [0.8, true],
    [0.39, true],
    [1.24, false],
    [1.25, true],
    [3, true],
  ])("%f is worth telling: %s", (ratio, told) => expect(isWorthTelling(ratio)).toBe(told));
});
