/** How regularly an account posts: weeks with a post, the longest gap, days since the last one. */
import type { Consistency } from "../model/consistency.ts";
import { addDays, daysBetween, type Period, weekOf } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

/**
 * @param published the days of the posts in the period, in order
 * @param last the day of the newest post of all; @param today no gap is counted beyond it
 */
export function consistency(
  published: readonly Day[],
  period: Period,
  last: Day | null,
  today: Day,
): Consistency {
  const end = period.to < today ? period.to : today;
  const weeks = daysBetween(weekOf(period.from), weekOf(end)) / 7 + 1;
  const marks = [addDays(period.from, -1), ...published, addDays(end, 1)];
  const gaps = marks.slice(1).map((day, index) => daysBetween(marks[index] ?? day, day) - 1);
  return {
    posts: published.length,
    weeks_with: new Set(published.map(weekOf)).size,
    weeks,
    longest_gap_days: published.length === 0 ? null : Math.max(0, ...gaps),
    days_since_last: last === null ? null : Math.max(0, daysBetween(last, today)),
  };
}
