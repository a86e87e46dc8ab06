import { DAY_METRICS } from "../model/metric.ts";
import type { Day, DayReading, Stamp } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

export type DayReadingRow = DayReading & Stamp & { account_id: number };

const DAY_READINGS = table<DayReadingRow>("day_readings", {
  account_id: "plain",
  date: "plain",
  read_at: "plain",
  version: "plain",
  import_id: "plain",
  reach: "plain",
  views: "plain",
  profile_views: "plain",
  followers_gained: "plain",
  followers_lost: "plain",
  end_time: "plain",
  time_zone: "plain",
});

/** What the platforms said of these days, oldest reading first. */
export const listDayReadings = (
  db: D1Database,
  days: readonly { account_id: number; date: Day }[],
) =>
  DAY_READINGS.rows(
    db
      .prepare(
        `select ${DAY_READINGS.list} from day_readings
         where (account_id, date) in (select value ->> 'account_id', value ->> 'date' from json_each(?1))
         order by account_id, date, read_at, version`,
      )
      .bind(JSON.stringify(days)),
  );

export const saveDayReadings = (db: D1Database, rows: readonly DayReadingRow[]) =>
  DAY_READINGS.insert(
    db,
    rows,
    `on conflict (account_id, date, read_at, version) do update set ${DAY_READINGS.excluded(...DAY_METRICS, "end_time", "time_zone")}`,
  );

export const deleteDayReadings = (db: D1Database, rows: readonly DayReadingRow[]) =>
  DAY_READINGS.remove(db, ["account_id", "date", "read_at", "version"], rows);

export const sameDayReading = DAY_READINGS.same;

/** What was said of an account's next days after one, oldest first. */
export const listDayReadingsAfter = (
  db: D1Database,
  account_id: number,
  after: Day,
  days: number,
) =>
  DAY_READINGS.rows(
    db
      .prepare(
        `select ${DAY_READINGS.list} from day_readings where account_id = ?1 and date in
           (select distinct date from day_readings where account_id = ?1 and date > ?2 order by date limit ?3)
         order by date, read_at, version`,
      )
      .bind(account_id, after, days),
  );

export const listImportedDays = (db: D1Database, import_id: number, limit: number) =>
  all<{ account_id: number; date: Day }>(
    db
      .prepare(
        `select distinct account_id, date from day_readings where import_id = ?1
         order by account_id, date limit ?2`,
      )
      .bind(import_id, limit),
  );

export const deleteImportedDays = (
  db: D1Database,
  import_id: number,
  days: readonly { account_id: number; date: Day }[],
) =>
  db
    .prepare(
      `delete from day_readings where import_id = ?1 and (account_id, date) in
         (select value ->> 'account_id', value ->> 'date' from json_each(?2))`,
    )
    .bind(import_id, JSON.stringify(days));
