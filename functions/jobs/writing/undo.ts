/** An import taken back whole, slice by slice: afterwards everything is as if it had never come. */
import { foldPlatformDay } from "../../analyse/account-days.ts";
import { gainsDifference } from "../../analyse/gains.ts";
import { addDays, calendarOf, startOfDay } from "../../model/day.ts";
import { Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  findLastKnown,
  listAccountReadings,
  listImportedReadings,
} from "../../store/account-readings.ts";
import { type AccountRow, deleteEmptyAccounts, listAccounts } from "../../store/accounts.ts";
import { deleteImportedDays, listDayReadings, listImportedDays } from "../../store/day-readings.ts";
import {
  deleteImportParts,
  deleteImportPosts,
  findHold,
  findImport,
  type ImportRow,
  listImportPosts,
  listNewestImports,
  markUndone,
} from "../../store/imports.ts";
import { recomputeLibrary } from "../../store/library.ts";
import { forgetGoneAccounts } from "../../store/links.ts";
import { deleteEmptyMonths } from "../../store/months.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostKey } from "../../store/post-keys.ts";
import { listPostsById, type PostRow } from "../../store/posts.ts";
import {
  addAccount,
  addAccountDays,
  addAccountReadings,
  addPost,
  type Change,
  openChange,
  pack,
  packFrom,
  removePost,
} from "./change.ts";
import { closed } from "./closed.ts";
import { deriveAccountWithout, FOR_EVER } from "./derive-account.ts";
import { postKeys, withoutRename } from "./identity.ts";
import type { History } from "./post-change.ts";
import { everGained, postWithout } from "./post-from-history.ts";
import type { Calendar } from "./post-rows.ts";
import { listHistories, NO_HISTORY } from "./touched-posts.ts";
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
  const ids = await listImportPosts(db, row.id, POSTS_A_SLICE);
  const last = ids.length === 0;
  const statements = last
    ? await accountsUndone(db, row, context)
    : await postsUndone(db, row, ids, hold.posts === ids.length, context);
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
  { id }: ImportRow,
  ids: readonly number[],
  all: boolean,
  { time_zone }: Context,
): Promise<D1PreparedStatement[]> {
  const change = openChange(time_zone);
  const dayOf = calendarOf(time_zone);
  const posts = await listPostsById(db, ids);
  const histories = await listHistories(db, ids);
  for (const account of await accountsOf(db, id, posts)) {
    addAccount(change, account, account);
    for (const post of posts.filter(({ account_id }) => account_id === account.id)) {
      undoPost(change, account, post, id, histories.get(post.id) ?? NO_HISTORY, dayOf);
    }
  }
  if (all) await addNeighbours(db, change);
  return [
    // half an undone import is no history to judge: what the posts leave is judged once, with the last of them
    ...(await closed(db, change, { judge: all ? "anew" : "later", unjudged: true })),
    deleteImportPosts(db, id, ids),
    deleteEmptyMonths(db),
  ];
}

/** The other accounts of the same platform: a file of several may have touched them in a slice before. */
async function addNeighbours(db: D1Database, change: Change): Promise<void> {
  const platforms = new Set(change.accounts.map(({ platform }) => platform));
  const known = new Set(change.accounts.map(({ id }) => id));
  for (const account of await listAccounts(db)) {
    if (known.has(account.id) || !platforms.has(account.platform)) continue;
    addAccount(change, account, account);
  }
}

function undoPost(
  change: Change,
  account: AccountRow,
  post: PostRow,
  import_id: number,
  history: History,
  dayOf: Calendar,
): void {
  const without = postWithout(post, import_id, history, account.platform, dayOf);
  const { remove } = change.keys;
  if (!without) {
    remove.push(...keysOf(account, post, history.details));
    const gone = gainsDifference(everGained(post, history, dayOf), new Map());
    removePost(change, account, post, history, gone);
    return;
  }
  const gone = new Set(without.details.remove);
  const left = history.details.filter((said) => !gone.has(said));
  const standing = new Set(keysOf(account, post, left).map(({ key }) => key));
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

/** Followers, names and days, once no post holds anything of the import any more. */
async function accountsUndone(
  db: D1Database,
  { id, read_at }: ImportRow,
  { time_zone }: Context,
): Promise<D1PreparedStatement[]> {
  const change = openChange(time_zone);
  const readings = await listImportedReadings(db, id, read_at);
  const dates = await listImportedDays(db, id);
  const said = (await listDayReadings(db, dates)).filter(({ import_id }) => import_id !== id);
  const renamed = (await listAccounts(db)).filter(({ old_handles }) =>
    old_handles.some(({ import_id }) => import_id === id),
  );
  const touchedBy = [...readings, ...dates, ...renamed.map((one) => ({ account_id: one.id }))];
  for (const account of await accountsOf(db, id, touchedBy)) {
    const own = dates.filter(({ account_id }) => account_id === account.id);
    const platformDays = new Map(
      own.map(({ date }) => [
        date,
        foldPlatformDay(said.filter((row) => row.account_id === account.id && row.date === date)),
      ]),
    );
    addAccountDays(change, account.id, { platformDays });
    const touched = readings.filter(({ account_id }) => account_id === account.id);
    const without = await accountWithout(db, account, id, touched, { read_at, time_zone });
    addAccount(change, withoutRename(without?.row ?? account, id), account);
    if (!without) continue;
    addAccountReadings(change, without);
    addAccountDays(change, account.id, without);
    // later months may have started with the count that goes
    packFrom(change, account.id, read_at);
  }
  return [
    ...(await closed(db, change)),
    deleteImportedDays(db, id),
    deleteImportParts(db, id),
    deleteEmptyMonths(db),
    deleteEmptyAccounts(db),
    forgetGoneAccounts(db),
  ];
}

/** `null` where the import said nothing of the account itself. */
async function accountWithout(
  db: D1Database,
  account: AccountRow,
  import_id: number,
  touched: readonly AccountReadingRow[],
  { read_at, time_zone }: { read_at: Instant; time_zone: string },
) {
  if (touched.length === 0) return null;
  const dayOf = calendarOf(time_zone);
  const from = startOfDay(dayOf(read_at), time_zone);
  const to = startOfDay(addDays(dayOf(read_at), 1), time_zone) - 1;
  const decides = (account.followers_at ?? 0) <= to || (account.named_at ?? 0) <= to;
  const window = (until: Instant) =>
    listAccountReadings(db, [{ account_id: account.id, from: known, to: until }]);
  const known = Math.min(from, await findLastKnown(db, account.id, read_at, import_id));
  const days = await window(decides ? FOR_EVER : to);
  // one more after the one that closes the days tells by whom that one was confirmed
  const readings = decides ? days : await window(days.at(-1)?.read_at ?? to);
  const newest = readings.length === days.length;
  return deriveAccountWithout(account, import_id, readings, newest, dayOf);
}

/** The accounts of these rows, read last when anything but the import was. */
async function accountsOf(
  db: D1Database,
  import_id: number,
  rows: readonly { account_id: number }[],
): Promise<AccountRow[]> {
  const ids = new Set(rows.map(({ account_id }) => account_id));
  if (ids.size === 0) return [];
  const newest = await listNewestImports(db, [...ids], import_id);
  return (await listAccounts(db))
    .filter(({ id }) => ids.has(id))
    .map((account) => {
      const other = newest.find(({ account_id }) => account_id === account.id)?.read_at ?? 0;
      const last_read_at = Math.max(other, account.collected_at ?? 0) || null;
      return { ...account, last_read_at };
    });
}
