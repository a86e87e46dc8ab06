/**
 * How large a difference is: the mean of what is left, drawn towards none by how little is known: the middle of what is likely
 * where levels usually differ by so much (a normal prior), with the interval that goes with it. What is claimed is what looked
 * largest, and so was partly luck.
 */
import type { Factor } from "../../model/claim.ts";
import { lessBlock, meanOf, medianOf } from "./blocks.ts";
import { type Contrast, type Design, type Reading, readingOf, type Values } from "./design.ts";
import { along, squares, sumsAt } from "./sums.ts";

/** What levels usually differ by (ln, a standard deviation); of no account learned from itself. */
const USUAL_DIFFERENCE: Partial<Record<Factor, number>> = {
  format: 0.6,
  topic: 0.4,
  hours: 0.4,
  hashtag: 0.4,
};
const OTHERWISE = 0.2;

/** In robust standard deviations; beyond it a viral post counts no further. */
const FARTHEST = 2.5 * 1.4826;

/** Half of a 90 % interval, in standard deviations. */
const Z_90 = 1.645;

export type Size = { ratio: number; low: number; high: number };

/** Values with the far ones drawn in to 2.5 robust standard deviations. Where most are alike there is no such measure. */
export function winsorised(values: Float64Array): Float64Array {
  const bound = FARTHEST * medianOf(values.map(Math.abs));
  return bound > 0
    ? values.map((value) => Math.max(-bound, Math.min(bound, value)))
    : values.slice();
}

/** The sizes of a look's questions: each against the account's other posts, with its 90 % interval. */
export function sizesOf(design: Design): (contrast: Contrast) => Size {
  const { blocks, cells } = design;
  const at = (reading: Reading) => {
    const w = drawnIn(design, reading);
    return { sums: sumsAt(cells, w), squares: squares(w), free: w.length - blocks.length };
  };
  const of = { plain: at("plain"), by_format: at("by_format") };
  return ({ factor, form, information }) => {
    const { sums, squares, free } = of[readingOf(factor)];
    const difference = along(form, sums) / information;
    // what the difference leaves of the squares
    const rest = Math.max(0, squares - difference ** 2 * information);
    return shrunken(difference, rest / free / information, factor);
  };
}

/** @param variance the difference's own */
function shrunken(difference: number, variance: number, factor: Factor): Size {
  const usual = (USUAL_DIFFERENCE[factor] ?? OTHERWISE) ** 2;
  const trust = usual / (usual + variance);
  const half = Z_90 * Math.sqrt(trust * variance);
  return {
    ratio: Math.exp(trust * difference),
    low: Math.exp(trust * difference - half),
    high: Math.exp(trust * difference + half),
  };
}

/** Winsorised, and about nought in each block. */
const drawnIn = ({ blocks, values }: Values, reading: Reading): Float64Array =>
  lessBlock(winsorised(values[reading]), blocks, meanOf);

/** Standard deviation of single posts (ln), as a factor's differences are measured against it. */
export function noiseOf(design: Values, factor: Factor): number {
  const w = drawnIn(design, readingOf(factor));
  return Math.sqrt(squares(w) / (w.length - design.blocks.length));
}
