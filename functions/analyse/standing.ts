/**
 * A post held against the norm: what would be usual for its format and followers, and how far it is from that.
 *
 * A format's usual is its own median in the norm, drawn towards the account's level plus the platform's prior as if
 * three posts stood there: one reel does not make a norm for reels. Followers count for all posts or for none.
 */
import { quantileSorted } from "simple-statistics";
import type { Format } from "../model/format.ts";
import type { Usual } from "../model/streak.ts";
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
  const { perFollower, level, kinds, residuals } = measure(norm, post.logFollowers !== null);
  const kind = kinds.find(({ format }) => format === post.format);
  const posts = kind?.values.length ?? 0;
  const own = valueIn(post, perFollower) - (kind?.at ?? level + post.prior);
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
  const { residuals, level, kinds } = measure(norm, true);
  const middle = median(residuals);
  return {
    low: Math.exp(quantile(residuals, 0.25) - middle),
    high: Math.exp(quantile(residuals, 0.75) - middle),
    formats: kinds
      .map(({ format, at, values }) => ({
        format,
        times: Math.exp(at - level),
        posts: values.length,
      }))
      .sort((a, b) => b.posts - a.posts || (a.format < b.format ? -1 : 1)),
  };
}

/** A format of the norm: its posts' values, and what is usual for it; both ln of the count (a follower). */
type Kind = { format: Format; prior: number; values: number[]; at: number };

const valueIn = ({ log, logFollowers }: Entry, perFollower: boolean): number =>
  perFollower ? log - (logFollowers ?? 0) : log;

type Measured = {
  perFollower: boolean;
  level: number;
  kinds: Kind[];
  /** The least first. */
  residuals: Float64Array;
};

/** A norm is held against the next post, and told of, more than once. */
const measured = {
  followers: new WeakMap<Norm, Measured>(),
  counts: new WeakMap<Norm, Measured>(),
};

/** What the norm says is usual, and each of its posts' distance from that. */
function measure(norm: Norm, followersKnown: boolean): Measured {
  const perFollower = followersKnown && norm.every(({ logFollowers }) => logFollowers !== null);
  const known = perFollower ? measured.followers : measured.counts;
  const found = known.get(norm) ?? measureNorm(norm, perFollower);
  known.set(norm, found);
  return found;
}

/** Natively, and once for all that is asked of them. */
function sorted(values: readonly number[]): Float64Array {
  const copy = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) copy[i] = values[i] as number;
  return copy.sort();
}

const quantile = (ordered: Float64Array, share: number): number =>
  // it asks for nothing but an index and a length
  quantileSorted(ordered as unknown as number[], share);

const median = (ordered: Float64Array): number => quantile(ordered, 0.5);

/** Plain loops, each in place: this is most of a judgement's time. */
function measureNorm(norm: Norm, perFollower: boolean): Measured {
  const kinds: Kind[] = [];
  const kindOf: Kind[] = [];
  const values = new Float64Array(norm.length);
  const withoutPrior = new Float64Array(norm.length);
  for (let i = 0; i < norm.length; i++) {
    const entry = norm[i] as Entry;
    const { format, prior } = entry;
    const value = valueIn(entry, perFollower);
    values[i] = value;
    withoutPrior[i] = value - prior;
    let kind: Kind | undefined;
    for (const known of kinds) if (known.format === format) kind = known;
    if (!kind) {
      kind = { format, prior, values: [], at: 0 };
      kinds.push(kind);
    }
    kind.values.push(value);
    kindOf.push(kind);
  }
  const level = median(withoutPrior.sort());
  for (const kind of kinds) {
    const posts = kind.values.length;
    const prior = PRIOR_POSTS * (level + kind.prior);
    kind.at = (posts * median(sorted(kind.values)) + prior) / (posts + PRIOR_POSTS);
  }
  const residuals = values;
  for (let i = 0; i < residuals.length; i++) {
    residuals[i] = (residuals[i] as number) - (kindOf[i] as Kind).at;
  }
  return { perFollower, level, kinds, residuals: residuals.sort() };
}
