/**
 * The rank-sum test of two small groups, by counting: of all ways to deal the ranks out, in how many would the rank sum be as
 * far from the middle? The normal curve of `rank-sum.ts` is too thin there in the tails.
 */

/**
 * Two-sided. Ties share their ranks. `exactChance([5, 6, 7], [1, 2, 3, 4])` is 2 of 35 ways: .057.
 * @returns 1 where a group is empty: nothing can be said
 */
export function exactChance(now: readonly number[], before: readonly number[]): number {
  const ranks = doubledRanks([...now, ...before]);
  const ours = ranks.slice(0, now.length);
  // the sum over the smaller group says all: the other has the rest
  const group = now.length <= before.length ? ours : ranks.slice(now.length);
  const size = group.length;
  const middle = (size * sum(ranks)) / ranks.length;
  const distance = Math.abs(sum(group) - middle);
  const ways = waysToSum(ranks, size);
  let all = 0;
  let asFar = 0;
  ways.forEach((count, rankSum) => {
    all += count;
    if (Math.abs(rankSum - middle) >= distance) asFar += count;
  });
  return all === 0 ? 1 : asFar / all;
}

/** Twice the mid-ranks, so that they are whole. */
function doubledRanks(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return values.map((value) => sorted.indexOf(value) + 1 + sorted.lastIndexOf(value) + 1);
}

/** In how many ways `size` of the ranks add up to each sum: one rank after another joins those chosen before, or does not. */
function waysToSum(ranks: readonly number[], size: number): Float64Array {
  const most = sum([...ranks].sort((a, b) => b - a).slice(0, size));
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  const [none] = ways;
  if (none) none[0] = 1;
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    for (let chosen = size; chosen > 0; chosen -= 1) {
      const withOne = ways[chosen] as Float64Array;
      const without = ways[chosen - 1] as Float64Array;
      // none of those before is larger
      const largest = Math.min(most, chosen * rank);
      for (let total = rank; total <= largest; total += 1) {
        withOne[total] = (withOne[total] ?? 0) + (without[total - rank] ?? 0);
      }
    }
  }
  return ways[size] as Float64Array;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
