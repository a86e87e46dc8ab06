/** Posts of a parked account brought over: their readings, their comments, and what a person had said of them. */
import { calendarOf } from "../../model/day.ts";
import type { Merged } from "../../store/accounts.ts";
import { type CommentRow, listComments, listCommentsUnder } from "../../store/comments.ts";
import { type PersonWords, saveWords, wordsFor } from "../../store/corrections.ts";
import type { PostRow } from "../../store/posts.ts";
import { addComment, pack, tellThreads } from "./change.ts";
import { postKeys } from "./identity.ts";
import { changeOf } from "./ingest.ts";
import { postsAgain } from "./merge-sightings.ts";
import { type Brought, brought, type SliceContext, sliceOf } from "./merge-slice.ts";
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
  const found = await sliceOf(db, postsAgain(into, told, calendarOf(time_zone)), context);
  const own = found.posts.get(into.id) ?? [];
  const pairs = posts.flatMap((post): Pair[] => {
    const names = postKeys(into, post);
    const one = own.find(({ keys }) => names.some((name) => keys.has(name)));
    return one ? [{ post, became: one.change.row.id }] : [];
  });
  const touched = own.map((one) => withWords(one, pairs));
  const spoken = touched.flatMap(({ words }) => words ?? []);
  const known = touched.filter(({ words, isNew }) => words && !isNew);
  // a new post is inserted with them: it must not show for a moment where it was hidden
  const change = changeOf({ ...found, posts: new Map([[into.id, touched]]) }, time_zone);
  for (const { words, change: post } of touched) {
    if (!words) continue;
    pack(change, into.id, post.row.published_on);
    tellThreads(change, post.row);
  }
  const rows = new Map(touched.map(({ change: { row } }) => [row.id, row]));
  for (const comment of await commentsAgain(db, pairs, context)) {
    const post = rows.get(comment.post_id);
    if (post) addComment(change, comment, post);
  }
  const first = saveWords(
    db,
    known.map(({ change: { row } }) => row),
  );
  const said = await brought(db, found, change, context, first);
  return { ...said, words: [...words, ...spoken] };
}

/** A touched post with what a person had said of those that it was, where nothing is said of itself. */
function withWords(
  one: TouchedPost,
  pairs: readonly Pair[],
): TouchedPost & { words: Merged["words"][number] | null } {
  const { id } = one.change.row;
  const row = { ...one.change.row };
  const said: Partial<PersonWords> = {};
  for (const { post, became } of pairs) {
    const more = became === id ? wordsFor(post, row) : null;
    Object.assign(row, more);
    Object.assign(said, more);
  }
  const words = Object.keys(said).length === 0 ? null : { id, ...said };
  return { ...one, change: { ...one.change, row }, words };
}

/** A post, and the id that it has with the account that stays. */
type Pair = { post: PostRow; became: number };

/** What was said of both stays as the account that stays has it. */
async function commentsAgain(
  db: D1Database,
  pairs: readonly Pair[],
  { into, import_id }: SliceContext,
): Promise<CommentRow[]> {
  if (pairs.length === 0) return [];
  const became = new Map(pairs.map(({ post, became }) => [post.id, became]));
  const said = await listCommentsUnder(
    db,
    pairs.map(({ post }) => ({ account_id: post.account_id, post_id: post.id })),
  );
  if (said.length === 0) return [];
  const rows = said.flatMap((comment) => {
    const post_id = became.get(comment.post_id);
    return post_id === undefined ? [] : [{ ...comment, account_id: into.id, post_id, import_id }];
  });
  const known = new Set((await listComments(db, rows)).map(({ external_id }) => external_id));
  return rows.filter(({ external_id }) => !known.has(external_id));
}
