import { describe, expect, test } from "vitest";
import { postsSoFar, rateSoFar } from "../../functions/analyse/target-so-far.ts";

describe("the rate of the year so far", () => {
  const to = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  // the chance of so few heads: of 5 coins none in 1/32 = .031; of 6 none in .0156; of 8 at most one in .035; of 9 in .0195;
  // of 20 at most five in .0207, six in .0577
  test.each<[string, number[], number | null, number | null, number | null]>([
    ["none", [], null, null, null],
    ["one", [3], 3, null, null],
    ["five are too few for an interval", to(5), 3, null, null],
    ["of six it is all of them", to(6), 3.5, 1, 6],
    ["of eight too", to(8), 4.5, 1, 8],
    ["of nine without the outermost", to(9), 5, 2, 8],
    ["of twenty without five at each end", to(20), 10.5, 6, 15],
    ["in any order", [4, 6, 1, 5, 2, 3], 3.5, 1, 6],
  ])("%s", (_, rates, median, low, high) => {
    expect(rateSoFar(rates, 0)).toMatchObject({ posts: rates.length, median, low, high });
  });

  test.each([
    ["all above", 0.9, "above"],
    ["the lowest is it: not above", 1, "open"],
    ["in the middle", 3.5, "open"],
    ["the highest is it: not below", 6, "open"],
    ["all below", 6.1, "below"],
  ] as const)("%s: %d is %s", (_, target, word) => {
    expect(rateSoFar(to(6), target).word).toBe(word);
  });

  test("without an interval there is no word", () => {
    expect(rateSoFar(to(5), 0).word).toBeNull();
  });
});

describe("posts a month so far", () => {
  test.each([
    ["no month is over", [], 0, 0, null],
    ["as many as wanted is kept, fewer is not", [12, 11, 13], 3, 2, 12],
    ["a month without posts counts", [0, 24], 2, 1, 12],
  ])("%s", (_, counts, months, kept, mean) => {
    expect(postsSoFar(counts, 12)).toEqual({ months, kept, mean });
  });
});
