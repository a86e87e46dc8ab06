/**
 * Everything derived, derived anew from the readings: after the library's zone changed, or a fault was mended. Account by
 * account and slice by slice: first its days, then its posts, then what they gained takes the place of what stood.
 * Readings may come in between; they add to what is derived anew as far as it has come.
 *
 * `accounts.rebuilding` says where it stands: below 0 the next day (minus its number), else the post that was last.
 */
import { foldPlatformDay, followersByDay } from "../../analyse/account-days.ts";
import type { GainsByDay } from "../../analyse/gains.ts";
import type { Repeat } from "../../analyse/repeats.ts";
import {
  addDays,
  calendarOf,
  dayFromNumber,
  dayNumber,
  daysOf,
  type Period,
  startOfDay,
} from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import { findLastKnown, listAccountReadings } from "../../store/account-readings.ts";
import { type AccountRow, findFooting } from "../../store/accounts.ts";
import { listDayReadings } from "../../store/day-readings.ts";
import { findDaySpan, forgetRebuilt, takeRebuilt } from "../../store/days.ts";
import { deleteEmptyMonths, listAllMonths } from "../../store/months.ts";
import { listPostDetails } from "../../store/post-details.ts";
import { listPostReadings } from "../../store/post-readings.ts";
import { listPostsAfter, type PostRow } from "../../store/posts.ts";
import {
  type Change,
  changeDays,
  judgeChange,
  noChange,
  statements,
  untilWritten,
} from "./change.ts";
import { accountSegments, FOR_EVER, newestOf } from "./derive-account.ts";
import { addGainsByDay } from "./derive-days.ts";
import { rederivePost } from "./derive-post.ts";
import { monthKey } from "./month-key.ts";
import type { Progress } from "./undo.ts";

/** Days and posts of one call: some two thousand readings, a few milliseconds. */
const DAYS_A_SLICE = 90;
const POSTS_A_SLICE = 40;

type Context = { now: Instant; time_zone: string };

/** Does one slice, or begins; call again until `done`. `remaining` falls to 0. */
export const rebuild = (db: D1Database, context: Context): Promise<Progress> =>
  untilWritten(db, () => attempt(db, context, false));

/** Begins from the start, even where one is under way: after the zone changed nothing that was derived before holds. */
export const beginRebuild = (db: D1Database, context: Context): Promise<Progress> =>
  untilWritten(db, () => attempt(db, context, true));

type Slice = {
  change: Change;
  /** Goes ahead of the change. */
  first?: D1PreparedStatement[];
  last?: D1PreparedStatement[];
};

async function attempt(db: D1Database, context: Context, anew: boolean) {
  const { accounts, next: free } = await findFooting(db);
  const under_way = accounts.filter(({ rebuilding }) => rebuilding !== null);
  const [account] = under_way;
  const begun =
    account && !anew
      ? await next(db, account, context)
      : { ...(await begin(db, accounts, context)), first: [forgetRebuilt(db)] };
  const { change, first = [], last = [] } = begun;
  const after = accounts.map((one) => change.accounts.find(({ id }) => id === one.id) ?? one);
  const left = after.filter(({ rebuilding }) => rebuilding !== null);
  const remaining = left.reduce(
    (sum, { rebuilding }) => sum + free.post - Math.max(0, rebuilding ?? 0),
    0,
  );
  return {
    result: { done: left.length === 0, remaining },
    statements: accounts.length === 0 ? [] : [...first, ...statements(db, change), ...last],
  };
}

async function begin(
  db: D1Database,
  accounts: readonly AccountRow[],
  { time_zone }: Context,
): Promise<Slice> {
  const change = noChange();
  const dayOf = calendarOf(time_zone);
  for (const account of accounts) {
    const { first_day, first_read_at } = await findDaySpan(db, account.id);
    const days = [first_day, first_read_at === null ? null : dayOf(first_read_at)];
    const first = days.filter((day) => day !== null).sort()[0];
    const rebuilding = first === undefined ? 0 : -dayNumber(first);
    change.accounts.push({ ...account, version: account.version + 1, rebuilding });
  }
  return { change };
}

async function next(db: D1Database, account: AccountRow, context: Context): Promise<Slice> {
  const at = account.rebuilding ?? 0;
  if (at < 0) return rebuildDays(db, account, dayFromNumber(-at), context);
  const posts = await listPostsAfter(db, account.id, at, POSTS_A_SLICE);
  return posts.length > 0
    ? rebuildPosts(db, account, posts, context)
    : finish(db, account, context);
}

/** Followers and the platform's own figures, for some days from one on. */
async function rebuildDays(
  db: D1Database,
  account: AccountRow,
  from: string,
  { time_zone }: Context,
): Promise<Slice> {
  const dayOf = calendarOf(time_zone);
  const change = noChange();
  const { last_day } = await findDaySpan(db, account.id);
  const newest = dayOf(account.last_read_at ?? 0);
  const end = last_day !== null && last_day > newest ? last_day : newest;
  const period: Period = { from, to: addDays(from, DAYS_A_SLICE - 1) };
  const days = daysOf(period);
  const until = startOfDay(addDays(period.to, 1), time_zone) - 1;
  const window = await listAccountReadings(db, [
    { account_id: account.id, from: startOfDay(from, time_zone), to: until },
  ]);
  // what lies beyond the window closes it, and its own confirmations are of later days
  const held = (window.at(-1)?.read_at ?? 0) <= until ? (JSON.parse(account.held) as Repeat[]) : [];
  const followers = followersByDay(accountSegments(window, held), dayOf);
  const said = await listDayReadings(
    db,
    days.map((date) => ({ account_id: account.id, date })),
  );
  await changeDays(db, change, [
    {
      account_id: account.id,
      followers: new Map(days.map((day) => [day, followers.get(day) ?? null])),
      platformDays: new Map(
        days.map((day) => [day, foldPlatformDay(said.filter(({ date }) => date === day))]),
      ),
      gains: new Map(),
      rebuilt: new Map(),
    },
  ]);
  const done = period.to >= end;
  change.accounts.push({
    ...account,
    ...(done ? await newestFigures(db, account) : {}),
    version: account.version + 1,
    rebuilding: done ? 0 : -dayNumber(addDays(period.to, 1)),
  });
  return { change };
}

async function newestFigures(db: D1Database, account: AccountRow) {
  const from = await findLastKnown(db, account.id, FOR_EVER, null);
  const readings = await listAccountReadings(db, [{ account_id: account.id, from, to: FOR_EVER }]);
  return newestOf(accountSegments(readings, JSON.parse(account.held) as Repeat[]));
}

async function rebuildPosts(
  db: D1Database,
  account: AccountRow,
  posts: readonly PostRow[],
  { time_zone }: Context,
): Promise<Slice> {
  const dayOf = calendarOf(time_zone);
  const change = noChange();
  const ids = posts.map(({ id }) => id);
  const readings = Map.groupBy(await listPostReadings(db, ids), ({ post_id }) => post_id);
  const details = Map.groupBy(await listPostDetails(db, ids), ({ post_id }) => post_id);
  const rebuilt: GainsByDay = new Map();
  for (const post of posts) {
    const history = { readings: readings.get(post.id) ?? [], details: details.get(post.id) ?? [] };
    const { row, gains } = rederivePost(post, history, dayOf);
    addGainsByDay(rebuilt, gains);
    if (JSON.stringify(row) !== JSON.stringify(post)) {
      change.posts.figures.push(row);
      change.posts.details.push(row);
    }
    const { account_id, published_at } = row;
    change.stretches.push({ account_id, from: published_at, to: published_at });
  }
  await changeDays(db, change, [
    {
      account_id: account.id,
      followers: new Map(),
      platformDays: new Map(),
      gains: new Map(),
      rebuilt,
    },
  ]);
  const rebuilding = ids.at(-1) ?? 0;
  change.accounts.push({ ...account, version: account.version + 1, rebuilding });
  return { change };
}

/** What the posts gained takes its place, every month is packed again, and the account is judged from its first post. */
async function finish(db: D1Database, account: AccountRow, { time_zone }: Context): Promise<Slice> {
  const change = noChange();
  change.accounts.push({ ...account, version: account.version + 1, rebuilding: null });
  change.months = (await listAllMonths(db, account.id)).map(({ month }) =>
    monthKey({ account_id: account.id, month }, time_zone),
  );
  // an account that never posted has nothing to judge
  if (account.rebuilding !== 0) await judgeChange(db, change, true);
  return { change, first: takeRebuilt(db, account.id), last: [deleteEmptyMonths(db)] };
}
