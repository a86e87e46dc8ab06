/** How a file writes its numbers, by what its own cells prove. */
import type { FractionStyle, NumberStyle } from "../model/import.ts";
import { type Mark, markProof, OTHER_MARK } from "./number-marks.ts";
import { LONGEST_NUMBER } from "./number-text.ts";
import { plainDigits } from "./plain-digits.ts";

const STYLE_BY_GROUP: Record<Mark, FractionStyle> = { ",": "comma_groups", ".": "point_groups" };

type Proofs = { groups: Set<Mark>; fraction: Set<Mark> };

function proofsOf(texts: Iterable<string>, whole: boolean): Proofs {
  const proofs: Proofs = { groups: new Set(), fraction: new Set() };
  for (const text of texts) {
    if (text.length > LONGEST_NUMBER) continue;
    const { groups, fraction } = markProof(plainDigits(text).replace(/^[+-]/, ""), whole);
    if (groups) proofs.groups.add(groups);
    if (fraction) proofs.fraction.add(fraction);
  }
  return proofs;
}

/**
 * The style of a file, by its cells that are counts. A count has no fraction, so `12.400` is twelve thousand, and in a
 * file that holds `12,400` beside it both marks group. A mark that is proved to stand before a fraction (`12,0`,
 * `1.234,00`) groups nowhere: what a spreadsheet shows with three decimals must not become thousands.
 * Where no cell proves anything, a file cut at semicolons comes from a spreadsheet that writes commas in fractions.
 */
export function numberStyle(counts: Iterable<string>, delimiter: string): NumberStyle {
  const { groups, fraction } = proofsOf(counts, true);
  if (fraction.size === 1) {
    for (const mark of fraction) return STYLE_BY_GROUP[OTHER_MARK[mark]];
  }
  if (fraction.size === 0 && groups.size === 2) return "both_groups";
  if (fraction.size === 0) for (const mark of groups) return STYLE_BY_GROUP[mark];
  return delimiter === ";" ? "point_groups" : "comma_groups";
}

/**
 * The style of a column of seconds, which have fractions: three digits behind a mark prove nothing by themselves. A
 * number of four digits without a mark proves that the column does not group. Without proof a point is what it is where
 * the platforms write it, before a fraction; and a comma is what it is in the file's counts.
 */
export function secondsStyle(seconds: readonly string[], counts: NumberStyle): FractionStyle {
  const { groups, fraction } = proofsOf(seconds, false);
  const first = [...groups][0];
  const before = [...fraction][0];
  if (groups.size === 1 && first && !fraction.has(first)) return STYLE_BY_GROUP[first];
  if (fraction.size === 1 && before) return STYLE_BY_GROUP[OTHER_MARK[before]];
  const marks = (mark: Mark) => seconds.some((text) => text.includes(mark));
  const ungrouped = seconds.some((text) => /^\d{4,}$/.test(text.trim()));
  if (marks(",") && !marks(".") && (ungrouped || counts === "point_groups")) return "point_groups";
  return "comma_groups";
}
