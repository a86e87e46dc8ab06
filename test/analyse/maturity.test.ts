import { describe, expect, test } from "vitest";
import { type GrowthReading, halfAge, postLogHalfAge } from "../../functions/analyse/half-age.ts";
import { maturity } from "../../functions/analyse/maturity.ts";

describe("maturity", () => {
  test.each([
    ["just published", 0, 12, 0],
    ["read before publishing: a clock that is off", -1, 12, 0],
    ["unknown age", Number.NaN, 12, 0],
    ["at the half-age", 12, 12, 0.5],
    // 36^1.4 / (36^1.4 + 12^1.4) = 3^1.4 / (3^1.4 + 1)
    ["three half-ages", 36, 12, 0.82318],
    // 1 / (1 + 14.1^1.4)
    ["an hour of news links", 1, 14.1, 0.024],
    ["two weeks: final", 336, 100, 1],
  ])("%s", (_, age, half, expected) => expect(maturity(age, half)).toBeCloseTo(expected, 3));
});

const grown = (half: number, final: number, ages: number[]): GrowthReading[] =>
  ages.map((age_hours) => ({
    age_hours,
    interactions: Math.round(final * maturity(age_hours, half)),
  }));

describe("a post's half-age", () => {
  const HOURLY = [1, 2, 4, 6, 9, 12, 18, 24, 48, 96, 200, 340];

  test.each([3, 6, 12, 24])("of %i hours is found in its readings", (half) => {
    const found = postLogHalfAge(
      grown(half, 100_000, HOURLY.filter((age) => age < 336).concat(335)),
    );
    // the count at two weeks stands for the final one: a little early
    expect(Math.exp(found ?? Number.NaN)).toBeGreaterThan(half * 0.9);
    expect(Math.exp(found ?? Number.NaN)).toBeLessThan(half * 1.02);
  });

  test.each([
    [
      "half of it at 6 h",
      [
        [6, 50],
        [200, 100],
      ],
      Math.log(6),
    ],
    // 6 · (0.8/0.2)^(1/1.4) = 16.15
    [
      "a fifth of it at 6 h",
      [
        [6, 20],
        [200, 100],
      ],
      Math.log(16.15),
    ],
    [
      "the median of its readings",
      [
        [6, 50],
        [7, 50],
        [20, 50],
        [200, 100],
      ],
      Math.log(7),
    ],
    [
      "a count that fell is a correction",
      [
        [6, 50],
        [8, 45],
        [200, 100],
      ],
      (Math.log(6) + Math.log(8)) / 2,
    ],
    [
      "too young",
      [
        [6, 50],
        [100, 100],
      ],
      null,
    ],
    [
      "too few reactions",
      [
        [6, 5],
        [200, 9],
      ],
      null,
    ],
    [
      "not read while it grew",
      [
        [150, 99],
        [200, 100],
      ],
      null,
    ],
    [
      "what comes after two weeks is left out",
      [
        [6, 50],
        [200, 100],
        [2000, 400],
      ],
      Math.log(6),
    ],
    ["never read", [], null],
    [
      "seven days are old enough",
      [
        [6, 50],
        [168, 100],
      ],
      Math.log(6),
    ],
    [
      "ten reactions are enough",
      [
        [6, 5],
        [168, 10],
      ],
      Math.log(6),
    ],
    [
      "two weeks are still of it",
      [
        [6, 50],
        [336, 100],
      ],
      Math.log(6),
    ],
    [
      "a tenth and nine tenths tell nothing",
      [
        [1, 10],
        [6, 50],
        [99, 90],
        [200, 100],
      ],
      Math.log(6),
    ],
    [
      "nor does less than a tenth",
      [
        [1, 5],
        [6, 50],
        [200, 100],
      ],
      Math.log(6),
    ],
    [
      "read before it was published: a clock that is off",
      [
        [-1, 900],
        [0, 900],
        [6, 50],
        [200, 100],
      ],
      Math.log(6),
    ],
  ] as [string, [number, number][], number | null][])("%s", (_, readings, expected) => {
    const found = postLogHalfAge(
      readings.map(([age_hours, interactions]) => ({ age_hours, interactions })),
    );
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 3);
  });
});

describe("an account's half-age", () => {
  const six = (posts: number) => Array.from({ length: posts }, () => Math.log(6));
  test.each([
    ["the platform's usual when nothing is known", [], "instagram", 12],
    ["X is fast", [], "x", 2],
    // sqrt(6 · 12) = 8.49
    ["five posts weigh as much as the prior", six(5), "instagram", 8.5],
    // exp((45 ln 6 + 5 ln 12) / 50) = 6.43
    ["many posts outweigh it", six(45), "instagram", 6.4],
    ["one wild post does not count", [...six(44), Math.log(300)], "instagram", 6.4],
  ] as const)("%s", (_, logs, platform, expected) =>
    expect(halfAge(logs, platform)).toBe(expected),
  );
});
