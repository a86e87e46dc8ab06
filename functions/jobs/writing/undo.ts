/** An import taken back whole, slice by slice: afterwards everything is as if it had never come. */
import { gainsDifference } from "../../analyse/gains.ts";
import { proposing } from "../../analyse/topic.ts";
import { calendarOf } from "../../model/day.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { TopicWords } from "../../model/topic.ts";
import { type AccountRow, type Everyone, findEveryone } from "../../store/accounts.ts";
import {
  deleteImportPosts,
  findHold,
  findImport,
  findMergedSince,
  type ImportRow,
  listImportPosts,
  markUndone,
} from "../../store/imports.ts";
import { recomputeLibrary } from "../../store/library.ts";
import { deleteEmptyMonths } from "../../store/months.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostKey } from "../../store/post-keys.ts";
import { listPostsById, type PostRow } from "../../store/posts.ts";
import { lookAnew } from "../../store/works.ts";
import {
  accountIds,
  addAccount,
  addPost,
  type Change,
  openChange,
  pack,
  removePost,
} from "./change.ts";
import { closed } from "./closed.ts";
import { postKeys } from "./identity.ts";
import type { History } from "./post-change.ts";
import { everGained, postWithout } from "./post-from-history.ts";
import type { Deriving } from "./post-rows.ts";
import { listHistories, NO_HISTORY } from "./touched-posts.ts";
import { accountsOf, accountsUndone } from "./undo-accounts.ts";
import { partingOf } from "./undo-merge.ts";
import { untilWritten } from "./until-written.ts";

/** Posts of one call: with all that was ever read of each they stay well within the time of a request. */
const POSTS_A_SLICE = 50;

export type Progress = {
  done: boolean;
  /** What is still to do, in posts and accounts. */
  remaining: number;
};

type Context = { now: Instant; time_zone: string };

/** Undoes one slice; call again until `done`. From the first slice on the import takes nothing more in. */
export async function undoImport(db: D1Database, id: number, context: Context): Promise<Progress> {
  const row = await findImport(db, id);
  if (!row) throw new Problem("not_found", `there is no import ${id}`);
  return untilWritten(db, () => attempt(db, row, context));
}

async function attempt(db: D1Database, row: ImportRow, context: Context) {
  const hold = await findHold(db, row.id);
  if (hold.parts === 0) return { result: { done: true, remaining: 0 }, statements: [] };
  const everyone = await findEveryone(db);
  await refuseMergedSince(db, everyone, row);
  const ids = await listImportPosts(db, row.id, POSTS_A_SLICE);
  const { last, statements } =
    ids.length === 0
      ? await accountsUndone(db, everyone, row, context)
      : await postsUndone(db, everyone, row, ids, hold.posts === ids.length, {
          ...context,
          topic_rules: hold.topic_rules,
        });
  return {
    result: { done: last, remaining: last ? 0 : hold.posts - ids.length + 1 },
    statements: [
      // first, for the accounts that go with their import
      markUndone(db, row.id, context.now),
      ...statements,
      recomputeLibrary(db),
    ],
  };
}

/** @param all with these no post holds anything of the import any more */
async function postsUndone(
  db: D1Database,
  everyone: Everyone,
  { id }: ImportRow,
  ids: readonly number[],
  all: boolean,
  { time_zone, topic_rules }: Context & { topic_rules: TopicWords | null },
): Promise<{ last: boolean; statements: D1PreparedStatement[] }> {
  const change = openChange(time_zone);
  const by = {
    dayOf: calendarOf(time_zone),
    topicOf: proposing(topic_rules),
  };
  const parting = partingOf(everyone, id);
  const posts = await listPostsById(db, ids);
  const histories = await listHistories(db, ids);
  for (const account of await accountsOf(db, everyone, id, posts)) {
    addAccount(change, account, account);
    for (const post of posts.filter(({ account_id }) => account_id === account.id)) {
      undoPost(
        change,
        { account, left: parting?.without(account) ?? account },
        post,
        id,
        histories.get(post.id) ?? NO_HISTORY,
        by,
      );
    }
  }
  const undone = { id, accounts: accountIds(change) };
  if (all) addNeighbours(change, everyone);
  return {
    last: false,
    statements: [
      // half an undone import is no history to judge: what the posts leave is judged once, with the last of them
      ...(await closed(db, change, {
        judge: all ? "anew" : "later",
        unjudged: true,
        undone,
        beside: ids.length,
      })),
      deleteImportPosts(db, id, ids),
      deleteEmptyMonths(db),
      ...(all ? [lookAnew(db, [...undone.accounts])] : []),
    ],
  };
}

/** What it brought was copied to another account since, from where undoing it would not take it back. */
async function refuseMergedSince(
  db: D1Database,
  { parked }: Everyone,
  { id }: ImportRow,
): Promise<void> {
  if (parked.length === 0) return;
  if ((await findMergedSince(db, id)) === null) return;
  throw new Problem("conflict", `an account of import ${id} ${FAULT_MESSAGES.merged_already}`, [
    fault("", "merged_already"),
  ]);
}

/** The other accounts of the same platform: a file of several may have touched them in a slice before. */
function addNeighbours(change: Change, { accounts }: Everyone): void {
  const platforms = new Set(change.accounts.map(({ platform }) => platform));
  const known = new Set(change.accounts.map(({ id }) => id));
  for (const account of accounts) {
    if (known.has(account.id) || !platforms.has(account.platform)) continue;
    addAccount(change, account, account);
  }
}

/** @param left the account as it will be: the names of its posts hold its id */
function undoPost(
  change: Change,
  { account, left: will }: { account: AccountRow; left: AccountRow },
  post: PostRow,
  import_id: number,
  history: History,
  by: Deriving,
): void {
  const without = postWithout(post, import_id, history, account.platform, by);
  const { remove } = change.keys;
  if (!without) {
    remove.push(...keysOf(account, post, history.details));
    const gone = gainsDifference(everGained(post, history, by.dayOf), new Map());
    removePost(change, account, post, history, gone);
    return;
  }
  const gone = new Set(without.details.remove);
  const left = history.details.filter((said) => !gone.has(said));
  const standing = new Set(keysOf(will, post, left).map(({ key }) => key));
  remove.push(...keysOf(account, post, [...gone]).filter(({ key }) => !standing.has(key)));
  addPost(change, account, without);
  pack(change, account.id, post.published_on);
}

const keysOf = (
  account: AccountRow,
  { id }: PostRow,
  details: readonly PostDetailsRow[],
): PostKey[] =>
  details.flatMap((said) =>
    postKeys(account, said).map((key) => ({ account_id: account.id, key, post_id: id })),
  );
