import type { Day, Instant } from "./snapshot.ts";

/**
 * The only file that knows time zones. Instants are UTC seconds; days are calendar days of a named zone.
 * `Temporal` does not exist in the Workers runtime yet, so offsets come from `Intl`.
 */

export const SECONDS_A_DAY = 86_400;

/** The library's zone where neither its settings nor the var TIME_ZONE say one. */
export const USUAL_ZONE = "Asia/Jakarta";

const partsFormats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are expensive to make and free to keep. */
function partsFormat(zone: string): Intl.DateTimeFormat {
  let format = partsFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US-u-ca-iso8601-hc-h23", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    partsFormats.set(zone, format);
  }
  return format;
}

export function isTimeZone(zone: string): boolean {
  if (Object.hasOwn(STEADY, zone) || zone === PACIFIC) return true;
  try {
    partsFormat(zone);
    return true;
  } catch {
    return false;
  }
}

/** What `Intl` says that the zone's clock is ahead of UTC at an instant, in seconds. */
function askedOffset(at: Instant, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of partsFormat(zone).formatToParts(at * 1000)) {
    part[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at;
}

/**
 * Seconds ahead of UTC, of zones whose clocks have not moved since 1988: they are not asked for. The first question to
 * `Intl` costs a fresh isolate some 25 ms, and that is who answers the first page of a morning.
 */
const STEADY: Readonly<Record<string, number>> = {
  UTC: 0,
  "Asia/Jakarta": 7 * 3600,
  "Asia/Pontianak": 7 * 3600,
  "Asia/Makassar": 8 * 3600,
  "Asia/Jayapura": 9 * 3600,
};
const STEADY_SINCE: Instant = Date.UTC(1988, 0, 1) / 1000;

/**
 * Meta's days are days of this zone, and each tick that visits Instagram asks for them: by its law, which holds since 2007,
 * and not by `Intl`. Should the law change, the tests find the two at odds.
 */
const PACIFIC = "America/Los_Angeles";
const PACIFIC_LAW_SINCE: Instant = Date.UTC(2007, 0, 1) / 1000;

/** Eight hours behind; seven from two in the morning of March's second Sunday to two of November's first. */
function pacificOffset(at: Instant): number {
  const year = new Date(at * 1000).getUTCFullYear();
  const summer =
    at >= sundayFrom(year, 3, 8) + 10 * 3600 && at < sundayFrom(year, 11, 1) + 9 * 3600;
  return (summer ? -7 : -8) * 3600;
}

/** Midnight in UTC of the first Sunday that is not before a date. */
function sundayFrom(year: number, month: number, date: number): Instant {
  const day = Date.UTC(year, month - 1, date) / 1000 / SECONDS_A_DAY;
  // 1970-01-01 was a Thursday
  return (day + ((10 - (day % 7)) % 7)) * SECONDS_A_DAY;
}

const clockOffset = (at: Instant, zone: string): number =>
  zone === PACIFIC && at >= PACIFIC_LAW_SINCE ? pacificOffset(at) : askedOffset(at, zone);

/** By zone: the offsets at the beginnings of days of UTC. */
const offsets = new Map<string, Map<number, number>>();

/**
 * Seconds that the zone's clock is ahead of UTC at an instant: 25,200 for Jakarta. `Intl` is slow, and asked once a day of
 * UTC and zone: where a day begins and ends with one offset it has no other, for no clock was ever changed and changed back
 * within a day.
 */
export function offsetAt(at: Instant, zone: string): number {
  const steady = at >= STEADY_SINCE ? STEADY[zone] : undefined;
  if (steady !== undefined) return steady;
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const day = Math.floor(at / SECONDS_A_DAY);
  const first = offsetOfDay(day, zone, known);
  return first === offsetOfDay(day + 1, zone, known) ? first : clockOffset(at, zone);
}

/** So many days of offsets are kept of a zone, about sixty years: an isolate lives long, and a file may name any day. */
const MOST_DAYS = 20_000;

function offsetOfDay(day: number, zone: string, known: Map<number, number>): number {
  let offset = known.get(day);
  if (offset === undefined) {
    offset = clockOffset(day * SECONDS_A_DAY, zone);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(day, offset);
  }
  return offset;
}

/** The wall clock of a zone at an instant, read as if it were UTC seconds. */
const wallSeconds = (at: Instant, zone: string): number => at + offsetAt(at, zone);

/** The zone's calendar day of an instant. `dayOf(1795629600, "Asia/Jakarta")` is `"2026-11-25"`. */
export const dayOf = (at: Instant, zone: string): Day => dayFromNumber(wallDayNumber(at, zone));

/** The days of one zone. */
export const calendarOf =
  (zone: string) =>
  (at: Instant): Day =>
    dayOf(at, zone);

/** The zone's calendar day of an instant, as `dayNumber` counts it. */
export const wallDayNumber = (at: Instant, zone: string): number =>
  Math.floor(wallSeconds(at, zone) / SECONDS_A_DAY);

/** The hour of the day, 0 to 23, in the zone. */
export const hourOf = (at: Instant, zone: string): number =>
  Math.floor((((wallSeconds(at, zone) % SECONDS_A_DAY) + SECONDS_A_DAY) % SECONDS_A_DAY) / 3600);

/**
 * The instant of a wall-clock time in a zone. A time that a clock change skips moves forward past the gap;
 * one that happens twice is the first of the two.
 * @param wall the wall clock read as if it were UTC, in seconds
 */
export function instantOfWall(wall: number, zone: string): Instant {
  const before = wall - offsetAt(wall - SECONDS_A_DAY, zone);
  const after = wall - offsetAt(wall + SECONDS_A_DAY, zone);
  if (wallSeconds(before, zone) === wall) return before;
  if (wallSeconds(after, zone) === wall) return after;
  return before;
}

/** The first instant of a day in a zone. */
export const startOfDay = (day: Day, zone: string): Instant =>
  instantOfWall(dayNumber(day) * SECONDS_A_DAY, zone);

/** What a clock on the wall shows there, as spreadsheets read it: `2026-11-09 20:10`. */
export const wallClock = (at: Instant, zone: string): string =>
  isoInstant(wallSeconds(at, zone)).slice(0, 16).replace("T", " ");

const DAYS_IN_400_YEARS = 146_097;
/** From 0000-03-01, the first day of a year that ends with its leap day, to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/**
 * Days since 1970-01-01: makes a calendar day something to count with. Counted here, by years that begin in March: a chart
 * asks it of every day of every line, and `Date.parse` takes six times as long.
 */
export function dayNumber(day: Day): number {
  const digit = (at: number) => day.charCodeAt(at) - 48;
  const month = 10 * digit(5) + digit(6);
  const year = 1000 * digit(0) + 100 * digit(1) + 10 * digit(2) + digit(3) - (month > 2 ? 0 : 1);
  const era = Math.floor(year / 400);
  const inEra = year - 400 * era;
  const leaps = Math.floor(inEra / 4) - Math.floor(inEra / 100);
  // 153 days in five months from March on, and from August on again
  const monthsBefore = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const inYear = monthsBefore + 10 * digit(8) + digit(9) - 1;
  return DAYS_IN_400_YEARS * era + 365 * inEra + leaps + inYear - DAYS_BEFORE_1970;
}

const spelledDays = new Map<number, Day>();

/** The day of such a number. Few are asked for, and often: each is spelled once. */
export function dayFromNumber(number: number): Day {
  let day = spelledDays.get(number);
  if (day === undefined) {
    day = new Date(number * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
    if (spelledDays.size >= MOST_DAYS) spelledDays.clear();
    spelledDays.set(number, day);
  }
  return day;
}

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Whole days from one day to another: 0 for the same day. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** `YYYY-MM` of a day. */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => weekdayOfNumber(dayNumber(day));

/** Of a day as `dayNumber` counts it. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The Monday of the day's week. */
export function weekOf(day: Day): Day {
  const number = dayNumber(day);
  return dayFromNumber(number + 1 - weekdayOfNumber(number));
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists: `2026-02-30` does not. */
export function isDay(text: string): text is Day {
  const [, year, month, date] = (DAY.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `2026-11-23T05:00:00Z`: how an instant is written on the wire. */
export function isoInstant(at: Instant): string {
  const number = Math.floor(at / SECONDS_A_DAY);
  const second = Math.floor(at) - number * SECONDS_A_DAY;
  const [hour, minute] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${dayFromNumber(number)}T${TWO[hour]}:${TWO[minute]}:${TWO[second % 60]}Z`;
}

/** `00` to `59`. */
const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** The same, where there may be none. */
export const instantOrNull = (at: Instant | null): string | null =>
  at === null ? null : isoInstant(at);

/** A period of whole days, both ends included. */
export type Period = { from: Day; to: Day };

export const daysIn = (period: Period): number => daysBetween(period.from, period.to) + 1;

/** The first and the last second of a period in a zone. */
export const secondsIn = (period: Period, zone: string): { from: Instant; to: Instant } => ({
  from: startOfDay(period.from, zone),
  to: startOfDay(addDays(period.to, 1), zone) - 1,
});

/** Into what a line cuts its period: weeks begin on Monday. */
export const GRAINS = ["day", "week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

/** The period of equal length just before. */
export const periodBefore = (period: Period): Period => ({
  from: addDays(period.from, -daysIn(period)),
  to: addDays(period.from, -1),
});

/** With what a period is compared: that just before it, or the same days of the year before. */
export const AGAINST = ["before", "year"] as const;
export type Against = (typeof AGAINST)[number];

/** The same day of the year before; 29 February has 28. */
const yearBefore = (day: Day): Day => {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, "0")}${day.slice(4)}`;
  return before.endsWith("-02-29") ? `${before.slice(0, -2)}28` : before;
};

/** `null`: of more than a year the year before is a part, and nothing to compare it with. */
export function comparedPeriod(period: Period, against: Against): Period | null {
  if (against === "before") return periodBefore(period);
  const same = { from: yearBefore(period.from), to: yearBefore(period.to) };
  return same.to >= period.from ? null : same;
}

/** Every day of a period, in order. */
export function daysOf(period: Period): Day[] {
  const first = dayNumber(period.from);
  return Array.from({ length: Math.max(0, daysIn(period)) }, (_, index) =>
    dayFromNumber(first + index),
  );
}
