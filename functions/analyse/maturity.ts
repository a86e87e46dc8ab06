/**
 * How much of its final count a post has reached, by its age.
 *
 * A log-logistic curve: half at the half-age H, then `t^b / (t^b + H^b)`. On the 48-hour growth of 1,488 news links on
 * Facebook b = 1.4 fits to 0.015; H is the account's own (see `half-age.ts`).
 *
 * @example
 * maturity(12, 12); // 0.5
 * maturity(36, 12); // 0.823
 */
import type { Platform } from "../model/platform.ts";

export const STEEPNESS = 1.4;

/** Where the curve's tail ends: from then on the count is taken as final. */
export const GROWN_UP_HOURS = 14 * 24;

/** Hours until half of the reactions are there, before anything is known of an account: rather too long, which only waits more. */
export const PRIOR_HALF_AGE_HOURS: Record<Platform, number> = {
  x: 2,
  facebook: 6,
  instagram: 12,
  tiktok: 18,
};

/** A share from 0 to 1. An unknown age (`NaN`) is 0: nothing is said of such a post. */
export function maturity(ageHours: number, halfAgeHours: number): number {
  if (ageHours >= GROWN_UP_HOURS) return 1;
  if (!(ageHours > 0)) return 0;
  return 1 / (1 + (halfAgeHours / ageHours) ** STEEPNESS);
}
