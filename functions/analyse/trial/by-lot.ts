/**
 * What the lots alone would have made of the same posts: the sides are laid anew in each week, as many of each as there were,
 * in every way where those are few, else in 4,999 (a permutation test in strata: Fisher 1935; Hodges, Lehmann 1962). It needs
 * no other belief than that the lot was drawn.
 */
import { draw, FIRST_LOTS } from "../statistics/lots.ts";
import { ROUNDING } from "../statistics/rounding.ts";
import { shareOf, type Weeks } from "./weeks.ts";

/** So many ways are all looked at: two a week for eight weeks are 256, three 6,561. */
const MOST_WAYS = 10_000;
const DRAWN_WAYS = 4_999;

/** One look, at the end, and one question. */
export const ALPHA = 0.05;

/** |T| of every way, or of many, the largest first; was every way looked at? */
export type Ways = { sums: Float64Array; all: boolean };

/** @param scores centred in each week */
export function waysOf(scores: Float64Array, { blocks, isA }: Weeks): Ways {
  const weeks = blocks.map((block) =>
    subsetSums(scores.subarray(block.from, block.to), shareOf(isA, block).a),
  );
  const count = weeks.reduce((product, sums) => product * sums.length, 1);
  const sums = count <= MOST_WAYS ? everyWay(weeks) : someWays(weeks);
  return { sums: sums.map(Math.abs).sort().reverse(), all: count <= MOST_WAYS };
}

/** The sums of all choices of so many values. `subsetSums([1, 2, 4], 2)` are 3, 5 and 6. */
export function subsetSums(values: Float64Array, choose: number): number[] {
  if (choose === 0) return [0];
  if (values.length < choose) return [];
  const [first = 0] = values;
  const rest = values.subarray(1);
  return [...subsetSums(rest, choose - 1).map((sum) => first + sum), ...subsetSums(rest, choose)];
}

const everyWay = (weeks: readonly number[][]): Float64Array =>
  Float64Array.from(
    weeks.reduce((ways, sums) => ways.flatMap((way) => sums.map((sum) => way + sum)), [0]),
  );

function someWays(weeks: readonly number[][]): Float64Array {
  const lots = { ...FIRST_LOTS };
  return Float64Array.from({ length: DRAWN_WAYS }, () =>
    weeks.reduce((total, sums) => total + (sums[draw(lots, sums.length)] ?? 0), 0),
  );
}

/** How often the lots make a sum at least as far from nought; of drawn ways the one that was is one. */
export function trialChance(sum: number, { sums, all }: Ways): number {
  const bound = Math.abs(sum) - ROUNDING;
  const reached = sums.filter((one) => one >= bound).length;
  return all ? reached / sums.length : (1 + reached) / (1 + sums.length);
}

/** The |T| that has to be passed: `trialChance` of what passes it is at most ALPHA. */
export function trialBar({ sums, all }: Ways): number {
  const allowed = all
    ? Math.floor(ALPHA * sums.length + ROUNDING)
    : Math.floor(ALPHA * (sums.length + 1) + ROUNDING) - 1;
  return sums[Math.max(0, allowed)] ?? Infinity;
}

/** Could any way have passed it? Of five weeks with two posts each none can: nothing would be shown whatever they got. */
export const couldDiffer = (ways: Ways): boolean => (ways.sums[0] ?? 0) > trialBar(ways) + ROUNDING;
