/** Text that a person types of plans and events: in one way, and refused where it holds what nobody types. */
import type { FaultCode } from "../model/problem.ts";

/** Text in one way: composed letters, line ends of one letter, nothing around it. */
export const tidied = (text: string): string =>
  text.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();

/** `null` where there is nothing to be seen. */
export const tidiedOrNull = (text: string | null | undefined): string | null =>
  isBlank(text ?? "") ? null : tidied(text ?? "");

/** Nothing but spaces and marks that are not seen: fillers of Hangul and the empty pattern of Braille look like spaces. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Cf}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}]*$/u.test(text);

/** Letters are counted as people do, nearly: what is one in Unicode is one. */
const isLonger = (text: string, longest: number): boolean => [...text].length > longest;

/** Of one line. */
export function lineFault(longest: number) {
  return (text: string): FaultCode | null => {
    if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return "control_character";
    return isLonger(tidied(text), longest) ? "too_long" : null;
  };
}

/** Of several lines. */
export function textFault(longest: number) {
  return (text: string): FaultCode | null => {
    if (/(?![\t\n\r])\p{Cc}/u.test(text) || !text.isWellFormed()) return "control_character";
    return isLonger(tidied(text), longest) ? "too_long" : null;
  };
}
