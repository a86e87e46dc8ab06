/** Digits and signs as any script and keyboard writes them, as those that the rest reads. */

/** What steers the direction of a text and is not seen: files in Arabic and Hebrew are full of it. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Nearly every cell is one already, and a file has hundred thousands of them. */
const PLAIN = /^[ -~]*$/;

/** `"１２３"`, `"١٢٣"` → `"123"`; `"−1"` → `"-1"`; a space that does not break becomes one that does. */
export function plainDigits(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  return text
    .normalize("NFKC")
    .replaceAll(UNSEEN, "")
    .replaceAll("\u2212", "-")
    .replaceAll(/\p{Nd}/gu, digit)
    .trim();
}

/** Unicode keeps the ten digits of a script in one row, and no two rows adjoin that NFKC has not made one. */
function digit(one: string): string {
  const at = one.codePointAt(0) ?? 0;
  let zero = at;
  while (at - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(at - zero);
}
