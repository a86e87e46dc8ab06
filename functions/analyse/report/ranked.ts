/** The posts of a month that stand highest and lowest against the norms of their accounts. */
import type { ReportPost, ReportRankedPost, ReportWhy } from "../../model/report.ts";

/** Of each. */
const MOST = 3;

/**
 * Best are those that reached their usual, weakest those that did not: no post is both, however few there are. What is not
 * judged, paid for or gone is in neither.
 */
export function rankedPosts(
  posts: readonly ReportPost[],
  whyOf: (post: ReportPost) => ReportWhy,
): { best: ReportRankedPost[]; weakest: ReportRankedPost[] } {
  const judged = posts.flatMap((post) =>
    post.score === null || post.paid || post.removed ? [] : { post, score: post.score },
  );
  const first = (from: typeof judged, sign: 1 | -1): ReportRankedPost[] =>
    from
      .sort(
        (a, b) =>
          sign * (b.score - a.score) ||
          sign * ((b.post.interactions ?? 0) - (a.post.interactions ?? 0)) ||
          a.post.id - b.post.id,
      )
      .slice(0, MOST)
      .map(({ post }) => ({ ...post, why: whyOf(post) }));
  return {
    best: first(
      judged.filter(({ score }) => score >= 1),
      1,
    ),
    weakest: first(
      judged.filter(({ score }) => score < 1),
      -1,
    ),
  };
}
