/**
 * Posts published within an hour of each other share one audience's moment, so they share their say: the second counts
 * half, the third a third. On live sellers' pages bursts doubled the false alarms.
 */
import type { Burst } from "../model/checkpoint.ts";
import type { StreakPost } from "../model/streak.ts";

const BURST_SECONDS = 3600;

export const NO_BURST: Burst = { at: null, posts: 0 };

/** A post whose time is only a day belongs to no burst. */
export function burstWith(
  burst: Burst,
  post: Pick<StreakPost, "published_at" | "published_precision">,
): Burst {
  if (post.published_precision === "day") return { at: burst.at, posts: 1 };
  const near = burst.at !== null && Math.abs(post.published_at - burst.at) < BURST_SECONDS;
  return { at: post.published_at, posts: near ? burst.posts + 1 : 1 };
}
