import fc from "fast-check";
import { expect, test } from "vitest";
import { midRankScores } from "../../../functions/analyse/statistics/mid-rank-scores.ts";

test.each([
  // Φ⁻¹ of (1 − ½) / 3, (3 − ½) / 3, (2 − ½) / 3
  ["ranks alone count", [5, 9e9, 7], [-0.967, 0.967, 0]],
  // ranks 1, 2½, 2½, 4 of four: Φ⁻¹ of .125, .5, .5, .875
  ["ties share their rank", [0, 3, 3, 8], [-1.15, 0, 0, 1.15]],
  ["one alone is in the middle", [4], [0]],
  ["of none there are none", [], []],
])("%s", (_, values, scores) => {
  const found = [...midRankScores(Float64Array.from(values))];
  expect(found).toEqual(scores.map((score) => expect.closeTo(score, 3)));
});

test("of a part of an array that part alone counts", () => {
  const all = Float64Array.of(100, 5, 900, 7, -3);
  expect(midRankScores(all.subarray(1, 4))).toEqual(midRankScores(Float64Array.of(5, 900, 7)));
});

test("turned round, the scores are", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (values) => {
      const scores = midRankScores(Float64Array.from(values));
      const turned = midRankScores(Float64Array.from(values, (value) => -value));
      for (const [at, score] of turned.entries()) expect(score).toBeCloseTo(-(scores[at] ?? 0), 9);
    }),
  );
});
