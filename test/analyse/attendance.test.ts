import { describe, expect, test } from "vitest";
import { attendance, visitorCost } from "../../functions/analyse/attendance.ts";

const events = (visitors: (number | null)[], measures: (number | null)[]) =>
  visitors.map((came, index) => ({ visitors: came, measure: measures[index] ?? null }));
const EIGHT = [10, 20, 30, 40, 50, 60, 70, 80];

/** By hand: ρ, and half of its interval on the scale of atanh. */
const interval = (rho: number, n: number) => {
  const half = 1.645 * Math.sqrt((1 + rho ** 2 / 2) / (n - 3));
  return [Math.tanh(Math.atanh(rho) - half), Math.tanh(Math.atanh(rho) + half)];
};

describe("attendance", () => {
  // ρ = 1 − 6 Σd² / (8 · 63) without ties
  test.each([
    // d = 1 1 1 1 1 1 1 1: Σd² = 8
    ["neighbours exchanged", [2, 1, 4, 3, 6, 5, 8, 7], 1 - 48 / 504, "together"],
    ["the same upside down", [7, 8, 5, 6, 3, 4, 1, 2], -(1 - 48 / 504), "opposite"],
    // the last first: d = 1 seven times and 7: Σd² = 56
    ["one out of order", [2, 3, 4, 5, 6, 7, 8, 1], 1 - 336 / 504, "open"],
    // Σd² = 26: atanh .6905 = .8489, half .8187
    ["just enough", [4, 2, 3, 1, 7, 6, 5, 8], 1 - 156 / 504, "together"],
    // Σd² = 28: atanh .6667 = .8047, half .8133
    ["just not enough", [4, 2, 3, 1, 6, 8, 5, 7], 1 - 168 / 504, "open"],
    ["just enough below", [5, 7, 6, 8, 2, 3, 4, 1], -(1 - 156 / 504), "opposite"],
  ] as const)("%s", (_, measures, rho, word) => {
    const said = attendance(events(EIGHT, [...measures]));
    const [low, high] = interval(rho, 8);
    expect(said.rho).toBeCloseTo(rho, 12);
    expect(said.low).toBeCloseTo(low ?? 0, 12);
    expect(said.high).toBeCloseTo(high ?? 0, 12);
    expect(said).toMatchObject({ events: 8, word });
  });

  test("more events make the interval narrower", () => {
    const twelve = Array.from({ length: 12 }, (_, index) => index);
    const said = attendance(events(twelve, [1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10]));
    // Σd² = 12 of n (n² − 1) = 1716
    const [low] = interval(1 - 72 / 1716, 12);
    expect(said.low).toBeCloseTo(low ?? 0, 12);
  });

  test("ties share their rank: the order of the events does not matter", () => {
    const visitors = [10, 10, 20, 20, 30, 30, 40, 40];
    const measures = [1, 5, 2, 2, 7, 3, 8, 8];
    const said = attendance(events(visitors, measures));
    // ranks 1.5 1.5 3.5 3.5 5.5 5.5 7.5 7.5 and 1 5 2.5 2.5 6 4 7.5 7.5: Σxy 32, Σx² 40, Σy² 41 about 4.5
    expect(said.rho).toBeCloseTo(32 / Math.sqrt(40 * 41), 12);
    expect(attendance(events(visitors.toReversed(), measures.toReversed())).rho).toBeCloseTo(
      32 / Math.sqrt(40 * 41),
      12,
    );
  });

  test("a perfect order is an interval of one point", () => {
    expect(attendance(events(EIGHT, EIGHT))).toMatchObject({ low: 1, high: 1, word: "together" });
    expect(attendance(events(EIGHT, EIGHT.toReversed()))).toMatchObject({
      low: -1,
      high: -1,
      word: "opposite",
    });
  });

  const NONE = { rho: null, low: null, high: null, word: null };
  test.each<[string, (number | null)[], (number | null)[], number]>([
    ["there is none", [], [], 0],
    ["there are seven", EIGHT.slice(1), EIGHT.slice(1), 7],
    ["one of eight has no visitors known", [null, ...EIGHT.slice(1)], EIGHT, 7],
    ["one of eight has no reach known", EIGHT, [null, ...EIGHT.slice(1)], 7],
    ["all were as full", EIGHT.map(() => 5), EIGHT, 8],
    ["all reached as many", EIGHT, EIGHT.map(() => 5), 8],
  ])("says nothing where %s", (_, visitors, measures, count) => {
    expect(attendance(events(visitors, measures))).toEqual({ events: count, ...NONE });
  });

  test("an event that nobody came to is one", () => {
    expect(attendance(events([0, ...EIGHT.slice(1)], EIGHT)).events).toBe(8);
  });
});

test("a visitor's cost is said with both numbers", () => {
  expect(visitorCost(1_500_000, 60)).toEqual({
    cost: 1_500_000,
    visitors: 60,
    per_visitor: 25_000,
  });
  expect(visitorCost(0, 60)).toMatchObject({ per_visitor: 0 });
  expect(visitorCost(null, 60)).toBeNull();
  expect(visitorCost(100, null)).toBeNull();
  expect(visitorCost(100, 0)).toBeNull();
});
