/**
 * Normal scores of aligned ranks (Hodges, Lehmann 1962): each value less the mean of its week, all ranked together. Ranked in
 * each week by itself, two posts a week would say no more than which was better; so they say by how much, and a good week or
 * a viral post still weighs no more than one place.
 */
import { normalQuantile } from "../normal-quantile.ts";
import { lessBlock, meanOf } from "../works/blocks.ts";
import type { Weeks } from "./weeks.ts";

/**
 * @param values in the order of the weeks' posts
 * @returns centred in each week
 */
export function alignedScores(
  values: Float64Array,
  { blocks }: Pick<Weeks, "blocks">,
): Float64Array {
  // the last digits of a mean must not tell apart what is alike
  const aligned = lessBlock(values, blocks, meanOf).map((value) => Math.round(value * 1e9) / 1e9);
  const sorted = aligned.toSorted();
  const table = scoresOf(sorted.length);
  // the middle of its first and its last place
  const scores = aligned.map(
    (value) => table[sorted.indexOf(value) + sorted.lastIndexOf(value)] ?? 0,
  );
  return lessBlock(scores, blocks, meanOf);
}

const tables = new Map<number, Float64Array>();

/** Of so many values the score at every place and half place, from 0. Kept: an interval asks for the same hundreds of times. */
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
