/**
 * When people commented: a few pages of a post at a visit, the newest first. A longer row is gone through over several
 * visits, from the place in the notebook, and after that only its new end is read. Comments are asked last and never cost
 * a post its figures: what was not asked of them is asked at the next visit.
 */
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, OLDEST_READ_AGAIN, YOUNG_SECONDS } from "../../model/visit.ts";
import { type CommentReader, isToCome, keyOf, placesOf, taken } from "./comment-places.ts";
import { newestTask, olderTask } from "./comment-tasks.ts";
import type { Task } from "./tasks.ts";
import { workOff } from "./work-off.ts";

/**
 * The comments of a post that was listed.
 * @param count how many the list says it has
 */
export function listedCommentTasks(
  reader: CommentReader,
  post: string | null,
  at: Instant | null,
  count: unknown,
): Task[] {
  if (post === null) return [];
  // a young post's count lags behind what is written under it
  const young = reader.desk.now - (at ?? 0) <= YOUNG_SECONDS;
  return count === 0 && !young ? [] : commentTasks(reader, post, at);
}

/** The comments of a known post that is due and stands on no page that was read. */
export const dueCommentTasks = (
  reader: CommentReader,
  { external_id, comments, published_at }: KnownPost,
): Task[] => (comments === 0 ? [] : commentTasks(reader, external_id, published_at));

/** The comments of a post that is read now. */
function commentTasks(reader: CommentReader, post: string, at: Instant | null): Task[] {
  if (at !== null && reader.desk.now - at <= OLDEST_READ_AGAIN) reader.lasting.add(post);
  const nothing = { post, thread: null, top: 0, after: null };
  return [newestTask(reader, taken(reader, post) ?? nothing, null, 1)];
}

/** What earlier visits left, of the posts that are not due now. Call it when those that are have their tasks. */
export function leftCommentTasks(reader: CommentReader): Task[] {
  const left = [...reader.places.values()].filter(isToCome).map(keyOf);
  return left.flatMap((key) => {
    const place = taken(reader, key);
    if (!place) return [];
    return [
      place.thread === null ? newestTask(reader, place, null, 1) : olderTask(reader, place, 1),
    ];
  });
}

/** Reads on where the first pages did not hold everything, and says so when some is left all the same. */
export async function readComments({ desk }: CommentReader): Promise<void> {
  while (desk.later.length > 0) await workOff(desk, desk.later.splice(0));
  if (!placesOf(desk).some(isToCome)) return;
  desk.notebook.unfinished = true;
  desk.notebook.problems.push({ code: "partial", detail: "comments" });
}
