/**
 * How large a difference is: the mean of what is left, drawn towards none by how little is known: the middle of what is likely
 * where levels usually differ by so much (a normal prior), with the interval that goes with it. What is claimed is what looked
 * largest, and so was partly luck.
 */
import type { Factor } from "../../model/claim.ts";
import { lessBlock } from "../statistics/blocks.ts";
import { meanOf } from "../statistics/middle.ts";
import { BOUND_90 } from "../statistics/normal-bounds.ts";
import { winsorised } from "../statistics/winsorised.ts";
import { type Contrast, type Questions, readingOf, type Values } from "./design.ts";
import { along, squares, sumsAt } from "./sums.ts";
import type { Reading } from "./values.ts";

/** What levels usually differ by (ln, a standard deviation); of no account learned from itself. */
const USUAL_DIFFERENCE: Partial<Record<Factor, number>> = {
  format: 0.6,
  topic: 0.4,
  hours: 0.4,
  hashtag: 0.4,
};
const OTHERWISE = 0.2;

export type Size = { ratio: number; low: number; high: number };

/** What single posts differ by: their values winsorised and about nought in each block. */
type Spread = {
  drawn: Float64Array;
  squares: number;
  /** Degrees of freedom. */
  free: number;
};

export const spreadsOf = ({ blocks, values }: Values): Record<Reading, Spread> => {
  const of = (reading: Reading): Spread => {
    const drawn = lessBlock(winsorised(values[reading]), blocks, meanOf);
    return { drawn, squares: squares(drawn), free: drawn.length - blocks.length };
  };
  return { plain: of("plain"), by_format: of("by_format") };
};

/** The sizes of a look's questions: each against the account's other posts, with its 90 % interval. */
export function sizesOf(
  { cells }: Pick<Questions, "cells">,
  spreads: Record<Reading, Spread>,
): (contrast: Contrast) => Size {
  const sums = {
    plain: sumsAt(cells, spreads.plain.drawn),
    by_format: sumsAt(cells, spreads.by_format.drawn),
  };
  return ({ factor, form, information }) => {
    const reading = readingOf(factor);
    const { squares, free } = spreads[reading];
    const difference = along(form, sums[reading]) / information;
    // what the difference leaves of the squares
    const rest = Math.max(0, squares - difference ** 2 * information);
    return shrunken(difference, rest / free / information, factor);
  };
}

/** @param variance the difference's own */
function shrunken(difference: number, variance: number, factor: Factor): Size {
  const usual = (USUAL_DIFFERENCE[factor] ?? OTHERWISE) ** 2;
  const trust = usual / (usual + variance);
  const half = BOUND_90 * Math.sqrt(trust * variance);
  return {
    ratio: Math.exp(trust * difference),
    low: Math.exp(trust * difference - half),
    high: Math.exp(trust * difference + half),
  };
}

/** Standard deviation of single posts (ln). */
export const noiseOf = ({ squares, free }: Spread): number => Math.sqrt(squares / free);
