/**
 * Page's cumulative sum (1954): shortfalls add up, usual posts wear the sum down, and it never falls below 0, so that
 * old merits do not hide a new slump.
 *
 * The reference is half the shift one wants to see soonest, here 1 standard deviation: −60 % on a typical account.
 * A weight below 1 is a vote that counts less; it keeps `chance.ts` true (E exp(2k·w(s − k)) = 1 for every w, when
 * the shortfall s has variance 1/w).
 *
 * @param shortfall how far below the norm, in standard deviations
 * @example
 * cusum(1, 1.5); // 2
 * cusum(1, -2); // 0
 */
export const REFERENCE = 0.5;

export const cusum = (sum: number, shortfall: number, weight = 1): number =>
  Math.max(0, sum + weight * (shortfall - REFERENCE));

/**
 * The same sum the other way, that says a streak is over: posts at the norm add to it, since during a streak they are
 * what is unusual.
 * @example
 * recoverySum(1, 0); // 1.5
 */
export const recoverySum = (sum: number, shortfall: number, weight = 1): number =>
  cusum(sum, 2 * REFERENCE - shortfall, weight);
