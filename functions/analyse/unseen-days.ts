import { addDays, daysBetween, type Period } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

/**
 * The days between two of which nothing is known, each a period of its own: nobody looked, the collector was down, and what was
 * not seen is no silence.
 */
export function unseenDays(after: Day, before: Day, known: Iterable<Day>): Period[] {
  const seen = new Set(known);
  return Array.from({ length: Math.max(0, daysBetween(after, before) - 1) }, (_, index) =>
    addDays(after, index + 1),
  )
    .filter((day) => !seen.has(day))
    .map((day) => ({ from: day, to: day }));
}
