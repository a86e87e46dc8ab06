/** The guard that keeps a text of ours from being calculated by a spreadsheet, and how it is taken off again. */

/** What a spreadsheet takes for the sign of a formula, full-width ones among them. */
const SIGN = "[=+\\-@＝＋－＠]";

/** What some drop before they look for a sign: spaces, and marks that are not seen. */
const DROPPED = "\\s\\p{Cc}\\p{Cf}";

/** A text that is a formula, or may become one. A `'` that stands there already gets another: one is taken off to read it. */
const FORMULA = new RegExp(`^'*(?:[\\t\\r\\n\\0]|[${DROPPED}]*${SIGN})`, "u");

/**
 * A sign behind a separator and what is dropped. A spreadsheet that was told another separator than the file's cuts at
 * them inside a text, whether it is quoted or not, and a quotation mark doubled there is an empty cell's. The sign is
 * found first and looked back from: signs are few, and no run of separators is looked at twice, since a sign ends it.
 */
const CUT = new RegExp(`${SIGN}(?<=[,;\\t\\r\\n][,;"${DROPPED}]*'*${SIGN})`, "gu");

const GUARDED_CUT = new RegExp(`'(${SIGN})(?<=[,;\\t\\r\\n][,;"${DROPPED}]*'+${SIGN})`, "gu");

/** `guarded("=1+1")` is `'=1+1`. */
export const guarded = (text: string): string =>
  (FORMULA.test(text) ? "'" : "") + text.replaceAll(CUT, "'$&");

/** The text that was guarded, exactly; one that never was keeps a `'` before anything but a sign. */
export function unguarded(text: string): string {
  const inside = text.replaceAll(GUARDED_CUT, "$1");
  return inside.startsWith("'") && FORMULA.test(inside.slice(1)) ? inside.slice(1) : inside;
}
