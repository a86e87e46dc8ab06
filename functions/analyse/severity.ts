/**
 * How large a streak is: its posts' median against the usual, shrunk towards 1.
 *
 * The runs that get flagged are the ones that looked worst, so the plain median overstates (a true 0.5 shows 0.38):
 * it is taken as if two posts at the norm stood beside the n of the streak.
 *
 * @param deviations the ln of each post's multiple of the usual
 * @example
 * streakRatio([Math.log(0.4), Math.log(0.4), Math.log(0.4), Math.log(0.4)]); // 0.543 = 0.4 ^ (4/6)
 */
import { median } from "simple-statistics";

const POSTS_AT_THE_NORM = 2;

export function streakRatio(deviations: readonly number[]): number {
  const n = deviations.length;
  return n === 0 ? 1 : Math.exp((median(deviations) * n) / (n + POSTS_AT_THE_NORM));
}

/** Above this share of the usual a run is too small to tell of, however sure it is. */
const SMALLEST_TOLD = 0.8;

/** Size and certainty are different things: this is the size alone. A strong streak is measured by its mirror image. */
export const isWorthTelling = (ratio: number): boolean =>
  Math.min(ratio, 1 / ratio) <= SMALLEST_TOLD;
