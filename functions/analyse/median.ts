/** Order statistics of plain numbers. An empty list has none: `NaN`. */

/**
 * The value below which a share of the list lies, straight between neighbours (Hyndman and Fan's type 7).
 *
 * @example
 * quantile([4, 1, 2, 3], 0.25); // 1.75
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * The middle value, or the mean of the middle two. By Hoare's selection (1961), since a judgement takes some five
 * medians a post and sorting would be most of its cost.
 *
 * @example
 * median([3, 1, 2]); // 2
 * median([4, 1, 2, 3]); // 2.5
 */
export function median(values: readonly number[]): number {
  const n = values.length;
  if (n === 0) return Number.NaN;
  const list = values.slice();
  const upper = select(list, n >> 1);
  if (n % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n >> 1; i++) lower = Math.max(lower, list[i] as number);
  return (lower + upper) / 2;
}

/** Moves the k-th smallest (from 0) to place k, none larger before it, none smaller after it. */
function select(list: number[], k: number): number {
  let from = 0;
  let to = list.length - 1;
  while (from < to) {
    const pivot = list[(from + to) >> 1] as number;
    let i = from;
    let j = to;
    while (i <= j) {
      while ((list[i] as number) < pivot) i++;
      while ((list[j] as number) > pivot) j--;
      if (i <= j) {
        const left = list[i] as number;
        list[i++] = list[j] as number;
        list[j--] = left;
      }
    }
    if (j < k) from = i;
    if (k < i) to = j;
  }
  return list[k] as number;
}
