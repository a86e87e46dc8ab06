/**
 * What a trial could see, said before it begins. Not simulated: the same figure has to come at every page view, and in no time.
 * What the closed form says and what trials then see are held together by test/analyse/trial/result.test.ts.
 */
import { cumulativeStdNormalProbability } from "simple-statistics";
import { TRIAL_WEEKS, type TrialPower } from "../../model/trial.ts";
import { RANKS_KEEP } from "../statistics/mid-rank-scores.ts";
import { BOUND_95, IN_SIX_OF_TEN } from "../statistics/normal-bounds.ts";
import type { Noise } from "./noise.ts";
import { shareOf, type Weeks } from "./weeks.ts";

/**
 * How much a comparison says.
 * `info`: posts' worth, Σ n(A) n(B) / n over the weeks; `free`: posts less weeks and one.
 */
export type Extent = { info: number; free: number };

/** All of it published. `plannedExtent(4)` is 8 posts' worth. */
export const plannedExtent = (a_week: number): Extent => ({
  info: (TRIAL_WEEKS * Math.floor(a_week / 2) * Math.ceil(a_week / 2)) / a_week,
  free: TRIAL_WEEKS * (a_week - 1) - 1,
});

export const extentOf = ({ blocks, isA }: Weeks): Extent =>
  blocks.reduce(
    (total, block) => {
      const { a, of } = shareOf(isA, block);
      return { info: total.info + (a * (of - a)) / of, free: total.free + of - 1 };
    },
    { info: 0, free: -1 },
  );

/** What chance passes once in twenty; few posts have a higher bar, as Student's is. */
const barAt = (free: number): number => BOUND_95 * (1 + 1 / Math.max(1, free));

/**
 * How often a true difference would be seen.
 * @param noise standard deviation of single posts (ln)
 * @example
 * seenShare(2, 0.8, plannedExtent(4)); // 0.56
 */
export const seenShare = (ratio: number, noise: number, { info, free }: Extent): number =>
  cumulativeStdNormalProbability(
    (RANKS_KEEP * Math.abs(Math.log(ratio)) * Math.sqrt(info)) / noise - barAt(free),
  );

/** The smallest ratio above 1 that would be seen in 6 of 10 cases; its inverse as well. */
export const trialSeenFrom = (noise: number, { info, free }: Extent): number =>
  Math.exp(((barAt(free) + IN_SIX_OF_TEN) * noise) / (RANKS_KEEP * Math.sqrt(info)));

/** Of a doubling, for so many posts a week. */
export const trialPower = ({ noise, posts }: Noise, a_week: number): TrialPower => ({
  of_ten: Math.round(10 * seenShare(2, noise, plannedExtent(a_week))),
  noise: Math.round(1000 * noise) / 1000,
  posts,
});
