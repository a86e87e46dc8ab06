/** A post as a list shows it. */
import type { Post } from "../model/post.ts";
import type { PostLine } from "./views/posts.ts";

type Of = Pick<PostLine, "platform" | "account" | "caption" | "engagement_rate">;

export const toPostLine = (post: Post, of: Of): PostLine => ({
  id: post.id,
  platform: of.platform,
  account: of.account,
  published_at: post.published_at,
  precision: post.published_precision,
  format: post.format,
  topic: post.topic,
  caption: of.caption,
  paid: post.paid,
  removed: post.removed,
  young: post.judgement === "pending",
  interactions: post.interactions,
  interactions_partial: post.interactions_partial,
  engagement_rate: of.engagement_rate,
  reach: post.reach,
  views: post.views,
  score: post.score,
  weak: post.weak,
});
