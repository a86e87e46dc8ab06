import type { Instant } from "../model/snapshot.ts";
import type { KnownStreak } from "../model/streak.ts";
import { valuesOf } from "./rows.ts";
import { table } from "./table.ts";

/** `id`: `null` as long as it is not stored. */
export type StreakRow = Omit<KnownStreak, "id"> & { id: number | null };

export const STREAKS = table<StreakRow>("streaks", {
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

/** What of an open streak moves with every hour that its posts grow older, though nobody reacted. */
const MOVING = [
  "severity",
  "peak",
  "false_alarm_every",
  "reach_ratio",
  "reaction_ratio",
  "evidence",
] as const;

/**
 * That of a streak whose row stands as it was written last. It lies with the norm, in the account's row, which each reading
 * writes: no row more for an hour in which nothing happened.
 */
export type MovedStreak = Pick<KnownStreak, "id" | (typeof MOVING)[number]>;

export const movedOf = ({ id, ...row }: KnownStreak): MovedStreak => ({
  id,
  severity: row.severity,
  peak: row.peak,
  false_alarm_every: row.false_alarm_every,
  reach_ratio: row.reach_ratio,
  reaction_ratio: row.reaction_ratio,
  evidence: row.evidence,
});

/** Is nothing else of a streak otherwise than its row says? */
export const sameButMoved = (a: StreakRow, b: StreakRow): boolean => STREAKS.same(a, b, STANDING);

const STANDING = STREAKS.columns.filter((column) => !MOVING.some((moving) => moving === column));

/** A streak `s`, with what moved of it. */
const KNOWN = `${STREAKS.of("s")},
  iif(s.state = 'open', (select norm ->> 'streaks' from accounts where accounts.id = s.account_id), null) as moved`;

/** As they stand now. */
async function known(statement: D1PreparedStatement): Promise<KnownStreak[]> {
  const rows = await STREAKS.rows<{ moved: string | null }>(statement);
  return rows.map(({ moved, ...row }) =>
    withMoved(row, moved === null ? [] : (JSON.parse(moved) as MovedStreak[])),
  );
}

/** As it stands now. What a stored row lacks is nothing but its type: the database numbers every streak. */
export const withMoved = (row: StreakRow, moved: readonly MovedStreak[]): KnownStreak => ({
  ...(row as KnownStreak),
  ...moved.find(({ id }) => id === row.id),
});

/** Those that touch a stretch of time, the newest first. One that has no end touches everything after its start. */
export async function listStreaksBetween(
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
): Promise<KnownStreak[]> {
  if (account_ids.length === 0) return [];
  const rows = await known(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
         select ${KNOWN} from a
         join streaks s on s.account_id = a.id and s.started_at <= ?2 and (s.ended_at is null or s.ended_at >= ?1)`,
      )
      .bind(from, to),
  );
  return rows.sort(newestFirst);
}

export const newestFirst = (a: KnownStreak, b: KnownStreak): number =>
  b.started_at - a.started_at || b.id - a.id;

export async function findStreak(db: D1Database, id: number): Promise<KnownStreak | null> {
  const [row] = await known(db.prepare(`select ${KNOWN} from streaks s where s.id = ?1`).bind(id));
  return row ?? null;
}

export async function listStreaksById(
  db: D1Database,
  ids: readonly number[],
): Promise<KnownStreak[]> {
  if (ids.length === 0) return [];
  return known(
    db.prepare(`select ${KNOWN} from streaks s where s.id in ${valuesOf(ids.map((id) => [id]))}`),
  );
}

/** Those that start at an instant or later, by account, the oldest first: what a judgement from there on may still change. */
export async function listStreaksFrom(
  db: D1Database,
  starts: readonly { account_id: number; from: Instant }[],
): Promise<KnownStreak[]> {
  if (starts.length === 0) return [];
  const rows = await known(
    db.prepare(
      `with a (id, at) as ${valuesOf(starts.map(({ account_id, from }) => [account_id, from]))}
       select ${KNOWN} from a join streaks s on s.account_id = a.id and s.started_at >= a.at`,
    ),
  );
  // rows that the database sorts it bills again
  return rows.sort(
    (a, b) => a.account_id - b.account_id || a.started_at - b.started_at || a.id - b.id,
  );
}

/**
 * New streaks, and known ones as they are now. Does not move a start, which is indexed: see `moveStreaks`. What is told now
 * is numbered here by the newest import, which may come in the same batch.
 */
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
    {
      told: `case when json_type(value ->> 'told', '$.imports') = 'null'
          then json_set(value ->> 'told', '$.imports', (select coalesce(max(id), 0) from imports))
        else value ->> 'told' end`,
    },
  );

/** Streaks that were told of what is not there any more, and never should have been. */
export const deleteStreaks = (db: D1Database, ids: readonly number[]) =>
  STREAKS.remove(
    db,
    ["id"],
    ids.map((id) => ({ id })),
  );

/** Streaks whose first post is another now, or was published at another time. */
export const moveStreaks = (db: D1Database, rows: readonly StreakRow[]) =>
  STREAKS.update(db, "id", ["started_at"], rows);

export const sameStreak = STREAKS.same;
