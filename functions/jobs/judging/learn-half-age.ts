/**
 * What an account's own posts say of how fast its counts grow. One post a run is taken up, so that no run reads much;
 * once a week its half-age is said anew.
 */
import {
  ENOUGH_INTERACTIONS,
  halfAge,
  postLogHalfAge,
  SETTLED_HOURS,
} from "../../analyse/half-age.ts";
import { interactions } from "../../analyse/interactions.ts";
import { GROWN_UP_HOURS } from "../../analyse/maturity.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import type { Figures } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { JudgedPost } from "../../model/streak.ts";
import type { NormRow } from "../../store/norms.ts";
import type { GrowthRow } from "../../store/post-readings.ts";

const WEEK_SECONDS = 7 * SECONDS_A_DAY;

/** The newest posts speak: habits of an audience change. */
const MOST_HALF_AGES = 100;

export type Learned = { half_age_hours: number; half_ages: number[]; learned_at: Instant };

/**
 * The post to take up next: the oldest that has grown and was not taken yet. Those that can tell nothing count as taken.
 * @param posts oldest first; marked on the way
 */
export function nextToLearn(posts: readonly JudgedPost[]): JudgedPost | null {
  for (const post of posts) {
    if (!isOpen(post) || post.read_at - post.published_at < GROWN_SECONDS) continue;
    post.learned = true;
    if (tells(post)) return post;
  }
  return null;
}

/** The post that is taken up next once it has grown, as its counts are now. @param posts oldest first */
export function toLearn(posts: readonly JudgedPost[]): NormRow["to_learn"] {
  const next = posts.find((post) => isOpen(post) && tells(post));
  return next ? { id: next.id, published_at: next.published_at } : null;
}

/** From so long after publishing on a post can be taken up. */
export const GROWN_SECONDS = SETTLED_HOURS * 3600;

const isOpen = ({ learned, left_out, published_precision }: JudgedPost): boolean =>
  !learned && !left_out && published_precision !== "day";

/** One with fewer reactions tells nothing of its growth, and its readings need not be read. */
const tells = ({ interactions }: JudgedPost): boolean => (interactions ?? 0) >= ENOUGH_INTERACTIONS;

/**
 * @param post with its count as it is now
 * @param growth its first readings, oldest first
 */
export function learnedFrom(
  before: Learned,
  post: JudgedPost,
  growth: readonly GrowthRow[],
): Learned {
  const known: Pick<Figures, "likes" | "comments" | "shares"> = {
    likes: null,
    comments: null,
    shares: null,
  };
  const seen = growth.flatMap((reading) => {
    for (const counter of ["likes", "comments", "shares"] as const) {
      known[counter] = reading[counter] ?? known[counter];
    }
    const { interactions: count } = interactions(known);
    return count === null
      ? []
      : { age_hours: (reading.read_at - post.published_at) / 3600, interactions: count };
  });
  const final = {
    // later the curve has ended: what is known then was there then
    age_hours: Math.min(GROWN_UP_HOURS, (post.read_at - post.published_at) / 3600),
    interactions: post.interactions ?? 0,
  };
  const log = postLogHalfAge([
    ...seen.filter(({ age_hours }) => age_hours < final.age_hours),
    final,
  ]);
  if (log === null) return before;
  return {
    ...before,
    half_ages: [...before.half_ages, Number(log.toFixed(3))].slice(-MOST_HALF_AGES),
  };
}

/** @param now the account's newest reading */
export function weekly(before: Learned, platform: Platform, now: Instant): Learned {
  if (now - before.learned_at < WEEK_SECONDS) return before;
  return { ...before, half_age_hours: halfAge(before.half_ages, platform), learned_at: now };
}
