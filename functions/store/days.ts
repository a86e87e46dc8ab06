import type { Daily, Gains } from "../model/daily.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

/** A day as it stands; `rebuilt` are the gains derived anew so far, while that goes on. */
export type DayRow = Daily & { rebuilt: Gains | null };
type Packed = Omit<DayRow, "gains" | "rebuilt"> & { gains: string | null; rebuilt: string | null };

const COLUMNS =
  "account_id, date, followers, reach, views, profile_views, followers_gained, followers_lost, platform_time_zone, gains, rebuilt";

const unpacked = (gains: string | null): Gains | null =>
  gains === null ? null : (JSON.parse(gains) as Gains);

const fromRow = ({ gains, rebuilt, ...row }: Packed): DayRow => ({
  ...row,
  gains: unpacked(gains),
  rebuilt: unpacked(rebuilt),
});

export type DayKey = { account_id: number; date: Day };

export const listDays = async (db: D1Database, keys: readonly DayKey[]): Promise<DayRow[]> => {
  const rows = await all<Packed>(
    db
      .prepare(
        `select ${COLUMNS} from days
         where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))
         order by account_id, date`,
      )
      .bind(JSON.stringify(keys)),
  );
  return rows.map(fromRow);
};

export const saveDays = (db: D1Database, days: readonly DayRow[]) =>
  forRows(
    db,
    `insert into days (${COLUMNS})
     select value ->> 'account_id', value ->> 'date', value ->> 'followers', value ->> 'reach', value ->> 'views',
       value ->> 'profile_views', value ->> 'followers_gained', value ->> 'followers_lost',
       value ->> 'platform_time_zone', value ->> 'gains', value ->> 'rebuilt'
     from json_each(?1) where true
     on conflict (account_id, date) do update set followers = excluded.followers, reach = excluded.reach,
       views = excluded.views, profile_views = excluded.profile_views, followers_gained = excluded.followers_gained,
       followers_lost = excluded.followers_lost, platform_time_zone = excluded.platform_time_zone, gains = excluded.gains,
       rebuilt = excluded.rebuilt`,
    days,
  );

export const deleteDays = (db: D1Database, keys: readonly DayKey[]) =>
  forRows(
    db,
    "delete from days where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))",
    keys,
  );

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
