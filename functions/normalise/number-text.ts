/** Numbers as people and platforms write them. */
import type { NumberStyle } from "../model/import.ts";
import { LARGEST_COUNT } from "../model/metric.ts";
import type { FaultCode } from "../model/problem.ts";

const GROUPED_BY_POINTS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * The style of a file, by its cells that are counts: a count has no fraction, so `12.400` is twelve thousand.
 * A file cut at semicolons comes from a spreadsheet that writes commas in fractions.
 */
export const numberStyle = (counts: Iterable<string>, delimiter: string): NumberStyle => {
  if (delimiter === ";") return "point_groups";
  for (const text of counts) if (GROUPED_BY_POINTS.test(text.trim())) return "point_groups";
  return "comma_groups";
};

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
const UNKNOWN = /^(?:-+|–|—|-1|n\/?a|null|none|nan|undefined|tidak tersedia|not available)?$/i;

export const isUnknown = (text: string): boolean => UNKNOWN.test(text.trim());

/** `"1,234.5"` → 1234.5; `"1.2K"`, `"1,2 rb"` → 1200; `NaN` for what is no number. */
function readNumber(text: string, style: NumberStyle): number {
  const match = /^([+-]?)([\d.,\s]*\d)\s*([a-z]{0,4})\.?$/i.exec(text.trim());
  const [, sign = "", digits = "", suffix = ""] = match ?? [];
  const factor = suffix === "" ? 1 : FACTORS[suffix.toLowerCase()];
  if (!match || factor === undefined) return Number.NaN;
  const value = toNumber(digits.replaceAll(/\s/g, ""), style, factor > 1);
  // 1.2 × 1000 is 1200 exactly, not 1199.9999
  const scaled = factor > 1 ? Math.round(value * factor) : value;
  return sign === "-" ? -scaled : scaled;
}

function toNumber(digits: string, style: NumberStyle, short: boolean): number {
  // before a suffix a single mark is the decimal mark, in whatever language: 1,2 rb
  if (short && /^\d+[.,]\d{1,2}$/.test(digits)) return Number(digits.replace(",", "."));
  const [group, decimal] = style === "comma_groups" ? [",", "."] : [".", ","];
  const [whole = "", fraction, ...more] = digits.split(decimal);
  const groups = whole.split(group);
  const wellGrouped = groups.every((part, index) =>
    index === 0 ? /^\d{1,3}$/.test(part) || groups.length === 1 : /^\d{3}$/.test(part),
  );
  if (!wellGrouped || more.length > 0 || fraction?.includes(group)) return Number.NaN;
  return Number(`${groups.join("")}.${fraction ?? "0"}`);
}

/** Longer is no number that anybody writes, and would be looked at from each of its places. */
const LONGEST_NUMBER = 100;

/** A count, `null` where the cell says that nothing is known, or the fault it has. */
export function readCount(text: string, style: NumberStyle): number | null | FaultCode {
  if (text.length > LONGEST_NUMBER) return "not_a_count";
  if (isUnknown(text)) return null;
  const value = readNumber(text, style);
  if (!Number.isInteger(value) || value < 0) return "not_a_count";
  return value > LARGEST_COUNT ? "too_large_a_count" : value;
}

/** A length of time in whole seconds: `754`, `12:34`, `1:02:03`, `1h 2m 3s`; `null` for anything else. */
export function readSeconds(text: string, style: NumberStyle): number | null {
  if (text.length > LONGEST_NUMBER) return null;
  const clock = /^(?:(\d+):)?(\d+):(\d{1,2})(?:\.\d+)?$/.exec(text.trim());
  const words = /^(?:(\d+)\s*h)?\s*:?\s*(?:(\d+)\s*m)?\s*:?\s*(?:(\d+)\s*s)?$/i.exec(text.trim());
  const parts = clock ?? (/\d\s*[hms]/i.test(text) ? words : null);
  if (parts) {
    const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
    return hours * 3600 + minutes * 60 + seconds;
  }
  const value = isUnknown(text) ? Number.NaN : readNumber(text.replace(/\s*s$/i, ""), style);
  return value >= 0 && value <= LARGEST_COUNT ? Math.round(value) : null;
}
