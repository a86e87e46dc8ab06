import type { Day, Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

export type DayReadingRow = {
  account_id: number;
  date: Day;
  read_at: Instant;
  version: number;
  import_id: number | null;
  reach: number | null;
  views: number | null;
  profile_views: number | null;
  followers_gained: number | null;
  followers_lost: number | null;
  end_time: Instant | null;
  time_zone: string | null;
};

const COLUMNS =
  "account_id, date, read_at, version, import_id, reach, views, profile_views, followers_gained, followers_lost, end_time, time_zone";

/** What the platforms said of these days, oldest reading first. */
export const listDayReadings = (
  db: D1Database,
  days: readonly { account_id: number; date: Day }[],
) =>
  all<DayReadingRow>(
    db
      .prepare(
        `select ${COLUMNS} from day_readings
         where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))
         order by account_id, date, read_at, version`,
      )
      .bind(JSON.stringify(days)),
  );

export const saveDayReadings = (db: D1Database, rows: readonly DayReadingRow[]) =>
  forRows(
    db,
    `insert into day_readings (${COLUMNS})
     select value ->> 'account_id', value ->> 'date', value ->> 'read_at', value ->> 'version', value ->> 'import_id',
       value ->> 'reach', value ->> 'views', value ->> 'profile_views', value ->> 'followers_gained',
       value ->> 'followers_lost', value ->> 'end_time', value ->> 'time_zone'
     from json_each(?1)`,
    rows,
  );

export const listImportedDays = (db: D1Database, import_id: number) =>
  all<{ account_id: number; date: Day }>(
    db
      .prepare("select distinct account_id, date from day_readings where import_id = ?1")
      .bind(import_id),
  );

export const deleteImportedDays = (db: D1Database, import_id: number) =>
  db.prepare("delete from day_readings where import_id = ?1").bind(import_id);
