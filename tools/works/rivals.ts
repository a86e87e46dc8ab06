/**
 * The rules that people use instead, each asked the same questions of the same posts: does it claim anything of this screen?
 * They see the raw counts, as such tools do; bursts, young and paid posts are sorted out for them.
 */
import { mean, median } from "simple-statistics";
import { rankSumZ } from "../../functions/analyse/rank-sum.ts";
import { normalQuantile } from "../../functions/analyse/statistics/normal-quantile.ts";
import type { Contrast, Design } from "../../functions/analyse/works/design.ts";
import { RHYTHM } from "../../functions/analyse/works/levels.ts";
import { FEWEST_AT_LEVEL } from "../../functions/model/look.ts";

/** A level that a rule names, and whether it is said to be better. */
export type Named = { factor: string; level: string; direction: 1 | -1 };

export type Rival = { name: string; names: (design: Design) => Named[] };

/** A winner that is a fifth above the others is what such tools put into a headline. */
const HEADLINE = 1.2;
const FEWEST_FOR_MEDIAN = 5;
/** Two posts are an average. */
const FEWEST_FOR_MEAN = 2;

const levelsOf = ({ contrasts }: Design, fewest: number): Contrast[] =>
  contrasts.filter(
    ({ level, posts, state }) => level !== RHYTHM && posts >= fewest && state !== "mirror",
  );

function parts({ accounts }: Design, { places }: Contrast): { here: number[]; others: number[] } {
  const at = new Set(places);
  const here: number[] = [];
  const others: number[] = [];
  for (const [index, count] of accounts.flatMap(({ interactions }) => interactions).entries()) {
    (at.has(index) ? here : others).push(count);
  }
  return { here, others };
}

const highest =
  (middle: (values: number[]) => number, fewest: number) =>
  (design: Design): Named[] =>
    levelsOf(design, fewest).flatMap((level): Named[] => {
      const { here, others } = parts(design, level);
      if (others.length < fewest || middle(here) <= HEADLINE * middle(others)) return [];
      return [{ factor: level.factor, level: level.level, direction: 1 }];
    });

/** Each level against the others: z of the rank-sum test. */
const rankSums = (design: Design): { level: Contrast; z: number }[] =>
  levelsOf(design, FEWEST_AT_LEVEL)
    .filter(({ state }) => state === "asked")
    .map((level) => {
      const { here, others } = parts(design, level);
      return { level, z: rankSumZ(here, others) ?? 0 };
    });

/** The |z| that chance passes with probability `p`. */
const bound = (p: number): number => normalQuantile(1 - p / 2);

const named = ({ level, z }: { level: Contrast; z: number }): Named => ({
  factor: level.factor,
  level: level.level,
  direction: z > 0 ? 1 : -1,
});

const rankSum = (design: Design): Named[] =>
  rankSums(design)
    .filter(({ z }) => Math.abs(z) > bound(0.05))
    .map(named);

const bonferroni = (design: Design): Named[] => {
  const all = rankSums(design);
  return all.filter(({ z }) => Math.abs(z) > bound(0.05 / all.length)).map(named);
};

/** Benjamini and Hochberg: the k surest where the k-th passes k shares of .05. */
const falseDiscovery = (design: Design): Named[] => {
  const all = rankSums(design).sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
  const last = all.findLastIndex(
    ({ z }, index) => Math.abs(z) > bound((0.05 * (index + 1)) / all.length),
  );
  return all.slice(0, last + 1).map(named);
};

/** All levels of a factor at once, .05 each; the chi-square bound by Wilson and Hilferty. */
const kruskalWallis = (design: Design): Named[] => {
  const byFactor = Map.groupBy(levelsOf(design, FEWEST_AT_LEVEL), ({ factor }) => factor);
  return [...byFactor].flatMap(([factor, levels]): Named[] => {
    // tags overlap: no partition
    if (factor === "hashtag" || factor === "question" || levels.length < 2) return [];
    const groups = levels.map((level) => parts(design, level).here);
    const values = groups.flat();
    const sorted = Float64Array.from(values).sort();
    const rank = (value: number) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1;
    const n = values.length;
    const sum = groups.reduce(
      (total, group) => total + group.length * (mean(group.map(rank)) - (n + 1) / 2) ** 2,
      0,
    );
    const ranks = values.map(rank);
    const variance = ranks.reduce((total, one) => total + (one - (n + 1) / 2) ** 2, 0) / (n - 1);
    const freedom = groups.length - 1;
    const third = 2 / (9 * freedom);
    const limit = freedom * (1 - third + normalQuantile(0.95) * Math.sqrt(third)) ** 3;
    return sum / variance > limit ? [{ factor, level: "", direction: 1 }] : [];
  });
};

export const RIVALS: readonly Rival[] = [
  { name: "highest mean, a fifth above", names: highest(mean, FEWEST_FOR_MEAN) },
  { name: "highest median, a fifth above, n ≥ 5", names: highest(median, FEWEST_FOR_MEDIAN) },
  { name: "rank-sum .05 each", names: rankSum },
  { name: "Kruskal–Wallis .05 a factor", names: kruskalWallis },
  { name: "rank-sum, Bonferroni", names: bonferroni },
  { name: "rank-sum, Benjamini–Hochberg", names: falseDiscovery },
];
