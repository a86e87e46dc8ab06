import type { Format } from "../model/format.ts";
import type { Instant } from "../model/snapshot.ts";
import type { StoredStreakState, StreakKind } from "../model/streak.ts";
import { all, allOf, forRows } from "./rows.ts";

export type StreakRow = {
  /** `null`: not stored yet. */
  id: number | null;
  account_id: number;
  kind: StreakKind;
  state: StoredStreakState;
  first_post: number;
  started_at: Instant;
  /** The last of its posts so far. */
  last_post: number;
  /** `null` while it is open. */
  ended_at: Instant | null;
  closed_at: Instant | null;
  posts: number;
  severity: number;
  peak: number;
  false_alarm_every: number;
  announced: number;
  format: Format | null;
  posts_per_week: number | null;
  reach_ratio: number | null;
  reaction_ratio: number | null;
  /** JSON: an Evidence. */
  evidence: string;
  /** JSON: what was told when it opened. */
  told: string;
  revised: number;
  reason: string | null;
};

export type StoredStreak = StreakRow & { id: number };

const COLUMNS = `id, account_id, kind, state, first_post, started_at, last_post, ended_at, closed_at, posts, severity, peak,
  false_alarm_every, announced, format, posts_per_week, reach_ratio, reaction_ratio, evidence, told, revised, reason`;

/** Those that touch a stretch of time, the newest first. One that has no end touches everything after its start. */
export async function listStreaksBetween(
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
): Promise<StoredStreak[]> {
  const rows = await allOf<StoredStreak>(
    db,
    `select ${COLUMNS} from streaks
     where account_id = ?1 and started_at <= ?3 and (ended_at is null or ended_at >= ?2) order by started_at`,
    account_ids,
    from,
    to,
  );
  return rows.sort(newestFirst);
}

/** Of one account, those that start at an instant or later. */
export const listStreaksSince = (db: D1Database, account_id: number, from: Instant) =>
  all<StoredStreak>(
    db
      .prepare(
        `select ${COLUMNS} from streaks where account_id = ?1 and started_at >= ?2 order by started_at`,
      )
      .bind(account_id, from),
  );

export const newestFirst = (a: StoredStreak, b: StoredStreak): number =>
  b.started_at - a.started_at || b.id - a.id;

export const findStreak = (db: D1Database, id: number) =>
  db.prepare(`select ${COLUMNS} from streaks where id = ?1`).bind(id).first<StoredStreak>();

/** Those that start at an instant or later: what a judgement from there on may still change. */
export const listStreaksFrom = (
  db: D1Database,
  starts: readonly { account_id: number; from: Instant }[],
) =>
  all<StoredStreak>(
    db
      .prepare(
        `select ${COLUMNS.replaceAll(/(\w+)/g, "s.$1")} from json_each(?1) j
         join streaks s on s.account_id = j.value ->> 'account_id' and s.started_at >= j.value ->> 'from'
         order by s.account_id, s.started_at, s.id`,
      )
      .bind(JSON.stringify(starts)),
  );

/** New streaks, and known ones as they are now. Does not move a start, which is indexed: see `moveStreaks`. */
export const saveStreaks = (db: D1Database, rows: readonly StreakRow[]) =>
  forRows(
    db,
    `insert into streaks (${COLUMNS})
     select value ->> 'id', value ->> 'account_id', value ->> 'kind', value ->> 'state', value ->> 'first_post',
       value ->> 'started_at', value ->> 'last_post', value ->> 'ended_at', value ->> 'closed_at', value ->> 'posts',
       value ->> 'severity', value ->> 'peak', value ->> 'false_alarm_every', value ->> 'announced', value ->> 'format',
       value ->> 'posts_per_week', value ->> 'reach_ratio', value ->> 'reaction_ratio', value ->> 'evidence',
       value ->> 'told', value ->> 'revised', value ->> 'reason'
     from json_each(?1) where true
     on conflict (id) do update set state = excluded.state, first_post = excluded.first_post, last_post = excluded.last_post,
       ended_at = excluded.ended_at, closed_at = excluded.closed_at, posts = excluded.posts, severity = excluded.severity,
       peak = excluded.peak, false_alarm_every = excluded.false_alarm_every, announced = excluded.announced,
       format = excluded.format, posts_per_week = excluded.posts_per_week, reach_ratio = excluded.reach_ratio,
       reaction_ratio = excluded.reaction_ratio, evidence = excluded.evidence, told = excluded.told,
       revised = excluded.revised, reason = excluded.reason`,
    rows,
  );

/** Streaks whose first post is another now, or was published at another time. */
export const moveStreaks = (db: D1Database, rows: readonly StreakRow[]) =>
  forRows(
    db,
    `update streaks set started_at = v ->> 'started_at'
     from (select value as v from json_each(?1)) where streaks.id = v ->> 'id'`,
    rows.map(({ id, started_at }) => ({ id, started_at })),
  );
