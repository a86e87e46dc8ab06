/**
 * A look's questions, each account's levels as cells and what the formats, topics and hours beside a level leave of it as a
 * form over them (Frisch, Waugh 1933). Columns are taken inside blocks, about nought in each: of two cells that leaves their
 * common units less, block by block, what chance would put together.
 */
import type { Factor } from "../../model/claim.ts";
import type { Block } from "../statistics/blocks.ts";
import { type Explain, explainedBy } from "./least-squares.ts";
import { HELD_STILL, type Level } from "./levels.ts";
import type { Cell, Form } from "./sums.ts";
import { countOf, type Units } from "./units.ts";

/** Fewer posts at a level are not worth a column of their own. */
const FEWEST_HELD = 5;

/** One account's units among all: which blocks they are cut into. */
export type Own = Block & { units: Units; blocks: readonly Block[] };

/** What is left of a level on one account. */
type Left = {
  form: Form;
  /** Sum of the squares of its column, and of what is left of it. */
  whole: number;
  information: number;
};

/** A cell that is held still beside the others: of which factor, and where its units stand. */
type Held = { factor: Factor; cell: number; places: readonly number[] };

/**
 * What can be asked of one account. Its cells are its levels in their order, then `others`, posts of which a factor is
 * unknown; forms number them from 0 on.
 */
export type Answerable = { others: Cell[]; left: Left[] };

/** An account's units of each level. */
export const cellsOf = (levels: readonly Level[], own: Block): Cell[] =>
  levels.map((level) => cellOf(level, own));

export function questionsOf(levels: readonly Level[], own: Own): Answerable {
  const cells = cellsOf(levels, own);
  const held: Held[] = [];
  for (const factor of HELD_STILL) {
    for (const { at, places } of columnsOf(factor, levels, cells, own)) {
      held.push({ factor, places, cell: at ?? cells.push({ places, weights: null }) - 1 });
    }
  }
  const innerOf = innerProducts(held, own);
  const inner = cells.map(innerOf);
  const explainers = new Map<Factor | null, { kept: readonly number[]; explain: Explain }>();
  // what explains a factor is all but itself, which does not explain itself away
  const explainerOf = (factor: Factor) => {
    const key = HELD_STILL.find((name) => name === factor) ?? null;
    let found = explainers.get(key);
    if (!found) {
      const kept = held.flatMap((one, at) => (one.factor === key ? [] : at));
      const among = held.flatMap(({ factor: name, cell }) =>
        name === key ? [] : picked(inner[cell]?.products ?? new Float64Array(), kept),
      );
      found = { kept, explain: explainedBy(among) };
      explainers.set(key, found);
    }
    return found;
  };
  const left = levels.map(({ factor }, at): Left => {
    const { whole, products } = inner[at] ?? { whole: 0, products: new Float64Array() };
    const { kept, explain } = explainerOf(factor);
    const { explained, of } = explain(picked(products, kept));
    return {
      form: {
        cells: [at, ...kept.map((number) => held[number]?.cell ?? 0)],
        weights: [1, ...Array.from(of, (much) => -much)],
      },
      whole,
      information: Math.max(0, whole - explained),
    };
  });
  return { others: cells.slice(levels.length), left };
}

function picked(products: Float64Array, kept: readonly number[]): Float64Array {
  const some = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) some[i] = products[kept[i] as number] ?? 0;
  return some;
}

/** A level's units that are this account's. */
function cellOf({ places, weights }: Level, { from, to }: Block): Cell {
  const start = firstFrom(places, from);
  const end = firstFrom(places, to);
  return { places: places.slice(start, end), weights: weights?.slice(start, end) ?? null };
}

/** Where, in a list that rises, the first stands that is no less. */
function firstFrom(places: readonly number[], least: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A factor's columns: one a level, less the commonest, against which the others stand. Unknown is a level too. */
function columnsOf(
  factor: (typeof HELD_STILL)[number],
  levels: readonly Level[],
  cells: readonly Cell[],
  { from, units }: Own,
): { at: number | null; places: readonly number[] }[] {
  const known = levels.flatMap((level, at) => {
    const places = cells[at]?.places;
    return level.factor === factor && places ? [{ at, label: level.level, places }] : [];
  });
  const unknown = units.labels[factor].flatMap((number, index) =>
    number === 0 ? from + index : [],
  );
  return [...known, { at: null, label: "null", places: unknown }]
    .filter(({ places }) => places.length >= FEWEST_HELD)
    .sort((a, b) => b.places.length - a.places.length || (a.label < b.label ? -1 : 1))
    .slice(1);
}

/** Of a cell with itself and with each that is held still, block by block about nought. */
function innerProducts(
  held: readonly Held[],
  { from, units, blocks }: Own,
): (cell: Cell) => { whole: number; products: Float64Array } {
  const count = countOf(units);
  const blockAt = new Int32Array(count);
  for (const [number, block] of blocks.entries()) {
    blockAt.fill(number, block.from - from, block.to - from);
  }
  const sizes = blocks.map((block) => block.to - block.from);
  const inBlocks = ({ places, weights }: Cell): Float64Array => {
    const sums = new Float64Array(blocks.length);
    for (let i = 0; i < places.length; i++) {
      const block = blockAt[(places[i] as number) - from] as number;
      sums[block] = (sums[block] as number) + (weights?.[i] ?? 1);
    }
    return sums;
  };
  const heldSums = held.map(({ places }) => inBlocks({ places, weights: null }));
  // at which of a factor's columns a unit stands; −1: at none
  const heldAt = HELD_STILL.map((factor) => {
    const at = new Int16Array(count).fill(-1);
    for (const [number, { factor: name, places }] of held.entries()) {
      if (name === factor) for (const place of places) at[place - from] = number;
    }
    return at;
  });
  return (cell) => {
    const sums = inBlocks(cell);
    const means = sums.map((sum, block) => sum / (sizes[block] as number));
    const byChance = (others: Float64Array): number => {
      let total = 0;
      for (let i = 0; i < means.length; i++) total += (means[i] as number) * (others[i] as number);
      return total;
    };
    const products = new Float64Array(held.length);
    let squares = 0;
    for (let i = 0; i < cell.places.length; i++) {
      const weight = cell.weights?.[i] ?? 1;
      squares += weight ** 2;
      for (const at of heldAt) {
        const number = at[(cell.places[i] as number) - from] as number;
        if (number >= 0) products[number] = (products[number] as number) + weight;
      }
    }
    for (const [number, others] of heldSums.entries()) {
      products[number] = (products[number] as number) - byChance(others);
    }
    return { whole: Math.max(0, squares - byChance(sums)), products };
  };
}
