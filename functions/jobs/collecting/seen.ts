/** What is known of an account before it is visited, and which of its posts are due. */
import { TICK_SECONDS } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, readingInterval, type Seen, STORY_SECONDS } from "../../model/visit.ts";
import type { CollectionRow, SeenPostRow } from "../../store/collections.ts";

/**
 * An account's turn may come a tick earlier than in the last hour, and ticks do not come to the second: a post counts as
 * due when it would be within a tick and a half.
 */
const LEEWAY = 1.5 * TICK_SECONDS;

export function seenOf(row: CollectionRow, posts: readonly SeenPostRow[], now: Instant): Seen {
  const { platform, handle, external_id, name } = row;
  const known = posts.map((post): KnownPost => {
    const age = now - post.published_at;
    const every = readingInterval(platform, age);
    const gone = post.format === "story" && age > STORY_SECONDS;
    const since = post.read_at === null ? Infinity : now - post.read_at;
    return {
      external_id: post.external_id,
      published_at: post.published_at,
      format: post.format,
      url: post.url,
      comments: post.comments,
      due: !gone && every !== null && since >= every - LEEWAY,
    };
  });
  return { handle, external_id, name, now, posts: known };
}
