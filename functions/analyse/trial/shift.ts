/**
 * How far apart the sides are: the shift that, taken off one of them, leaves no difference (Hodges, Lehmann 1963), and all
 * shifts that would leave none that passes the same bar.
 * It is not drawn towards none as a claim's is: a trial asks one thing, and was not picked because it looked large.
 */
import type { Side, TrialResult } from "../../model/trial.ts";
import { ROUNDING } from "../statistics/rounding.ts";
import { alignedScores } from "./aligned-scores.ts";
import { shareOf, type Weeks } from "./weeks.ts";

/** Sum of a's scores, and the standard deviation that the lots give it. */
export type Sum = { sum: number; deviation: number };

export function sumOf(scores: Float64Array, { blocks, isA }: Weeks): Sum {
  let sum = 0;
  let variance = 0;
  for (const block of blocks) {
    let squares = 0;
    for (let i = block.from; i < block.to; i++) {
      const score = scores[i] as number;
      sum += score * (isA[i] as number);
      squares += score * score;
    }
    // of a draw without putting back
    const { a, of } = shareOf(isA, block);
    variance += (squares * a * (of - a)) / (of * (of - 1));
  }
  return { sum, deviation: Math.sqrt(variance) };
}

/** ln: b less a; an end that nothing bounds is `null`. */
export type Shift = { shift: number; low: number | null; high: number | null };

/** To a hundred thousandth of the range. */
const HALVINGS = 17;

/**
 * @param bar in standard deviations, as `trialBar` over the deviation
 * @param weeks of which not all posts are alike
 */
export function shiftOf(weeks: Weeks, bar: number): Shift {
  const logs = Float64Array.from(weeks.posts, ({ log }) => log);
  const zAt = (shift: number): number => {
    const moved = logs.map((log, i) => log + shift * (weeks.isA[i] as number));
    const { sum, deviation } = sumOf(alignedScores(moved, weeks), weeks);
    return deviation > 0 ? sum / deviation : 0;
  };
  // moved so far, each of one side lies above each of the other
  const far = 1 + Math.max(...logs) - Math.min(...logs);
  /** Where z, which rises with the shift, passes a value. */
  const passes = (value: number): number | null => {
    if (zAt(-far) > value || zAt(far) <= value) return null;
    let [below, above] = [-far, far];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (below + above) / 2;
      if (zAt(middle) > value) above = middle;
      else below = middle;
    }
    return above;
  };
  // a stretch without a difference has its middle
  const [from, to] = [passes(-ROUNDING) ?? 0, passes(ROUNDING) ?? 0];
  return {
    shift: (from + to) / 2,
    low: passes(-bar - ROUNDING),
    high: passes(bar + ROUNDING),
  };
}

type Size = NonNullable<TrialResult["size"]>;

/** The nearest to 1 that is not 1: what a size is kept as says no more. */
const ABOVE = 1.001;
const BELOW = 0.999;

/**
 * As a ratio, to four figures. Where many posts drew as many, the shift that parts them ends at none, and rounding ends there
 * too: an interval that holds 1 where they differ, or leaves it out where they do not, would say against the test.
 * @param better the side that drew more, where the test says that they differ; else `null`
 */
export function sizeOf({ shift, low, high }: Shift, better: Side | null): Size {
  const kept = (end: number): number => Number(Math.exp(end).toPrecision(4));
  const above = (end: number): number => Math.max(better === "b" ? ABOVE : 1, end);
  const below = (end: number): number => Math.min(better === "a" ? BELOW : 1, end);
  const size = {
    ratio: kept(shift),
    low: low === null ? null : kept(low),
    high: high === null ? null : kept(high),
  };
  if (better === "b")
    return {
      ratio: above(size.ratio),
      low: above(size.low ?? 1),
      high: size.high && above(size.high),
    };
  if (better === "a")
    return {
      ratio: below(size.ratio),
      low: size.low && below(size.low),
      high: below(size.high ?? 1),
    };
  return { ...size, low: size.low && below(size.low), high: size.high && above(size.high) };
}
