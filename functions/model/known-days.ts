/** The days that anything here can be of. A loop over days and their names in order are sure of four digits by them. */
import { isDay } from "./day.ts";
import type { FaultCode } from "./problem.ts";
import type { Day } from "./snapshot.ts";

/** The year in which the oldest of the four platforms opened. */
export const FIRST_DAY: Day = "2004-01-01";
export const LAST_DAY: Day = "2099-12-31";

/** `null`: it is one of them. */
export function dayFault(text: string): FaultCode | null {
  if (!isDay(text)) return "not_a_day";
  if (text < FIRST_DAY) return "too_early";
  return text > LAST_DAY ? "too_late" : null;
}
