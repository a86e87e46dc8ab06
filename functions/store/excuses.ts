import type { Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";

/** The time of a streak of which a person knows the reason: its posts are left out of the norm. */
export type ReasonedStreak = {
  account_id: number;
  from_at: Instant;
  to_at: Instant;
  reason: string;
};

const REASONED = `select account_id, started_at as from_at, ended_at as to_at, reason from streaks
   where reason is not null and ended_at is not null`;

/** Those of some accounts. */
export const listReasonedStreaks = (db: D1Database, account_ids: readonly number[]) =>
  all<ReasonedStreak>(
    db
      .prepare(`${REASONED} and account_id in (select value from json_each(?1)) order by id`)
      .bind(JSON.stringify(account_ids)),
  );

/** Those of the account of a row, as one JSON list, for a query that is asked anyway. */
export const REASONS = `(select json_group_array(json_object('account_id', account_id, 'from_at', from_at, 'to_at', to_at,
  'reason', reason)) from (${REASONED} and account_id = accounts.id))`;
