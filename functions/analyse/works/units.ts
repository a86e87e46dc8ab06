/**
 * What is ranked: one unit a post, and one of all that were published within an hour of the one before. Those share one
 * audience's moment, so they have one say: their median, with the labels of the first.
 */
import { median } from "simple-statistics";
import type { Instant } from "../../model/snapshot.ts";
import { mostDrawFew } from "../few-interactions.ts";
import { logInteractions } from "../log-interactions.ts";
import { type Labels, labelling } from "./labels.ts";
import type { SettledPost } from "./settled.ts";

const BURST_SECONDS = 3600;

/** Fewer say nothing of what differs. */
export const FEWEST_UNITS = 30;

export type Unit = {
  /** The first post's. */
  post: string;
  at: Instant;
  interactions: number;
  /** ln of the interactions, by follower where they are known of all of the account's posts. */
  log: number;
  labels: Labels;
};

/** @param posts of one account, oldest first */
export function unitsOf(posts: readonly SettledPost[], time_zone: string): Unit[] {
  const perFollower = posts.every(({ followers }) => (followers ?? 0) > 0);
  const labelsOf = labelling(posts, time_zone);
  const logOf = ({ interactions, followers }: SettledPost): number =>
    logInteractions(interactions) - (perFollower ? Math.log(followers ?? 1) : 0);
  return bursts(posts).map(([first, ...rest]) => ({
    post: first.id,
    at: first.at,
    interactions: median([first, ...rest].map(({ interactions }) => interactions)),
    log: median([first, ...rest].map(logOf)),
    labels: labelsOf(first),
  }));
}

type Burst = [first: SettledPost, ...rest: SettledPost[]];

/** A post of which the day alone is known stands by itself. */
function bursts(posts: readonly SettledPost[]): Burst[] {
  const found: Burst[] = [];
  let open: Burst | null = null;
  for (const post of posts) {
    const before = open?.at(-1);
    if (open && before && post.hour_known && post.at - before.at < BURST_SECONDS) open.push(post);
    else {
      const burst: Burst = [post];
      found.push(burst);
      if (post.hour_known) open = burst;
    }
  }
  return found;
}

/** Do most of them draw so few reactions that their order is chance? */
export const tooFewInteractions = (units: readonly Unit[]): boolean =>
  mostDrawFew(units.map(({ interactions }) => interactions));
