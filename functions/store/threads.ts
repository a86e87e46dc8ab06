/**
 * Threads as the screens read them: those of an account's month (UTC, by when the comment was written) in one row, packed, so that
 * two years of busy accounts are a hundred rows. The batch that changes comments or their posts writes the months anew that
 * it touches (jobs/writing/threads-anew.ts). Whether an answer would be known is said when they are read: it moves with every visit.
 */
import { commentAddress } from "../model/comment-address.ts";
import type { Instant } from "../model/snapshot.ts";
import {
  type AccountWatch,
  answersKnownUntil,
  isWaiting,
  type Thread,
  type Unwatched,
  type WaitingThread,
  watchOf,
} from "../model/thread.ts";
import { OLDEST_READ_AGAIN } from "../model/visit.ts";
import { isReadingAsked, listLastReadings, withEveryReading } from "./last-readings.ts";
import type { AccountMonth } from "./month-packing.ts";
import { all, forRows } from "./rows.ts";
import { monthOfThread } from "./thread-month.ts";
import { given, isKnown, type Whose } from "./whose.ts";

/** As the read model keeps a thread. */
export type KeptThread = Omit<Unwatched, "account_id"> & {
  /** Its post is not read any more from then on. */
  followed_until: Instant;
};

type Packed = [
  comment: string,
  post_id: number,
  at: Instant,
  followed_until: Instant,
  asks: number | null,
  answered_at: Instant | null,
  settled: number,
  post: string,
];

const pack = (thread: KeptThread): Packed => [
  thread.comment,
  thread.post_id,
  thread.at,
  thread.followed_until,
  thread.asks === null ? null : Number(thread.asks),
  thread.answered_at,
  Number(thread.settled),
  thread.post,
];

type OwnedThread = KeptThread & Pick<Thread, "account_id">;

function unpack(account_id: number, packed: Packed): OwnedThread {
  const [comment, post_id, at, followed_until, asks, answered_at, settled, post] = packed;
  return {
    account_id,
    post_id,
    post,
    comment,
    at,
    followed_until,
    asks: asks === null ? null : asks === 1,
    answered_at,
    settled: settled === 1,
  };
}

/** Is a question in a month `t` that is neither answered nor settled? Told of its text, so that a month without one is not unpacked. */
export const HAS_OPEN_QUESTION = `instr(t.threads, ',1,null,0,"') > 0`;

/** A row of D1 holds two million bytes, and a thread takes some hundred: of a month's the newest so many are kept. */
const MOST_OF_A_MONTH = 10_000;

/** What of a month is told anew: the threads under these posts. */
export type ThreadMonth = AccountMonth & {
  posts: readonly number[];
  threads: readonly KeptThread[];
};

const newestOf = (threads: readonly KeptThread[]): readonly KeptThread[] =>
  threads.length <= MOST_OF_A_MONTH
    ? threads
    : threads.toSorted((a, b) => b.at - a.at).slice(0, MOST_OF_A_MONTH);

/**
 * Those of other posts stay. A month in which nothing is left goes. The posts are laid out once: looked for in the text of each
 * month they would be read anew for every thread that is kept, and a busy month would take the database's thirty seconds.
 */
export const saveThreads = (db: D1Database, months: readonly ThreadMonth[]) => [
  ...forRows(
    db,
    `with given as materialized (
       select value ->> 'account_id' as account_id, value ->> 'month' as month, value -> 'threads' as threads from json_each(?1)),
     touched as materialized (
       select g.value ->> 'account_id' as account_id, g.value ->> 'month' as month, p.value as post
       from json_each(?1) g, json_each(g.value -> 'posts') p)
     insert into threads (account_id, month, threads)
     select account_id, month, (
       select json_group_array(json(thread)) from (
         select thread from (
           select o.value as thread from threads t, json_each(t.threads) o
           where t.account_id = given.account_id and t.month = given.month
             and (t.account_id, t.month, o.value ->> 1) not in (select account_id, month, post from touched)
           union all select value from json_each(given.threads))
         order by thread ->> 2 desc, thread ->> 0 desc limit ${MOST_OF_A_MONTH}))
     from given where true
     on conflict (account_id, month) do update set threads = excluded.threads where threads.threads is not excluded.threads`,
    months.map((month) => ({ ...month, threads: newestOf(month.threads).map(pack) })),
  ),
  ...forRows(
    db,
    `delete from threads where threads = '[]' and (account_id, month) in
       (select value ->> 'account_id', value ->> 'month' from json_each(?1))`,
    months
      .filter(({ threads }) => threads.length === 0)
      .map(({ account_id, month }) => ({ account_id, month })),
    { surely: false },
  ),
];

/** Its posts are called otherwise, as the batch has written them. */
export const renameThreadPosts = (db: D1Database, account_id: number) =>
  db
    .prepare(
      `update threads set threads = (select json_group_array(json(thread)) from (
         select json_set(o.value, '$[7]', coalesce((select p.external_id from posts p where p.id = o.value ->> 1), o.value ->> 7))
           as thread
         from json_each(threads.threads) o order by o.key))
       where account_id = ?1`,
    )
    .bind(account_id);

/** Before they are derived anew from the first post on. */
export const forgetThreads = (db: D1Database, account_id: number) =>
  db.prepare("delete from threads where account_id = ?1").bind(account_id);

type Watched = AccountWatch & { id: number };

type StoredWatch = Omit<Watched, "reads_on"> & { reads_on: number };

/** An account `a` with its credentials `k`, if it has any. */
const CREDENTIALS = "left join collections k on k.account_id = a.id";

/**
 * Up to when Denyut read the comments of such an account, its own with the others. Where it was disconnected and nobody noted
 * when, as before that was noted and in a backup without secrets, it is up to its last own comment that surely somebody read them.
 */
const READ_UNTIL = `coalesce(k.last_success_at, a.connected_until,
  iif(a.connected = 1 and k.account_id is null, (select max(at) from comments c where c.account_id = a.id and c.ours = 1), null))`;

/** What decides of it whether its answers are known. */
const WATCH = `a.id, a.platform, a.collected_at, ${READ_UNTIL} as read_until, coalesce(k.state <> 'dead', 0) as reads_on,
  (select min(at) from comments c where c.account_id = a.id and c.ours = 1 and c.at > coalesce(${READ_UNTIL}, -1)) as own_from`;

const watchesIn = (rows: readonly StoredWatch[]): Map<number, Watched> =>
  new Map(rows.map((row) => [row.id, { ...row, reads_on: row.reads_on === 1 }]));

const listWatches = async (db: D1Database, whose: Whose): Promise<Map<number, Watched>> =>
  watchesIn(
    await all<StoredWatch>(
      db.prepare(
        `${given(whose)} select ${WATCH} from given join accounts a on a.id = given.id ${CREDENTIALS} order by a.id`,
      ),
    ),
  );

/** The months of an account `a` whose comments may stand under a post that is still read. */
const STILL_READ = `t.account_id = a.id and t.month >= strftime('%Y-%m', a.collected_at - ${OLDEST_READ_AGAIN}, 'unixepoch')`;

type StoredMonth = { account_id: number; month: string; threads: string };

async function ownOf(rows: readonly StoredMonth[], whose: Whose): Promise<readonly StoredMonth[]> {
  if (isKnown(whose)) return rows;
  const ids = new Set(await whose);
  return rows.filter(({ account_id }) => ids.has(account_id));
}

const threadsIn = (rows: readonly StoredMonth[]): OwnedThread[] =>
  rows.flatMap(({ account_id, threads }) =>
    (JSON.parse(threads) as Packed[]).reverse().map((one) => unpack(account_id, one)),
  );

/**
 * The threads of these accounts whose comment was written in a month (UTC) that the period touches, an account after the other,
 * oldest first; the exact cut is the caller's. `cross join`: the accounts first, and of each a look into the key. A row an account and month is read,
 * another of its posts' month where Denyut reads the account, with three months before, and six an account.
 * @param period instants, both included
 */
export async function listThreads(
  db: D1Database,
  whose: Whose,
  { from, to }: { from: Instant; to: Instant },
): Promise<Thread[]> {
  if (isKnown(whose) && whose.length === 0) return [];
  const [watches, read, rows] = await Promise.all([
    listWatches(db, whose),
    listLastReadings(db, whose, { from, to }),
    all<StoredMonth>(
      db
        .prepare(
          `${given(whose)}
           select t.account_id, t.month, t.threads from given cross join threads t on t.account_id = given.id and t.month between ?1 and ?2`,
        )
        .bind(monthOfThread({ at: from }), monthOfThread({ at: to })),
    ),
  ]);
  const threads = threadsIn((await ownOf(rows, whose)).toSorted(inOrder)).flatMap((kept) => {
    const watch = watches.get(kept.account_id);
    return watch ? [{ kept, watch }] : [];
  });
  const asked = threads.filter(({ kept, watch }) => isReadingAsked(kept, watch));
  const readings = await withEveryReading(
    db,
    read,
    asked.map(({ kept }) => kept.post_id),
  );
  return threads.map(({ kept: { followed_until, ...thread }, watch }) => {
    const known = readings.get(thread.post_id);
    // further back nobody asks: whoever went on reading read it to the end of its days
    const read_at = known === undefined ? followed_until : known;
    return { ...thread, ...watchOf(thread.at, { followed_until, read_at }, watch) };
  });
}

/** Sorted here: the database would read every row twice. */
const inOrder = (a: StoredMonth, b: StoredMonth): number =>
  a.account_id - b.account_id || (a.month < b.month ? -1 : 1);

/** So many of those that wait are listed. */
export const MOST_WAITING = 100;

/** All that wait, and those of them that are listed. */
export type Waiting = { all: Unwatched[]; listed: WaitingThread[] };

/**
 * Those of these accounts that wait for an answer. Listed are the oldest first, at most `MOST_WAITING`; where there are more, questions before
 * the rest. Two round trips; a row is read for each of some four months of an account, four more of it, and one for the post of each that is listed.
 */
export async function listWaiting(db: D1Database, whose: Whose): Promise<Waiting> {
  if (isKnown(whose) && whose.length === 0) return { all: [], listed: [] };
  const [watches, rows] = await Promise.all([
    listWatches(db, whose),
    all<StoredMonth>(
      db.prepare(
        `${given(whose)}
         select t.account_id, t.month, t.threads from given join accounts a on a.id = given.id cross join threads t on ${STILL_READ}`,
      ),
    ),
  ]);
  const waiting = waitingIn(await ownOf(rows, whose), watches);
  const first = waiting
    .toSorted((a, b) => Number(b.asks ?? false) - Number(a.asks ?? false) || a.at - b.at)
    .slice(0, MOST_WAITING)
    .sort((a, b) => a.at - b.at);
  const posts = await listPlaces(db, [...new Set(first.map(({ post_id }) => post_id))]);
  const listed = first.flatMap((thread) => {
    const watch = watches.get(thread.account_id);
    const place = posts.get(thread.post_id);
    if (!watch) return [];
    const permalink = commentAddress(watch.platform, thread.comment, place?.url ?? null);
    const seen_at = answersKnownUntil(thread.at, place?.read_at ?? null, watch);
    return [{ ...thread, permalink, seen_at, caption: place?.caption ?? null }];
  });
  return { all: waiting, listed };
}

const waitingIn = (
  rows: readonly StoredMonth[],
  watches: ReadonlyMap<number, Watched>,
): Unwatched[] =>
  threadsIn(rows).flatMap(({ followed_until, ...thread }) => {
    const watch = watches.get(thread.account_id);
    return watch && isWaiting({ ...thread, followed_until }, watch) ? [thread] : [];
  });

/** The questions that wait, of every account that is shown. One question to the database, and another where any waits. */
export async function listWaitingQuestions(
  db: D1Database,
): Promise<Pick<WaitingThread, "account_id" | "at" | "seen_at">[]> {
  const rows = await all<StoredWatch & StoredMonth>(
    db.prepare(
      `select t.account_id, t.month, t.threads, ${WATCH} from accounts a join threads t on ${STILL_READ} and ${HAS_OPEN_QUESTION}
       ${CREDENTIALS} where a.hidden_at is null and a.merged_into is null order by t.account_id, t.month`,
    ),
  );
  const watches = watchesIn(rows);
  const waiting = waitingIn(rows, watches).filter(({ asks }) => asks);
  const posts = await listPlaces(db, [...new Set(waiting.map(({ post_id }) => post_id))]);
  return waiting.flatMap(({ account_id, post_id, at }) => {
    const watch = watches.get(account_id);
    const read_at = posts.get(post_id)?.read_at ?? null;
    return watch ? [{ account_id, at, seen_at: answersKnownUntil(at, read_at, watch) }] : [];
  });
}

type Place = {
  id: number;
  url: string | null;
  read_at: Instant | null;
  /** Its first words. */
  caption: string | null;
};

async function listPlaces(db: D1Database, ids: readonly number[]): Promise<Map<number, Place>> {
  if (ids.length === 0) return new Map();
  const rows = await all<Place>(
    db.prepare(
      `${given(ids)} select p.id, p.url, p.read_at, substr(p.caption, 1, 300) as caption from given join posts p on p.id = given.id order by p.id`,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
