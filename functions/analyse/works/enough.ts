/** When an account will have published enough for a first look, at the pace at which it does. */
import { addDays, monthOf } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import type { Day } from "../../model/snapshot.ts";
import { FEWEST_UNITS } from "./units.ts";

/** So many days say the pace. */
const PACE_DAYS = 90;

/**
 * `YYYY-MM`, the look that has thirty posts; `null`: nothing was published lately, so nobody can say.
 * @param posts that can be compared so far
 * @param published days on which posts were published
 */
export function enoughBy(posts: number, published: readonly Day[], today: Day): string | null {
  const from = addDays(today, -PACE_DAYS);
  const lately = published.filter((day) => from < day && day <= today).length;
  if (lately === 0) return null;
  const days = Math.ceil(((FEWEST_UNITS - posts) * PACE_DAYS) / lately);
  // a look judges the months that are over
  return addMonths(monthOf(addDays(today, Math.max(0, days))), 1);
}
