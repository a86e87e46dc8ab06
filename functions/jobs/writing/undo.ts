/** An import taken back whole, slice by slice: afterwards everything is as if it had never come. */
import { foldPlatformDay } from "../../analyse/account-days.ts";
import { type GainsByDay, gainsDifference } from "../../analyse/gains.ts";
import { addDays, calendarOf, monthOf, startOfDay } from "../../model/day.ts";
import { Problem } from "../../model/problem.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
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
import { deleteEmptyMonths, listMonthKeys } from "../../store/months.ts";
import { listPostDetails, type PostDetailsRow } from "../../store/post-details.ts";
import { listPostReadings } from "../../store/post-readings.ts";
import { listMonthsOfPosts, listPostsById, type PostKey, type PostRow } from "../../store/posts.ts";
import {
  type Change,
  changeDays,
  judgeChange,
  noChange,
  statements,
  untilWritten,
} from "./change.ts";
import { deriveAccountWithout, FOR_EVER } from "./derive-account.ts";
import { addGainsByDay, type DaysChange } from "./derive-days.ts";
import { derivePostWithout, everGained, type History } from "./derive-post.ts";
import { postKeys } from "./identity.ts";
import { monthKey } from "./month-key.ts";
import type { Calendar } from "./post-rows.ts";

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

/** The other accounts of the same platform: a file of several may have touched them in a slice before. */
async function addNeighbours(db: D1Database, change: Change): Promise<void> {
  const platforms = new Set(change.accounts.map(({ platform }) => platform));
  const known = new Set(change.accounts.map(({ id }) => id));
  for (const account of await listAccounts(db)) {
    if (known.has(account.id) || !platforms.has(account.platform)) continue;
    change.accounts.push({ ...account, version: account.version + 1 });
  }
}

type Slice = { change: Change; after: D1PreparedStatement[] };

async function attempt(db: D1Database, row: ImportRow, context: Context) {
  const hold = await findHold(db, row.id);
  if (hold.parts === 0) return { result: { done: true, remaining: 0 }, statements: [] };
  const ids = await listImportPosts(db, row.id, POSTS_A_SLICE);
  const last = ids.length === 0;
  const { change, after } = last
    ? await undoAccounts(db, row, context)
    : await undoPosts(db, row, ids, context);
  // half an undone import is no history to judge: what the posts leave is judged once, with the last of them
  if (last) await judgeChange(db, change);
  else if (hold.posts === ids.length) {
    await addNeighbours(db, change);
    await judgeChange(db, change, true);
  }
  return {
    result: { done: last, remaining: last ? 0 : hold.posts - ids.length + 1 },
    statements: [
      // first, for the accounts that go with their import
      markUndone(db, row.id, context.now),
      ...statements(db, change),
      ...after,
      recomputeLibrary(db),
    ],
  };
}

async function undoPosts(
  db: D1Database,
  { id }: ImportRow,
  ids: readonly number[],
  { time_zone }: Context,
): Promise<Slice> {
  const dayOf = calendarOf(time_zone);
  const change = noChange();
  const months = monthsOf(time_zone);
  const posts = await listPostsById(db, ids);
  const readings = Map.groupBy(await listPostReadings(db, ids), ({ post_id }) => post_id);
  const details = Map.groupBy(await listPostDetails(db, ids), ({ post_id }) => post_id);
  const days: DaysChange[] = [];
  for (const account of await accountsOf(db, id, posts)) {
    change.accounts.push(account);
    const gains: GainsByDay = new Map();
    const rebuilt: GainsByDay = new Map();
    for (const post of posts.filter(({ account_id }) => account_id === account.id)) {
      const history = {
        readings: readings.get(post.id) ?? [],
        details: details.get(post.id) ?? [],
      };
      const gained = undoPost(change, account, post, id, history, dayOf);
      addGainsByDay(gains, gained);
      if (post.id <= (account.rebuilding ?? 0)) addGainsByDay(rebuilt, gained);
      months.add(account.id, post.published_on);
    }
    days.push({
      account_id: account.id,
      followers: new Map(),
      platformDays: new Map(),
      gains,
      rebuilt,
    });
  }
  for (const { account_id, published_on, published_at } of change.posts.details) {
    months.add(account_id, published_on);
    change.stretches.push({ account_id, from: published_at, to: published_at });
  }
  await changeDays(db, change, days);
  addDaysOf(change, months);
  // what was found of these months' posts waits for the judgement at the end
  change.months = months.keys().map((key) => ({ ...key, verdicts: "[]" }));
  return { change, after: [deleteImportPosts(db, id, ids), deleteEmptyMonths(db)] };
}

/** @returns what to add to the account's days */
function undoPost(
  change: Change,
  account: AccountRow,
  post: PostRow,
  import_id: number,
  history: History,
  dayOf: Calendar,
): GainsByDay {
  const without = derivePostWithout(post, import_id, history, account.platform, dayOf);
  const { remove } = change.keys;
  if (!without) {
    change.posts.remove.push(post);
    change.postReadings.remove.push(...history.readings);
    change.postDetails.remove.push(...history.details);
    remove.push(...keysOf(account, post, history.details));
    return gainsDifference(everGained(post, history, dayOf), new Map());
  }
  const gone = new Set(without.details.remove);
  const left = history.details.filter((said) => !gone.has(said));
  const standing = new Set(keysOf(account, post, left).map(({ key }) => key));
  remove.push(...keysOf(account, post, [...gone]).filter(({ key }) => !standing.has(key)));
  change.postReadings.save.push(...without.readings.save);
  change.postReadings.remove.push(...without.readings.remove);
  change.postDetails.save.push(...without.details.save);
  change.postDetails.remove.push(...without.details.remove);
  if (without.figuresChanged) change.posts.figures.push(without.row);
  if (without.detailsChanged) change.posts.details.push(without.row);
  return without.gains;
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
async function undoAccounts(
  db: D1Database,
  { id, read_at }: ImportRow,
  { time_zone }: Context,
): Promise<Slice> {
  const dayOf = calendarOf(time_zone);
  const change = noChange();
  const months = monthsOf(time_zone);
  const readings = await listImportedReadings(db, id, read_at);
  const dates = await listImportedDays(db, id);
  const said = (await listDayReadings(db, dates)).filter(({ import_id }) => import_id !== id);
  const days: DaysChange[] = [];
  for (const account of await accountsOf(db, id, [...readings, ...dates])) {
    const touched = readings.filter(({ account_id }) => account_id === account.id);
    const without = await accountWithout(db, account, id, touched, { read_at, time_zone });
    change.accounts.push(without?.row ?? account);
    change.accountReadings.save.push(...(without?.readings.save ?? []));
    change.accountReadings.remove.push(...(without?.readings.remove ?? []));
    change.stretches.push(...(without?.stretches ?? []));
    const platformDays = new Map(
      dates
        .filter(({ account_id }) => account_id === account.id)
        .map(({ date }) => [
          date,
          foldPlatformDay(said.filter((row) => row.account_id === account.id && row.date === date)),
        ]),
    );
    const followers = without?.followers ?? new Map<Day, number | null>();
    days.push({
      account_id: account.id,
      followers,
      platformDays,
      gains: new Map(),
      rebuilt: new Map(),
    });
    if (!without) continue;
    // later months may have started with the count that goes
    for (const { month } of await listMonthKeys(db, account.id, monthOf(dayOf(read_at)))) {
      months.add(account.id, month);
    }
  }
  await changeDays(db, change, days);
  addDaysOf(change, months);
  for (const { account_id, month } of await listMonthsOfPosts(db, change.stretches)) {
    months.add(account_id, month);
  }
  change.months = months.keys();
  return {
    change,
    after: [
      deleteImportedDays(db, id),
      deleteImportParts(db, id),
      deleteEmptyMonths(db),
      deleteEmptyAccounts(db),
      forgetGoneAccounts(db),
    ],
  };
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

/** The accounts of these rows in their next version, read last when anything but the import was. */
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
      return { ...account, version: account.version + 1, last_read_at };
    });
}

function addDaysOf({ days }: Change, months: ReturnType<typeof monthsOf>): void {
  for (const { account_id, date } of [...days.save, ...days.remove]) months.add(account_id, date);
}

/** The months to pack again, each once. */
function monthsOf(time_zone: string) {
  const known = new Map<string, { account_id: number; month: string }>();
  return {
    /** @param date a day, or the month itself */
    add: (account_id: number, date: string) => {
      const month = monthOf(date);
      known.set(`${account_id} ${month}`, { account_id, month });
    },
    keys: () => [...known.values()].map((key) => monthKey(key, time_zone)),
  };
}
