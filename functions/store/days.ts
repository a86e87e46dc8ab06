import type { Daily, Gains } from "../model/daily.ts";
import type { Day } from "../model/snapshot.ts";
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

export const deleteDaysOf = (db: D1Database, account_id: number) =>
  db.prepare("delete from days where account_id = ?1").bind(account_id);
