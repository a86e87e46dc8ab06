/**
 * The units of a look made ready for its questions: their scores inside blocks, and of each level what the formats, topics and
 * hours beside it leave over, each account's by themselves (Frisch, Waugh 1933). The scores are shuffled as they are (Manly 1986): where
 * nothing differs at all that is exact, and beside a true difference what it adds to them makes the bar a little higher.
 */
import type { Factor } from "../../model/claim.ts";
import { type Block, blocksOf } from "../statistics/blocks.ts";
import { type Level, levelsAmong } from "./levels.ts";
import { type Answerable, cellsOf, type Own, questionsOf } from "./questions.ts";
import { scoresOf } from "./scores.ts";
import { along, type Cell, type Form, squares, sumsAt } from "./sums.ts";
import { countOf, type Units } from "./units.ts";
import type { Reading, Readings } from "./values.ts";

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
  blocks: Block[];
  values: Record<Reading, Float64Array>;
};

/** What is asked of the units, whatever their values. */
export type Questions = {
  /** Each account's levels in their order, then its others; one account after the other. */
  cells: Cell[];
  contrasts: Contrast[];
};

/** What is asked, and the scores that answer. */
export type Scored = Questions & { blocks: Block[]; scores: Record<Reading, Float64Array> };

export type Design = Values & Scored & { accounts: readonly Units[] };

/** A format is judged by its posts as they are; everything else by what posts of their format usually get. */
export const readingOf = (factor: Factor): Reading => (factor === "format" ? "plain" : "by_format");

/** @param accounts of each its units' values */
export const valuesAmong = (accounts: readonly Readings[]): Values => ({
  blocks: blocksAmong(accounts),
  values: oneAfterTheOther(accounts),
});

/** @param accounts of each its units' scores */
export const scoredAmong = (accounts: readonly Readings[], questions: Questions): Scored => ({
  ...questions,
  blocks: blocksAmong(accounts),
  scores: oneAfterTheOther(accounts),
});

export function designOf(accounts: readonly Units[]): Design {
  const values = accounts.map((units) => units.values);
  return {
    accounts,
    ...valuesAmong(values),
    ...scoredAmong(values.map(scoresOf), questionsAmong(accounts)),
  };
}

const oneAfterTheOther = (accounts: readonly Readings[]): Record<Reading, Float64Array> => ({
  plain: Float64Array.from(accounts.flatMap(({ plain }) => plain)),
  by_format: Float64Array.from(accounts.flatMap(({ by_format }) => by_format)),
});

/** Where accounts of so many units stand among all. */
export function placesOf(counts: readonly number[]): Block[] {
  let from = 0;
  return counts.map((count) => {
    const place = { from, to: from + count };
    from = place.to;
    return place;
  });
}

/** They do not reach over two accounts. */
const blocksAmong = (accounts: readonly Readings[]): Block[] =>
  placesOf(accounts.map(({ plain }) => plain.length)).flatMap(({ from, to }) =>
    blocksOf(to - from, from),
  );

export const ownOf = (units: Units, { from, to }: Block): Own => ({
  ...{ from, to, units },
  blocks: blocksOf(to - from, from),
});

/** What is left of a level is each account's own. */
function questionsAmong(accounts: readonly Units[]): Questions {
  const levels = levelsAmong(accounts);
  const places = placesOf(accounts.map(countOf));
  const answerable = places.map((place, at) =>
    questionsOf(levels, ownOf(accounts[at] as Units, place)),
  );
  return joined(levels, places, answerable);
}

/**
 * @param places the accounts'
 * @param answerable of each account what can be told apart there
 */
export function joined(
  levels: readonly Level[],
  places: readonly Block[],
  answerable: readonly Answerable[],
): Questions {
  const cells: Cell[] = [];
  const firsts = answerable.map(({ others }, at) => {
    const place = places[at];
    const first = cells.length;
    if (place) cells.push(...cellsOf(levels, place), ...others);
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
export const asked = ({ contrasts }: Questions): Contrast[] =>
  contrasts.filter(({ state, estimable }) => state === "asked" && estimable);

/** How far a level's scores lie from the others', in standard deviations; 0 where all are alike. */
export function zsOf({ scores, blocks, cells }: Scored): (contrast: Contrast) => number {
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
