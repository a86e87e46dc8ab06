/** The points, commas and spaces in a number: which of them group thousands, which stands before a fraction. */
import type { NumberStyle } from "../model/import.ts";

/** Signs that group and never stand before a fraction, whatever the language: `12 400`, `12'400`, the Arabic `٬`. */
const BY_SPACES = /^(\d{1,3}([ '’٬])\d{3}(?:\2\d{3})*)(?:[.,](\d+))?$/;

/** `12.400,5`, `1,234.0`: the last of two marks stands before the fraction. */
const BOTH_MARKS = /^(\d{1,3}(?:([.,])\d{3}(?:\2\d{3})*))(?!\2)[.,](\d+)$/;

/** `1.234.567`: a mark that stands twice groups. */
const SEVERAL_GROUPS = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/;

/** `12.400`: thousands, or a fraction of three digits. No number in groups begins with 0. */
const ONE_GROUP = /^[1-9]\d{0,2}([.,])\d{3}$/;

const FRACTION = /^(\d+)([.,])(\d+)$/;

export type Mark = "." | ",";

/** What a number's own marks prove, whatever file it stands in. */
export type MarkProof = { groups: Mark | null; fraction: Mark | null };

export const OTHER_MARK: Record<Mark, Mark> = { ".": ",", ",": "." };

/** @param whole the number is a count: three digits behind its one mark are a group, and only zeros are a fraction */
export function markProof(digits: string, whole: boolean): MarkProof {
  const both = BOTH_MARKS.exec(digits);
  if (both) {
    const groups = both[2] as Mark;
    return { groups, fraction: OTHER_MARK[groups] };
  }
  const groups = (SEVERAL_GROUPS.exec(digits) ?? (whole ? ONE_GROUP.exec(digits) : null))?.[1];
  if (groups) return { groups: groups as Mark, fraction: null };
  const said = ONE_GROUP.test(digits) ? null : FRACTION.exec(digits);
  const proves = said && (!whole || /^0+$/.test(said[3] ?? ""));
  return { groups: null, fraction: proves ? (said[2] as Mark) : null };
}

const GROUPING: Record<NumberStyle, readonly string[]> = {
  comma_groups: [","],
  point_groups: ["."],
  both_groups: [",", "."],
};

/**
 * The number that digits and marks make; `NaN` for none. Only `12.400` needs the style: where its mark is none that groups,
 * it is the number with a fraction, or none at all as `otherwise` says.
 */
export function numberOf(
  digits: string,
  style: NumberStyle,
  otherwise: "fraction" | "none",
): number {
  const grouped = BY_SPACES.exec(digits) ?? BOTH_MARKS.exec(digits);
  if (grouped) return Number(`${grouped[1]?.replaceAll(/\D/g, "")}.${grouped[3] ?? "0"}`);
  if (SEVERAL_GROUPS.test(digits)) return Number(digits.replaceAll(/\D/g, ""));
  const group = ONE_GROUP.exec(digits)?.[1];
  if (group && GROUPING[style].includes(group)) return Number(digits.replaceAll(/\D/g, ""));
  if (group && otherwise === "none") return Number.NaN;
  return FRACTION.test(digits) || /^\d+$/.test(digits)
    ? Number(digits.replace(",", "."))
    : Number.NaN;
}
