/** A count as a person types it. */
import { LARGEST_COUNT } from "./metric.ts";
import type { FaultCode } from "./problem.ts";

/** `2.480`, `2,480`, `1 204 000`: three digits a group, one mark throughout, and no group begins a number with 0. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,\s])\d{3})(?:\1\d{3})*$/;

/** `24,5`, `2.0`: a fraction in one language is no count in any. */
const FRACTION = /^\d+[.,]\d+$/;

/** `1,2 rb`, `1.2K`: what a platform shortens it has rounded. */
const SHORTENED = /^\d+(?:[.,]\d+)?\s*(?:k|rb|ribu|m|jt|juta|b|bn)\.?$/i;

/**
 * What the screens print is taken back, in whatever language it was printed: `typedCount("2.480")`, `typedCount("2,480")`
 * and `typedCount("2480")` are 2480. A fault for anything that is no whole number.
 */
export function typedCount(text: string): number | FaultCode {
  const typed = text.normalize("NFKC").trim();
  if (SHORTENED.test(typed)) return "shortened_count";
  const digits = GROUPED.test(typed) ? typed.replaceAll(/\D/g, "") : typed;
  if (FRACTION.test(digits)) return "not_whole";
  if (!/^\d+$/.test(digits)) return "not_a_count";
  const count = Number(digits);
  return count > LARGEST_COUNT ? "too_large_a_count" : count;
}

/** Less than half of the last known count, or more than twice: more often a slip of the finger than the truth. */
export const isUnlikely = (count: number, last: number | null): boolean =>
  last !== null && last > 0 && (count < last / 2 || count > last * 2);
