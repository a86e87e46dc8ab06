import type { Daily, Gains } from "../model/daily.ts";
import type { Day } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

type DayRow = Omit<Daily, "gains"> & { gains: string | null };

const COLUMNS =
  "account_id, date, followers, reach, views, profile_views, followers_gained, followers_lost, platform_time_zone, gains";

const fromRow = ({ gains, ...row }: DayRow): Daily => ({
  ...row,
  gains: gains === null ? null : (JSON.parse(gains) as Gains),
});

export type DayKey = { account_id: number; date: Day };

export const listDays = async (db: D1Database, keys: readonly DayKey[]): Promise<Daily[]> => {
  const rows = await all<DayRow>(
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

export const saveDays = (db: D1Database, days: readonly Daily[]) =>
  forRows(
    db,
    `insert into days (${COLUMNS})
     select value ->> 'account_id', value ->> 'date', value ->> 'followers', value ->> 'reach', value ->> 'views',
       value ->> 'profile_views', value ->> 'followers_gained', value ->> 'followers_lost',
       value ->> 'platform_time_zone', value -> 'gains'
     from json_each(?1) where true
     on conflict (account_id, date) do update set followers = excluded.followers, reach = excluded.reach,
       views = excluded.views, profile_views = excluded.profile_views, followers_gained = excluded.followers_gained,
       followers_lost = excluded.followers_lost, platform_time_zone = excluded.platform_time_zone, gains = excluded.gains`,
    days.map(({ gains, ...day }) => (gains ? { ...day, gains } : day)),
  );

export const deleteDays = (db: D1Database, keys: readonly DayKey[]) =>
  forRows(
    db,
    "delete from days where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))",
    keys,
  );

export const deleteDaysOf = (db: D1Database, account_id: number) =>
  db.prepare("delete from days where account_id = ?1").bind(account_id);
