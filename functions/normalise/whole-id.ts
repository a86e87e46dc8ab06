/** Ids that a spreadsheet has been at: it keeps 15 digits of a number. */
import type { FaultCode } from "../model/problem.ts";
import { isUnknown } from "./number-text.ts";

/** `1.78E+16`: the digits behind the first three are lost. */
const SHORTENED = /^(\d)(?:[.,](\d+))?E\+?\d+$/i;

/** `17900000000000400`: shown as a whole number, its 16th digit and those behind it have become zeros. */
const ZEROED = /^\d{15}0+$/;

/** So many different ids all end in zeros by chance once in a thousand files of the shortest ids, and never of longer ones. */
const FEWEST_ZEROED = 3;

/** Are the ids of a column those that a spreadsheet shows as whole numbers? */
export function areZeroed(ids: readonly string[]): boolean {
  const different = new Set(ids.map(plainId).filter((id) => /^\d{16,}$/.test(id)));
  return different.size >= FEWEST_ZEROED && [...different].every((id) => ZEROED.test(id));
}

/** Spreadsheets keep a long number whole as `'123` or `="123"`. */
const plainId = (text: string): string => text.replaceAll(/[\s='"\u200e\u200f]/g, "");

/**
 * An id in digits, of one part or two (`{page}_{post}`); `null` where the cell is empty. A damaged one is taken from where
 * the row has it whole, if that is the same one as far as can be seen; else it is the fault.
 * @param elsewhere the id as the row's link has it
 * @param zeroed the ids of this column are whole numbers with their ends lost
 */
export function wholeId(
  text: string,
  elsewhere: string | null,
  zeroed: boolean,
): { id: string | null } | { fault: FaultCode } {
  const id = plainId(text);
  if (isUnknown(id)) return { id: null };
  const shortened = SHORTENED.exec(id);
  if (shortened || (ZEROED.test(id) && elsewhere !== null && elsewhere !== id) || zeroed) {
    const start = shortened ? `${shortened[1]}${shortened[2] ?? ""}` : id.slice(0, 15);
    if (elsewhere !== null && isRounded(elsewhere, start)) return { id: elsewhere };
    if (shortened || zeroed) return { fault: "damaged_id" };
  }
  return /^\d{1,99}(?:_\d{1,99})?$/.test(id) ? { id } : { fault: "not_an_id" };
}

/** Does a whole id begin with these digits, the last of them rounded up perhaps? */
const isRounded = (whole: string, start: string): boolean =>
  whole.length > start.length &&
  Math.abs(Number(whole.slice(0, start.length)) - Number(start)) <= 1;
