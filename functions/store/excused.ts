import type { Day, Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";

/** Days of an account that a person leaves out of the norm, both ends included. */
export type ExcusedSpan = { account_id: number; from_on: Day; to_on: Day };
export type ExcusedRow = ExcusedSpan & { reason: string };

export const listExcused = (db: D1Database) =>
  all<ExcusedRow>(
    db.prepare(
      `select account_id, from_on, to_on, reason from excused
       where account_id in (select id from accounts where merged_into is null) order by account_id, from_on, to_on`,
    ),
  );

/** Why posts of an account are left out: a span of its days, or the instants of a streak that has a reason. */
export type Excuse =
  | (ExcusedRow & { from_at: null; to_at: null })
  | { account_id: number; from_on: null; from_at: Instant; to_at: Instant; reason: string };

/** The excuses of one account. @param account its id, as SQL */
const excusesOf = (account: string): string =>
  `select account_id, from_on, to_on, null as from_at, null as to_at, reason from excused where account_id = ${account}
   union all
   select account_id, null, null, started_at, ended_at, reason from streaks
   where account_id = ${account} and reason is not null and ended_at is not null`;

export const listExcuses = (db: D1Database, account_id: number) =>
  all<Excuse>(db.prepare(excusesOf("?1")).bind(account_id));

/** The same as one JSON column, for a query that is asked anyway. */
export const EXCUSES = `(select json_group_array(json_object('account_id', account_id, 'from_on', from_on, 'to_on', to_on,
  'from_at', from_at, 'to_at', to_at, 'reason', reason)) from (${excusesOf("accounts.id")}))`;

export const saveExcusedSpan = (db: D1Database, row: ExcusedRow) =>
  db
    .prepare(
      `insert into excused (account_id, from_on, to_on, reason) values (?1, ?2, ?3, ?4)
       on conflict do update set reason = excluded.reason`,
    )
    .bind(row.account_id, row.from_on, row.to_on, row.reason);

/** The spans of one account. */
export const listExcusedOf = (db: D1Database, account_id: number) =>
  all<ExcusedRow>(
    db
      .prepare(
        "select account_id, from_on, to_on, reason from excused where account_id = ?1 order by from_on, to_on",
      )
      .bind(account_id),
  );

/** A span that nobody has changed since. */
export const deleteExcusedSpan = (db: D1Database, row: ExcusedRow) =>
  db
    .prepare(
      "delete from excused where account_id = ?1 and from_on = ?2 and to_on = ?3 and reason = ?4",
    )
    .bind(row.account_id, row.from_on, row.to_on, row.reason);

/** Those that lie within the span. */
export const deleteExcusedSpans = (db: D1Database, { account_id, from_on, to_on }: ExcusedSpan) =>
  db
    .prepare("delete from excused where account_id = ?1 and from_on >= ?2 and to_on <= ?3")
    .bind(account_id, from_on, to_on);
