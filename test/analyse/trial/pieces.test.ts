/** Each piece by known cases: what can be counted by hand. */
import { describe, expect, test } from "vitest";
import { alignedScores } from "../../../functions/analyse/trial/aligned-scores.ts";
import {
  couldDiffer,
  subsetSums,
  trialBar,
  trialChance,
  waysOf,
} from "../../../functions/analyse/trial/by-lot.ts";
import { isDue, judgedFrom } from "../../../functions/analyse/trial/due.ts";
import { isComparable, isKept } from "../../../functions/analyse/trial/kept.ts";
import { drawsFew, noiseOfPosts } from "../../../functions/analyse/trial/noise.ts";
import { extentOf, plannedExtent } from "../../../functions/analyse/trial/power.ts";
import { shiftOf, sizeOf, sumOf } from "../../../functions/analyse/trial/shift.ts";
import { type Compared, weeksOf } from "../../../functions/analyse/trial/weeks.ts";
import { minutesApart } from "../../../functions/model/plan-time.ts";
import {
  type DrawnLot,
  meetsMidnight,
  offMinutes,
  type Side,
  type TrialPost,
} from "../../../functions/model/trial.ts";
import { chance, HOURS, MONDAY } from "./simulated.ts";

/** Weeks of posts: a side and a value each. */
const weeks = (...of: [Side, number][][]) =>
  weeksOf(
    of.flatMap((posts, week) =>
      posts.map(
        ([side, log], at): Compared => ({
          week: `2026-12-${String(7 * week + 7).padStart(2, "0")}`,
          side,
          log,
          post: 10 * week + at,
        }),
      ),
    ),
  );
const logsOf = (of: ReturnType<typeof weeks>) => Float64Array.from(of.posts, ({ log }) => log);

describe("what the lots would have made", () => {
  test("the sums of all choices", () => {
    expect(subsetSums(Float64Array.of(1, 2, 4), 2)).toEqual([3, 5, 6]);
    expect(subsetSums(Float64Array.of(1, 2, 4), 3)).toEqual([7]);
    expect(subsetSums(Float64Array.of(1), 2)).toEqual([]);
  });

  test("of six weeks with two posts each, B above A in all: 2 of 64 ways are as far apart", () => {
    const of = weeks(
      ...Array.from({ length: 6 }, (_, i): [Side, number][] => [
        ["a", i],
        ["b", i + 1],
      ]),
    );
    const scores = alignedScores(logsOf(of), of);
    const ways = waysOf(scores, of);
    const { sum } = sumOf(scores, of);
    expect(ways.all).toBe(true);
    expect(ways.sums).toHaveLength(64);
    expect(sum).toBeLessThan(0);
    expect(trialChance(sum, ways)).toBe(2 / 64);
    expect(couldDiffer(ways)).toBe(true);
    expect(Math.abs(sum)).toBeGreaterThan(trialBar(ways));
  });

  test("of five such weeks none of 32 ways can pass: 2 of them are more than one in twenty", () => {
    const of = weeks(
      ...Array.from({ length: 5 }, (): [Side, number][] => [
        ["a", 1],
        ["b", 9],
      ]),
    );
    expect(couldDiffer(waysOf(alignedScores(logsOf(of), of), of))).toBe(false);
  });

  test("a week of which one side went out says nothing", () => {
    const of = weeks(
      [
        ["a", 1],
        ["b", 2],
      ],
      [
        ["a", 1],
        ["a", 5],
      ],
      [["b", 3]],
    );
    expect(of.posts).toHaveLength(2);
    expect(extentOf(of)).toEqual({ info: 0.5, free: 0 });
  });

  test("only differences inside weeks count: a good week is not a good side", () => {
    const of = weeks(
      [
        ["a", 100],
        ["b", 100],
      ],
      [
        ["b", 1],
        ["a", 1],
      ],
    );
    expect([...alignedScores(logsOf(of), of)]).toEqual([0, 0, 0, 0]);
    expect(sumOf(alignedScores(logsOf(of), of), of)).toEqual({ sum: 0, deviation: 0 });
  });

  /** The middle of what every post of B has more than every one of A, each less the mean of its week. */
  const middleDifference = ({ posts }: ReturnType<typeof weeks>): number => {
    const aligned = posts.map(({ side, week, log }) => {
      const own = posts.filter((one) => one.week === week);
      return { side, less: log - own.reduce((total, one) => total + one.log, 0) / own.length };
    });
    const of = (side: Side) => aligned.filter((one) => one.side === side);
    const all = of("b")
      .flatMap((b) => of("a").map((a) => b.less - a.less))
      .sort((one, other) => one - other);
    const half = all.length / 2;
    return ((all[Math.ceil(half) - 1] as number) + (all[Math.floor(half)] as number)) / 2;
  };

  /** Eight weeks of four, of which B is so much larger. */
  const noisy = ({ normal }: ReturnType<typeof chance>, noise: number, shift: number) =>
    weeks(
      ...Array.from({ length: 8 }, (_, week): [Side, number][] => [
        ["a", week + noise * normal()],
        ["b", week + noise * normal() + shift],
        ["a", week + noise * normal()],
        ["b", week + noise * normal() + shift],
      ]),
    );

  test("the shift is about the middle difference, and its interval leaves out none exactly where the test passes", () => {
    const random = chance(11);
    const passed = new Set<boolean>();
    for (let run = 0; run < 60; run++) {
      const of = noisy(random, 1, 0.6);
      const scores = alignedScores(logsOf(of), of);
      const ways = waysOf(scores, of);
      const { sum, deviation } = sumOf(scores, of);
      const found = shiftOf(of, trialBar(ways) / deviation);
      if (found.low === null || found.high === null) throw new Error("both ends are bound");
      // by places it would be that one; by normal scores those far out weigh a little more
      expect(Math.abs(found.shift - middleDifference(of))).toBeLessThan(0.25);
      expect(found.low).toBeLessThan(found.shift);
      expect(found.high).toBeGreaterThan(found.shift);
      const passes = trialChance(sum, ways) <= 0.05;
      expect(found.low > 0 || found.high < 0).toBe(passes);
      passed.add(passes);
    }
    expect(passed.size).toBe(2);
  });

  test.each([0, 0.3, 0.8, 1.5])(
    "what B gets more is found again, whatever the noise (%f)",
    (noise) => {
      const shifts = (shift: number) => {
        const random = chance(7);
        return Array.from({ length: 40 }, () => shiftOf(noisy(random, noise, shift), 2).shift);
      };
      const [none, doubled] = [shifts(0), shifts(Math.LN2)];
      for (const [run, shift] of doubled.entries())
        expect(shift - (none[run] as number)).toBeCloseTo(Math.LN2, 3);
      // the noise of a mean of 40 trials with 8 posts' worth each, three times
      const mean = none.reduce((total, shift) => total + shift, 0) / none.length;
      expect(Math.abs(mean)).toBeLessThanOrEqual((3 * noise) / Math.sqrt(8 * 40) + 1e-3);
    },
  );

  test.each<
    [
      string,
      number,
      number | null,
      number | null,
      Side | null,
      [number, number | null, number | null],
    ]
  >([
    ["as it is", 0.7, 0.2, 1.2, "b", [2.014, 1.221, 3.32]],
    ["turned", -0.7, -1.2, -0.2, "a", [0.4966, 0.3012, 0.8187]],
    ["not shown", 0.3, -0.2, 0.8, null, [1.35, 0.8187, 2.226]],
    ["B is better, and ends at none", 0.3, 0, 0.8, "b", [1.35, 1.001, 2.226]],
    ["a hair above it", 0.3, 1e-5, 0.8, "b", [1.35, 1.001, 2.226]],
    ["all of it at none", 0, 0, 0, "b", [1.001, 1.001, 1.001]],
    ["A is better, and ends at none", -0.3, -0.8, 0, "a", [0.7408, 0.4493, 0.999]],
    ["A is better, a hair above it", -0.3, -0.8, 1e-5, "a", [0.7408, 0.4493, 0.999]],
    ["all of it at none", 0, 0, 0, "a", [0.999, 0.999, 0.999]],
    ["not shown, and ends a hair above none", 0.3, 1e-3, 0.8, null, [1.35, 1, 2.226]],
    ["not shown, and ends a hair below none", -0.3, -0.8, -1e-3, null, [0.7408, 0.4493, 1]],
    ["open above", 0.7, 0.2, null, "b", [2.014, 1.221, null]],
    ["open below", -0.7, null, -0.2, "a", [0.4966, null, 0.8187]],
    ["open on both ends", 0.3, null, null, null, [1.35, null, null]],
    ["very small", -9, -10, -8, "a", [0.0001234, 0.0000454, 0.0003355]],
  ])("a size, %s", (_, shift, low, high, better, [ratio, from, to]) =>
    expect(sizeOf({ shift, low, high }, better)).toEqual({ ratio, low: from, high: to }),
  );

  test("what is planned says as much as what then stands", () => {
    const of = weeks(
      ...Array.from({ length: 8 }, (): [Side, number][] => [
        ["a", 1],
        ["b", 2],
        ["b", 3],
      ]),
    );
    expect(extentOf(of).info).toBeCloseTo(plannedExtent(3).info, 9);
    expect(extentOf(of).free).toBe(plannedExtent(3).free);
  });
});

const at = (day: string, clock: string) => Date.parse(`${day}T${clock}:00Z`) / 1000;
const post = (more: Partial<TrialPost> = {}): TrialPost => ({
  id: 1,
  published_at: at("2026-12-08", "19:00"),
  published_on: "2026-12-08",
  published_precision: "second",
  format: "image",
  paid: null,
  removed: false,
  hidden: false,
  interactions: 5,
  read_at: at("2026-12-10", "19:00"),
  ...more,
});
const AT = (day: string, clock: string) => ({ published_at: at(day, clock), published_on: day });

describe("kept as it was drawn", () => {
  const lot = { on: "2026-12-08", side: "b" } as const;
  test.each<[string, Partial<TrialPost>, boolean]>([
    ["at its hour", {}, true],
    ["an hour and a half late", AT("2026-12-08", "20:30"), true],
    ["a minute later", AT("2026-12-08", "20:31"), false],
    ["an hour and a half early", AT("2026-12-08", "17:30"), true],
    ["at the other hour", AT("2026-12-08", "09:00"), false],
    ["on another day of its week", AT("2026-12-13", "19:10"), true],
    ["in the week after", AT("2026-12-14", "19:00"), false],
    ["its hour is not known", { published_precision: "day" }, false],
  ])("hours: %s", (_, more, kept) => expect(isKept(HOURS, lot, post(more), "UTC")).toBe(kept));

  test("by the library's clock", () =>
    expect(isKept(HOURS, lot, post(AT("2026-12-08", "12:00")), "Asia/Jakarta")).toBe(true));

  test.each([
    ["09:00", "19:00", 90, false],
    ["16:00", "19:01", 90, false],
    ["16:00", "19:00", 89, false],
    ["17:00", "19:00", 59, false],
    ["19:00", "17:01", 59, false],
    ["16:59", "19:00", 60, false],
    ["12:00", "22:29", 90, false],
    ["12:00", "22:30", 90, true],
    ["12:00", "01:30", 90, false],
    ["12:00", "01:29", 90, true],
    ["23:00", "01:00", 59, false],
  ])("%s and %s: %i minutes from its own, nowhere nearer to the other", (a, b, minutes, meets) => {
    const rule = { kind: "hours", a, b } as const;
    expect([offMinutes(rule), meetsMidnight(rule)]).toEqual([minutes, meets]);
    expect(2 * minutes).toBeLessThan(minutesApart(a, b));
    for (const side of ["a", "b"] as const) {
      const [hour = 0, minute = 0] = rule[side].split(":").map(Number);
      const off = (by: number) =>
        post({
          published_at: at("2026-12-08", "00:00") + (60 * hour + minute + by) * 60,
          published_on: "2026-12-08",
        });
      const kept = (by: number) => isKept(rule, { ...lot, side }, off(by), "UTC");
      expect(kept(0)).toBe(true);
      const within = [-minutes, minutes].filter((by) => {
        const clock = 60 * hour + minute + by;
        return 0 <= clock && clock < 24 * 60;
      });
      for (const by of within)
        expect([by, kept(by), kept(by + Math.sign(by))]).toEqual([by, true, false]);
      expect(within).toHaveLength(meets && side === "b" ? 1 : 2);
    }
  });

  test("beyond midnight is another day", () => {
    expect(minutesApart("23:30", "01:00")).toBe(90);
    const late = { kind: "hours", a: "12:00", b: "23:30" } as const;
    const kept = (day: string, clock: string) => isKept(late, lot, post(AT(day, clock)), "UTC");
    expect([
      kept("2026-12-08", "23:59"),
      kept("2026-12-09", "00:40"),
      kept("2026-12-08", "00:40"),
    ]).toEqual([true, false, false]);
  });

  test.each<[string, Partial<TrialPost>, boolean]>([
    ["in its format", { format: "short_video" }, true],
    ["in the other", { format: "image" }, false],
    ["in one that nobody knows", { format: null }, false],
    ["at any hour", { format: "short_video", ...AT("2026-12-08", "03:00") }, true],
  ])("formats: %s", (_, more, kept) => {
    const rule = { kind: "formats", a: "image", b: "short_video" } as const;
    expect(isKept(rule, lot, post(more), "UTC")).toBe(kept);
  });

  test.each<[string, Partial<TrialPost>, boolean]>([
    ["read after two days", {}, true],
    ["read a second too early", { read_at: at("2026-12-10", "19:00") - 1 }, false],
    ["never read", { read_at: null }, false],
    ["paid for", { paid: true }, false],
    ["not paid for", { paid: false }, true],
    ["gone", { removed: true }, false],
    ["hidden", { hidden: true }, false],
    ["a story", { format: "story" }, false],
    ["nothing known of it", { interactions: null }, false],
    ["without a reaction", { interactions: 0 }, true],
  ])("comparable: %s", (_, more, is) => expect(isComparable(post(more))).toBe(is));
});

describe("when it is judged", () => {
  const lots = (posts: (TrialPost | null)[]): DrawnLot[] =>
    posts.map((one, i) => ({ plan: i, on: i === 0 ? MONDAY : "2027-01-29", side: "a", post: one }));
  test("from the Wednesday after its last week", () =>
    expect(judgedFrom(lots([null, null]))).toBe("2027-02-03"));
  test.each<[string, (TrialPost | null)[], string, boolean]>([
    ["before", [null, null], "2027-02-02", false],
    ["all read", [post(), null], "2027-02-03", true],
    ["one still to be read", [post({ read_at: 0 }), null], "2027-02-03", false],
    ["it is waited for", [post({ read_at: 0 }), null], "2027-02-09", false],
    ["a week, and no longer", [post({ read_at: 0 }), null], "2027-02-10", true],
  ])("%s", (_, posts, today, due) => expect(isDue(lots(posts), today)).toBe(due));
});

describe("an account's own noise", () => {
  const posts = (logs: number[], more: object = {}) =>
    logs.map((log, i) => ({
      published_at: i * 86_400,
      format: "image" as const,
      paid: null,
      removed: false,
      hidden: false,
      mature: true,
      interactions: Math.round(Math.exp(log)),
      ...more,
    }));
  const normals = (count: number, sd: number) => {
    const { normal } = chance(5);
    return Array.from({ length: count }, () => 5 + sd * normal());
  };
  test.each([0.5, 0.8, 1.1])("of %f is found in sixty posts", (sd) => {
    const { noise, posts: of } = noiseOfPosts(posts(normals(60, sd)));
    expect(of).toBe(60);
    expect(Math.abs(noise / sd - 1)).toBeLessThan(0.25);
  });
  test("growth is none of it", () => {
    const grown = normals(60, 0.5).map((log, i) => log + i / 20);
    expect(noiseOfPosts(posts(grown)).noise).toBeLessThan(0.75);
  });
  test("of fourteen posts it is the usual one", () =>
    expect(noiseOfPosts(posts(normals(14, 2)))).toEqual({ noise: 0.8, posts: 0 }));
  test("young, paid and unknown posts say nothing of it", () => {
    for (const more of [{ mature: false }, { paid: true }, { interactions: null }])
      expect(noiseOfPosts(posts(normals(60, 2), more)).posts).toBe(0);
  });
  test.each([
    ["most of which draw 3", 40, 21, true],
    ["half of which draw 3", 40, 20, false],
    ["of which there are fourteen", 14, 14, false],
  ])("posts %s: nothing is promised %s", (_, of, few, expected) => {
    const drawn = Array.from({ length: of }, (_, i) => Math.log(i % of < few ? 3 : 9));
    expect(drawsFew(posts(drawn))).toBe(expected);
  });
  test("of posts that are all alike it is not nothing", () =>
    expect(noiseOfPosts(posts(Array.from({ length: 30 }, () => 3))).noise).toBe(0.2));
});
