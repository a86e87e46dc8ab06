/**
 * A post held against the norm: what would be usual for its format and followers, and how far it is from that.
 *
 * A format's usual is its own median in the norm, drawn towards the account's level plus the platform's prior as if
 * three posts stood there: one reel does not make a norm for reels. Followers count for all posts or for none.
 */
import type { Format } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";
import type { Usual } from "../model/streak.ts";
import { formatPrior } from "./format-prior.ts";
import { ascending, median, quantileSorted } from "./median.ts";
import type { Entry, Norm } from "./norm.ts";
import { rankScore } from "./rank-score.ts";

/** The prior's weight in posts: the noise within a format against the spread between pages' formats gives 1 to 3. */
const PRIOR_POSTS = 3;

/** With fewer of its format in the norm a post has no vote, with twice as many a whole one. */
const FORMAT_POSTS = 5;

export type Standing = {
  /** Its rank score: 0 in the middle of the norm, −1 at its lowest sixth. */
  score: number;
  /** ln of the multiple of the usual: −0.69 = half. */
  deviation: number;
  /** How much its format allows to say, 0 to 1. */
  trust: number;
};

export function standing(norm: Norm, post: Entry, platform: Platform): Standing {
  const { residuals, residual, counts } = measure(norm, platform, post.logFollowers !== null);
  const own = residual(post);
  const alike = counts.get(post.format) ?? 0;
  return {
    score: rankScore(own, residuals),
    deviation: own - median(residuals),
    trust: alike < FORMAT_POSTS ? 0 : Math.min(1, alike / (2 * FORMAT_POSTS)),
  };
}

/**
 * The middle half of the norm's posts as multiples of the usual, and each format's usual against the account's level.
 * An empty norm knows nothing: everything is 1.
 */
export function usual(norm: Norm, platform: Platform): Usual {
  if (norm.length === 0) return { low: 1, high: 1, formats: [] };
  const { residuals, location, level, counts } = measure(norm, platform, true);
  const sorted = ascending(residuals);
  const times = (share: number) =>
    Math.exp(quantileSorted(sorted, share) - quantileSorted(sorted, 0.5));
  return {
    low: times(0.25),
    high: times(0.75),
    formats: [...counts]
      .map(([format, posts]) => ({ format, times: Math.exp(location(format) - level), posts }))
      .sort((a, b) => b.posts - a.posts || (a.format < b.format ? -1 : 1)),
  };
}

/** What the norm says is usual, and each of its posts' distance from that. */
function measure(norm: Norm, platform: Platform, followersKnown: boolean) {
  const perFollower = followersKnown && norm.every((entry) => entry.logFollowers !== null);
  const value = (entry: Entry) => (perFollower ? entry.log - (entry.logFollowers ?? 0) : entry.log);

  const byFormat = new Map<Format, number[]>();
  const withoutPrior: number[] = [];
  for (const entry of norm) {
    const alike = byFormat.get(entry.format);
    if (alike) alike.push(value(entry));
    else byFormat.set(entry.format, [value(entry)]);
    withoutPrior.push(value(entry) - formatPrior(platform, entry.format));
  }
  const level = median(withoutPrior);

  const locations = new Map<Format, number>();
  const counts = new Map<Format, number>();
  for (const [format, values] of byFormat) {
    const n = values.length;
    const expected = level + formatPrior(platform, format);
    locations.set(format, (n * median(values) + PRIOR_POSTS * expected) / (n + PRIOR_POSTS));
    counts.set(format, n);
  }
  const location = (format: Format) =>
    locations.get(format) ?? level + formatPrior(platform, format);
  const residual = (entry: Entry) => value(entry) - location(entry.format);
  return { level, counts, location, residual, residuals: norm.map(residual) };
}
