/** What could have been seen, had it been true, with so many posts. */
import { RANKS_KEEP } from "../statistics/mid-rank-scores.ts";
import { IN_SIX_OF_TEN } from "../statistics/normal-bounds.ts";
import type { Chances } from "./permutations.ts";

/** The |z| that a claim needs, where the look was not shuffled to say its own: about 35 questions. */
const USUAL_BAR = 3.4;

/** Chance may pass it on 5 of 299 screens and the difference itself be the sixth: (1 + 5) / 300 is .02. */
const PASSED = 5;

/** The |z| above which a difference may be claimed of this look. */
export const barOf = ({ largest }: Pick<Chances, "largest">): number =>
  largest.toSorted((a, b) => b - a)[PASSED] ?? USUAL_BAR;

/** The mean difference in standard deviations of one post, times √information, that is passed by the bar in 6 of 10 cases. */
const needed = (bar: number): number => (bar + IN_SIX_OF_TEN) / RANKS_KEEP;

/**
 * The smallest ratio above 1 that would be seen; its inverse below 1 as well.
 * @param noise standard deviation of single posts (ln)
 * @param information how many posts' worth the level says, about n (1 − n / all)
 * @example
 * seenFrom({ noise: 0.92, bar: 3.4, information: 26 }); // 2.08: about a doubling
 */
export const seenFrom = ({
  noise,
  bar,
  information,
}: {
  noise: number;
  bar: number;
  information: number;
}): number => Math.exp((needed(bar) * noise) / Math.sqrt(information));

/**
 * The posts that a level needs for a doubling to be seen; `null`: among so few in all none can have them.
 * @param of all posts
 * @example
 * postsForDouble({ noise: 0.92, bar: 3.4, of: 240 }); // 34
 */
export function postsForDouble({
  noise,
  bar,
  of,
}: {
  noise: number;
  bar: number;
  of: number;
}): number | null {
  const information = ((needed(bar) * noise) / Math.LN2) ** 2;
  // n (1 − n / of) = information
  const under = 1 - (4 * information) / of;
  return under < 0 ? null : Math.ceil((of * (1 - Math.sqrt(under))) / 2);
}
