/**
 * Sums of values at the units of a level. Every question of a look is a sum of such sums: what the other factors leave of a
 * level is the level less so much of each of theirs, so that nothing needs a column as long as the history.
 */

/**
 * Units, by their places among all of a look, oldest first, and what each weighs; `null`: all one. Plain lists, which go into the
 * text between two slices and out of it as they are.
 */
export type Cell = { places: readonly number[]; weights: readonly number[] | null };

export function sumAt({ places, weights }: Cell, values: Float64Array): number {
  let total = 0;
  if (weights === null) {
    for (let i = 0; i < places.length; i++) total += values[places[i] as number] as number;
  } else {
    for (let i = 0; i < places.length; i++) {
      total += (weights[i] as number) * (values[places[i] as number] as number);
    }
  }
  return total;
}

export const sumsAt = (cells: readonly Cell[], values: Float64Array): Float64Array =>
  Float64Array.from(cells, (cell) => sumAt(cell, values));

/** So much of each of these cells. */
export type Form = { cells: readonly number[]; weights: readonly number[] };

/** A form's sum, out of those at all cells. */
export function along({ cells, weights }: Form, sums: Float64Array): number {
  let total = 0;
  for (let i = 0; i < cells.length; i++) {
    total += (weights[i] as number) * (sums[cells[i] as number] as number);
  }
  return total;
}

export function squares(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i] as number) ** 2;
  return total;
}
