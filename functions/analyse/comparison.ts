/** A figure of a period beside the same figure of the period before, and what may honestly be said of the difference. */
import type { Comparison } from "../model/figure.ts";
import { shift } from "./rank-sum.ts";

/** Fewer posts or days than this on either side say nothing about a change. */
const FEWEST_TO_COMPARE = 8;

/** Less than a tenth of what was before is not worth a colour, however sure it is. */
export const MATTERS = 0.1;

/** Follower counts move by themselves; below this share a change is not worth a colour. */
const FOLLOWERS_STIR = 0.01;

export const NO_COMPARISON: Comparison = {
  before: null,
  difference: null,
  ratio: null,
  meaning: "none",
};

function differenceOf(value: number, before: number): Omit<Comparison, "meaning"> {
  const difference = value - before;
  return { before, difference, ratio: before === 0 ? null : difference / before };
}

/**
 * @param value the figure of the period; @param before that of the period before; `null`: unknown
 * @param samples the posts' or days' values that the figures were made from
 */
export function compare(
  value: number | null,
  before: number | null,
  samples: { now: readonly number[]; before: readonly number[] },
): Comparison {
  if (value === null || before === null) return { ...NO_COMPARISON, before };
  const sizes = differenceOf(value, before);
  if (samples.now.length < FEWEST_TO_COMPARE || samples.before.length < FEWEST_TO_COMPARE) {
    return { ...sizes, meaning: "few" };
  }
  const direction = shift(samples.now, samples.before);
  // the ranks and the figure may point apart: then neither is said
  const agrees = direction !== 0 && Math.sign(value - before) === direction;
  const matters = sizes.ratio === null || Math.abs(sizes.ratio) >= MATTERS;
  return { ...sizes, meaning: agrees && matters ? (direction === 1 ? "up" : "down") : "same" };
}

export function compareFollowers(value: number | null, before: number | null): Comparison {
  if (value === null || before === null) return { ...NO_COMPARISON, before };
  const sizes = differenceOf(value, before);
  if (Math.abs(sizes.ratio ?? 0) < FOLLOWERS_STIR) return { ...sizes, meaning: "same" };
  return { ...sizes, meaning: value > before ? "up" : "down" };
}

/** Plain counts beside each other: nothing to test, so told without a colour. */
export const compareCounts = (value: number | null, before: number | null): Comparison =>
  value === null || before === null
    ? { ...NO_COMPARISON, before }
    : { ...differenceOf(value, before), meaning: "sum" };
