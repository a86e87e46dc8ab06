import type { Repeat } from "../model/repeat.ts";
import type { Instant, Stamp, Stretch } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

export type AccountReadingRow = Stamp & {
  account_id: number;
  followers: number | null;
  name: string | null;
  /** When the reading before this one was seen again unchanged. */
  previous_held: Repeat[];
};

const ACCOUNT_READINGS = table<AccountReadingRow>("account_readings", {
  account_id: "plain",
  read_at: "plain",
  version: "plain",
  import_id: "plain",
  followers: "plain",
  name: "plain",
  previous_held: "json",
});

/** `newest`: the window it was asked for reaches up to the account's newest reading. */
export type WindowRow = AccountReadingRow & { newest: number };

/**
 * The readings inside each window, with the last instant before it and the first after it, and all that say the same as that
 * one up to the next that does not: enough to place a reading and to know every day inside.
 */
export const listAccountReadings = (db: D1Database, windows: readonly Stretch[]) =>
  ACCOUNT_READINGS.rows<Pick<WindowRow, "newest">>(
    db
      .prepare(
        `with windows as (
           select value ->> 'account_id' as account_id, value ->> 'from' as opens, value ->> 'to' as closes from json_each(?1)
         ), reached as (
           select account_id, opens,
             coalesce((select max(read_at) from account_readings r where r.account_id = w.account_id and r.read_at < w.opens), w.opens) as first,
             (select json_array(read_at, followers, name) from account_readings r
              where r.account_id = w.account_id and r.read_at > w.closes order by read_at, version limit 1) as next
           from windows w
         ), bounds as (
           select account_id, first,
             (select read_at from account_readings r
              where r.account_id = w.account_id and w.next is not null and r.read_at > w.next ->> 0
                and (r.import_id is not null or r.followers is not w.next ->> 1 or r.name is not w.next ->> 2)
              order by read_at limit 1) as last
           from reached w
         )
         select ${ACCOUNT_READINGS.of("r")}, b.last is null as newest from bounds b join account_readings r
           on r.account_id = b.account_id and r.read_at >= b.first and r.read_at <= coalesce(b.last, 1e12)
         group by r.account_id, r.read_at, r.version
         order by r.account_id, r.read_at, r.version`,
      )
      .bind(JSON.stringify(windows)),
  );

/** A follower count and the reading that gave it. */
export type CountedFollowers = [read_at: Instant, version: number, followers: number];

/** The last count known at an instant or before it, and the first known after it, as stored. */
export type CountsAround = {
  account_id: number;
  at: Instant;
  known: CountedFollowers | null;
  later: CountedFollowers | null;
};

type Moment = { account_id: number; at: Instant };

/** @param without readings that are about to be deleted */
export const listFollowersAt = (
  db: D1Database,
  instants: readonly Moment[],
  without: readonly Pick<AccountReadingRow, "account_id" | "read_at" | "version">[],
): Promise<CountsAround[]> => countsAround(db, instants, without, "");

/**
 * Of when these posts were published, as far as they are known by none of their names. The names come first in the join: the
 * database would rather read all names of the account, for each of the posts.
 */
export const listFollowersAtNew = (
  db: D1Database,
  posts: readonly (Moment & { keys: readonly string[] })[],
): Promise<CountsAround[]> =>
  countsAround(
    db,
    posts,
    [],
    `where not exists (select 1 from json_each(j.value -> 'keys') name
       cross join post_keys k on k.account_id = j.value ->> 'account_id' and k.key = name.value)`,
  );

async function countsAround(
  db: D1Database,
  instants: readonly Moment[],
  without: readonly Pick<AccountReadingRow, "account_id" | "read_at" | "version">[],
  only: string,
): Promise<CountsAround[]> {
  const rows = await all<{
    account_id: number;
    at: Instant;
    known: string | null;
    later: string | null;
  }>(
    db
      .prepare(
        `with without as (
           select value ->> 'account_id', value ->> 'read_at', value ->> 'version' from json_each(?2)
         )
         select j.value ->> 'account_id' as account_id, j.value ->> 'at' as at,
           (select json_array(r.read_at, r.version, r.followers) from account_readings r
            where r.account_id = j.value ->> 'account_id' and r.read_at <= j.value ->> 'at' and r.followers is not null
              and (r.account_id, r.read_at, r.version) not in without
            order by r.read_at desc, r.version desc limit 1) as known,
           (select json_array(r.read_at, r.version, r.followers) from account_readings r
            where r.account_id = j.value ->> 'account_id' and r.read_at > j.value ->> 'at' and r.followers is not null
              and (r.account_id, r.read_at, r.version) not in without
            order by r.read_at, r.version desc limit 1) as later
         from json_each(?1) j ${only}`,
      )
      .bind(JSON.stringify(instants), JSON.stringify(without)),
  );
  const parsed = (json: string | null) =>
    json === null ? null : (JSON.parse(json) as CountedFollowers);
  return rows.map((row) => ({ ...row, known: parsed(row.known), later: parsed(row.later) }));
}

export const saveAccountReadings = (db: D1Database, rows: readonly AccountReadingRow[]) =>
  ACCOUNT_READINGS.insert(
    db,
    rows,
    `on conflict (account_id, read_at, version) do update set ${ACCOUNT_READINGS.excluded("followers", "name", "previous_held")}`,
  );

export const deleteAccountReadings = (
  db: D1Database,
  rows: readonly Pick<AccountReadingRow, "account_id" | "read_at" | "version">[],
) => ACCOUNT_READINGS.remove(db, ["account_id", "read_at", "version"], rows);

export const sameReading = ACCOUNT_READINGS.same;

/** The readings that one import brought, the oldest first: a file's of one instant, a merge's of many. */
export const listImportedReadings = (db: D1Database, import_id: number, limit: number) =>
  ACCOUNT_READINGS.rows(
    db
      .prepare(
        `select ${ACCOUNT_READINGS.list} from account_readings where import_id = ?1
         order by account_id, read_at, version limit ?2`,
      )
      .bind(import_id, limit),
  );

/** A slice of all that was read of an account, the oldest first. */
export const listReadingsAfter = (
  db: D1Database,
  account_id: number,
  after: Instant,
  limit: number,
) =>
  ACCOUNT_READINGS.rows(
    db
      .prepare(
        `select ${ACCOUNT_READINGS.list} from account_readings where account_id = ?1 and read_at > ?2
         order by read_at, version limit ?3`,
      )
      .bind(account_id, after, limit),
  );

/**
 * The instant from which on an account's readings tell what was last known of it before `at`, a name and a count;
 * readings of one import are passed over. @param without `null`: none
 */
export async function findLastKnown(
  db: D1Database,
  account_id: number,
  at: Instant,
  without: number | null,
): Promise<Instant> {
  const row = await db
    .prepare(
      `select min(
         coalesce((select max(read_at) from account_readings where account_id = ?1 and read_at < ?2
           and followers is not null and (?3 is null or import_id is not ?3)), ?2),
         coalesce((select max(read_at) from account_readings where account_id = ?1 and read_at < ?2
           and name is not null and (?3 is null or import_id is not ?3)), ?2)) as at`,
    )
    .bind(account_id, at, without)
    .first<{ at: Instant }>();
  return row?.at ?? at;
}
