import type { Instant } from "../model/snapshot.ts";
import type { KnownStreak } from "../model/streak.ts";
import { allOf } from "./rows.ts";
import { table } from "./table.ts";

/** `id`: `null` as long as it is not stored. */
export type StreakRow = Omit<KnownStreak, "id"> & { id: number | null };

const STREAKS = table<StreakRow>("streaks", {
  id: "plain",
  account_id: "plain",
  kind: "plain",
  state: "plain",
  first_post: "plain",
  started_at: "plain",
  last_post: "plain",
  ended_at: "plain",
  closed_at: "plain",
  posts: "plain",
  severity: "plain",
  peak: "plain",
  false_alarm_every: "plain",
  announced: "flag",
  format: "plain",
  posts_per_week: "plain",
  reach_ratio: "plain",
  reaction_ratio: "plain",
  evidence: "json",
  told: "json",
  revised: "flag",
  reason: "plain",
});

/** What a stored row lacks is nothing but its type: the database numbers every streak. */
const stored = (row: StreakRow): KnownStreak => row as KnownStreak;

/** Those that touch a stretch of time, the newest first. One that has no end touches everything after its start. */
export async function listStreaksBetween(
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
): Promise<KnownStreak[]> {
  const rows = await allOf<object>(
    db,
    `select ${STREAKS.list} from streaks
     where account_id = ?1 and started_at <= ?3 and (ended_at is null or ended_at >= ?2) order by started_at`,
    account_ids,
    from,
    to,
  );
  return rows.map(STREAKS.fromStored).map(stored).sort(newestFirst);
}

/** Of one account, those that start at an instant or later. */
export const listStreaksSince = (db: D1Database, account_id: number, from: Instant) =>
  STREAKS.rows<KnownStreak>(
    db
      .prepare(
        `select ${STREAKS.list} from streaks where account_id = ?1 and started_at >= ?2 order by started_at`,
      )
      .bind(account_id, from),
  );

export const newestFirst = (a: KnownStreak, b: KnownStreak): number =>
  b.started_at - a.started_at || b.id - a.id;

export async function findStreak(db: D1Database, id: number): Promise<KnownStreak | null> {
  const row = await STREAKS.first(
    db.prepare(`select ${STREAKS.list} from streaks where id = ?1`).bind(id),
  );
  return row && stored(row);
}

/** Those that start at an instant or later: what a judgement from there on may still change. */
export const listStreaksFrom = (
  db: D1Database,
  starts: readonly { account_id: number; from: Instant }[],
) =>
  STREAKS.rows<KnownStreak>(
    db
      .prepare(
        `select ${STREAKS.of("s")} from json_each(?1) j
         join streaks s on s.account_id = j.value ->> 'account_id' and s.started_at >= j.value ->> 'from'
         order by s.account_id, s.started_at, s.id`,
      )
      .bind(JSON.stringify(starts)),
  );

/** New streaks, and known ones as they are now. Does not move a start, which is indexed: see `moveStreaks`. */
export const saveStreaks = (db: D1Database, rows: readonly StreakRow[]) =>
  STREAKS.insert(
    db,
    rows,
    `on conflict (id) do update set ${STREAKS.excluded(
      "state",
      "first_post",
      "last_post",
      "ended_at",
      "closed_at",
      "posts",
      "severity",
      "peak",
      "false_alarm_every",
      "announced",
      "format",
      "posts_per_week",
      "reach_ratio",
      "reaction_ratio",
      "evidence",
      "told",
      "revised",
      "reason",
    )}`,
  );

/** Streaks whose first post is another now, or was published at another time. */
export const moveStreaks = (db: D1Database, rows: readonly StreakRow[]) =>
  STREAKS.update(db, "id", ["started_at"], rows);

export const sameStreak = STREAKS.same;
