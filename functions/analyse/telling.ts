/** When something is told: not at night, not twice a day of one subject, and again after a while where it failed. */
import {
  addDays,
  dayNumber,
  dayOf,
  instantOfWall,
  SECONDS_A_DAY,
  startOfDay,
} from "../model/day.ts";
import type { Quiet } from "../model/recipient.ts";
import type { Day, Instant } from "../model/snapshot.ts";

const SECONDS_AN_HOUR = 3600;

/** `07:30` in seconds after midnight. */
function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * SECONDS_AN_HOUR + minutes * 60;
}

const atClock = (day: Day, clock: string, zone: string): Instant =>
  instantOfWall(dayNumber(day) * SECONDS_A_DAY + secondsOf(clock), zone);

/**
 * The first instant from now on at which one may be disturbed; now itself outside the quiet hours.
 * @example
 * const quiet = { from: "20:00", to: "07:00" };
 * outsideQuiet(Date.parse("2026-11-27T14:00:00Z") / 1000, quiet, "Asia/Jakarta"); // 21.00 there: 2026-11-28T00:00:00Z
 */
export function outsideQuiet(now: Instant, { from, to }: Quiet, zone: string): Instant {
  if (from === to) return now;
  const today = dayOf(now, zone);
  const begins = atClock(today, from, zone);
  const ends = atClock(today, to, zone);
  if (begins < ends) return now >= begins && now < ends ? ends : now;
  if (now < ends) return ends;
  return now >= begins ? atClock(addDays(today, 1), to, zone) : now;
}

/** The first instant of tomorrow at which one may be disturbed. */
export const tomorrow = (now: Instant, quiet: Quiet, zone: string): Instant =>
  outsideQuiet(startOfDay(addDays(dayOf(now, zone), 1), zone), quiet, zone);

/** After each try that failed, in seconds; when they are spent it is given up. */
const PAUSES = [5 * 60, 15 * 60, SECONDS_AN_HOUR, 4 * SECONDS_AN_HOUR, 12 * SECONDS_AN_HOUR];
export const MOST_TRIES = PAUSES.length + 1;

/** Longer nobody is waited for. */
const LONGEST_PAUSE = SECONDS_A_DAY;

/**
 * When it is tried again; `null`: not any more.
 * @param tries made so far, the one that failed among them
 * @param retry_after seconds that the receiver asked for
 */
export function triedAgain(
  tries: number,
  now: Instant,
  retry_after: number | null,
): Instant | null {
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return null;
  return now + Math.min(LONGEST_PAUSE, Math.max(pause, retry_after ?? 0));
}

/** Friday, and the hour at which the week is told. */
const FRIDAY = 5;
const WEEK_TOLD_AT = "15:00";
/** So long after that it is still this week's message; a later one waits for the next. */
const WEEK_TOLD_SECONDS = 20 * SECONDS_AN_HOUR;

/** When this week was to be told, as long as it is worth telling; else `null`. */
export function weekToTell(now: Instant, zone: string): Instant | null {
  const today = dayOf(now, zone);
  // day 0 was a Thursday
  const since = (((dayNumber(today) + 4 - FRIDAY) % 7) + 7) % 7;
  const at = atClock(addDays(today, -since), WEEK_TOLD_AT, zone);
  return now >= at && now - at < WEEK_TOLD_SECONDS ? at : null;
}
