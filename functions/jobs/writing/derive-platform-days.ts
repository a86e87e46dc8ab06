/** The platform's own days of an account: what readings change of them, and when each figure was said. */
import {
  daySaidAt,
  daySaidWith,
  foldPlatformDay,
  forgottenUntil,
  placePlatformDay,
} from "../../analyse/account-days.ts";
import { news } from "../../analyse/news.ts";
import type { Placed } from "../../analyse/timeline.ts";
import { daySaidOf } from "../../model/day-said.ts";
import { DAY_METRICS } from "../../model/metric.ts";
import type { News } from "../../model/preview.ts";
import type { Day, DayReading, Stamp } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { type DayReadingRow, sameDayReading } from "../../store/day-readings.ts";
import { type Difference, difference, stampKey } from "./difference.ts";

/** The newest days of which it is kept when their figures were said. */
const DAYS_SEEN = 10;

/** What one snapshot says of the platform's days. */
type DaySighting = Stamp & { days: DayReading[] };

type PlatformDaysChange = {
  readings: Difference<DayReadingRow>;
  /** The figures of each day that was touched. */
  days: Map<Day, ReturnType<typeof foldPlatformDay>>;
  days_seen: AccountRow["days_seen"];
  placed: Placed[];
  news: News[];
};

/** @param stored what was said before of the days that the sightings speak of */
export function derivePlatformDays(
  row: AccountRow,
  sightings: readonly DaySighting[],
  stored: readonly DayReadingRow[],
): PlatformDaysChange {
  const kept = lastDays(row, sightings);
  const forgotten = forgottenUntil(row.collected_at);
  /** A day that comes among the newest again, as where newer ones were undone, was read before. */
  const saidBefore = (date: Day) =>
    date in row.days_seen || !stored.some((one) => one.date === date && one.import_id === null)
      ? daySaidOf(row.days_seen[date])
      : forgotten;
  const seen = new Map(kept.map((date) => [date, saidBefore(date)]));
  const byDay = new Map<Day, readonly DayReadingRow[]>();
  const placed: Placed[] = [];
  for (const { read_at: at, version, import_id, days } of sightings) {
    for (const day of days) {
      const before = byDay.get(day.date) ?? stored.filter((other) => other.date === day.date);
      const reading = { ...day, account_id: row.id, read_at: at, version, import_id };
      const said = seen.get(day.date) ?? forgotten;
      const after = placePlatformDay(before, reading, said);
      byDay.set(day.date, after);
      const saidNow = import_id === null && seen.has(day.date) ? daySaidWith(said, reading) : said;
      if (seen.has(day.date)) seen.set(day.date, saidNow);
      const known = before.some((other) => other.read_at === at) || daySaidAt(said, at);
      // a file's is stored wherever it is not told by the file already
      const same = after === before && (import_id === null ? saidNow === said : known);
      placed.push(same ? "repeated" : known ? "replaced" : "added");
    }
  }
  const days = new Map([...byDay].map(([day, rows]) => [day, foldPlatformDay(rows)]));
  const before = (day: Day) => foldPlatformDay(stored.filter((other) => other.date === day));
  return {
    readings: difference(
      stored.filter(({ date }) => byDay.has(date)),
      [...byDay.values()].flat(),
      sameDayReading,
      (one) => `${one.date} ${stampKey(one)}`,
    ),
    days,
    days_seen: Object.fromEntries([...seen].filter(([, said]) => said.length > 0)),
    placed,
    news: [...days].map(([day, after]) => news(figuresOf(before(day)), figuresOf(after))),
  };
}

/** The newest days that a collector or a push said something of. */
const lastDays = (row: AccountRow, sightings: readonly DaySighting[]): Day[] => {
  const collected = sightings.filter(({ import_id }) => import_id === null);
  const dates = collected.flatMap(({ days }) => days.map(({ date }) => date));
  return [...new Set([...Object.keys(row.days_seen), ...dates])].sort().slice(-DAYS_SEEN);
};

const figuresOf = (day: ReturnType<typeof foldPlatformDay>) =>
  Object.fromEntries(DAY_METRICS.map((metric) => [metric, day[metric]]));
