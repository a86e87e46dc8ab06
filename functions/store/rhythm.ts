/** What is asked of an account's rhythm: when it posted, and on which days nobody looked. */
import type { Day, Instant } from "../model/snapshot.ts";
import { all, valuesOf } from "./rows.ts";

/** Stories come and go; what is gone or hidden was never posted. */
const STANDS =
  "removed_at is null and hidden_at is null and coalesce(person_format, format, '') <> 'story'";

/** When each account posted last. An account without a post has none. */
export const listLastPosts = (db: D1Database, account_ids: readonly number[]) =>
  account_ids.length === 0
    ? Promise.resolve([])
    : all<{ account_id: number; published_at: Instant }>(
        db.prepare(
          `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
           select account_id, published_at from (
             select a.id as account_id, (select published_at from posts where account_id = a.id and ${STANDS}
               order by published_at desc limit 1) as published_at from a
           ) where published_at is not null`,
        ),
      );

/** The rhythm of an account is in its newest posts. */
const NEWEST = 250;

/** When it posted, the newest first. */
export const listPostTimes = async (db: D1Database, account_id: number): Promise<Instant[]> =>
  (
    await all<{ published_at: Instant }>(
      db
        .prepare(
          `select published_at from posts where account_id = ?1 and ${STANDS} order by published_at desc limit ${NEWEST}`,
        )
        .bind(account_id),
    )
  ).map(({ published_at }) => published_at);

/** The days, after one, of which anything is known. */
export const listKnownDays = async (
  db: D1Database,
  account_id: number,
  after: Day,
): Promise<Day[]> =>
  (
    await all<{ date: Day }>(
      db
        .prepare("select date from days where account_id = ?1 and date > ?2 order by date")
        .bind(account_id, after),
    )
  ).map(({ date }) => date);
