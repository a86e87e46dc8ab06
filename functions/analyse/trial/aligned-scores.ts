/**
 * Normal scores of aligned ranks (Hodges, Lehmann 1962): each value less the mean of its week, all ranked together. Ranked in
 * each week by itself, two posts a week would say no more than which was better; so they say by how much, and a good week or
 * a viral post still weighs no more than one place.
 */
import { lessBlock } from "../statistics/blocks.ts";
import { midRankScores } from "../statistics/mid-rank-scores.ts";
import { meanOf } from "../statistics/middle.ts";
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
  return lessBlock(midRankScores(aligned), blocks, meanOf);
}
