/** What is known of an account before it is visited, and which of its posts are due. */
import { isPlatformId } from "../../model/platform-id.ts";
import { COLLECTION_INTERVAL, TICK_SECONDS } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, readingInterval, type Seen, STORY_SECONDS } from "../../model/visit.ts";
import type { CollectionRow, SeenPostRow } from "../../store/collections.ts";

/** Ticks do not come to the second: a post counts as due when it would be within half a tick. */
const LEEWAY = TICK_SECONDS / 2;

/**
 * An account's turn may come a tick earlier in an hour than it came in the one before. A post that was not read in this hour
 * of the clock is due then, though its interval is not quite over.
 */
const leewaySince = (read_at: Instant, now: Instant): number =>
  hourOf(read_at) < hourOf(now) ? LEEWAY + TICK_SECONDS : LEEWAY;

const hourOf = (at: Instant): number => Math.floor(at / COLLECTION_INTERVAL);

export function seenOf(row: CollectionRow, posts: readonly SeenPostRow[], now: Instant): Seen {
  const { platform, handle, external_id, name } = row;
  const known = posts.map((post): KnownPost => {
    const age = now - post.published_at;
    const every = readingInterval(platform, age);
    const gone = post.format === "story" && age > STORY_SECONDS;
    const { read_at } = post;
    const isTime = (interval: number): boolean =>
      read_at === null || now - read_at >= interval - leewaySince(read_at, now);
    return {
      external_id: post.external_id,
      published_at: post.published_at,
      format: post.format,
      url: post.url,
      comments: post.comments,
      // an address stands in for an id that nobody told, and an odd id leads elsewhere: no platform is asked for these
      due: isPlatformId(post.external_id) && !gone && every !== null && isTime(every),
    };
  });
  return { handle, external_id, name, now, posts: known };
}
