/**
 * A post held against the norm: what would be usual for its format and followers, and how far it is from that.
 *
 * A format's usual is its own median in the norm, drawn towards the account's level plus the platform's prior as if
 * three posts stood there: one reel does not make a norm for reels. Followers count for all posts or for none.
 */
import type { Format } from "../model/format.ts";
import type { Usual } from "../model/streak.ts";
import { median, quantile } from "./median.ts";
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

export function standing(norm: Norm, post: Entry): Standing {
  const { residuals, value, location } = measure(norm, post.logFollowers !== null);
  const { at, posts } = location(post);
  const own = value(post) - at;
  return {
    score: rankScore(own, residuals),
    deviation: own - median(residuals),
    trust: posts < FORMAT_POSTS ? 0 : Math.min(1, posts / (2 * FORMAT_POSTS)),
  };
}

/**
 * The middle half of the norm's posts as multiples of the usual, and each format's usual against the account's level.
 * An empty norm knows nothing: everything is 1.
 */
export function usual(norm: Norm): Usual {
  if (norm.length === 0) return { low: 1, high: 1, formats: [] };
  const { residuals, level, locations } = measure(norm, true);
  const middle = median(residuals);
  return {
    low: Math.exp(quantile(residuals, 0.25) - middle),
    high: Math.exp(quantile(residuals, 0.75) - middle),
    formats: locations
      .map(({ format, at, posts }) => ({ format, times: Math.exp(at - level), posts }))
      .sort((a, b) => b.posts - a.posts || (a.format < b.format ? -1 : 1)),
  };
}

/** What is usual for a format: ln of the count (a follower), and how many posts of the norm say so. */
type Location = { format: Format; at: number; posts: number };

/** What the norm says is usual, and each of its posts' distance from that. Plain loops: this is most of a judgement's time. */
function measure(norm: Norm, followersKnown: boolean) {
  const perFollower = followersKnown && norm.every((entry) => entry.logFollowers !== null);
  const value = (entry: Entry) => (perFollower ? entry.log - (entry.logFollowers ?? 0) : entry.log);
  const withoutPrior: number[] = [];
  for (const entry of norm) withoutPrior.push(value(entry) - entry.prior);
  const level = median(withoutPrior);

  const locations: Location[] = [];
  const location = ({ format, prior }: Entry): Location => {
    for (const known of locations) if (known.format === format) return known;
    const alike: number[] = [];
    for (const entry of norm) if (entry.format === format) alike.push(value(entry));
    const posts = alike.length;
    const own = posts > 0 ? posts * median(alike) : 0;
    const at = (own + PRIOR_POSTS * (level + prior)) / (posts + PRIOR_POSTS);
    if (posts > 0) locations.push({ format, at, posts });
    return { format, at, posts };
  };
  const residuals: number[] = [];
  for (const entry of norm) residuals.push(value(entry) - location(entry).at);
  return { level, locations, location, value, residuals };
}
