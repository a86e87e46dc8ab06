/** Whole months, `2026-10`. */
import { addDays, type Period } from "./day.ts";

const MONTH = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/;

export const isMonth = (text: string): boolean => MONTH.test(text);

/** `addMonths("2026-01", -1)` is `"2025-12"`. */
export function addMonths(month: string, months: number): string {
  const number = 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** Its first and its last day. */
export const daysOfMonth = (month: string): Period => ({
  from: `${month}-01`,
  to: addDays(`${addMonths(month, 1)}-01`, -1),
});

/** The months from one to another, both included. */
export type Months = { from: string; to: string };

/** `monthsWithout({ from: "2026-01", to: "2026-05" }, ["2026-02"])` are January, and March to May. @param done in order */
export function monthsWithout({ from, to }: Months, done: readonly string[]): Months[] {
  const left: Months[] = [];
  let next = from;
  for (const month of done) {
    if (next < month) left.push({ from: next, to: addMonths(month, -1) });
    next = addMonths(month, 1);
  }
  return next <= to ? [...left, { from: next, to }] : left;
}
