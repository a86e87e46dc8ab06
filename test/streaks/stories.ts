import type { SeenPost } from "../../functions/analyse/streaks.ts";
import type { StreakPost } from "../../functions/model/streak.ts";
import { random } from "../../tools/streaks/random.ts";

const DAY = 86_400;
const START = 1_700_000_000;

/** A post a day, long settled, of an account with a noise of ln 0.6 round 100 interactions. `times` says how a post differs from that. */
export function story(
  count: number,
  times: (index: number) => number = () => 1,
  seed = 1,
): SeenPost<string>[] {
  const { normal } = random(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    published_at: START + index * DAY,
    format: "image",
    interactions: Math.round(100 * Math.exp(0.6 * normal()) * times(index)),
    followers: 1000,
    age_hours: 1000,
  }));
}

/** The same as the product's own posts, read when they were 1,000 hours old. */
export const asStored = (posts: readonly SeenPost<string>[]): StreakPost[] =>
  posts.map((post, index) => ({
    id: index,
    published_at: Number(post.published_at),
    published_precision: "second",
    format: "image",
    interactions: post.interactions,
    followers: post.followers,
    read_at: Number(post.published_at) + post.age_hours * 3600,
  }));

/** True from one index up to, not with, another. */
export const within = (from: number, to: number) => (index: number) => index >= from && index < to;
