/**
 * Threads as the screens read them: those of an account's month (UTC, by when the comment was written) in one row, packed, so that
 * two years of busy accounts are a hundred rows. The batch that changes comments or their posts writes the months anew that
 * it touches (jobs/writing/threads-anew.ts). Whether an answer would be known is said when they are read: it moves with every visit.
 */
import { commentAddress } from "../model/comment-address.ts";
import { isoInstant } from "../model/day.ts";
import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import {
  type AccountWatch,
  isWaiting,
  type Thread,
  type WaitingThread,
  watchOf,
} from "../model/thread.ts";
import { OLDEST_READ_AGAIN } from "../model/visit.ts";
import type { AccountMonth } from "./month-packing.ts";
import { all, forRows, valuesOf } from "./rows.ts";

/** As the read model keeps a thread. */
export type KeptThread = Omit<Thread, "account_id" | "watched" | "known_until"> & {
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

function unpack(account_id: number, watch: AccountWatch, packed: Packed): Thread {
  const [comment, post_id, at, followed_until, asks, answered_at, settled, post] = packed;
  return {
    account_id,
    post_id,
    post,
    comment,
    at,
    asks: asks === null ? null : asks === 1,
    answered_at,
    settled: settled === 1,
    ...watchOf(at, followed_until, watch),
  };
}

/** Is a question in a month `t` that is neither answered nor settled? Told of its text, so that a month without one is not unpacked. */
export const HAS_OPEN_QUESTION = `instr(t.threads, ',1,null,0,"') > 0`;

/** The month, `YYYY-MM`, in whose row a thread lies. */
export const monthOfThread = ({ at }: Pick<Thread, "at">): string => isoInstant(at).slice(0, 7);

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

/** Those of other posts stay. A month in which nothing is left goes. */
export const saveThreads = (db: D1Database, months: readonly ThreadMonth[]) => [
  ...forRows(
    db,
    `insert into threads (account_id, month, threads)
     select v ->> 'account_id', v ->> 'month', (
       select json_group_array(json(thread)) from (
         select thread from (
           select o.value as thread from threads t, json_each(t.threads) o
           where t.account_id = v ->> 'account_id' and t.month = v ->> 'month'
             and o.value ->> 1 not in (select value from json_each(v -> 'posts'))
           union all select value from json_each(v -> 'threads'))
         order by thread ->> 2 desc, thread ->> 0 desc limit ${MOST_OF_A_MONTH}))
     from (select value as v from json_each(?1)) where true
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

type Watched = AccountWatch & { id: number; platform: Platform };

/**
 * Whose they are. Where that is still being asked for, those of every account that is shown are asked for in the same round
 * trip, and the others are left out when it is known.
 */
export type Whose = readonly number[] | Promise<readonly number[]>;

const isKnown = (whose: Whose): whose is readonly number[] => Array.isArray(whose);

export const given = (whose: Whose): string =>
  isKnown(whose)
    ? `with given (id) as ${valuesOf(whose.map((id) => [id]))}`
    : "with given (id) as (select id from accounts where hidden_at is null and merged_into is null)";

type StoredWatch = Omit<Watched, "collected"> & { collected: number };

/** What decides of an account `a` whether its answers are known. */
const WATCH = `a.id, a.platform, a.collected_at, a.connected as collected,
  (select min(at) from comments c where c.account_id = a.id and c.ours = 1) as own_from`;

const watchesIn = (rows: readonly StoredWatch[]): Map<number, Watched> =>
  new Map(rows.map((row) => [row.id, { ...row, collected: row.collected === 1 }]));

const listWatches = async (db: D1Database, whose: Whose): Promise<Map<number, Watched>> =>
  watchesIn(
    await all<StoredWatch>(
      db.prepare(
        `${given(whose)} select ${WATCH} from given join accounts a on a.id = given.id order by a.id`,
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

function threadsIn(rows: readonly StoredMonth[], watches: ReadonlyMap<number, Watched>): Thread[] {
  return rows.flatMap(({ account_id, threads }) => {
    const watch = watches.get(account_id);
    if (!watch) return [];
    const packed = JSON.parse(threads) as Packed[];
    return packed.reverse().map((one) => unpack(account_id, watch, one));
  });
}

/**
 * The threads of these accounts whose comment was written in a month (UTC) that the period touches, an account after the other,
 * oldest first; the exact cut is the caller's. `cross join`: the accounts first, and of each a look into the key. A row an account and month is read, and three an account.
 * @param period instants, both included
 */
export async function listThreads(
  db: D1Database,
  whose: Whose,
  { from, to }: { from: Instant; to: Instant },
): Promise<Thread[]> {
  if (isKnown(whose) && whose.length === 0) return [];
  const [watches, rows] = await Promise.all([
    listWatches(db, whose),
    all<StoredMonth>(
      db
        .prepare(
          `${given(whose)}
           select t.account_id, t.month, t.threads from given cross join threads t on t.account_id = given.id and t.month between ?1 and ?2`,
        )
        .bind(monthOfThread({ at: from }), monthOfThread({ at: to })),
    ),
  ]);
  return threadsIn((await ownOf(rows, whose)).toSorted(inOrder), watches);
}

/** Sorted here: the database would read every row twice. */
const inOrder = (a: StoredMonth, b: StoredMonth): number =>
  a.account_id - b.account_id || (a.month < b.month ? -1 : 1);

/** So many of those that wait are listed. */
export const MOST_WAITING = 100;

/**
 * Those of these accounts that wait for an answer: the oldest first, at most `MOST_WAITING`; where there are more, questions before
 * the rest. Two round trips; a row is read for each of some four months of an account, three more of it, and one for the post of each that is listed.
 */
export async function listWaiting(db: D1Database, whose: Whose): Promise<WaitingThread[]> {
  if (isKnown(whose) && whose.length === 0) return [];
  const [watches, rows] = await Promise.all([
    listWatches(db, whose),
    all<StoredMonth>(
      db.prepare(
        `${given(whose)}
         select t.account_id, t.month, t.threads from given join accounts a on a.id = given.id cross join threads t on ${STILL_READ}`,
      ),
    ),
  ]);
  const waiting = waitingIn(await ownOf(rows, whose), watches)
    .sort((a, b) => Number(b.asks ?? false) - Number(a.asks ?? false) || a.at - b.at)
    .slice(0, MOST_WAITING)
    .sort((a, b) => a.at - b.at);
  const posts = await listPlaces(db, [...new Set(waiting.map(({ post_id }) => post_id))]);
  return waiting.flatMap((thread) => {
    const watch = watches.get(thread.account_id);
    const place = posts.get(thread.post_id);
    if (!watch) return [];
    const permalink = commentAddress(watch.platform, thread.comment, place?.url ?? null);
    return [
      { ...thread, permalink, seen_at: seenAt(watch, place), caption: place?.caption ?? null },
    ];
  });
}

const NEVER_READ = { collected_at: null };

const waitingIn = (rows: readonly StoredMonth[], watches: ReadonlyMap<number, Watched>): Thread[] =>
  threadsIn(rows, watches).filter((thread) =>
    isWaiting(thread, watches.get(thread.account_id) ?? NEVER_READ),
  );

/**
 * Up to when a comment was seen to have no answer. Where Denyut collects, its comments are read with its post; on X the account's own timeline
 * is read at each visit; and what is pushed is told of by whoever pushes.
 */
const seenAt = (
  { platform, collected, collected_at }: Watched,
  post: Place | undefined,
): Instant | null => (collected && platform !== "x" ? (post?.read_at ?? null) : collected_at);

/** The questions that wait, of every account that is shown. One question to the database, and another where any waits. */
export async function listWaitingQuestions(
  db: D1Database,
): Promise<Pick<WaitingThread, "account_id" | "at" | "seen_at">[]> {
  const rows = await all<StoredWatch & StoredMonth>(
    db.prepare(
      `select t.account_id, t.month, t.threads, ${WATCH} from accounts a join threads t on ${STILL_READ} and ${HAS_OPEN_QUESTION}
       where a.hidden_at is null and a.merged_into is null order by t.account_id, t.month`,
    ),
  );
  const watches = watchesIn(rows);
  const waiting = waitingIn(rows, watches).filter(({ asks }) => asks);
  const posts = await listPlaces(db, [...new Set(waiting.map(({ post_id }) => post_id))]);
  return waiting.flatMap(({ account_id, post_id, at }) => {
    const watch = watches.get(account_id);
    return watch ? [{ account_id, at, seen_at: seenAt(watch, posts.get(post_id)) }] : [];
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
