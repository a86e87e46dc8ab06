/** A comment of which a person says whether it needs an answer, with the thread that it started. */
import type { AccountRow } from "../../store/accounts.ts";
import type { CommentRow } from "../../store/comments.ts";
import { listPostsById } from "../../store/posts.ts";
import { addAccount, openChange, settleComment } from "./change.ts";
import { closed } from "./closed.ts";

/** Its change, and the entry of that. */
const ROWS_OF_A_CHANGE = 2;

/** @param comment as it will be */
export async function settledAnew(
  db: D1Database,
  account: AccountRow,
  comment: CommentRow,
  time_zone: string,
): Promise<D1PreparedStatement[]> {
  const [post = null] = await listPostsById(db, [comment.post_id]);
  const change = openChange(time_zone);
  addAccount(change, account, account);
  settleComment(change, comment, post);
  // nothing was read of any post: nothing is judged
  return closed(db, change, { judge: "later", beside: ROWS_OF_A_CHANGE });
}
