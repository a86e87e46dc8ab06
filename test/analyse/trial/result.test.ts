/** What a trial says, and that it says what it promised: by trials whose truth is known. */
import { describe, expect, test } from "vitest";
import { plannedExtent, seenShare, trialPower } from "../../../functions/analyse/trial/power.ts";
import { trialProgress, trialResult } from "../../../functions/analyse/trial/result.ts";
import type { DrawnLot, TrialPost } from "../../../functions/model/trial.ts";
import { HOURS, simulated } from "./simulated.ts";

const TRIAL = { ...HOURS, power: { noise: 0.8 } };
const judged = (lots: readonly DrawnLot[]) => trialResult(TRIAL, lots, "UTC");

/** Every post gets what its side says. */
const certain = (a: number, b: number, a_week = 4) =>
  simulated({ a_week, noise: 0.1, ratio: 1, seed: 3 }).map((lot, i) => ({
    ...lot,
    post: lot.post && { ...lot.post, interactions: (lot.side === "a" ? a : b) + (i % 5) },
  }));
/** The first so many of a side otherwise. */
const withFirst = (
  lots: readonly DrawnLot[],
  count: number,
  side: "a" | "b",
  change: (post: TrialPost) => TrialPost | null,
): DrawnLot[] => {
  let left = count;
  return lots.map((lot) => {
    if (lot.side !== side || lot.post === null || left === 0) return lot;
    left -= 1;
    return { ...lot, post: change(lot.post) };
  });
};
const gone = () => null;
const moved = (post: TrialPost): TrialPost => ({
  ...post,
  published_at: post.published_at - 36_000,
});

describe("what it says", () => {
  test("B gets five times A: it differs, by about that, and chance hardly does it", () => {
    const { verdict, size, chance, compared, kept } = judged(certain(20, 100));
    expect(verdict).toBe("differs");
    expect(size?.ratio).toBeGreaterThan(4);
    expect(size?.ratio).toBeLessThan(5.5);
    expect(size?.low).toBeGreaterThan(1);
    expect(chance).toBeLessThan(0.001);
    expect([compared, kept]).toEqual([
      { a: 16, b: 16 },
      { a: 16, b: 16 },
    ]);
  });

  test("A gets more: the ratio says so", () =>
    expect(judged(certain(100, 20)).size?.high).toBeLessThan(1));

  test("the sides are alike: no difference was shown, and what could have been seen is said", () => {
    const { verdict, size, seen_from } = judged(certain(50, 50));
    expect(verdict).toBe("not_shown");
    expect(size?.low).toBeLessThan(1);
    expect(size?.high).toBeGreaterThan(1);
    expect(seen_from).toBeCloseTo(2.06, 2);
  });

  test("a viral post alone makes nothing", () => {
    const viral = withFirst(certain(50, 50), 1, "b", (post) => ({ ...post, interactions: 90_000 }));
    expect(judged(viral).verdict).toBe("not_shown");
  });

  test("compares by the lot: a post that went out at the other hour stays where it was drawn", () => {
    const { kept, compared, verdict } = judged(withFirst(certain(20, 100), 4, "b", moved));
    expect([verdict, kept, compared]).toEqual(["differs", { a: 16, b: 12 }, { a: 16, b: 16 }]);
  });

  test.each<[string, DrawnLot[], string]>([
    ["12 of 16 of a side out", withFirst(certain(20, 100), 4, "a", gone), "differs"],
    ["11 of 16", withFirst(certain(20, 100), 5, "a", gone), "not_kept"],
    ["5 of 16 at the other hour", withFirst(certain(20, 100), 5, "b", moved), "not_kept"],
    [
      "5 of 16 paid for",
      withFirst(certain(20, 100), 5, "b", (post) => ({ ...post, paid: true })),
      "not_kept",
    ],
    [
      "nothing out at all",
      withFirst(withFirst(certain(1, 1), 16, "a", gone), 16, "b", gone),
      "not_kept",
    ],
    // two a week, each side six of eight, but only four weeks have both: no lot could have shown anything
    ["too few weeks with both sides", alternating(), "cannot_tell"],
  ])("%s", (_, lots, verdict) => {
    const result = judged(lots);
    expect(result.verdict).toBe(verdict);
    if (verdict !== "differs")
      expect([result.size, result.chance, result.seen_from]).toEqual([null, null, null]);
  });

  describe("where many posts drew as many", () => {
    /** All the same, but for what B gets in the first so many weeks. */
    const tied = (a_week: number, weeks: number) =>
      certain(7, 7, a_week).map((lot, i) => ({
        ...lot,
        post: lot.post && {
          ...lot.post,
          interactions: lot.side === "b" && i < a_week * weeks ? 20 : 7,
        },
      }));
    test.each([
      [2, 0, "cannot_tell"],
      [2, 5, "cannot_tell"],
      [2, 6, "differs"],
      [3, 2, "cannot_tell"],
      [3, 3, "differs"],
      [4, 0, "cannot_tell"],
      [4, 2, "cannot_tell"],
      [4, 3, "differs"],
    ])("%i a week, %i weeks in which any differ: %s, all kept", (a_week, weeks, verdict) =>
      expect(judged(tied(a_week, weeks))).toMatchObject({
        verdict,
        kept: { a: 4 * a_week, b: 4 * a_week },
        compared: { a: 4 * a_week, b: 4 * a_week },
        ...(verdict === "cannot_tell" ? { size: null, chance: null, seen_from: null } : {}),
      }),
    );

    // five of a side are liked, nothing else is: no ratio parts them, and yet the lots hardly make it
    const few = (side: "a" | "b") =>
      withFirst(
        certain(0, 0, 5).map((lot) => ({
          ...lot,
          post: lot.post && { ...lot.post, interactions: 0 },
        })),
        5,
        side,
        (post) => ({ ...post, interactions: 6 }),
      );
    test("B does more, and not all of it: the interval leaves out 1", () => {
      const { verdict, size } = judged(few("b"));
      expect([verdict, size?.ratio, size?.low]).toEqual(["differs", 1.001, 1.001]);
      expect(size?.high).toBeGreaterThan(1.001);
    });
    test("A does", () => {
      const { verdict, size } = judged(few("a"));
      expect([verdict, size?.ratio, size?.high]).toEqual(["differs", 0.999, 0.999]);
      expect(size?.low).toBeLessThan(0.999);
    });

    test.each([
      [2, 1],
      [4, 1],
      [4, 2],
      [5, 3],
    ])(
      "%i a week, %i times: the interval leaves out 1 exactly where they differ",
      (a_week, ratio) => {
        const seen = new Set<string>();
        for (let seed = 1; seed <= 150; seed++) {
          // of which most get none, one or two
          const { verdict, size } = judged(
            simulated({ a_week, noise: 0.8, ratio, seed }).map((lot) => ({
              ...lot,
              post: lot.post && {
                ...lot.post,
                interactions: Math.floor((lot.post.interactions ?? 0) / 30),
              },
            })),
          );
          seen.add(verdict);
          if (!size) continue;
          const [low, high] = [size.low ?? 0, size.high ?? Infinity];
          expect([seed, low > 1 || high < 1]).toEqual([seed, verdict === "differs"]);
          expect([seed, low <= size.ratio && size.ratio <= high]).toEqual([seed, true]);
        }
        expect(seen).toContain("differs");
        expect(seen).toContain("not_shown");
      },
    );
  });

  test("the same in whatever order the lots come", () =>
    expect(judged(certain(20, 100).toReversed()).size).toEqual(judged(certain(20, 100)).size));

  test("while it runs only what went out is counted", () => {
    const lots = withFirst(withFirst(certain(1, 1), 2, "a", gone), 1, "b", moved);
    expect(trialProgress(HOURS, lots, { zone: "UTC", today: "2026-12-07" })).toEqual({
      drawn: 32,
      over: 30,
      published: 30,
      kept: 29,
    });
  });
});

function alternating(): DrawnLot[] {
  let week = 0;
  return certain(20, 100, 2).map((lot, i) => {
    if (i % 2 === 0) week += 1;
    const missing = (week <= 2 && lot.side === "a") || (week > 6 && lot.side === "b");
    return missing ? { ...lot, post: null } : lot;
  });
}

describe("what it promises", () => {
  const RUNS = 400;
  const shareSeen = (a_week: number, noise: number, ratio: number) => {
    let [seen, wrong, covered] = [0, 0, 0];
    for (let run = 0; run < RUNS; run++) {
      const { verdict, size } = judged(
        simulated({ a_week, noise, ratio, seed: 7_919 * run + a_week }),
      );
      const low = size?.low ?? 0;
      const high = size?.high ?? Infinity;
      if (verdict === "differs") seen += 1;
      if (verdict === "differs" && size && size.ratio < 1 && ratio > 1) wrong += 1;
      if (low <= ratio && ratio <= high) covered += 1;
    }
    return { seen: seen / RUNS, wrong, covered: covered / RUNS };
  };

  // .05 ± 2.6 standard errors of 400 runs: .0785
  test.each([
    [2, 0.8],
    [3, 0.8],
    [5, 1],
  ])("%i a week, noise %f: where nothing differs it says so 19 times of 20", (a_week, noise) => {
    const { seen, covered } = shareSeen(a_week, noise, 1);
    expect(seen).toBeLessThanOrEqual(0.0785);
    expect(covered).toBeGreaterThan(0.92);
  });

  // what is said at the start, of a noise as posts have it that now and then go around
  test.each([
    [2, 0.6],
    [2, 0.9],
    [3, 0.8],
    [4, 0.8],
    [5, 0.8],
    [7, 1],
  ])("%i a week, noise %f: a doubling is seen about as often as was said", (a_week, noise) => {
    const { seen, wrong, covered } = shareSeen(a_week, noise, 2);
    expect(Math.abs(seen - seenShare(2, noise, plannedExtent(a_week)))).toBeLessThan(0.1);
    expect(wrong).toBeLessThanOrEqual(2);
    expect(covered).toBeGreaterThan(0.92);
  });

  test.each([
    [2, 0.8, 2],
    [3, 0.8, 4],
    [4, 0.8, 6],
    [5, 0.8, 7],
    [4, 0.6, 8],
  ])("%i a week, noise %f: %i times of ten", (a_week, noise, of_ten) =>
    expect(trialPower({ noise, posts: 60 }, a_week)).toEqual({ of_ten, noise, posts: 60 }),
  );
});
