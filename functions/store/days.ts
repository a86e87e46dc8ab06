import type { Daily, Gains } from "../model/daily.ts";
import { DAY_METRICS } from "../model/metric.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

/** A day as it stands; `rebuilt` are the gains derived anew so far, while that goes on. */
export type DayRow = Daily & { rebuilt: Gains | null };

const DAYS = table<DayRow>("days", {
  account_id: "plain",
  date: "plain",
  followers: "plain",
  reach: "plain",
  views: "plain",
  profile_views: "plain",
  followers_gained: "plain",
  followers_lost: "plain",
  platform_time_zone: "plain",
  gains: "json",
  rebuilt: "json",
});

export type DayKey = { account_id: number; date: Day };

export const listDays = (db: D1Database, keys: readonly DayKey[]) =>
  DAYS.rows(
    db
      .prepare(
        `select ${DAYS.list} from days
         where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))
         order by account_id, date`,
      )
      .bind(JSON.stringify(keys)),
  );

export const saveDays = (db: D1Database, days: readonly DayRow[]) =>
  DAYS.insert(
    db,
    days,
    `on conflict (account_id, date) do update set
       ${DAYS.excluded("followers", ...DAY_METRICS, "platform_time_zone", "gains", "rebuilt")}`,
  );

export const deleteDays = (db: D1Database, keys: readonly DayKey[]) =>
  DAYS.remove(db, ["account_id", "date"], keys);

export const sameDay = DAYS.same;

/** The first day of which there are figures, of each account. One row read an account. */
export async function listFirstDays(
  db: D1Database,
  account_ids: readonly number[],
): Promise<Map<number, Day>> {
  const rows = await all<{ account_id: number; date: Day | null }>(
    db
      .prepare(
        `select value as account_id, (select min(date) from days where account_id = value) as date
         from json_each(?1)`,
      )
      .bind(JSON.stringify(account_ids)),
  );
  return new Map(
    rows.flatMap(({ account_id, date }) => (date === null ? [] : [[account_id, date]])),
  );
}

/** The first and the last day that anything is known of, by rows or by readings; `null`: nothing is. */
export async function findDaySpan(
  db: D1Database,
  account_id: number,
): Promise<{ first_day: Day | null; last_day: Day | null; first_read_at: Instant | null }> {
  const row = await db
    .prepare(
      `select min(a.first, b.first) as first_day, max(a.last, b.last) as last_day,
         (select min(read_at) from account_readings where account_id = ?1) as first_read_at
       from (select coalesce(min(date), '9') as first, coalesce(max(date), '') as last from days where account_id = ?1) a,
         (select coalesce(min(date), '9') as first, coalesce(max(date), '') as last from day_readings where account_id = ?1) b`,
    )
    .bind(account_id)
    .first<{ first_day: Day; last_day: Day; first_read_at: Instant | null }>();
  const known = row && row.last_day !== "";
  return {
    first_day: known ? row.first_day : null,
    last_day: known ? row.last_day : null,
    first_read_at: row?.first_read_at ?? null,
  };
}

/** What was derived anew takes the place of what stood. Days of which nothing is left go. */
export const takeRebuilt = (db: D1Database, account_id: number) =>
  [
    "update days set gains = rebuilt, rebuilt = null where account_id = ?1 and (gains, null) is not (rebuilt, rebuilt)",
    `delete from days where account_id = ?1 and gains is null and followers is null and reach is null and views is null
       and profile_views is null and followers_gained is null and followers_lost is null`,
  ].map((sql) => db.prepare(sql).bind(account_id));

/** Nothing is derived anew so far. */
export const forgetRebuilt = (db: D1Database) =>
  db.prepare("update days set rebuilt = null where rebuilt is not null");
