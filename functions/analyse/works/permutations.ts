/**
 * How often chance makes a difference as large as this anywhere on the screen (max-T; Westfall, Young 1993): the scores are
 * shuffled inside their blocks, all questions asked of them again, and the largest |z| kept. So the whole screen is priced,
 * with whatever its questions share, and small numbers of posts are exact.
 */
import type { Block } from "./blocks.ts";
import { asked, type Design, type Reading, readingOf, varianceOf } from "./design.ts";
import { draw, type Lots } from "./lots.ts";

/** With these a chance of 1 in 300 is the smallest that can be said. */
export const PERMUTATIONS = 299;

/** Sums of the same numbers in another order differ in their last digit. */
const ROUNDING = 1e-9;

/** `(1 + those as large) / (1 + all)`. */
export function chanceOf(z: number, largest: readonly number[]): number {
  const bound = Math.abs(z) - ROUNDING;
  return (1 + largest.filter((one) => one >= bound).length) / (1 + largest.length);
}

/**
 * The largest |z| of the screen after each of so many shuffles.
 * @param lots moved on, so that the next slice goes on where this one ended
 */
export function largestByChance(design: Design, count: number, lots: Lots): number[] {
  const { blocks, scores } = design;
  const columns = (of: Reading): Float64Array[] => {
    const variance = varianceOf(scores[of], blocks);
    if (!(variance > 0)) return [];
    return asked(design)
      .filter(({ factor }) => readingOf(factor) === of)
      .map(({ residual, information }) =>
        residual.map((value) => value / Math.sqrt(information * variance)),
      );
  };
  const groups = (["plain", "by_format"] as const).map((of) => ({
    columns: byFour(columns(of), scores[of].length),
    shuffled: scores[of].slice(),
    scores: scores[of],
  }));
  return Array.from({ length: count }, () => {
    // one shuffle for all: what belongs to a post stays together
    const order = shuffle(scores.plain.length, blocks, lots);
    let largest = 0;
    for (const { columns, shuffled, scores } of groups) {
      for (let i = 0; i < order.length; i++) shuffled[i] = scores[order[i] as number] as number;
      for (const four of columns) largest = Math.max(largest, largestOf(four, shuffled));
    }
    return largest;
  });
}

/** Fisher and Yates, in each block by itself. */
function shuffle(length: number, blocks: readonly Block[], lots: Lots): Int32Array {
  const order = new Int32Array(length);
  for (const { from, to } of blocks) {
    for (let i = from; i < to; i++) {
      const at = from + draw(lots, i - from + 1);
      order[i] = order[at] as number;
      order[at] = i;
    }
  }
  return order;
}

/** Columns by four, since one value of the scores then serves four sums; the last are filled up with nothing. */
type Four = readonly [Float64Array, Float64Array, Float64Array, Float64Array];

function byFour(columns: readonly Float64Array[], length: number): Four[] {
  const nothing = new Float64Array(length);
  const at = (index: number) => columns[index] ?? nothing;
  return Array.from({ length: Math.ceil(columns.length / 4) }, (_, index) => {
    const first = 4 * index;
    return [at(first), at(first + 1), at(first + 2), at(first + 3)];
  });
}

/** Nearly all of a look's time goes here. */
function largestOf([a, b, c, d]: Four, scores: Float64Array): number {
  let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    ofA += (a[i] as number) * score;
    ofB += (b[i] as number) * score;
    ofC += (c[i] as number) * score;
    ofD += (d[i] as number) * score;
  }
  return Math.max(Math.abs(ofA), Math.abs(ofB), Math.abs(ofC), Math.abs(ofD));
}
