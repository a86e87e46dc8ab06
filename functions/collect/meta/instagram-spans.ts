/** The days that Instagram counts by, and which of them a visit asks for. */
import { addDays, dayOf, SECONDS_A_DAY, startOfDay } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { BackFill } from "./back-fill.ts";

/** Its days end at midnight there. */
const ZONE = "America/Los_Angeles";

/** A day's figures settle within two days. */
export const NEWEST_DAYS = 3;
/** At most 30 days a query (a clock change makes one longer), about 90 in all. */
const DAYS_A_QUERY = 28;
const DAYS_OFFERED = 90;
/** Totals come a day a call: without batches a visit asks for fewer. */
const DAYS_WITHOUT_BATCHES = 4;

/** Whole days that are over, as their ends, the newest first. */
function wholeDays(end: Instant, count: number): { since: Instant; until: Instant }[] {
  const today = dayOf(end, ZONE);
  return Array.from({ length: count }, (_, index) => ({
    since: startOfDay(addDays(today, -index - 1), ZONE),
    until: startOfDay(addDays(today, -index), ZONE),
  }));
}

export const newestDays = (now: Instant) => wholeDays(now, NEWEST_DAYS);

export function daysBack({ days: end, days_from = 0 }: BackFill, now: Instant, batches: boolean) {
  if (end === null) return [];
  const oldest = now - DAYS_OFFERED * SECONDS_A_DAY;
  const count = batches ? DAYS_A_QUERY : DAYS_WITHOUT_BATCHES;
  return wholeDays(end, count).filter(({ since, until }) => since >= oldest && until > days_from);
}

export function daysRead(
  fill: BackFill,
  back: ReturnType<typeof daysBack>,
  now: Instant,
  batches: boolean,
): BackFill {
  const next = { ...fill, days: back.at(-1)?.since ?? null };
  return daysBack(next, now, batches).length > 0 ? next : { ...next, days: null };
}
