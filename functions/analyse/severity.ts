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
import type { Severity } from "../model/streak.ts";

const POSTS_AT_THE_NORM = 2;

export function streakRatio(deviations: readonly number[]): number {
  const n = deviations.length;
  return n === 0 ? 1 : Math.exp((median(deviations) * n) / (n + POSTS_AT_THE_NORM));
}

/** Size and certainty are different things: this is the size alone. A strong streak is measured by its mirror image. */
export function severity(ratio: number): Severity {
  const size = Math.min(ratio, 1 / ratio);
  if (size > 0.8) return "none";
  if (size > 0.6) return "mild";
  return size >= 0.4 ? "half" : "severe";
}
