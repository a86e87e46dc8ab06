/** Where the time axis of a chart says a date: at the beginnings of months, quarters or years, or on Mondays. */
import { addDays, daysIn, type Period, weekOf } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";

/** Room for so many on a phone. */
const MOST = 4;

/** By their own calendar, so that a tick is a date a person thinks in. */
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24];

export type TimeTick = { day: Day; by: "day" | "month" };

/** The closest ticks of which the period has no more than there is room for. */
export function timeTicks(period: Period): TimeTick[] {
  for (const step of DAY_STEPS) {
    if (daysIn(period) > (MOST + 1) * step) continue;
    const ticks = everyDays(period, step);
    if (ticks.length <= MOST) return ticks.map((day) => ({ day, by: "day" }));
  }
  const months = MONTH_STEPS.map((step) => everyMonths(period, step));
  const found = months.find((ticks) => ticks.length <= MOST) ?? [];
  return found.map((day) => ({ day, by: "month" }));
}

/** Weeks begin on Monday; a step of days begins with the period. */
function everyDays({ from, to }: Period, step: number): Day[] {
  const ticks: Day[] = [];
  let day = step < 7 ? from : weekOf(addDays(from, 6));
  for (; day <= to; day = addDays(day, step)) ticks.push(day);
  return ticks;
}

function everyMonths({ from, to }: Period, step: number): Day[] {
  const ticks: Day[] = [];
  const [year = 0, month = 1] = from.split("-").map(Number);
  for (let number = year * 12 + month - 1; ; number++) {
    const day = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-01`;
    if (day > to) return ticks;
    if (day >= from && number % step === 0) ticks.push(day);
  }
}
