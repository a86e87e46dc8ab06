/** Ids that a spreadsheet has been at: it keeps 15 digits of a number. */
import type { FaultCode } from "../model/problem.ts";
import { isUnknown } from "./number-text.ts";

/** `1.78E+16`: the digits behind the first three are lost. */
const SHORTENED = /^(\d)(?:[.,](\d+))?E\+?(\d+)$/i;

/** `17900000000000400`: shown as a whole number, its 16th digit and those behind it have become zeros. */
const ZEROED = /^\d{15}0+$/;

/** Spreadsheets keep a long number whole as `'123` or `="123"`. */
const KEPT = /^[\s\u200e\u200f]*(?:'|=\s*")/;
const plainId = (text: string): string => text.replaceAll(/[\s='"\u200e\u200f]/g, "");

/** Is it, by its looks, an id that a spreadsheet shows as a whole number? One in ten of the shortest ends in a zero anyway. */
export const looksZeroed = (text: string): boolean =>
  !KEPT.test(text) && ZEROED.test(plainId(text));

/**
 * Are the ids of a file, its posts' and its accounts', to be taken for whole numbers with their ends lost where they look
 * like it? A spreadsheet does it to all of them, chance to few: unless more are whole, they are.
 */
export function areZeroed(ids: readonly string[]): boolean {
  const long = ids.filter((id) => !KEPT.test(id) && /^\d{16,}$/.test(plainId(id)));
  const different = new Set(long.map(plainId));
  const zeroed = [...different].filter((id) => ZEROED.test(id)).length;
  return zeroed > different.size - zeroed;
}

/**
 * An id in digits, of one part or two (`{page}_{post}`); `null` where the cell is empty. A damaged one is taken from where
 * the row has it whole, if that is the same one as far as can be seen; else it is the fault.
 * @param elsewhere the id as the row's link has it
 * @param zeroed ids of this file that look zeroed are
 */
export function wholeId(
  text: string,
  elsewhere: string | null,
  zeroed: boolean,
): { id: string | null } | { fault: FaultCode } {
  const id = plainId(text);
  if (isUnknown(id)) return { id: null };
  const rounded = looksZeroed(text) ? roundedAt(id, id.length - 15) : shortened(id);
  if (elsewhere !== null && rounded?.(elsewhere)) return { id: elsewhere };
  if (SHORTENED.test(id) || (zeroed && rounded !== null)) return { fault: "damaged_id" };
  return /^\d{1,99}(?:_\d{1,99})?$/.test(id) ? { id } : { fault: "not_an_id" };
}

/** Can a whole id be the one that was rounded? */
type Rounded = (whole: string) => boolean;

/** @param lost so many digits at its end; the last one that is left was rounded up perhaps */
const roundedAt =
  (number: string, lost: number): Rounded =>
  (whole) =>
    Number.isFinite(Number(number)) && Math.abs(Number(whole) - Number(number)) <= 10 ** lost;

function shortened(id: string): Rounded | null {
  const [, first, rest = "", exponent] = SHORTENED.exec(id) ?? [];
  if (first === undefined) return null;
  return roundedAt(`${first}.${rest}e${exponent}`, Number(exponent) - rest.length);
}
