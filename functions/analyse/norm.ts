/**
 * An account's norm: its last 40 posts that were old enough to count.
 *
 * Few enough to follow the account, and so many that a rank among them says something: with 25 the printed chance figure
 * would be too cautious by half (see README).
 */
import type { Format } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";
import type { StreakPost } from "../model/streak.ts";
import { FEW_INTERACTIONS } from "./few-interactions.ts";
import { formatPrior } from "./format-prior.ts";
import { HALF_A_REACTION } from "./log-interactions.ts";
import { maturity } from "./maturity.ts";

export const NORM_POSTS = 40;

/** Fewer than these say too little of what is usual. */
export const LEARNING_POSTS = 15;

/** What an account brings to the reading of its posts. */
export type Audience = {
  platform: Platform;
  /** Its own, from `half-age.ts`. */
  half_age_hours: number;
};

/** A post of the norm, or one to be held against it. */
export type Entry = {
  id: number;
  published_at: number;
  format: Format;
  interactions: number;
  followers: number | null;
  /** When the count was read, in seconds since publishing. */
  age: number;
  /** The share of its final count that it had reached, 0 to 1. */
  maturity: number;
  /** ln of the final count it is heading for. */
  log: number;
  /** ln of its followers; kept apart, so that one post without them does not move what was judged before. */
  logFollowers: number | null;
  /** What its format usually makes of that on the platform (ln), before the account shows its own. */
  prior: number;
};

export type Norm = readonly Entry[];

/** `null` for a post without a count. */
export function entryOf(post: StreakPost, account: Audience): Entry | null {
  const { id, published_at, interactions } = post;
  if (interactions === null) return null;
  const age = post.read_at - published_at;
  const followers = (post.followers ?? 0) > 0 ? post.followers : null;
  const share = maturity(age / 3600, account.half_age_hours);
  const format = post.format ?? "other";
  return {
    id,
    published_at,
    format,
    interactions,
    followers,
    age,
    maturity: share,
    log: Math.log((interactions + HALF_A_REACTION) / share),
    logFollowers: followers === null ? null : Math.log(followers),
    prior: formatPrior(account.platform, format),
  };
}

/** The norm with more posts, and without those that are then too old. */
export const taking = (norm: Norm, ...entries: readonly Entry[]): Norm =>
  norm.concat(entries).slice(-NORM_POSTS);

export const sameNorm = (a: Norm, b: Norm): boolean =>
  a === b || (a.length === b.length && a.every((entry, index) => entry.id === b[index]?.id));

export const isLearning = (norm: Norm): boolean => norm.length < LEARNING_POSTS;

/** Do most of the posts draw so few reactions that their order is chance? */
export function tooFew(norm: Norm): boolean {
  let enough = 0;
  for (const entry of norm) {
    if (entry.interactions / entry.maturity >= FEW_INTERACTIONS) enough++;
  }
  return enough < norm.length / 2;
}
