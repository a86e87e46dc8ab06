/**
 * How much of a column others explain: least squares by Cholesky's triangle of their inner products. A column that is a sum
 * of those before it explains nothing more and is passed over.
 */

/** A column of which less than this share is left is a sum of those before. */
const NOTHING_LEFT = 1e-9;

/** @param inner inner products of a column with each of the others, in their order */
export type Explain = (inner: Float64Array) => {
  /** Of its squares so much. */
  explained: number;
  /** So much of each of the others makes up what they explain. */
  of: Float64Array;
};

/**
 * @param inner inner products of the others with each other: `inner[i][j]`
 * @example
 * // one that lies half along another, which has two squares: a quarter of its own two
 * explainedBy([Float64Array.of(2)])(Float64Array.of(1)); // { explained: 0.5, of: [0.5] }
 */
export function explainedBy(inner: readonly Float64Array[]): Explain {
  const triangle = triangleOf(inner);
  const solved = triangle.flatMap((row, at) => (row ? [{ row, at }] : []));
  return (column) => {
    const coordinates = new Float64Array(column.length);
    let explained = 0;
    for (const { row, at } of solved) {
      const coordinate = less(column[at] ?? 0, row, coordinates, at) / (row[at] as number);
      coordinates[at] = coordinate;
      explained += coordinate ** 2;
    }
    // and back, from the last
    const of = new Float64Array(column.length);
    for (const { row, at } of solved.toReversed()) {
      of[at] = (coordinates[at] as number) / (row[at] as number);
      for (let before = 0; before < at; before++) {
        coordinates[before] =
          (coordinates[before] as number) - (row[before] as number) * (of[at] as number);
      }
    }
    return { explained, of };
  };
}

/** Row by row; `null`: a sum of those before. */
function triangleOf(inner: readonly Float64Array[]): (Float64Array | null)[] {
  const rows: (Float64Array | null)[] = [];
  for (const [at, products] of inner.entries()) {
    const row = new Float64Array(inner.length);
    for (let before = 0; before < at; before++) {
      const other = rows[before];
      if (!other) continue;
      row[before] = less(products[before] ?? 0, other, row, before) / (other[before] as number);
    }
    const own = products[at] ?? 0;
    const left = less(own, row, row, at);
    row[at] = Math.sqrt(Math.max(0, left));
    rows.push(left <= NOTHING_LEFT * own ? null : row);
  }
  return rows;
}

/** Less what the first of two rows have in common. */
function less(value: number, a: Float64Array, b: Float64Array, first: number): number {
  let left = value;
  for (let i = 0; i < first; i++) left -= (a[i] as number) * (b[i] as number);
  return left;
}
