/**
 * The units of a look made ready for its questions: their scores inside blocks, and of each level what the formats, topics and
 * hours beside it leave over, each account's by themselves (Frisch, Waugh 1933). The scores are shuffled as they are (Manly 1986): where
 * nothing differs at all that is exact, and beside a true difference what it adds to them makes the bar a little higher.
 */
import type { Factor } from "../../model/claim.ts";
import { type Block, blocksOf, lessBlock, meanOf, medianOf } from "./blocks.ts";
import { columnsOf, HELD_STILL, type Level, levelsAmong } from "./levels.ts";
import { basisOf, dot, without } from "./residuals.ts";
import { blockScores } from "./scores.ts";
import type { Unit } from "./units.ts";

/** So many posts' worth of a level must be left, and so large a share of it, or it cannot be told apart from the others. */
const FEWEST_LEFT = 4;
const SHARE_LEFT = 0.3;

/** As if so many posts as usual as the account's others stood at each format. */
const SHRINK_FORMAT = 3;

export type Contrast = Level & {
  /** What is left of the column, block by block about nought. */
  residual: Float64Array;
  /** Sum of its squares: how many posts' worth it says. */
  information: number;
  /** Can it be told apart? */
  estimable: boolean;
};

/** ln against the block's median: as it is, or less what is usual for the post's format. */
export type Reading = "plain" | "by_format";

export type Design = {
  units: readonly Unit[];
  blocks: Block[];
  values: Record<Reading, Float64Array>;
  scores: Record<Reading, Float64Array>;
  contrasts: Contrast[];
};

/** A format is judged by its posts as they are; everything else by what posts of their format usually get. */
export const readingOf = (factor: Factor): Reading => (factor === "format" ? "plain" : "by_format");

/** One account's units among all: which blocks they are cut into. */
type Own = Block & { units: readonly Unit[]; blocks: Block[] };

/** @param accounts the units of each, oldest first: blocks do not reach over two */
export function designOf(accounts: readonly (readonly Unit[])[]): Design {
  const own = ownOf(accounts);
  const units = accounts.flat();
  const blocks = own.flatMap((one) => one.blocks);
  const plain = lessBlock(
    Float64Array.from(units, ({ log }) => log),
    blocks,
    medianOf,
  );
  const by_format = lessFormat(plain, own);
  return {
    units,
    blocks,
    values: { plain, by_format },
    scores: { plain: blockScores(plain, blocks), by_format: blockScores(by_format, blocks) },
    contrasts: contrastsOf(units, own),
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

function contrastsOf(units: readonly Unit[], own: readonly Own[]): Contrast[] {
  const besides = own.map((one) => ({ ...one, basis: besideOf(one.units) }));
  const blocks = own.flatMap((one) => one.blocks);
  return levelsAmong(units).map((level) => {
    const whole = lessBlock(level.column, blocks, meanOf);
    const residual = new Float64Array(whole.length);
    for (const { from, to, basis } of besides) {
      residual.set(without(whole.subarray(from, to), basis(level.factor)), from);
    }
    const information = dot(residual, residual);
    const estimable = information >= FEWEST_LEFT && information >= SHARE_LEFT * dot(whole, whole);
    return { ...level, residual, information, estimable };
  });
}

/**
 * What stands beside a factor on one account, as a basis: its formats, topics and hours, less the factor itself, which does not
 * explain itself away.
 */
function besideOf(units: readonly Unit[]): (factor: Factor) => Float64Array[] {
  const blocks = blocksOf(units.length);
  const held = HELD_STILL.map((factor) => ({
    factor,
    columns: columnsOf(factor, units).map((column) => lessBlock(column, blocks, meanOf)),
  }));
  const bases = new Map<Factor | null, Float64Array[]>();
  return (factor) => {
    const key = HELD_STILL.find((name) => name === factor) ?? null;
    let found = bases.get(key);
    if (!found) {
      found = basisOf(held.flatMap(({ factor: name, columns }) => (name === key ? [] : columns)));
      bases.set(key, found);
    }
    return found;
  };
}

/** What the scores vary by, per degree of freedom: the same after every permutation inside the blocks. */
export const varianceOf = (scores: Float64Array, blocks: readonly Block[]): number =>
  dot(scores, scores) / (scores.length - blocks.length);

/** The questions whose answers are compared with chance. */
export const asked = ({ contrasts }: Design): Contrast[] =>
  contrasts.filter(({ state, estimable }) => state === "asked" && estimable);

/** How far a level's scores lie from the others', in standard deviations. */
export function zOf(
  { factor, residual, information }: Contrast,
  { scores, blocks }: Design,
): number {
  const of = scores[readingOf(factor)];
  const variance = varianceOf(of, blocks);
  // all alike: nothing differs
  return variance > 0 ? dot(residual, of) / Math.sqrt(information * variance) : 0;
}
