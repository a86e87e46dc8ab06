/** What is asked of accounts' rhythm: when they posted, and on which days nobody looked. */
import { dayNumber } from "../model/day.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { all, valuesOf } from "./rows.ts";

/** Stories come and go; what is gone or hidden was never posted. */
export const STANDS =
  "removed_at is null and hidden_at is null and coalesce(person_format, format, '') <> 'story'";

/** An account with the day of its last post, and the instant from which on its rhythm is asked for. */
export type Quiet = { account_id: number; from: Day; since: Instant };

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

/** When they posted. One question, however many are quiet. */
export const listPostTimes = (db: D1Database, quiet: readonly Quiet[]) =>
  all<{ account_id: number; published_at: Instant }>(
    db.prepare(
      `with a (id, since) as ${valuesOf(quiet.map(({ account_id, since }) => [account_id, since]))}
       select p.account_id, p.published_at from a
       join posts p on p.account_id = a.id and p.published_at >= a.since where ${STANDS}`,
    ),
  );

/** The days, after their last posts, of which anything is known. */
export const listKnownDays = (db: D1Database, quiet: readonly Quiet[]) =>
  all<{ account_id: number; date: Day }>(
    db.prepare(
      `with a (id, after) as ${valuesOf(quiet.map(({ account_id, from }) => [account_id, dayNumber(from)]))}
       select d.account_id, d.date from a
       join days d on d.account_id = a.id and d.date > date(a.after * 86400, 'unixepoch')`,
    ),
  );
