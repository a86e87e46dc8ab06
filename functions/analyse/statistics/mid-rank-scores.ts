/**
 * Values as the normal scores of their ranks: only their order counts, so none weighs more than the largest of so many. Ties
 * share the middle of their ranks.
 *
 * @example
 * midRankScores(Float64Array.of(5, 900, 7)); // −0.967, 0.967, 0
 */
import { normalQuantile } from "./normal-quantile.ts";

/** Of the z that means would have, scores of ranks keep about so much at a doubling. */
export const RANKS_KEEP = 0.9;

export function midRankScores(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const table = scoresOf(sorted.length);
  // the middle of its first and its last place
  return values.map((value) => table[sorted.indexOf(value) + sorted.lastIndexOf(value)] ?? 0);
}

const tables = new Map<number, Float64Array>();

/** Of so many values the score at every place and half place, from 0. Kept: a trial's interval asks for the same hundreds of times. */
function scoresOf(count: number): Float64Array {
  let table = tables.get(count);
  if (!table) {
    table = Float64Array.from({ length: 2 * count - 1 }, (_, twice) =>
      normalQuantile((twice + 1) / (2 * count)),
    );
    tables.set(count, table);
  }
  return table;
}
