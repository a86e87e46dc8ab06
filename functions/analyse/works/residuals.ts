/**
 * What of one thing the others cannot explain: a column less its projections on theirs, by Gram and Schmidt. Where videos are
 * nearly always posted in the evening little is left of either, and neither is judged.
 */

/** A column of which less than this share is left is a sum of those before. */
const NOTHING_LEFT = 1e-9;

/** Columns of length one at right angles, that span what the given ones span. */
export function basisOf(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const left = without(column, basis);
    const length = dot(left, left);
    if (length <= NOTHING_LEFT * dot(column, column)) continue;
    basis.push(left.map((value) => value / Math.sqrt(length)));
  }
  return basis;
}

/** @param basis as `basisOf` makes it */
export function without(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = column.slice();
  for (const other of basis) {
    const along = dot(left, other);
    for (let i = 0; i < left.length; i++)
      left[i] = (left[i] as number) - along * (other[i] as number);
  }
  return left;
}

/** Four sums beside each other, which a processor adds up at once. */
export function dot(a: Float64Array, b: Float64Array): number {
  const { length } = a;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    first += (a[i] as number) * (b[i] as number);
    second += (a[i + 1] as number) * (b[i + 1] as number);
    third += (a[i + 2] as number) * (b[i + 2] as number);
    fourth += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < length; i++) first += (a[i] as number) * (b[i] as number);
  return first + second + third + fourth;
}
