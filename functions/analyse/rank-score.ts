/**
 * A post's place among the norm's, on the scale of a standard normal variable: a sequential normal score (Conover,
 * Tercero-Gómez, Cordero-Franco 2017).
 *
 * Only the order counts, so the score has the same distribution whatever the reactions look like, and no viral post
 * can weigh more than the best of forty. Ties count half.
 *
 * @example
 * rankScore(5, [1, 2, 3, 7, 8, 9]); // 0: in the middle
 * rankScore(0, [1, 2, 3, 7, 8, 9]); // -1.465: below all six, the 1st of 14 equal halves
 */
import { normalQuantile } from "./statistics/normal-quantile.ts";

export function rankScore(value: number, among: ArrayLike<number>): number {
  let below = 0;
  for (let i = 0; i < among.length; i++) {
    const other = among[i] as number;
    if (other < value) below += 1;
    else if (other === value) below += 0.5;
  }
  return normalQuantile((below + 0.5) / (among.length + 1));
}
