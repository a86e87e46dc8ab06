/** Order statistics of plain numbers. An empty list has none: `NaN`. */

/** A sorted copy, smallest first. Insertion: the lists here are a few dozen long, where nothing beats it. */
export function ascending(values: readonly number[]): number[] {
  const sorted = values.slice();
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i] as number;
    let hole = i;
    for (; hole > 0 && (sorted[hole - 1] as number) > value; hole--) {
      sorted[hole] = sorted[hole - 1] as number;
    }
    sorted[hole] = value;
  }
  return sorted;
}

/** The value below which a share of a sorted list lies, straight between neighbours (Hyndman and Fan's type 7). */
export function quantileSorted(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * @example
 * median([3, 1, 2]); // 2
 * median([4, 1, 2, 3]); // 2.5
 */
export const median = (values: readonly number[]): number => quantileSorted(ascending(values), 0.5);
