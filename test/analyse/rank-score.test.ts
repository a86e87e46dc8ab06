import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankScore } from "../../functions/analyse/rank-score.ts";

describe("a rank score", () => {
  test.each([
    // (rank + 0.5) / (n + 1) → qnorm
    ["in the middle", 5, [1, 2, 3, 7, 8, 9], 0],
    ["below all six: qnorm(1/14)", 0, [1, 2, 3, 7, 8, 9], -1.46523],
    ["above all six", 10, [1, 2, 3, 7, 8, 9], 1.46523],
    ["a tie counts half: qnorm(2/4)", 2, [1, 2, 3], 0],
    ["no norm at all", 1, [], 0],
  ])("%s", (_, value, among, expected) => expect(rankScore(value, among)).toBeCloseTo(expected, 5));

  test("is bounded, however extreme the post", () => {
    const forty = Array.from({ length: 40 }, (_, index) => index);
    expect(rankScore(1e12, forty)).toBe(rankScore(41, forty));
    // qnorm(40.5 / 41)
    expect(rankScore(1e12, forty)).toBeCloseTo(2.2509, 3);
  });

  test("only the order counts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat(50), (among, value) => {
        const cubed = (x: number) => x ** 3 + 5;
        expect(rankScore(cubed(value), among.map(cubed))).toBe(rankScore(value, among));
      }),
    );
  });
});
