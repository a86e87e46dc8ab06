/** Day, month or year first: decided once for a file, by proof. */
import { addDays, dayNumber, dayOf, SECONDS_A_DAY } from "../model/day.ts";
import { DATE_ORDERS, type DateOrder } from "../model/import.ts";
import { FIRST_DAY } from "../model/known-days.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { type DateText, wallTime } from "./date-text.ts";

/** A row's date as it is written, and the instant in its post's id. */
export type DatedRow = { date: DateText | null; made: Instant | null };

export type FoundOrder<Row> = {
  /** `null`: no date needs it, or nothing tells. */
  order: DateOrder | null;
  /** The rows of which nothing tells, neither an id nor another row. */
  open: Row[];
  /** The orders in which those may be meant. */
  choices: DateOrder[];
};

/** A clock of any zone lies within a day of the instant; the two readings of a date are four weeks apart and more. */
const NEAR_SECONDS = 2 * SECONDS_A_DAY;

/** The order in which Meta writes, in every language: what is taken where proofs contradict each other evenly. */
export const USUAL_ORDER: DateOrder = "month_first";

/**
 * `26-11-09` is the 9th of November 2026 or the 26th of 2009: where one order puts all rows into so many days up to now, and
 * no other does, it is that one.
 */
const RECENT_DAYS = 3 * 365;

/** A row that several orders can read, each on another day; `days`: by the order, where it can. */
type Read<Row> = { row: Row; days: Partial<Record<DateOrder, Day>> };

export function dateOrder<Row extends DatedRow>(
  rows: readonly Row[],
  { now, chosen }: { now: Instant; chosen: DateOrder | null },
): FoundOrder<Row> {
  if (chosen !== null) return { order: chosen, open: [], choices: [] };
  const tomorrow = addDays(dayOf(now, "UTC"), 1);
  const read = rows.map((row) => ({ row, days: daysOf(row, tomorrow) }));
  const votes = new Map<DateOrder, number>();
  for (const { days } of read) {
    const [only, ...others] = ordersOf(days);
    if (only && others.length === 0) votes.set(only, (votes.get(only) ?? 0) + 1);
  }
  const even = read.filter(
    ({ row, days }) => row.made === null && new Set(Object.values(days)).size > 1,
  );
  const open = even.map(({ row }) => row);
  const voted = [...votes].sort(([, a], [, b]) => b - a);
  const most = voted.filter(([, count]) => count === voted[0]?.[1]).map(([order]) => order);
  const winner = most.length > 1 && most.includes(USUAL_ORDER) ? USUAL_ORDER : (most[0] ?? null);
  if (voted.length === 1 || even.length === 0) return { order: winner, open: [], choices: [] };
  // rows that prove several orders prove nothing for the others
  if (voted.length > 1) return { order: null, open, choices: [...votes.keys()] };
  const choices = likely(read, even, tomorrow);
  const order = isOne(even, choices)
    ? (choices.find((one) => one === USUAL_ORDER) ?? choices[0])
    : null;
  return order ? { order, open: [], choices: [] } : { order: null, open, choices };
}

const ordersOf = (days: Partial<Record<DateOrder, Day>>): DateOrder[] =>
  DATE_ORDERS.filter((order) => days[order] !== undefined);

/** The orders that all rows allow; of those, the ones that put all of them into the last years, if there are any. */
function likely<Row>(
  rows: readonly Read<Row>[],
  even: readonly Read<Row>[],
  tomorrow: Day,
): DateOrder[] {
  const said = rows.map(({ days }) => ordersOf(days)).filter(({ length }) => length > 0);
  const all = DATE_ORDERS.filter((order) => said.every((orders) => orders.includes(order)));
  const earliest = addDays(tomorrow, -RECENT_DAYS);
  const recent = all.filter((order) => even.every(({ days }) => (days[order] ?? "") >= earliest));
  if (recent.length > 0) return recent;
  return all.length > 0 ? all : DATE_ORDERS.filter((order) => even.some(({ days }) => days[order]));
}

/** Do all these orders read every row alike? */
const isOne = <Row>(even: readonly Read<Row>[], orders: readonly DateOrder[]): boolean =>
  even.every(({ days }) => new Set(orders.map((order) => days[order])).size === 1);

/** By each order in which a date can be read at all: such a day exists, has come, and is the one in the post's id. */
function daysOf({ date, made }: DatedRow, tomorrow: Day): Partial<Record<DateOrder, Day>> {
  const days: Partial<Record<DateOrder, Day>> = {};
  // what names its month, and its year in full, is the same in all of them; 11/11/2026 too
  if (date === null || ("month" in date && !date.short)) return days;
  if (!("month" in date) && date.first === date.second && !date.short) return days;
  for (const order of DATE_ORDERS) {
    const wall = wallTime(date, order, tomorrow);
    if (wall === null || wall.day > tomorrow || wall.day < FIRST_DAY) continue;
    const seconds = dayNumber(wall.day) * SECONDS_A_DAY + (wall.clock ?? SECONDS_A_DAY / 2);
    if (made === null || Math.abs(seconds - made) <= NEAR_SECONDS) days[order] = wall.day;
  }
  return days;
}
