/** The platform's own days of an account: what readings change of them, and when each figure was said. */
import { daySaidAt, daySaidWith, placePlatformDay } from "../../analyse/account-days.ts";
import { forgottenUpTo, NOT_KEPT, settled } from "../../analyse/newest-word.ts";
import { news } from "../../analyse/news.ts";
import { foldPlatformDay } from "../../analyse/platform-day.ts";
import type { Placed } from "../../analyse/timeline.ts";
import { type DaySaid, daySaidLast, daySaidOf, FORGOTTEN_DAY } from "../../model/day-said.ts";
import { DAY_METRICS } from "../../model/metric.ts";
import type { News } from "../../model/preview.ts";
import type { Day, DayReading, Stamp } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { type DayReadingRow, sameDayReading } from "../../store/day-readings.ts";
import { type Difference, difference, stampKey } from "./difference.ts";

/** The newest days of which it is kept when their figures were said; */
const DAYS_SEEN = 10;
/** and of those that the newest reading speaks of: a cron that says more days each hour writes no row for them. */
const DAYS_SPOKEN_OF = 60;

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
  const of = (date: Day) => stored.filter((other) => other.date === date);
  const seen = new Map(kept.map((date) => [date, saidOf(row, date, of(date))]));
  const byDay = new Map<Day, readonly DayReadingRow[]>();
  const placed: Placed[] = [];
  for (const { read_at: at, version, import_id, days } of sightings) {
    for (const day of days) {
      const before = byDay.get(day.date) ?? of(day.date);
      const reading = { ...day, account_id: row.id, read_at: at, version, import_id };
      const said = seen.get(day.date) ?? NOT_KEPT;
      const placedRows = placePlatformDay(before, reading, said);
      const saidNow = import_id === null && seen.has(day.date) ? daySaidWith(said, reading) : said;
      const after = remembered(placedRows, said, saidNow);
      byDay.set(day.date, after);
      if (seen.has(day.date)) seen.set(day.date, saidNow);
      const known = before.some((other) => other.read_at === at) || daySaidAt(said, at);
      // a file's is stored wherever it is not told by the file already
      const same = after === before && (import_id === null ? saidNow === said : known);
      placed.push(same ? "repeated" : known ? "replaced" : "added");
    }
  }
  const days = new Map([...byDay].map(([day, rows]) => [day, foldPlatformDay(rows)]));
  const before = (day: Day) => foldPlatformDay(of(day));
  for (const date of leavingDays(row, sightings)) {
    const rows = byDay.get(date) ?? of(date);
    byDay.set(date, settled(rows, daySaidOf(row.days_seen[date]), Number.MAX_SAFE_INTEGER));
  }
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

/** What is kept of a day. One that was not kept until now has its rows, and nobody knows when else it was said. */
function saidOf(row: AccountRow, date: Day, rows: readonly DayReadingRow[]): DaySaid {
  const kept = row.days_seen[date];
  if (kept !== undefined) return daySaidOf(kept);
  const told = rows.filter(({ import_id }) => import_id === null).map(({ read_at }) => read_at);
  return told.length === 0 ? [] : [[FORGOTTEN_DAY, 0, Math.max(...told), 0]];
}

/** What is forgotten now is told by rows. */
const remembered = (
  rows: readonly DayReadingRow[],
  before: DaySaid,
  after: DaySaid,
): readonly DayReadingRow[] => {
  const upTo = forgottenUpTo(after);
  return upTo > forgottenUpTo(before) ? settled(rows, before, upTo) : rows;
};

/** The days of which it is kept when their figures were said, after these sightings. */
function lastDays(row: AccountRow, sightings: readonly DaySighting[]): Day[] {
  const collected = sightings.filter(
    ({ import_id, days }) => import_id === null && days.length > 0,
  );
  const dates = collected.flatMap(({ days }) => days.map(({ date }) => date));
  const known = Object.keys(row.days_seen);
  const newest = [...new Set([...known, ...dates])].sort().slice(-DAYS_SEEN);
  const saidBefore = Math.max(
    ...known.map((date) => daySaidLast(daySaidOf(row.days_seen[date])) ?? 0),
    0,
  );
  const last = Math.max(...collected.map(({ read_at }) => read_at), 0);
  const spoken =
    last > saidBefore
      ? collected
          .filter(({ read_at }) => read_at === last)
          .flatMap(({ days }) => days.map(({ date }) => date))
      : known;
  return [...new Set([...newest, ...spoken.sort().slice(-DAYS_SPOKEN_OF)])].sort();
}

/** Those of which it was kept until now. */
export function leavingDays(row: AccountRow, sightings: readonly DaySighting[]): Day[] {
  const kept = new Set(lastDays(row, sightings));
  return Object.keys(row.days_seen).filter((date) => !kept.has(date));
}

const figuresOf = (day: ReturnType<typeof foldPlatformDay>) =>
  Object.fromEntries(DAY_METRICS.map((metric) => [metric, day[metric]]));
