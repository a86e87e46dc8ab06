import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankSumZ, shift } from "../../functions/analyse/rank-sum.ts";

describe("the rank-sum test", () => {
  test.each([
    // ranks 1, 2, 3, 4 and 8 add up to 18; expected 5 · 11 / 2, variance 5 · 5 · 11 / 12; half a rank towards nought
    [
      "without ties",
      [1.1, 2.2, 3.3, 4.4, 8],
      [5, 6, 7, 9, 10],
      (18 - 27.5 + 0.5) / Math.sqrt(275 / 12),
    ],
    // 2 is there three times (ranks 2 to 4: each 3), so 24 of 7 · 6 · 5 … are taken off the variance
    [
      "with ties: now has ranks 3, 3, 5, 6 of 1 … 6, together 17; expected 14",
      [2, 2, 3, 4],
      [1, 2],
      (17 - 14 - 0.5) / Math.sqrt(((4 * 2) / 12) * (7 - 24 / 30)),
    ],
    // ranks 2 and 3, together 5, as expected
    ["in the middle: nought", [2, 3], [1, 4], 0],
    // rank 1½ of an expected 2
    ["half a rank off is nought too", [1], [1, 2], 0],
  ])(
    "is the distance from the expected rank sum, in standard deviations: %s",
    (_, now, before, z) => expect(rankSumZ(now, before)).toBeCloseTo(z, 12),
  );

  test.each([
    ["all values are equal", [1, 1], [1, 1]],
    ["there are none now", [], [1, 2]],
    ["there were none before", [1, 2], []],
    ["one of each, the same", [1], [1]],
  ])("nothing can be said where %s", (_, now, before) => {
    expect(rankSumZ(now, before)).toBeNull();
    expect(shift(now, before)).toBe(0);
  });

  const LOW = [1, 2, 3, 4, 5, 6, 7, 8];
  test.each([
    ["all above", [11, 12, 13, 14, 15, 16, 17, 18], 1],
    ["all below", [-1, -2, -3, -4, -5, -6, -7, -8], -1],
    ["as they were", LOW, 0],
    // their ranks among the 16 add up to 87 of an expected 68: z = 18.5 / √(64 · 17 / 12) = 1.943
    ["just not enough", [5.4, 6.4, 6.5, 8.1, 8.2, 8.3, 8.4, 2.5], 0],
    // to 88: 19.5 is 2.048 of them, beyond 1.96
    ["just enough", [5.4, 6.4, 6.5, 8.1, 8.2, 8.3, 8.4, 3.5], 1],
    // to 49 and to 48, as far below
    ["just not enough below", [0.1, 0.2, 0.3, 0.4, 2.5, 2.6, 3.6, 6.5], 0],
    ["just enough below", [0.1, 0.2, 0.3, 0.4, 2.5, 2.6, 3.6, 5.5], -1],
  ] as const)("%s: %i", (_, now, moved) => expect(shift(now, LOW)).toBe(moved));

  test("sees no shift between samples of one distribution more than about one time in twenty", () => {
    let shifted = 0;
    const sample = fc.sample(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
      { numRuns: 400, seed: 7 },
    );
    for (let index = 0; index < 400; index += 2) {
      if (shift(sample[index] ?? [], sample[index + 1] ?? []) !== 0) shifted += 1;
    }
    expect(shifted / 200).toBeLessThan(0.1);
  });
});
