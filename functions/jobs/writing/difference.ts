/** What has to be written so that some rows of one post, account or day become others. */
import type { Stamp } from "../../model/snapshot.ts";

export type Difference<Row> = { save: Row[]; remove: Row[] };

/** By what the rows of one post or account are told apart. */
export const stampKey = ({ read_at, version }: Pick<Stamp, "read_at" | "version">): string =>
  `${read_at} ${version}`;

/**
 * @param same would both be stored alike?
 * @param keyOf what tells a row from the others
 */
export function difference<Row extends Stamp>(
  before: readonly Row[],
  after: readonly Row[],
  same: (a: Row, b: Row) => boolean,
  keyOf: (row: Row) => string = stampKey,
): Difference<Row> {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const kept = new Set(after.map(keyOf));
  return {
    save: after.filter((row) => {
      const old = known.get(keyOf(row));
      return !old || !same(old, row);
    }),
    remove: before.filter((row) => !kept.has(keyOf(row))),
  };
}
