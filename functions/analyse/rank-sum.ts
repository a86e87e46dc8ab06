/**
 * The rank-sum test of two groups of values (Wilcoxon 1945; Mann and Whitney 1947), with the normal approximation and
 * the correction for ties. It asks only which values are larger, so one viral post weighs no more than any other.
 */
import { BOUND_95 } from "./statistics/normal-bounds.ts";

/**
 * Is one group above the other by more than chance? The 95 % interval of the shift between them leaves out zero exactly
 * when |z| exceeds the bound.
 * @returns `null` when all values are equal, or a group is empty: nothing can be said
 */
export function rankSumZ(now: readonly number[], before: readonly number[]): number | null {
  const total = now.length + before.length;
  const ours = ascending(now);
  const theirs = ascending(before);
  let rankSum = 0;
  let ties = 0;
  for (let our = 0, their = 0; our < ours.length || their < theirs.length; ) {
    const start = our + their;
    const value = Math.min(ours[our] ?? Infinity, theirs[their] ?? Infinity);
    const first = our;
    while (ours[our] === value) our += 1;
    while (theirs[their] === value) their += 1;
    const size = our + their - start;
    const rank = (start + 1 + our + their) / 2;
    rankSum += rank * (our - first);
    ties += size ** 3 - size;
  }
  const expected = (now.length * (total + 1)) / 2;
  const variance = ((now.length * before.length) / 12) * (total + 1 - ties / (total * (total - 1)));
  // 0 where all values are equal; 0 or not a number where a group is empty
  if (!(variance > 0)) return null;
  const distance = rankSum - expected;
  // half a rank towards zero, because ranks are whole and the normal curve is not
  const corrected = Math.sign(distance) * Math.max(0, Math.abs(distance) - 0.5);
  return corrected / Math.sqrt(variance);
}

/** Numbers in a typed array are sorted by the engine itself. */
const ascending = (values: readonly number[]): Float64Array => new Float64Array(values).sort();

/** 1: above, −1: below, 0: it may be chance. */
export function shift(now: readonly number[], before: readonly number[]): 1 | 0 | -1 {
  const z = rankSumZ(now, before) ?? 0;
  if (Math.abs(z) <= BOUND_95) return 0;
  return z > 0 ? 1 : -1;
}
