/** The threads that a change tells anew: those under the posts of its comments, and under posts that are followed otherwise than before. */
import { threadsOf } from "../../analyse/threads.ts";
import type { Platform } from "../../model/platform.ts";
import { FOLLOWED_SECONDS } from "../../model/thread.ts";
import { type CommentRow, listCommentsUnder } from "../../store/comments.ts";
import type { PostRow } from "../../store/posts.ts";
import { monthOfThread } from "../../store/thread-month.ts";
import type { KeptThread, ThreadMonth } from "../../store/threads.ts";
import type { Change } from "./change.ts";

/** The months of the read model that it touches. */
export async function threadsAnew(db: D1Database, change: Change): Promise<ThreadMonth[]> {
  if (change.threads.size === 0) return [];
  const told = [...change.threads].map(([post_id, one]) => ({ ...one, post_id }));
  const stored = await listCommentsUnder(db, told);
  const before = Map.groupBy(stored, ({ post_id }) => post_id);
  const after = Map.groupBy(asWritten(stored, change), ({ post_id }) => post_id);
  const months = new Map<string, ThreadMonth & { posts: number[]; threads: KeptThread[] }>();
  const monthOf = (account_id: number, comment: Pick<CommentRow, "at">, post_id: number) => {
    const month = monthOfThread(comment);
    const key = `${account_id} ${month}`;
    const known = months.get(key) ?? { account_id, month, posts: [], threads: [] };
    months.set(key, known);
    if (!known.posts.includes(post_id)) known.posts.push(post_id);
    return known;
  };
  for (const { account_id, post_id, post } of told) {
    const platform = platformOf(change, account_id);
    for (const { comment } of threadsOf(before.get(post_id) ?? [], platform)) {
      monthOf(account_id, comment, post_id);
    }
    if (!post || post.hidden_at !== null) continue;
    for (const { comment, answered_at } of threadsOf(after.get(post_id) ?? [], platform)) {
      monthOf(account_id, comment, post_id).threads.push({
        comment: comment.external_id,
        post_id,
        post: post.external_id,
        at: comment.at,
        followed_until: followedUntil(post),
        asks: comment.asks,
        answered_at,
        settled: comment.settled,
      });
    }
  }
  return [...months.values()];
}

/** What is gone from the platform is not read there any more. */
const followedUntil = ({ published_at, removed_at }: PostRow): number =>
  Math.min(published_at + FOLLOWED_SECONDS, removed_at ?? Infinity);

/** The comments as the batch leaves them. */
function asWritten(
  stored: readonly CommentRow[],
  { comments: { save, remove, settle } }: Change,
): CommentRow[] {
  const keyOf = ({ account_id, external_id }: CommentRow) => `${account_id} ${external_id}`;
  const rows = new Map(stored.map((row) => [keyOf(row), row]));
  for (const row of save) {
    const known = rows.get(keyOf(row));
    const { asks, settled } = known ?? row;
    rows.set(keyOf(row), { ...row, asks: row.asks ?? asks, settled });
  }
  for (const row of settle) rows.set(keyOf(row), row);
  for (const row of remove) rows.delete(keyOf(row));
  return [...rows.values()];
}

/** Whatever changes a thread changes its account's version, or two writers could tell the same month at once. */
function platformOf({ accounts }: Change, account_id: number): Platform {
  const account = accounts.find(({ id }) => id === account_id);
  if (!account) throw new Error("a thread's account is written with it");
  return account.platform;
}
