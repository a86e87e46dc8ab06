/** The outlook of a follower target: by hand, and on growth that is known. */
import { describe, expect, test } from "vitest";
import { followersOutlook, type MonthEnd } from "../../functions/analyse/outlook.ts";
import { randomOf } from "../demo/random.ts";

/** Month ends one after another, from logarithms, the first of them in a month. */
function endsFrom(month: string, logs: readonly (number | null)[]): MonthEnd[] {
  const first = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return logs.map((log, index) => {
    const number = first + index;
    return {
      month: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`,
      followers: log === null ? null : Math.exp(log),
    };
  });
}

const NOW = { on: "2026-07-31", followers: 1000 };
const outlook = (ends: readonly MonthEnd[], value: number, now = NOW) =>
  followersOutlook(ends, { year: 2026, value }, now);

/** From July 2025 to July 2026, thirteen month ends: changes .1 and .2 by turns, the newest .2. */
const BY_TURNS = (() => {
  const logs = [7];
  for (let change = 0; change < 12; change += 1) {
    logs.push((logs.at(-1) ?? 0) + (change % 2 === 0 ? 0.1 : 0.2));
  }
  return logs;
})();

describe("the outlook", () => {
  const ends = endsFrom("2025-07", BY_TURNS);

  // g = .15; five months ahead: 8.8 + .75 = 9.55
  // sd = .05 · √(12 / 11) = .05222; 1.36 · .05222 · √(5 + 25 / 12) = .1890, more than any miss below
  // half = 1.25 · .1890
  const SPREAD = 1.36 * 0.05 * Math.sqrt(12 / 11) * Math.sqrt(5 + 25 / 12);
  test("draws the mean growth on to December, within 1.25 times the spread where the misses were smaller", () => {
    const { point, low, high } = outlook(ends, 10_000);
    expect(Math.log(point ?? 0)).toBeCloseTo(9.55, 9);
    expect(Math.log(low ?? 0)).toBeCloseTo(9.55 - 1.25 * SPREAD, 9);
    expect(Math.log(high ?? 0)).toBeCloseTo(9.55 + 1.25 * SPREAD, 9);
  });

  test.each([
    ["the low end is above it", 9.55 - 1.25 * SPREAD - 1e-6, "on_course"],
    ["it lies just inside", 9.55 - 1.25 * SPREAD + 1e-6, "open"],
    ["it is the point", 9.55, "open"],
    ["it lies just below the high end", 9.55 + 1.25 * SPREAD - 1e-6, "open"],
    ["the high end is below it", 9.55 + 1.25 * SPREAD + 1e-6, "out_of_reach"],
  ])("where %s (ln %d) the word is %s", (_, log, word) => {
    expect(outlook(ends, Math.exp(log)).word).toBe(word);
  });

  test("takes the misses where they were larger", () => {
    // 0 for six months, then .3 a month for seven: 14 month ends, October 2025 … the newest in November, one month ahead
    const logs = [7, 7, 7, 7, 7, 7, 7, 7.3, 7.6, 7.9, 8.2, 8.5, 8.8, 9.1];
    const grown = followersOutlook(
      endsFrom("2025-10", logs),
      { year: 2026, value: 1 },
      { on: "2026-11-30", followers: 1 },
    );
    // origins from the seventh on, each by the mean of its changes before: 0, .3/7, .6/8, .9/9, 1.2/10, 1.5/11, 1.8/12
    // misses .3, .25714, .225, .2, .18, .16364, .15: of 7 the ⌈6.4⌉ = 7th smallest is .3
    // the last 12 changes: five of 0 and seven of .3, mean .175, sd .1545; 1.36 · .1545 · √(1 + 1/12) = .2187 < .3
    expect(Math.log(grown.point ?? 0)).toBeCloseTo(9.1 + 0.175, 9);
    expect(Math.log(grown.low ?? 0)).toBeCloseTo(9.1 + 0.175 - 1.25 * 0.3, 9);
    expect(Math.log(grown.high ?? 0)).toBeCloseTo(9.1 + 0.175 + 1.25 * 0.3, 9);
  });

  test("brings a miss over fewer months to those ahead by their ratio to the power of .85, none over fewer than three", () => {
    // no growth but one jump of .6 into the last month; twelve months of history, five ahead
    const logs = [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7.6];
    const jumped = outlook(endsFrom("2025-07", logs), 1);
    // origins 6 to 9 (k = 5, 5, 4, 3): 0 (the jump is not within five months of the seventh), .6, .6 · (5/4)^.85, .6 · (5/3)^.85
    // of 4 the fourth smallest; sd of eleven 0 and one .6 is .1732, the spread 1.36 · .1732 · √7.0833 = .627
    const miss = 0.6 * (5 / 3) ** 0.85;
    expect(miss).toBeGreaterThan(0.63);
    expect(Math.log(jumped.point ?? 0)).toBeCloseTo(7.6 + 5 * 0.05, 9);
    expect(Math.log(jumped.high ?? 0)).toBeCloseTo(7.6 + 5 * 0.05 + 1.25 * miss, 9);
  });

  test("forgets changes older than a year and misses older than three", () => {
    const steady = Array.from({ length: 60 }, (_, index) => 8 + index * 0.01);
    const wild = Array.from({ length: 24 }, (_, index) => 6 + (index % 2));
    const now = { on: "2026-11-30", followers: 1 };
    const target = { year: 2026, value: 1 };
    // 84 month ends up to November 2026
    const { low, high } = followersOutlook(endsFrom("2019-12", [...wild, ...steady]), target, now);
    const end = 8 + 60 * 0.01;
    expect(Math.log(low ?? 0)).toBeCloseTo(end, 9);
    expect(Math.log(high ?? 0)).toBeCloseTo(end, 9);
  });

  test("is the same in whatever order the months come", () => {
    expect(outlook(ends.toReversed(), 9000)).toEqual(outlook(ends, 9000));
  });

  test("stands on the newest month that is known, as far from December as that is", () => {
    const stale = endsFrom("2025-06", [...BY_TURNS, null]);
    // its newest is June: six months ahead
    expect(Math.log(outlook(stale, 1).point ?? 0)).toBeCloseTo(8.8 + 6 * 0.15, 9);
  });

  test("goes over a month that is missing: its two changes are not known, the others are", () => {
    // without month 5 the changes into 5 (.1) and into 6 (.2) are gone; the mean stays .15
    const missing = BY_TURNS.map((log, index) => (index === 5 ? null : log));
    const { point } = outlook(endsFrom("2025-07", missing), 1);
    // of origins 6 … 9 only those with six known changes before: 8 and 9; two misses have no 80 % quantile
    expect(point).toBeNull();
    const longer = [
      ...Array.from({ length: 12 }, (_, index) => 7 - (12 - index) * 0.15),
      ...missing,
    ];
    expect(Math.log(outlook(endsFrom("2024-07", longer), 1).point ?? 0)).toBeCloseTo(9.55, 9);
  });
});

describe("there is no outlook yet", () => {
  const NONE = { point: null, low: null, high: null, word: null };
  test.each<[string, (number | null)[]]>([
    ["without any month", []],
    ["where no month is known", [null, null]],
    ["with eleven months of history", BY_TURNS.slice(1)],
    [
      "with fewer than six changes in the last year",
      [
        7,
        7.1,
        7.2,
        7.3,
        7.4,
        7.5,
        7.6,
        7.7,
        null,
        7.9,
        null,
        8.1,
        null,
        8.3,
        null,
        8.5,
        8.6,
        8.7,
        8.8,
      ],
    ],
  ])("%s", (_, logs) => {
    const last = 7 - (logs.length - 1);
    const year = last > 0 ? 2026 : last > -12 ? 2025 : 2024;
    const month = ((((last - 1) % 12) + 12) % 12) + 1;
    const ends = endsFrom(`${year}-${String(month).padStart(2, "0")}`, logs);
    expect(outlook(ends, 1200)).toMatchObject(NONE);
    // and yet what is needed is said: 1.2 times in the five months after July
    expect(outlook(ends, 1200).times).toBeCloseTo(1.2, 12);
    expect(outlook(ends, 1200).needed_a_month).toBeCloseTo(1.2 ** (1 / 5), 12);
  });

  test("with twelve there is one", () => {
    expect(outlook(endsFrom("2025-07", BY_TURNS), 1200).word).toBe("on_course");
  });

  test("of an account that has nobody: nought is not known", () => {
    const ends = endsFrom("2025-07", BY_TURNS).map(({ month }) => ({ month, followers: 0 }));
    expect(outlook(ends, 1200)).toMatchObject(NONE);
  });
});

describe("what would be needed", () => {
  test.each<[string, string, number | null, number | null, number | null]>([
    ["at the end of a month, whole months", "2026-10-31", 1000, 1.21, 1.21 ** (1 / 2)],
    ["within one, by its days", "2026-11-15", 1000, 1.21, 1.21 ** (1 / 1.5)],
    ["of a day of February", "2026-02-14", 1000, 1.21, 1.21 ** (1 / 10.5)],
    ["when it is reached: below one", "2026-10-31", 1331, 1.21 / 1.331, (1.21 / 1.331) ** (1 / 2)],
    ["on the year's last day: it is over", "2026-12-31", 1000, 1.21, null],
    ["after it", "2027-01-10", 1000, 1.21, null],
    ["before the year begins", "2025-12-31", 1000, 1.21, 1.21 ** (1 / 12)],
    ["without a count", "2026-10-31", null, null, null],
    ["without a follower", "2026-10-31", 0, null, null],
  ])("%s", (_, on, followers, times, needed) => {
    const said = followersOutlook([], { year: 2026, value: 1210 }, { on, followers });
    if (times === null) expect(said.times).toBeNull();
    else expect(said.times).toBeCloseTo(times, 12);
    if (needed === null) expect(said.needed_a_month).toBeNull();
    else expect(said.needed_a_month).toBeCloseTo(needed, 12);
  });
});

describe("once December is known", () => {
  test.each([
    ["reached", 1000, "on_course"],
    ["exceeded", 999, "on_course"],
    ["missed", 1001, "out_of_reach"],
  ])("the word says what came: %s", (_, value, word) => {
    const ends = [{ month: "2026-12", followers: 1000 }];
    const said = outlook(ends, value);
    expect(said.word).toBe(word);
    expect(said.low).toBeCloseTo(1000, 9);
    expect(said.high).toBeCloseTo(1000, 9);
  });

  test("later months say nothing of that year", () => {
    const ends = [
      { month: "2026-12", followers: 900 },
      { month: "2027-01", followers: 2000 },
    ];
    expect(outlook(ends, 1000).word).toBe("out_of_reach");
  });
});

describe("the 80 % interval", () => {
  /** Monthly growth that wanders, with now and then a surge or a purge. */
  function account(seed: number, months: number): number[] {
    const random = randomOf("outlook", seed);
    const logs = [7];
    let drift = 0.015 + 0.01 * random.normal();
    for (let month = 1; month < months; month += 1) {
      drift = 0.002 + 0.87 * drift + 0.003 * random.normal();
      const jump = random.unit() < 0.03 ? 0.06 * random.normal() : 0;
      logs.push((logs.at(-1) ?? 0) + drift + 0.008 * random.normal() + jump);
    }
    return logs;
  }

  test.each([1, 3, 6, 12])("holds about four fifths of what came, %i months ahead", (ahead) => {
    const ACCOUNTS = 400;
    let held = 0;
    for (let seed = 0; seed < ACCOUNTS; seed += 1) {
      const logs = account(seed, 40 + ahead);
      const came = Math.exp(logs.at(-1) ?? 0);
      // 40 month ends known, the last of all in December 2030
      const first = 2030 * 12 + 11 - (logs.length - 1);
      const month = `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, "0")}`;
      const { low, high } = followersOutlook(
        endsFrom(month, logs.slice(0, 40)),
        { year: 2030, value: 1 },
        { on: "2030-01-01", followers: null },
      );
      if (low === null || high === null) throw new Error("no outlook");
      if (low <= came && came <= high) held += 1;
    }
    expect(held / ACCOUNTS).toBeGreaterThan(0.78);
    expect(held / ACCOUNTS).toBeLessThan(0.97);
  });
});
