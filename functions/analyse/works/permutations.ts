/**
 * How often chance makes a difference as large as this anywhere on the screen (max-T; Westfall, Young 1993): the scores are
 * shuffled inside their blocks, all questions asked of them again, and the largest |z| kept. So the whole screen is priced,
 * with whatever its questions share, and small numbers of posts are exact.
 */
import type { Block } from "../statistics/blocks.ts";
import { draw, FIRST_LOTS, type Lots } from "../statistics/lots.ts";
import { ROUNDING } from "../statistics/rounding.ts";
import { asked, readingOf, type Scored, varianceOf } from "./design.ts";
import { along, type Cell, type Form, sumAt } from "./sums.ts";
import type { Reading } from "./values.ts";

/** With these a chance of 1 in 300 is the smallest that can be said. */
const PERMUTATIONS = 299;

/** The largest |z| after each shuffle so far, and where the lots go on. */
export type Chances = { largest: number[]; lots: number };

export const NO_CHANCES: Chances = { largest: [], lots: FIRST_LOTS.state };

export const isShuffled = ({ largest }: Chances): boolean => largest.length >= PERMUTATIONS;

/** `(1 + those as large) / (1 + all)`. */
export function chanceOf(z: number, largest: readonly number[]): number {
  const bound = Math.abs(z) - ROUNDING;
  return (1 + largest.filter((one) => one >= bound).length) / (1 + largest.length);
}

/** What the shuffles need of a design: of one reading the scores, the cells that are asked for, and each question's form over them, as z. */
export type Shuffling = {
  blocks: readonly Block[];
  readings: readonly { scores: Float64Array; cells: readonly Cell[]; forms: readonly Form[] }[];
};

export function shufflingOf(scored: Scored): Shuffling {
  const { blocks, scores, cells } = scored;
  const readings = (["plain", "by_format"] as const).flatMap((of: Reading) => {
    const variance = varianceOf(scores[of], blocks);
    const questions = asked(scored).filter(({ factor }) => readingOf(factor) === of);
    // where all are alike nothing differs
    if (!(variance > 0) || questions.length === 0) return [];
    const used = [...new Set(questions.flatMap(({ form }) => form.cells))];
    const numbers = new Map(used.map((cell, number) => [cell, number]));
    const forms = questions.map(({ form, information }) => ({
      cells: form.cells.map((cell) => numbers.get(cell) ?? 0),
      weights: form.weights.map((weight) => weight / Math.sqrt(information * variance)),
    }));
    return [{ scores: scores[of], cells: used.flatMap((cell) => cells[cell] ?? []), forms }];
  });
  return { blocks, readings };
}

/** So many shuffles further: in slices or at once, the same comes out. */
export function shuffled(
  { blocks, readings }: Shuffling,
  chances: Chances = NO_CHANCES,
  count = PERMUTATIONS,
): Chances {
  const lots: Lots = { state: chances.lots };
  const groups = readings.map((one) => ({
    ...one,
    shuffled: one.scores.slice(),
    sums: new Float64Array(one.cells.length),
  }));
  const length = blocks.at(-1)?.to ?? 0;
  const slice = Math.min(count, PERMUTATIONS - chances.largest.length);
  const largest = Array.from({ length: Math.max(0, slice) }, () => {
    // one shuffle for all: what belongs to a post stays together
    const order = shuffle(length, blocks, lots);
    return Math.max(0, ...groups.map((group) => largestOf(group, order)));
  });
  return { largest: [...chances.largest, ...largest], lots: lots.state };
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

type Group = Shuffling["readings"][number] & { shuffled: Float64Array; sums: Float64Array };

/** Nearly all of a look's time goes here. */
function largestOf({ scores, cells, forms, shuffled, sums }: Group, order: Int32Array): number {
  for (let i = 0; i < order.length; i++) shuffled[i] = scores[order[i] as number] as number;
  for (let i = 0; i < cells.length; i++) sums[i] = sumAt(cells[i] as Cell, shuffled);
  let largest = 0;
  for (const form of forms) largest = Math.max(largest, Math.abs(along(form, sums)));
  return largest;
}
