/** Day first or month first: decided once for a file, by proof. */
import { addDays, dayNumber, dayOf, SECONDS_A_DAY } from "../model/day.ts";
import { DATE_ORDERS, type DateOrder } from "../model/import.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { type DateText, wallTime } from "./date-text.ts";

/** A row's date as it is written, and the instant in its post's id. */
export type DatedRow = { date: DateText | null; made: Instant | null };

export type FoundOrder<Row> = {
  /** `null`: no date needs it, or nothing tells. */
  order: DateOrder | null;
  /** The rows of which nothing tells, neither an id nor another row. */
  open: Row[];
};

/** A clock of any zone lies within a day of the instant; the two readings of a date are four weeks apart and more. */
const NEAR_SECONDS = 2 * SECONDS_A_DAY;

/** The order in which Meta writes, in every language: what is taken where proofs contradict each other evenly. */
export const USUAL_ORDER: DateOrder = "month_first";

export function dateOrder<Row extends DatedRow>(
  rows: readonly Row[],
  { now, chosen }: { now: Instant; chosen: DateOrder | null },
): FoundOrder<Row> {
  if (chosen !== null) return { order: chosen, open: [] };
  const votes: Record<DateOrder, number> = { day_first: 0, month_first: 0 };
  const even: Row[] = [];
  const tomorrow = addDays(dayOf(now, "UTC"), 1);
  for (const row of rows) {
    const { date } = row;
    // 11/11/2026 is one day in both orders
    if (date === null || "month" in date || date.first === date.second) continue;
    const possible = DATE_ORDERS.filter((order) => isPossible({ ...row, date }, order, tomorrow));
    if (possible.length === 1 && possible[0]) votes[possible[0]] += 1;
    else if (possible.length === 2 && row.made === null) even.push(row);
  }
  const { day_first, month_first } = votes;
  const order =
    day_first === month_first && day_first > 0
      ? USUAL_ORDER
      : day_first === month_first
        ? null
        : day_first > month_first
          ? "day_first"
          : "month_first";
  // rows that prove both orders prove nothing for the others
  const proved = order !== null && Math.min(day_first, month_first) === 0;
  return { order: proved || even.length === 0 ? order : null, open: proved ? [] : even };
}

/** Does such a day exist, has it come, and is it the one in the post's id? */
function isPossible(
  { date, made }: { date: DateText; made: Instant | null },
  order: DateOrder,
  tomorrow: Day,
): boolean {
  const wall = wallTime(date, order, tomorrow);
  if (wall === null || wall.day > tomorrow) return false;
  const seconds = dayNumber(wall.day) * SECONDS_A_DAY + (wall.clock ?? SECONDS_A_DAY / 2);
  return made === null || Math.abs(seconds - made) <= NEAR_SECONDS;
}
