/** How regularly an account posts: whole weeks with a post, the longest gap, days since the last one. */
import { isFresh } from "../model/aliveness.ts";
import type { Consistency } from "../model/consistency.ts";
import { addDays, dayNumber, daysBetween, daysIn, type Period, weekOf } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

/** Of fewer days no share of weeks is said: four whole weeks fit in none of them. */
const FEWEST_DAYS = 28;

/**
 * Only weeks, Monday to Sunday, that lie whole in the period and in what is known of the account are counted: a week that
 * has just begun, or in which the first file begins, is nobody's gap.
 *
 * @param published the days of the posts in the period, in order
 * @param known what is known of the account: from its first day or post, or from what was read of it; `null`: nothing
 * @param seen the day on which it was read last: what it posted since nobody knows
 * @param last the day of the newest post of all; @param today no gap is counted beyond it
 */
export function consistency(
  published: readonly Day[],
  period: Period,
  { known, seen, last, today }: { known: Day | null; seen: Day; last: Day | null; today: Day },
): Consistency {
  const end = [period.to, seen, today].sort()[0] ?? today;
  // before it was known nothing is a gap, either
  const begin = known !== null && known > period.from ? known : period.from;
  // a day with two posts has no gap between them
  const marks = [addDays(begin, -1), ...new Set(published), addDays(end, 1)].map(dayNumber);
  const gaps = marks.slice(1).map((day, index) => day - (marks[index] ?? day) - 1);
  return {
    posts: published.length,
    ...weeksOf(published, period, known, end),
    longest_gap_days: published.length === 0 ? null : Math.max(0, ...gaps),
    days_since_last:
      last === null || !isFresh(seen, today) ? null : Math.max(0, daysBetween(last, today)),
  };
}

function weeksOf(
  published: readonly Day[],
  period: Period,
  known: Day | null,
  end: Day,
): Pick<Consistency, "weeks_with" | "weeks"> {
  const none = { weeks_with: null, weeks: null };
  if (known === null || daysIn(period) < FEWEST_DAYS) return none;
  const begin = known > period.from ? known : period.from;
  const monday = weekOf(begin) === begin ? begin : addDays(weekOf(begin), 7);
  // the week of the day after the last is the first that is not whole
  const after = weekOf(addDays(end, 1));
  if (after <= monday) return none;
  const weeks = daysBetween(monday, after) / 7;
  const whole = published.filter((day) => monday <= day && day < after);
  return { weeks_with: new Set(whole.map(weekOf)).size, weeks };
}
