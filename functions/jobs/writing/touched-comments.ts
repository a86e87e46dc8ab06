/** The comments of snapshots, each with the post that it stands under. */
import { type Fault, fault, Problem } from "../../model/problem.ts";
import { type CommentRow, listComments, sameComment } from "../../store/comments.ts";
import { listPostsById, type PostRow } from "../../store/posts.ts";
import { accountIds, addAccount, addComment, type Change } from "./change.ts";
import type { Group } from "./group-by-account.ts";
import { idKey } from "./identity.ts";
import type { DerivedGroup } from "./touched-accounts.ts";
import type { TouchedPost } from "./touched-posts.ts";

/** A comment with its post as it will be. */
type Told = { comment: CommentRow; post: PostRow };

/** Adds those that are new or said otherwise. Their account is written with them: nobody else may tell its threads meanwhile. */
export async function addComments(
  db: D1Database,
  change: Change,
  groups: readonly DerivedGroup[],
  posts: ReadonlyMap<number, readonly TouchedPost[]>,
): Promise<void> {
  const told = commentsOf(groups, posts);
  if (told.length === 0) return;
  const keyOf = ({ account_id, external_id }: CommentRow) => `${account_id} ${external_id}`;
  const stored = await listComments(
    db,
    told.map(({ comment }) => comment),
  );
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const left = new Map<number, number>();
  for (const { comment, post } of told) {
    const old = known.get(keyOf(comment));
    if (old && sameComment(comment, old)) continue;
    addComment(change, comment, post);
    if (old && old.post_id !== comment.post_id) left.set(old.post_id, old.account_id);
  }
  await tellLeft(db, change, left);
  const written = accountIds(change);
  const touched = new Set([...change.threads.values()].map(({ account_id }) => account_id));
  for (const { account, stored, derived } of groups) {
    if (touched.has(account.id) && !written.has(account.id))
      addAccount(change, derived.row, stored);
  }
}

/** Posts from under which a comment went to another: of an import that was undone, or told wrongly before. */
async function tellLeft(db: D1Database, change: Change, left: ReadonlyMap<number, number>) {
  const ids = [...left.keys()].filter((id) => !change.threads.has(id));
  if (ids.length === 0) return;
  const posts = new Map((await listPostsById(db, ids)).map((post) => [post.id, post]));
  for (const id of ids) {
    change.threads.set(id, { account_id: left.get(id) ?? 0, post: posts.get(id) ?? null });
  }
}

/** Throws the Problem of comments whose post is not known. One that is told twice is told by its newest reading. */
function commentsOf(
  groups: readonly Group[],
  posts: ReadonlyMap<number, readonly TouchedPost[]>,
): Told[] {
  const rows = new Map<string, Told>();
  const faults: Fault[] = [];
  for (const group of groups) {
    const named = new Map(
      (posts.get(group.account.id) ?? []).flatMap((post) =>
        [...post.found, ...post.keys].map((key) => [key, post]),
      ),
    );
    for (const { snapshot, index } of group.snapshots) {
      for (const [position, { post: of, ...said }] of snapshot.comments.entries()) {
        const post = named.get(idKey(group.account, of))?.change.row;
        if (!post) {
          faults.push(fault(`[${index}].comments[${position}].post`, "unknown_post"));
          continue;
        }
        const key = `${group.account.id} ${said.external_id}`;
        const before = rows.get(key)?.comment.asks ?? null;
        const comment: CommentRow = {
          account_id: group.account.id,
          post_id: post.id,
          ...said,
          asks: said.asks ?? before,
          settled: false,
          import_id: null,
        };
        rows.set(key, { comment, post });
      }
    }
  }
  if (faults.length > 0) {
    throw new Problem("invalid", "a comment's post is not known; nothing was stored", faults);
  }
  return [...rows.values()];
}
