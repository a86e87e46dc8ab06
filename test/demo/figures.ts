import { maturity } from "../../functions/analyse/maturity.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../../functions/model/metric.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { DemoPost } from "./posts.ts";

/** What a post has at an instant: its figures grow along the maturity curve and never fall. */
export function figuresAt(post: DemoPost, at: Instant): Figures {
  const share = maturity((at - post.published_at) / 3600, post.halfAgeHours);
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) {
    const final = post.final[counter];
    figures[counter] = final === null ? null : Math.round(final * share);
  }
  return figures;
}
