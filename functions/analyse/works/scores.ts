/**
 * Normal scores of the ranks inside each block (van Elteren 1960; normal scores for ranks): only the order among neighbours
 * counts, so no viral post weighs more than the best of twenty. Ties share their rank.
 *
 * @example
 * blockScores(Float64Array.of(5, 900, 7), [{ from: 0, to: 3 }]); // −0.967, 0.967, 0
 */
import { normalQuantile } from "../normal-quantile.ts";
import { type Block, lessBlock, meanOf } from "./blocks.ts";

export function blockScores(values: Float64Array, blocks: readonly Block[]): Float64Array {
  const scores = new Float64Array(values.length);
  for (const { from, to } of blocks) {
    const sorted = values.slice(from, to).sort();
    for (let i = from; i < to; i++) {
      const value = values[i] as number;
      // the middle of its first and its last place, less half a place
      const place = (sorted.indexOf(value) + sorted.lastIndexOf(value) + 1) / 2;
      scores[i] = normalQuantile(place / sorted.length);
    }
  }
  return lessBlock(scores, blocks, meanOf);
}
