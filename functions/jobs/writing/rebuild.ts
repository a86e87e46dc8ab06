/**
 * Everything derived, derived anew from the readings: after the library's zone changed, or a fault was mended. Account by
 * account and slice by slice: first its days, then its posts, then what they gained takes the place of what stood.
 * Readings may come in between; they add to what is derived anew as far as it has come.
 *
 * `accounts.rebuilding` says where it stands: below 0 the next day (minus its number), else the post that was last.
 */
import { foldPlatformDay, followersByDay } from "../../analyse/account-days.ts";
import { proposing } from "../../analyse/topic.ts";
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
import { findTopicRules } from "../../store/library.ts";
import { deleteEmptyMonths, listAllMonths } from "../../store/months.ts";
import { listPostsAfter, type PostRow } from "../../store/posts.ts";
import { forgetThreads } from "../../store/threads.ts";
import { lookAnew } from "../../store/works.ts";
import {
  addAccount,
  addAccountDays,
  addPostAnew,
  type Change,
  openChange,
  pack,
} from "./change.ts";
import { closed } from "./closed.ts";
import { accountSegments, FOR_EVER, newestOf } from "./derive-account.ts";
import { postAnew } from "./post-from-history.ts";
import { listHistories, NO_HISTORY } from "./touched-posts.ts";
import type { Progress } from "./undo.ts";
import { untilWritten } from "./until-written.ts";

/** Days and posts of one call: some two thousand readings, a few milliseconds. */
const DAYS_A_SLICE = 90;
const POSTS_A_SLICE = 40;

type Context = { now: Instant; time_zone: string };

/** Does one slice, or begins; call again until `done`. `remaining` falls to 0. */
export const rebuild = (db: D1Database, context: Context): Promise<Progress> =>
  untilWritten(db, () => attempt(db, context));

/**
 * Begins from the start, even where one is under way: after the zone changed nothing that was derived before holds.
 * @param why what makes it needed, written with it: nobody may see the one without the other
 */
export const beginRebuild = (
  db: D1Database,
  context: Context,
  why: readonly D1PreparedStatement[] = [],
): Promise<Progress> =>
  untilWritten(db, async () => {
    const { result, statements } = await attempt(db, context, true);
    return { result, statements: [...why, ...statements] };
  });

/** Where an account stands after a slice, and the statements that bring it there. */
type Slice = { rebuilding: ReadonlyMap<number, number | null>; statements: D1PreparedStatement[] };

async function attempt(db: D1Database, context: Context, anew = false) {
  const { accounts: standing, parked, next: free } = await findFooting(db);
  // one that was merged into another comes back when that is undone, as everything else is by then
  const accounts = [...standing, ...parked];
  const [account] = accounts.filter(({ rebuilding }) => rebuilding !== null);
  const { rebuilding, statements } =
    account && !anew ? await next(db, account, context) : await begin(db, accounts, context);
  const left = accounts.flatMap(
    (one) => (rebuilding.has(one.id) ? rebuilding.get(one.id) : one.rebuilding) ?? [],
  );
  const remaining = left.reduce((sum, at) => sum + free.post - Math.max(0, at), 0);
  return {
    result: { done: left.length === 0, remaining },
    statements: accounts.length === 0 ? [] : statements,
  };
}

async function begin(
  db: D1Database,
  accounts: readonly AccountRow[],
  { time_zone }: Context,
): Promise<Slice> {
  const change = openChange(time_zone);
  const dayOf = calendarOf(time_zone);
  const rebuilding = new Map<number, number>();
  for (const account of accounts) {
    const { first_day, first_read_at } = await findDaySpan(db, account.id);
    const days = [first_day, first_read_at === null ? null : dayOf(first_read_at)];
    const first = days.filter((day) => day !== null).sort()[0];
    rebuilding.set(account.id, first === undefined ? 0 : -dayNumber(first));
    moveOn(change, account, rebuilding);
  }
  const statements = await closed(db, change, { judge: "later" });
  return { rebuilding, statements: [forgetRebuilt(db), ...statements] };
}

/** The account in the state that the map gives it. */
function moveOn(
  change: Change,
  account: AccountRow,
  rebuilding: ReadonlyMap<number, number | null>,
): void {
  addAccount(change, { ...account, rebuilding: rebuilding.get(account.id) ?? null }, account);
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
  const change = openChange(time_zone);
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
  const held = (window.at(-1)?.read_at ?? 0) <= until ? account.held : [];
  const followers = followersByDay(accountSegments(window, held), dayOf);
  const said = await listDayReadings(
    db,
    days.map((date) => ({ account_id: account.id, date })),
  );
  addAccountDays(change, account.id, {
    followers: new Map(days.map((day) => [day, followers.get(day) ?? null])),
    platformDays: new Map(
      days.map((day) => [day, foldPlatformDay(said.filter(({ date }) => date === day))]),
    ),
  });
  const done = period.to >= end;
  const figures = done ? await newestFigures(db, account) : {};
  const rebuilding = new Map([[account.id, done ? 0 : -dayNumber(addDays(period.to, 1))]]);
  moveOn(change, { ...account, ...figures }, rebuilding);
  return { rebuilding, statements: await closed(db, change, { judge: "later", months: "later" }) };
}

async function newestFigures(db: D1Database, account: AccountRow) {
  const from = await findLastKnown(db, account.id, FOR_EVER, null);
  const readings = await listAccountReadings(db, [{ account_id: account.id, from, to: FOR_EVER }]);
  return newestOf(accountSegments(readings, account.held));
}

async function rebuildPosts(
  db: D1Database,
  account: AccountRow,
  posts: readonly PostRow[],
  { time_zone }: Context,
): Promise<Slice> {
  const by = {
    dayOf: calendarOf(time_zone),
    topicOf: proposing((await findTopicRules(db)).topic_rules),
  };
  const change = openChange(time_zone);
  const ids = posts.map(({ id }) => id);
  const histories = await listHistories(db, ids);
  for (const post of posts) {
    addPostAnew(change, postAnew(post, histories.get(post.id) ?? NO_HISTORY, by));
  }
  const rebuilding = new Map([[account.id, ids.at(-1) ?? 0]]);
  moveOn(change, account, rebuilding);
  const statements = await closed(db, change, { judge: "later", months: "later" });
  return { rebuilding, statements: [...threadsForgotten(db, account), ...statements] };
}

/** What the posts gained takes its place, every month is packed again, and the account is judged from its first post. */
async function finish(db: D1Database, account: AccountRow, { time_zone }: Context): Promise<Slice> {
  const change = openChange(time_zone);
  const rebuilding = new Map([[account.id, null]]);
  moveOn(change, account, rebuilding);
  for (const { month } of await listAllMonths(db, account.id)) pack(change, account.id, month);
  // an account that never posted has nothing to judge
  const judge = account.rebuilding === 0 ? "later" : "anew";
  const statements = await closed(db, change, { judge });
  return {
    rebuilding,
    statements: [
      ...threadsForgotten(db, account),
      ...takeRebuilt(db, account.id),
      ...statements,
      deleteEmptyMonths(db),
      lookAnew(db, [account.id]),
    ],
  };
}

/** Before its first posts are done, so that nothing stays of posts that are gone. */
const threadsForgotten = (db: D1Database, { id, rebuilding }: AccountRow) =>
  rebuilding === 0 ? [forgetThreads(db, id)] : [];
