/**
 * How long a gap has to be before chance would rarely make it, by the gaps before it. Two tails are asked and the longer
 * limit taken: an exponential of the mean, and the exact predictive tail of an exponential excess above the median, which
 * is wide as long as few long gaps were seen.
 */
import { max, mean, median, sum } from "simple-statistics";

/** Fewer gaps than these say nothing of the next. */
export const FEWEST_GAPS = 10;

/** Fewer excesses than these have no tail of their own: twice the longest gap stands in for it. */
const FEWEST_EXCESSES = 3;

export type GapNorm = {
  mean: number;
  /** The longest gap that chance makes more often than with probability `p`. */
  limit: (p: number) => number;
  /** The chance that a gap is at least so long. */
  chance: (gap: number) => number;
};

/**
 * @param gaps at least `FEWEST_GAPS`
 * @param shortest what every gap is at least: the exponential begins there, and has the mean of what is above it
 * @example
 * const norm = gapNorm([1, 2, 1, 3, 2, 1, 4, 2, 1, 3, 2, 2]);
 * norm.limit(2 / (7 * 52)); // 12.28
 * 2 / 7 / norm.chance(13); // 60.3: once in so many weeks
 */
export function gapNorm(gaps: readonly number[], shortest: 0 | 1 = 0): GapNorm {
  const h = [...gaps];
  const usual = median(h);
  const excesses = h.filter((gap) => gap > usual).map((gap) => gap - usual);
  const k = excesses.length;
  const total = sum(excesses);
  const scale = shortest === 0 ? mean(h) : Math.max(1, mean(h) - shortest);
  const longest = max(h);

  const tailLimit = (p: number): number =>
    k < FEWEST_EXCESSES
      ? 2 * longest
      : usual + total * (Math.max(1, k / (h.length * p)) ** (1 / k) - 1);
  const tailChance = (gap: number): number => {
    if (k < FEWEST_EXCESSES) return gap > 2 * longest ? 0 : 1;
    return gap <= usual ? 1 : (k / h.length) * (1 + (gap - usual) / total) ** -k;
  };
  return {
    mean: mean(h),
    limit: (p) => Math.max(shortest - scale * Math.log(p), tailLimit(p)),
    chance: (gap) => Math.max(Math.exp(-(gap - shortest) / scale), tailChance(gap)),
  };
}
