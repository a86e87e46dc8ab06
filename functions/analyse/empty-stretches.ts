import { daysOf, type Period } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

/** One day without a post is nobody's gap. */
const SHORTEST_STRETCH = 2;

/**
 * The runs of days on which nothing was published and nothing is planned, in order.
 * @param days those with a post or a plan, any order
 */
export function emptyStretches(days: readonly Day[], from: Day, to: Day): Period[] {
  const taken = new Set(days);
  const runs: Period[] = [];
  let first: Day | null = null;
  let last: Day | null = null;
  for (const day of [...daysOf({ from, to }), null]) {
    if (day !== null && !taken.has(day)) {
      first ??= day;
      last = day;
    } else if (first !== null && last !== null) {
      runs.push({ from: first, to: last });
      first = null;
    }
  }
  return runs.filter((run) => daysOf(run).length >= SHORTEST_STRETCH);
}
