/** The comments of snapshots, each with the post that it stands under. */
import { type Fault, fault, Problem } from "../../model/problem.ts";
import { type CommentRow, listComments } from "../../store/comments.ts";
import type { Group } from "./group-by-account.ts";
import { idKey } from "./identity.ts";
import type { TouchedPost } from "./touched-posts.ts";

/** Those that are new or said otherwise. */
export async function newComments(db: D1Database, comments: CommentRow[]): Promise<CommentRow[]> {
  if (comments.length === 0) return [];
  const known = new Map(
    (await listComments(db, comments)).map((row) => [`${row.account_id} ${row.external_id}`, row]),
  );
  return comments.filter((comment) => {
    const old = known.get(`${comment.account_id} ${comment.external_id}`);
    const same =
      old?.at === comment.at &&
      old.ours === comment.ours &&
      old.reply_to === comment.reply_to &&
      old.import_id === comment.import_id;
    return !same;
  });
}

/** Throws the Problem of comments whose post is not known. */
export function commentsOf(
  groups: readonly Group[],
  posts: ReadonlyMap<number, readonly TouchedPost[]>,
): CommentRow[] {
  const rows: CommentRow[] = [];
  const faults: Fault[] = [];
  for (const group of groups) {
    const named = new Map(
      (posts.get(group.account.id) ?? []).flatMap((post) =>
        [...post.found, ...post.keys].map((key) => [key, post]),
      ),
    );
    for (const { snapshot, index } of group.snapshots) {
      for (const [position, comment] of snapshot.comments.entries()) {
        const key = idKey(group.account, comment.post);
        const post = named.get(key);
        if (!post) {
          faults.push(fault(`[${index}].comments[${position}].post`, "unknown_post"));
          continue;
        }
        const { external_id, at, ours, reply_to } = comment;
        const post_id = post.change.row.id;
        rows.push({
          account_id: group.account.id,
          external_id,
          post_id,
          at,
          ours,
          reply_to,
          import_id: null,
        });
      }
    }
  }
  if (faults.length > 0) {
    throw new Problem("invalid", "a comment's post is not known; nothing was stored", faults);
  }
  return rows;
}
