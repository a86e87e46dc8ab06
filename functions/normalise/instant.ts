import { dayNumber, isDay, SECONDS_A_DAY } from "../model/day.ts";
import { FIRST_DAY } from "../model/known-days.ts";
import type { FaultCode } from "../model/problem.ts";
import type { Instant, PostReading } from "../model/snapshot.ts";

/** How far a clock elsewhere may run ahead of ours before what it says lies in the future: ten minutes, in seconds. */
export const CLOCK_LEEWAY_SECONDS = 600;

export const EARLIEST_INSTANT: Instant = dayNumber(FIRST_DAY) * SECONDS_A_DAY;

type Published = Pick<PostReading, "published_at" | "published_precision">;

/**
 * Was a post read before it was published? Then one of the two is wrong, and its figures would stand in days before it.
 * Two clocks may differ, and a day that is all that is known may be another zone's.
 */
export const isReadTooEarly = (
  { published_at, published_precision }: Published,
  read_at: Instant,
): boolean =>
  published_at - read_at > (published_precision === "day" ? SECONDS_A_DAY : CLOCK_LEEWAY_SECONDS);

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * An ISO 8601 date and time with its zone as an instant, fractions of a second cut off; else the fault it has.
 * `readInstant("2026-11-19T16:30:00+07:00")` is `1795080600`; without the `+07:00` it is `"no_time_zone"`.
 */
export function readInstant(text: string): Instant | FaultCode {
  const match = INSTANT.exec(text);
  const [, day = "", hour = "", minute = "", second = "0", zone] = match ?? [];
  if (!isDay(day)) return "not_an_instant";
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return "not_an_instant";
  if (zone === undefined) return "no_time_zone";
  const wall = dayNumber(day) * SECONDS_A_DAY + clockSeconds(hour, minute, second);
  if (/^z$/i.test(zone)) return wall;
  const offset = clockSeconds(zone.slice(1, 3), zone.slice(-2), "0");
  if (offset > SECONDS_A_DAY) return "not_an_instant";
  return zone.startsWith("-") ? wall + offset : wall - offset;
}

/** Seconds since midnight of a clock's hour, minute and second. */
export const clockSeconds = (hour: string, minute: string, second: string): number =>
  Number(hour) * 3600 + Number(minute) * 60 + Number(second);
