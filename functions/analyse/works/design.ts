/**
 * The units of a look made ready for its questions: their scores inside blocks, and of each level what the formats, topics and
 * hours beside it leave over, each account's by themselves (Frisch, Waugh 1933). The scores are shuffled as they are (Manly 1986): where
 * nothing differs at all that is exact, and beside a true difference what it adds to them makes the bar a little higher.
 */
import type { Factor } from "../../model/claim.ts";
import { type Block, blocksOf } from "../statistics/blocks.ts";
import { type Level, levelsAmong } from "./levels.ts";
import { type Answerable, cellsOf, type Own, questionsOf } from "./questions.ts";
import { blockScores } from "./scores.ts";
import { along, type Cell, type Form, squares, sumsAt } from "./sums.ts";
import { countOf, type Units } from "./units.ts";
import type { Reading } from "./values.ts";

/** So many posts' worth of a level must be left, and so large a share of it, or it cannot be told apart from the others. */
const FEWEST_LEFT = 4;
const SHARE_LEFT = 0.3;

export type Contrast = Omit<Level, "weights"> & {
  /** What is left of the level, over the design's cells. */
  form: Form;
  /** Sum of its squares: how many posts' worth it says. */
  information: number;
  /** Can it be told apart? */
  estimable: boolean;
};

export type Values = {
  accounts: readonly Units[];
  blocks: Block[];
  values: Record<Reading, Float64Array>;
};

/** What is asked of the units, whatever their values. */
export type Questions = {
  /** Each account's levels in their order, then its others; one account after the other. */
  cells: Cell[];
  contrasts: Contrast[];
};

export type Design = Values & Questions & { scores: Record<Reading, Float64Array> };

/** A format is judged by its posts as they are; everything else by what posts of their format usually get. */
export const readingOf = (factor: Factor): Reading => (factor === "format" ? "plain" : "by_format");

/** Of all accounts one after the other: blocks do not reach over two. */
export const valuesAmong = (accounts: readonly Units[]): Values => ({
  accounts,
  blocks: ownOf(accounts).flatMap(({ blocks }) => blocks),
  values: {
    plain: Float64Array.from(accounts.flatMap(({ values }) => values.plain)),
    by_format: Float64Array.from(accounts.flatMap(({ values }) => values.by_format)),
  },
});

/** @param questions those of the same units, where they are known */
export function designOf(accounts: readonly Units[], questions = questionsAmong(accounts)): Design {
  const given = valuesAmong(accounts);
  const { blocks, values } = given;
  return {
    ...given,
    ...questions,
    scores: {
      plain: blockScores(values.plain, blocks),
      by_format: blockScores(values.by_format, blocks),
    },
  };
}

/** Where each account's units stand among all. */
export function ownOf(accounts: readonly Units[]): Own[] {
  let from = 0;
  return accounts.map((units) => {
    const to = from + countOf(units);
    const one = { from, to, units, blocks: blocksOf(to - from, from) };
    from = to;
    return one;
  });
}

/** What is left of a level is each account's own. */
function questionsAmong(accounts: readonly Units[]): Questions {
  const levels = levelsAmong(accounts);
  const own = ownOf(accounts);
  return joined(
    levels,
    own,
    own.map((one) => questionsOf(levels, one)),
  );
}

/** @param answerable of each account what can be told apart there */
export function joined(
  levels: readonly Level[],
  own: readonly Own[],
  answerable: readonly Answerable[],
): Questions {
  const cells: Cell[] = [];
  const firsts = answerable.map(({ others }, at) => {
    const block = own[at];
    const first = cells.length;
    if (block) cells.push(...cellsOf(levels, block), ...others);
    return first;
  });
  const contrasts = levels.map(({ weights: _, ...level }, at): Contrast => {
    const left = answerable.flatMap((of) => of.left[at] ?? []);
    const whole = totalOf(left.map((one) => one.whole));
    const information = totalOf(left.map((one) => one.information));
    const estimable = information >= FEWEST_LEFT && information >= SHARE_LEFT * whole;
    const form = {
      cells: left.flatMap((one, account) =>
        one.form.cells.map((cell) => (firsts[account] ?? 0) + cell),
      ),
      weights: left.flatMap((one) => one.form.weights),
    };
    return { ...level, form, information, estimable };
  });
  return { cells, contrasts };
}

const totalOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** What the scores vary by, per degree of freedom: the same after every permutation inside the blocks. */
export const varianceOf = (scores: Float64Array, blocks: readonly Block[]): number =>
  squares(scores) / (scores.length - blocks.length);

/** The questions whose answers are compared with chance. */
export const asked = ({ contrasts }: Design): Contrast[] =>
  contrasts.filter(({ state, estimable }) => state === "asked" && estimable);

/** How far a level's scores lie from the others', in standard deviations; 0 where all are alike. */
export function zsOf({ scores, blocks, cells }: Design): (contrast: Contrast) => number {
  const at = (reading: Reading) => ({
    sums: sumsAt(cells, scores[reading]),
    variance: varianceOf(scores[reading], blocks),
  });
  const of = { plain: at("plain"), by_format: at("by_format") };
  return ({ factor, form, information }) => {
    const { sums, variance } = of[readingOf(factor)];
    return variance > 0 ? along(form, sums) / Math.sqrt(information * variance) : 0;
  };
}
