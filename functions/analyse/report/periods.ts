/** The days that a report tells of, and those that it holds them against. */
import { addDays, comparedPeriod, daysIn, type Period } from "../../model/day.ts";
import { addMonths, daysOfMonth } from "../../model/month.ts";
import type { Day } from "../../model/snapshot.ts";

export type ReportPeriods = { now: Period; before: Period; year: Period | null };

/**
 * A month against the whole month before and the same month of the year before. One that runs up to today, against as many of
 * their first days: three weeks beside a whole month would pass for a fall.
 */
export function reportPeriods(month: string, today: Day): ReportPeriods {
  const whole = daysOfMonth(month);
  const before = daysOfMonth(addMonths(month, -1));
  if (today > whole.to) return { now: whole, before, year: comparedPeriod(whole, "year") };
  const now = { from: whole.from, to: today };
  const same = addDays(before.from, daysIn(now) - 1);
  return {
    now,
    before: { from: before.from, to: same < before.to ? same : before.to },
    year: comparedPeriod(now, "year"),
  };
}
