import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianWait } from "../../../functions/analyse/answers/median-wait.ts";
import { stillWaiting, type Wait } from "../../../functions/analyse/answers/still-waiting.ts";

/** `3+` is not answered yet. */
const waits = (said: string): Wait[] =>
  said
    .split(" ")
    .filter(Boolean)
    .map((one) => ({ minutes: Number.parseFloat(one), answered: !one.endsWith("+") }));

const many = (count: number, said: string): string =>
  Array.from({ length: count }, () => said).join(" ");

describe("who still waits", () => {
  test.each([
    ["nobody ever asked", "", []],
    ["nobody was answered", "3+ 9+", []],
    ["all at once", "4 4", [[4, 0]]],
    [
      "one by one",
      "1 2 3 4",
      [
        [1, 3 / 4],
        [2, 1 / 2],
        [3, 1 / 4],
        [4, 0],
      ],
    ],
    [
      "who waits for less than the next answer counts until then",
      "1 2+ 3",
      [
        [1, 2 / 3],
        [3, 0],
      ],
    ],
    // of three that waited two days one was answered then; the other two are no answer
    ["a tie is answers first", "2 2+ 2+", [[2, 2 / 3]]],
    ["whatever order they come in", "2+ 2 2+", [[2, 2 / 3]]],
    [
      "two of one moment among four",
      "1 5 5 9+",
      [
        [1, 3 / 4],
        [5, 1 / 4],
      ],
    ],
    ["answered at once", "0 0 7+", [[0, 1 / 3]]],
  ])("%s", (_rule, said, steps) => {
    const seen = stillWaiting(waits(said)).map(({ minutes, share }) => [minutes, share]);
    expect(seen.map(([minutes]) => minutes)).toEqual(steps.map(([minutes]) => minutes));
    for (const [index, [, share = 0]] of steps.entries()) {
      expect(seen[index]?.[1]).toBeCloseTo(share, 12);
    }
  });

  test("Greenwood's sum, by hand: 1/(4·3) + 2/(3·1)", () => {
    expect(stillWaiting(waits("1 5 5 9+")).at(-1)?.greenwood).toBeCloseTo(1 / 12 + 2 / 3, 12);
  });
});

describe("the median wait", () => {
  test.each<[string, string, number | null, number | null, number | null]>([
    // by hand: 11/12 · 10/11 · 9/10 · 7/8 · 6/7 = .5625 still wait after 8 hours, and · 4/5 = .45 after 26
    ["the worked example", ".5 1 2 3+ 5 8 20+ 26 30+ 70+ 96+ 100+", 26, 1, null],
    ["nobody ever asked", "", null, null, null],
    ["nobody was answered", "1+ 2+ 3+", null, null, null],
    ["more than half still wait", "1 2 9+ 9+ 9+ 9+", null, 1, null],
    ["of five nobody knows from when", "1 2 9+ 9+ 9+", null, 0, null],
    // ten of twenty, as a product of nineteen fractions
    ["half of them to the letter", `${many(10, "7")} ${many(10, "60+")}`, 7, 7, null],
    ["half of them, one by one", `1 2 3 4 5 6 7 8 9 10 ${many(10, "60+")}`, 10, 5, null],
    ["all in one moment", many(20, "5"), 5, 5, 5],
    ["all in two", `${many(12, "0")} ${many(8, "30")}`, 0, 0, 30],
    // all of five lie on one side of the median in one sample of 32 each: no 95 %
    ["too few for an end, though all are answered", "1 2 3 4 5", 3, 0, null],
    ["enough for both", "1 2 3 4 5 6", 3, 1, 6],
    ["one of young comments was answered", `100 ${many(19, "60+")}`, 100, 60, null],
    ["the last that is followed was answered, others are not", "1 2 3 4 5 5+ 6", 4, 1, null],
    ["six were followed long enough", `60+ 60+ ${many(6, "90")}`, 90, 90, null],
  ])("%s", (_rule, said, minutes, low, high) => {
    expect(medianWait(waits(said))).toEqual({ minutes, low, high });
  });

  // by hand for 1 … 20, all answered: S = 1 − t/20 and Greenwood's sum t / (20 (20 − t)), against ln ln 2 = −.36651.
  // At 4: −1.4999 + 1.96 √(4/320) / .22314 = −.5179, at 5: −1.2459 + 1.96 √(5/300) / .28768 = −.3663; and for the upper end
  // at 14: .1856 − 1.96 √(14/120) / 1.20397 = −.3704, at 15: .3266 − 1.96 √(15/100) / 1.38629 = −.2210
  test("its ends for twenty that were all answered", () => {
    const twenty = Array.from({ length: 20 }, (_, index) => ({
      minutes: index + 1,
      answered: true,
    }));
    expect(medianWait(twenty)).toEqual({ minutes: 10, low: 5, high: 15 });
  });

  test("the median lies between its ends, and more unanswered make it no shorter", () => {
    const wait = fc.record({ minutes: fc.integer({ min: 0, max: 50 }), answered: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(wait, { maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 9 }),
        (some, ages) => {
          const { minutes, low, high } = medianWait(some);
          if (minutes !== null) expect(low).toBeLessThanOrEqual(minutes);
          if (minutes !== null && high !== null) expect(high).toBeGreaterThanOrEqual(minutes);
          const more = medianWait([
            ...some,
            ...ages.map((age) => ({ minutes: age, answered: false })),
          ]);
          expect(more.minutes ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            minutes ?? Number.POSITIVE_INFINITY,
          );
        },
      ),
    );
  });
});
