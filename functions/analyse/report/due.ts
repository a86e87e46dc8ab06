/** Of which month a report is due. */
import { dayOf, hourOf, monthOf } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import type { Instant } from "../../model/snapshot.ts";

/** By then the posts of the month's last days are old enough; and whoever comes to work finds it. */
const FIRST_DAY = 2;
const FIRST_HOUR = 6;

/**
 * The month before, from six in the morning of the 2nd on, by the library's clock, until the month is over: a look that was
 * missed is made up for. `null`: none yet.
 * @example dueReport(Date.parse("2026-11-01T23:00:00Z") / 1000, "Asia/Jakarta") // "2026-10"
 */
export function dueReport(now: Instant, zone: string): string | null {
  const today = dayOf(now, zone);
  const date = Number(today.slice(8));
  const early = date < FIRST_DAY || (date === FIRST_DAY && hourOf(now, zone) < FIRST_HOUR);
  return early ? null : addMonths(monthOf(today), -1);
}
