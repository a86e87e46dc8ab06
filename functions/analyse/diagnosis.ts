/**
 * Why a streak: fewer people saw its posts, or those who saw them reacted less. Not part of the judgement: reach is an
 * outcome, and dividing by it would hide that it fell.
 */
import { median } from "simple-statistics";

export type Seen = { interactions: number | null; reach: number | null };

export type Diagnosis = {
  /** The streak's median reach as a multiple of the usual: 0.5 = half as many people saw its posts. */
  reach_ratio: number | null;
  /** The same of interactions by those reached. */
  reaction_ratio: number | null;
};

/** A median of fewer posts than these is one post's story. */
const ENOUGH_POSTS = 3;

/** So that nought has a logarithm. */
const HALF = 0.5;

/**
 * Both in logarithms, so that the two add up to the fall in interactions, more or less.
 *
 * @returns `null` where reach is known of fewer than three posts, or of less than half of them, in the streak or before
 * @example
 * const post = { interactions: 40, reach: 1000 };
 * const unseen = { interactions: 20, reach: 500 };
 * diagnosis([unseen, unseen, unseen], [post, post, post, post]); // { reach_ratio: 0.5, reaction_ratio: 1.01 }
 */
export function diagnosis(streak: readonly Seen[], before: readonly Seen[]): Diagnosis {
  return {
    reach_ratio: ratio(streak, before, logReach),
    reaction_ratio: ratio(streak, before, logReaction),
  };
}

type Known = { interactions: number; reach: number };

const logReach = ({ reach }: Known) => Math.log(reach + HALF);
const logReaction = (post: Known) => Math.log(post.interactions + HALF) - logReach(post);

function ratio(
  streak: readonly Seen[],
  before: readonly Seen[],
  log: (post: Known) => number,
): number | null {
  const now = known(streak);
  const then = known(before);
  if (!now || !then) return null;
  return Math.exp(median(now.map(log)) - median(then.map(log)));
}

function known(posts: readonly Seen[]): Known[] | null {
  const found = posts.flatMap(({ interactions, reach }) =>
    interactions === null || reach === null ? [] : { interactions, reach },
  );
  return found.length >= ENOUGH_POSTS && found.length >= posts.length / 2 ? found : null;
}
