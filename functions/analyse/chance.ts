/**
 * How often chance alone makes a run like this.
 *
 * The mean number of posts until a normal one-sided CUSUM with reference k first reaches h, by Siegmund's approximation
 * (Sequential Analysis, 1985): N = (e^x − x − 1) / 2k² with x = 2k (h + 1.166); 1.166 is the mean overshoot at both ends.
 * Rank scores are close to normal whatever the counts look like, so it holds without knowing their distribution.
 * It is an average waiting time: neither a p-value nor the probability that the streak is real.
 *
 * @param peak the highest sum the run reached
 * @example
 * falseAlarmEvery(4); // 338
 */
import { REFERENCE } from "./cusum.ts";

const OVERSHOOT = 1.166;

export function falseAlarmEvery(peak: number): number {
  const x = 2 * REFERENCE * (peak + OVERSHOOT);
  const every = Math.round((Math.exp(x) - x - 1) / (2 * REFERENCE ** 2));
  // a run of a hundred posts would pass what a whole number holds
  return Math.min(every, Number.MAX_SAFE_INTEGER);
}
