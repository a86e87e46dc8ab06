/** A year's targets that are no drawing of the future: the engagement rate by its posts so far, posts a month by counting. */
import { median } from "simple-statistics";

export type RateSoFar = {
  posts: number;
  /** `null`: no post with a rate yet. */
  median: number | null;
  /** The 95 % interval of the sign test. `null`: fewer than six posts, which allow none. */
  low: number | null;
  high: number | null;
  /** Whether the interval leaves the target out, and on which side the rates are; `null`: without an interval. */
  word: "above" | "below" | "open" | null;
};

/** In each tail. */
const TAIL_CHANCE = 0.025;

/**
 * The median rate of the year so far against the target. Its interval lies between two of the rates themselves, so that one
 * viral post moves it no more than any other (Thompson 1936).
 *
 * @param rates fractions, of the year's posts that are old enough to have one, in any order
 */
export function rateSoFar(rates: readonly number[], target: number): RateSoFar {
  const sorted = [...rates].sort((a, b) => a - b);
  const posts = sorted.length;
  const middle = posts === 0 ? null : median(sorted);
  const left = leftOut(posts);
  const low = sorted[left - 1];
  const high = sorted[posts - left];
  if (low === undefined || high === undefined) {
    return { posts, median: middle, low: null, high: null, word: null };
  }
  const word = low > target ? "above" : high < target ? "below" : "open";
  return { posts, median: middle, low, high, word };
}

/**
 * From which of the ordered values on, at either end, the median lies by 95 %: as many fair coins show fewer heads than that
 * in at most 2.5 % of throws. Of 6 it is the first, of 9 the second; nought: of none.
 */
function leftOut(coins: number): number {
  let chance = 0.5 ** coins;
  let below = 0;
  let heads = 0;
  while (heads <= coins && below + chance <= TAIL_CHANCE) {
    below += chance;
    chance *= (coins - heads) / (heads + 1);
    heads += 1;
  }
  return heads;
}

export type PostsSoFar = {
  /** Whole months that are over. */
  months: number;
  /** Of these, those with as many posts as wanted. */
  kept: number;
  /** Posts a month in them; `null`: no month is over. */
  mean: number | null;
};

/** @param counts posts of each whole month of the year that is over, a month without any among them as 0 */
export function postsSoFar(counts: readonly number[], target: number): PostsSoFar {
  const sum = counts.reduce((total, count) => total + count, 0);
  return {
    months: counts.length,
    kept: counts.filter((count) => count >= target).length,
    mean: counts.length === 0 ? null : sum / counts.length,
  };
}
