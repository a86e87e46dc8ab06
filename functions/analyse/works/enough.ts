/** When an account will have published enough for a first look, at the pace at which it does. */
import { addDays, monthOf } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import type { Day } from "../../model/snapshot.ts";
import { FEWEST_UNITS } from "./units.ts";

/** So many days say the pace. */
const PACE_DAYS = 90;

/** A post of a month's last two days waits a month. */
const SETTLES_DAYS = 2;

/**
 * `YYYY-MM`, the look that has thirty posts; `null`: nothing was published lately, so nobody can say.
 * @param posts that the look of `month` could compare
 * @param published days of those that will be compared
 */
export function enoughBy(
  { month, posts }: { month: string; posts: number },
  published: readonly Day[],
  today: Day,
): string | null {
  const from = addDays(today, -PACE_DAYS);
  const lately = published.filter((day) => from < day && day <= today).length;
  if (lately === 0) return null;
  const since = published.filter((day) => day >= `${month}-01` && day <= today).length;
  const days = Math.ceil(((FEWEST_UNITS - posts - since) * PACE_DAYS) / lately);
  // a look judges the months that are over
  return addMonths(monthOf(addDays(today, Math.max(0, days) + SETTLES_DAYS)), 1);
}
