/**
 * What engagement rate is usual for an account: the middle half of its norm's posts, as rates. Followers and reach are known
 * of those, their views are not.
 */
import { quantileSorted } from "simple-statistics";
import type { RateBase } from "../model/metric.ts";
import { isMature } from "../model/post.ts";
import type { JudgedPost } from "../model/streak.ts";
import type { Range } from "../model/trend.ts";
import { LEARNING_POSTS, NORM_POSTS } from "./norm.ts";

type NormPost = Pick<
  JudgedPost,
  "published_at" | "read_at" | "left_out" | "interactions" | "followers" | "reach" | "verdict"
>;

/**
 * `null` while the norm is learned. A weak streak that is open is no part of it, or a slump would become the usual.
 * @param posts the norm's and those since, oldest first
 */
export function usualRange(posts: readonly NormPost[], base: RateBase): Range | null {
  if (base === "views") return null;
  const judged = posts.filter(
    (post) => !post.left_out && post.verdict !== null && post.verdict.state !== "pending",
  );
  const lastUsual = judged.findLastIndex(({ verdict }) => verdict?.weak !== true);
  const rates = judged
    .slice(0, lastUsual + 1)
    .filter(isMature)
    .slice(-NORM_POSTS)
    .flatMap(({ interactions, [base]: audience }) =>
      interactions === null || !audience ? [] : [interactions / audience],
    )
    .sort((a, b) => a - b);
  if (rates.length < LEARNING_POSTS) return null;
  return { low: quantileSorted(rates, 0.25), high: quantileSorted(rates, 0.75) };
}
