/** Numbers as people and platforms write them. */
import type { FractionStyle, NumberStyle } from "../model/import.ts";
import { LARGEST_COUNT } from "../model/metric.ts";
import type { FaultCode } from "../model/problem.ts";
import { numberOf } from "./number-marks.ts";
import { plainDigits } from "./plain-digits.ts";

const FACTORS: Record<string, number> = {
  k: 1e3,
  rb: 1e3,
  ribu: 1e3,
  m: 1e6,
  jt: 1e6,
  juta: 1e6,
  b: 1e9,
  bn: 1e9,
};

/** What stands in a cell of which nothing is known. TikTok writes `undefined` there, or a count of -1, which there is none of. */
const UNKNOWN =
  /^(?:-+|–|—|-1(?:[.,]0+)?|n\/?a|null|none|nan|undefined|tidak tersedia|not available)?$/i;

/** Longer is no number that anybody writes, and would be looked at from each of its places. */
export const LONGEST_NUMBER = 100;

export const isUnknown = (text: string): boolean =>
  text.trim() === "" || (text.length <= LONGEST_NUMBER && UNKNOWN.test(plainDigits(text)));

/**
 * `"1,234.5"` → 1234.5; `"1.2K"`, `"1,2 rb"` → 1200; `NaN` for what is no number.
 * @param whole it is a count: `12.400` is no fraction of it
 */
function readNumber(text: string, style: NumberStyle, whole: boolean): number {
  const match = /^([+-]?)([\d.,\s'’٬]*\d)\s*([a-z]{0,4})\.?$/i.exec(plainDigits(text));
  const [, sign = "", digits = "", suffix = ""] = match ?? [];
  const factor = suffix === "" ? 1 : FACTORS[suffix.toLowerCase()];
  if (!match || factor === undefined) return Number.NaN;
  const value = numberOf(digits, style, whole && factor === 1 ? "none" : "fraction");
  // 1.250K is a thousand times as much in a file where it is a group: who writes both ways does not tell
  if (factor > 1 && style === "both_groups" && value >= 1000) return Number.NaN;
  // 1.2 × 1000 is 1200 exactly, not 1199.9999
  const scaled = factor > 1 ? Math.round(value * factor) : value;
  return sign === "-" ? -scaled : scaled;
}

/** A count, `null` where the cell says that nothing is known, or the fault it has. */
export function readCount(text: string, style: NumberStyle): number | null | FaultCode {
  if (text.length > LONGEST_NUMBER) return "not_a_count";
  if (isUnknown(text)) return null;
  const value = readNumber(text, style, true);
  if (!Number.isInteger(value) || value < 0) return "not_a_count";
  return value > LARGEST_COUNT ? "too_large_a_count" : value;
}

/** A length of time in whole seconds: `754`, `12:34`, `1:02:03`, `1h 2m 3s`; `null` for anything else. */
export function readSeconds(text: string, style: FractionStyle): number | null {
  if (text.length > LONGEST_NUMBER) return null;
  const said = plainDigits(text);
  const clock = /^(?:(\d+):)?(\d+):(\d{1,2})(?:\.\d+)?$/.exec(said);
  const words = /^(?:(\d+)\s*h)?\s*:?\s*(?:(\d+)\s*m)?\s*:?\s*(?:(\d+)\s*s)?$/i.exec(said);
  const parts = clock ?? (/\d\s*[hms]/i.test(said) ? words : null);
  if (parts) {
    const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
  }
  const value = isUnknown(said) ? Number.NaN : readNumber(said.replace(/\s*s$/i, ""), style, false);
  return value >= 0 && value <= LARGEST_COUNT ? Math.round(value) : null;
}
