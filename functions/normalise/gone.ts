import type { Answer } from "../model/answer.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type { PostReading } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";

/** The posts that a collector found to be gone from the platform: nothing is said of them but that. */
export function gonePosts(answers: readonly Answer[], seen: Seen): PostReading[] {
  const gone = new Set(answers.filter(({ of }) => of === "gone").map(({ post }) => post));
  return seen.posts
    .filter(({ external_id }) => gone.has(external_id))
    .map(({ external_id, published_at }) => ({
      ...NO_FIGURES,
      external_id,
      url: null,
      published_at,
      published_precision: "second",
      format: null,
      caption: null,
      paid: null,
      removed_at: seen.now,
    }));
}
