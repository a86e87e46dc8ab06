/** A streak's own page: its posts and those of the norm before it, and what was told of it. */
import type { Post } from "../model/post.ts";
import type { Difference, Evidence, KnownStreak } from "../model/streak.ts";
import type { Chrome } from "./views/chrome.ts";
import type { EvidencePost, StreakLine, StreakView, WorthTrying } from "./views/streak.ts";

export type Explained = Pick<KnownStreak, "evidence" | "told" | "revised" | "reason"> & {
  line: StreakLine;
  /** The sum at which it was flagged. */
  threshold: number;
  differences: Difference[];
  to_try: WorthTrying | null;
};

type CaptionedPost = Post & { caption: string | null };

/** @param posts of the account, from the norm's first to the streak's last; any order, others among them */
export function toStreakView(
  { line, evidence, told, revised, reason, threshold, differences, to_try }: Explained,
  posts: readonly CaptionedPost[],
  chrome: Chrome,
): StreakView {
  const { low, high, formats } = evidence.usual;
  return {
    screen: "streak",
    chrome,
    streak: line,
    threshold,
    posts: evidencePosts(evidence, posts),
    low,
    high,
    formats,
    differences,
    to_try,
    told: revised
      ? {
          at: told.at,
          posts: told.posts.length,
          severity: told.severity,
          false_alarm_every: told.false_alarm_every,
        }
      : null,
    revised,
    reason,
  };
}

/** Oldest first; posts that are gone are left out. The sum is the streak's: before its first post there was none. */
function evidencePosts(evidence: Evidence, posts: readonly CaptionedPost[]): EvidencePost[] {
  const sums = new Map(evidence.posts);
  const named = new Set([...evidence.before, ...sums.keys()]);
  return posts
    .filter(({ id }) => named.has(id))
    .sort((a, b) => a.published_at - b.published_at || a.id - b.id)
    .map((post) => ({
      id: post.id,
      published_at: post.published_at,
      format: post.format,
      topic: post.topic,
      caption: post.caption,
      interactions: post.interactions,
      times: post.score,
      sum: sums.get(post.id) ?? null,
      in_streak: sums.has(post.id),
    }));
}
