import { describe, expect, test } from "vitest";
import { compare, compareFollowers } from "../../functions/analyse/comparison.ts";

const LOW = [1, 2, 3, 4, 5, 6, 7, 8];
const HIGH = LOW.map((value) => value + 20);
const SEVEN = LOW.slice(1);

describe("a figure beside that of the period before", () => {
  test.each([
    ["every day higher: up", 24, 4, HIGH, LOW, "up"],
    ["every day lower: down", 4, 24, LOW, HIGH, "down"],
    ["the same days: same", 5, 4, LOW, LOW, "same"],
    ["eight on each side are enough, seven now are few", 24, 4, HIGH.slice(1), LOW, "few"],
    ["seven before are few", 24, 4, HIGH, SEVEN, "few"],
    ["the days say up but the figure fell: neither is said", 3, 4, HIGH, LOW, "same"],
    ["the days say down but the figure rose: neither is said", 5, 4, LOW, HIGH, "same"],
    ["the days say up but the figure stands: same", 4, 4, HIGH, LOW, "same"],
    ["the figure rose but the days say nothing: same", 9, 4, LOW, LOW, "same"],
    ["a tenth more, and surely: up", 110, 100, HIGH, LOW, "up"],
    ["surely, but less than a tenth more: it does not matter", 109, 100, HIGH, LOW, "same"],
    ["a tenth less, and surely: down", 90, 100, LOW, HIGH, "down"],
    ["surely, but less than a tenth less", 91, 100, LOW, HIGH, "same"],
    ["from nothing to something is no share, and matters", 4, 0, HIGH, LOW, "up"],
  ] as const)("%s", (_, value, was, now, before, meaning) =>
    expect(compare(value, was, { now, before }).meaning).toBe(meaning),
  );

  test.each([
    // difference = value − before, ratio = difference ÷ before
    ["doubled", 24, 12, { before: 12, difference: 12, ratio: 1 }],
    ["halved", 6, 12, { before: 12, difference: -6, ratio: -0.5 }],
    ["a share of nothing is none", 4, 0, { before: 0, difference: 4, ratio: null }],
  ])("tells the difference and its share of what was: %s", (_, value, before, sizes) =>
    expect(compare(value, before, { now: HIGH, before: LOW })).toMatchObject(sizes),
  );

  test.each([
    ["of what is not known now", null, 4],
    ["with what was not known before", 24, null],
    ["of two unknowns", null, null],
  ])("says nothing %s, but what was", (_, value, before) => {
    const nothing = { before, difference: null, ratio: null, meaning: "none" };
    expect(compare(value, before, { now: HIGH, before: LOW })).toEqual(nothing);
    expect(compareFollowers(value, before)).toEqual(nothing);
  });
});

describe("followers beside those before", () => {
  test.each([
    ["a hundredth more is up", 1010, 1000, 0.01, "up"],
    ["less than a hundredth more is the same", 1009, 1000, 0.009, "same"],
    ["a hundredth less is down", 990, 1000, -0.01, "down"],
    ["less than a hundredth less is the same", 991, 1000, -0.009, "same"],
    ["unmoved", 1000, 1000, 0, "same"],
    ["the first followers of all have no share", 7, 0, null, "same"],
  ] as const)("%s", (_, value, before, ratio, meaning) =>
    expect(compareFollowers(value, before)).toEqual({
      before,
      difference: value - before,
      ratio,
      meaning,
    }),
  );
});
