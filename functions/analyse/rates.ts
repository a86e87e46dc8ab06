/** Engagement rates of one post: interactions ÷ how many could have reacted. Fractions, not percent. */
import type { RateBase } from "../model/metric.ts";
import type { Post } from "../model/post.ts";

type Rated = Pick<Post, "interactions" | "followers_at_publish" | "reach" | "views">;

/** @returns `null` when either is unknown, or when there was nobody to react */
function rate(interactions: number | null, audience: number | null): number | null {
  return interactions === null || audience === null || audience === 0
    ? null
    : interactions / audience;
}

/** @example engagementRate({ interactions: 37, followers_at_publish: 1850, … }) // 0.02 */
export const engagementRate = (post: Rated): number | null =>
  rate(post.interactions, post.followers_at_publish);

export const engagementRateByReach = (post: Rated): number | null =>
  rate(post.interactions, post.reach);

export const engagementRateByViews = (post: Rated): number | null =>
  rate(post.interactions, post.views);

/** How many could have reacted, by what the rate is taken of. */
export function audienceOf(post: Rated, base: RateBase): number | null {
  switch (base) {
    case "followers":
      return post.followers_at_publish;
    case "reach":
      return post.reach;
    case "views":
      return post.views;
  }
}

export const engagementRateBy = (post: Rated, base: RateBase): number | null =>
  rate(post.interactions, audienceOf(post, base));
