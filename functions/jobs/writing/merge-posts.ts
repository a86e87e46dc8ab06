/** Posts of a parked account brought over: their readings, their comments, and what a person had said of them. */
import { calendarOf } from "../../model/day.ts";
import type { Merged } from "../../store/accounts.ts";
import { type CommentRow, listComments, listCommentsOf } from "../../store/comments.ts";
import { saveWords, wordsFor } from "../../store/corrections.ts";
import type { PostRow } from "../../store/posts.ts";
import { pack } from "./change.ts";
import { postKeys } from "./identity.ts";
import { postsAgain } from "./merge-sightings.ts";
import { type Brought, bring, type SliceContext } from "./merge-slice.ts";
import { listHistories, NO_HISTORY, type TouchedPost } from "./touched-posts.ts";

/** @param words what was taken over so far */
export async function bringPosts(
  db: D1Database,
  posts: readonly PostRow[],
  words: Merged["words"],
  context: SliceContext,
): Promise<Brought> {
  const { into, time_zone } = context;
  const histories = await listHistories(
    db,
    posts.map(({ id }) => id),
  );
  const told = posts.map((post) => ({ post, history: histories.get(post.id) ?? NO_HISTORY }));
  const snapshots = postsAgain(into, told, calendarOf(time_zone));
  const spoken: Merged["words"] = [];
  const brought = await bring(db, snapshots, context, async (touched, change) => {
    const pairs = posts.flatMap((post) => {
      const names = postKeys(into, post);
      const one = touched.find(({ keys }) => names.some((name) => keys.has(name)));
      return one ? [{ post, one }] : [];
    });
    for (const { post, one } of pairs) {
      const said = wordsFor(post, one.change.row);
      if (!said) continue;
      // a new post is inserted with them: it must not show for a moment where it was hidden
      Object.assign(one.change.row, said);
      spoken.push({ id: one.change.row.id, ...said });
      pack(change, into.id, one.change.row.published_on);
    }
    change.comments = await commentsAgain(db, pairs, context);
    const known = pairs.filter(({ one }) => !one.isNew).map(({ one }) => one.change.row);
    return saveWords(
      db,
      known.filter(({ id }) => spoken.some((said) => said.id === id)),
    );
  });
  return { ...brought, words: [...words, ...spoken] };
}

/** What was said of both stays as the account that stays has it. */
async function commentsAgain(
  db: D1Database,
  pairs: readonly { post: PostRow; one: TouchedPost }[],
  { into, import_id }: SliceContext,
): Promise<CommentRow[]> {
  const [first] = pairs;
  if (!first) return [];
  const became = new Map(pairs.map(({ post, one }) => [post.id, one.change.row.id]));
  const said = await listCommentsOf(db, first.post.account_id, [...became.keys()]);
  if (said.length === 0) return [];
  const rows = said.flatMap((comment) => {
    const post_id = became.get(comment.post_id);
    return post_id === undefined ? [] : [{ ...comment, account_id: into.id, post_id, import_id }];
  });
  const known = new Set((await listComments(db, rows)).map(({ external_id }) => external_id));
  return rows.filter(({ external_id }) => !known.has(external_id));
}
