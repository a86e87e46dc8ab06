/**
 * The units of a look made ready for its questions: their scores inside blocks, and of each level what the formats, topics and
 * hours beside it leave over, each account's by themselves (Frisch, Waugh 1933). The scores are shuffled as they are (Manly 1986): where
 * nothing differs at all that is exact, and beside a true difference what it adds to them makes the bar a little higher.
 */
import type { Factor } from "../../model/claim.ts";
import { type Block, blocksOf, lessBlock } from "../statistics/blocks.ts";
import { medianOf } from "../statistics/middle.ts";
import { type Level, levelsAmong } from "./levels.ts";
import { type Left, type Own, questionsOf } from "./questions.ts";
import { blockScores } from "./scores.ts";
import { along, type Cell, type Form, squares, sumsAt } from "./sums.ts";
import type { Unit } from "./units.ts";

/** So many posts' worth of a level must be left, and so large a share of it, or it cannot be told apart from the others. */
const FEWEST_LEFT = 4;
const SHARE_LEFT = 0.3;

/** As if so many posts as usual as the account's others stood at each format. */
const SHRINK_FORMAT = 3;

export type Contrast = Omit<Level, "weights"> & {
  /** What is left of the level, over the design's cells. */
  form: Form;
  /** Sum of its squares: how many posts' worth it says. */
  information: number;
  /** Can it be told apart? */
  estimable: boolean;
};

/** ln against the block's median: as it is, or less what is usual for the post's format. */
export type Reading = "plain" | "by_format";

export type Values = {
  units: readonly Unit[];
  blocks: Block[];
  values: Record<Reading, Float64Array>;
};

/** What is asked of the units, whatever their values. */
export type Questions = {
  /** Each account's levels in their order, then its others; one account after the other. */
  cells: Cell[];
  /** Of each account the number of its first cell. */
  firsts: number[];
  contrasts: Contrast[];
};

export type Design = Values & Questions & { scores: Record<Reading, Float64Array> };

/** A format is judged by its posts as they are; everything else by what posts of their format usually get. */
export const readingOf = (factor: Factor): Reading => (factor === "format" ? "plain" : "by_format");

/** @param accounts the units of each, oldest first: blocks do not reach over two */
export function valuesOf(accounts: readonly (readonly Unit[])[]): Values {
  const own = ownOf(accounts);
  const units = own.flatMap((one) => one.units);
  const blocks = own.flatMap((one) => one.blocks);
  const plain = lessBlock(
    Float64Array.from(units, ({ log }) => log),
    blocks,
    medianOf,
  );
  return { units, blocks, values: { plain, by_format: lessFormat(plain, own) } };
}

/**
 * @param accounts the units of each, oldest first: blocks do not reach over two
 * @param questions those of the same units, where they are known
 */
export function designOf(
  accounts: readonly (readonly Unit[])[],
  questions = questionsAmong(accounts),
): Design {
  const given = valuesOf(accounts);
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

function ownOf(accounts: readonly (readonly Unit[])[]): Own[] {
  let from = 0;
  return accounts.map((units) => {
    const one = { from, to: from + units.length, units, blocks: blocksOf(units.length, from) };
    from = one.to;
    return one;
  });
}

/** Less what is usual for a format on its account: what videos do for one says nothing of another's. */
function lessFormat(values: Float64Array, own: readonly Own[]): Float64Array {
  const left = values.slice();
  for (const { from, units } of own) {
    for (const places of Map.groupBy(units.keys(), (at) => units[at]?.labels.format).values()) {
      const median = medianOf(Float64Array.from(places, (place) => values[from + place] ?? 0));
      const usual = (median * places.length) / (places.length + SHRINK_FORMAT);
      for (const place of places) left[from + place] = (values[from + place] ?? 0) - usual;
    }
  }
  return left;
}

/** @param accounts the units of each, oldest first: what is left of a level is each account's own */
export function questionsAmong(accounts: readonly (readonly Unit[])[]): Questions {
  const levels = levelsAmong(accounts.flat());
  const cells: Cell[] = [];
  const firsts: number[] = [];
  const lefts = ownOf(accounts).map((one): Left[] => {
    firsts.push(cells.length);
    const of = questionsOf(levels, one, cells.length);
    cells.push(...of.cells);
    return of.left;
  });
  const contrasts = levels.map(({ weights: _, ...level }, at): Contrast => {
    const left = lefts.flatMap((of) => of[at] ?? []);
    const whole = totalOf(left.map((one) => one.whole));
    const information = totalOf(left.map((one) => one.information));
    const estimable = information >= FEWEST_LEFT && information >= SHARE_LEFT * whole;
    return { ...level, form: joined(left.map(({ form }) => form)), information, estimable };
  });
  return { cells, firsts, contrasts };
}

const totalOf = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

const joined = (forms: readonly Form[]): Form => ({
  cells: forms.flatMap(({ cells }) => cells),
  weights: forms.flatMap(({ weights }) => weights),
});

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
