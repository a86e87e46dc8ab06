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
  /** The gap, or where it is longer than the limit that: `Math.min(gap, norm.limit(p))`. */
  heldTo: (p: number, gap: number) => number;
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
  const average = mean(h);
  const scale = shortest === 0 ? average : Math.max(1, average - shortest);
  const exponentialLimit = (p: number): number => shortest - scale * Math.log(p);
  // most gaps are short of the exponential's limit, and nothing is asked of the tail
  let known: Tail | null = null;
  const tail = (): Tail => {
    known ??= tailOf(h);
    return known;
  };
  const limit = (p: number): number => Math.max(exponentialLimit(p), tail().limit(p));
  return {
    mean: average,
    limit,
    heldTo: (p, gap) => (gap <= exponentialLimit(p) ? gap : Math.min(gap, limit(p))),
    chance: (gap) => Math.max(Math.exp(-(gap - shortest) / scale), tail().chance(gap)),
  };
}

type Tail = Pick<GapNorm, "limit" | "chance">;

/** That of an exponential excess above the median. */
function tailOf(gaps: number[]): Tail {
  const usual = median(gaps);
  const excesses = gaps.filter((gap) => gap > usual).map((gap) => gap - usual);
  const k = excesses.length;
  if (k < FEWEST_EXCESSES) {
    const most = 2 * max(gaps);
    return { limit: () => most, chance: (gap) => (gap > most ? 0 : 1) };
  }
  const n = gaps.length;
  const total = sum(excesses);
  return {
    limit: (p) => usual + total * (Math.max(1, k / (n * p)) ** (1 / k) - 1),
    chance: (gap) => (gap <= usual ? 1 : (k / n) * (1 + (gap - usual) / total) ** -k),
  };
}
