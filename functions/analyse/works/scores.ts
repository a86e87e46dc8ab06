/**
 * Normal scores of the ranks inside each block (van Elteren 1960; normal scores for ranks): only the order among neighbours
 * counts, so no viral post weighs more than the best of twenty. Ties share their rank.
 *
 * @example
 * blockScores(Float64Array.of(5, 900, 7), [{ from: 0, to: 3 }]); // −0.967, 0.967, 0
 */
import { type Block, blocksOf, lessBlock } from "../statistics/blocks.ts";
import { midRankScores } from "../statistics/mid-rank-scores.ts";
import { meanOf } from "../statistics/middle.ts";
import type { Readings } from "./values.ts";

/** @param values of one account */
export function scoresOf({ plain, by_format }: Readings): Readings {
  const blocks = blocksOf(plain.length);
  const of = (values: readonly number[]): number[] =>
    Array.from(blockScores(Float64Array.from(values), blocks));
  return { plain: of(plain), by_format: of(by_format) };
}

export function blockScores(values: Float64Array, blocks: readonly Block[]): Float64Array {
  const scores = new Float64Array(values.length);
  for (const { from, to } of blocks) scores.set(midRankScores(values.subarray(from, to)), from);
  return lessBlock(scores, blocks, meanOf);
}
