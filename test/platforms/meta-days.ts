/** Windows of Meta's insights: whole Pacific days, each known by when it ends. */
import {
  addDays,
  dayOf,
  daysOf,
  isDay,
  SECONDS_A_DAY,
  startOfDay,
} from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import { META_TIME_ZONE } from "../demo/days.ts";
import { badParameter, refuse } from "./graph-errors.ts";

export type Window = { since: Instant; until: Instant };

/** An instant in a parameter: Unix seconds, or a day that begins in California. */
export function instantOf(text: string | undefined): Instant | null {
  if (text === undefined || text === "") return null;
  if (/^\d{9,11}$/.test(text)) return Number(text);
  if (isDay(text)) return startOfDay(text, META_TIME_ZONE);
  const at = Date.parse(text);
  if (Number.isNaN(at)) refuse(badParameter("Param since/until must be a valid date or timestamp"));
  return Math.floor(at / 1000);
}

/** The window that is asked for; left out: the last two days. */
export function windowOf(
  { since, until }: Record<string, string>,
  now: Instant,
  mostDays: number,
): Window {
  const end = instantOf(until) ?? now;
  const start = instantOf(since) ?? end - 2 * SECONDS_A_DAY;
  if (start > end) refuse(badParameter("since param is not valid: it must be before until"));
  // an hour more: a window of whole days may hold a clock change
  if (end - start > mostDays * SECONDS_A_DAY + 3600) {
    refuse(
      badParameter(
        `There cannot be more than ${mostDays} days (${mostDays * SECONDS_A_DAY} s) between since and until`,
      ),
    );
  }
  return { since: start, until: end };
}

/** The days that end inside a window and are over, oldest first. */
export function daysEnding({ since, until }: Window, now: Instant): { date: Day; end: Instant }[] {
  return daysOf({
    from: addDays(dayOf(since, META_TIME_ZONE), -1),
    to: dayOf(until, META_TIME_ZONE),
  })
    .map((date) => ({ date, end: startOfDay(addDays(date, 1), META_TIME_ZONE) }))
    .filter(({ end }) => end > since && end <= until && end <= now);
}

/** Keeps what was published between `since` and `until`. */
export function publishedIn(
  parameters: Record<string, string>,
): (one: { published_at: Instant }) => boolean {
  const since = instantOf(parameters.since) ?? 0;
  const until = instantOf(parameters.until) ?? Number.POSITIVE_INFINITY;
  return ({ published_at }) => published_at >= since && published_at <= until;
}
