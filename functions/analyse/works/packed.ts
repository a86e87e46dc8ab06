/**
 * What lies between two slices of a look, as texts that are short to read again. First a line for each account, then one for
 * the levels, then one for each account of which it is known what can be asked; once all is found, what the shuffles need alone.
 */
import type { Level } from "./levels.ts";
import type { Shuffling } from "./permutations.ts";
import type { WorksPost } from "./post.ts";
import type { Answerable } from "./questions.ts";
import type { SettledPost } from "./settled.ts";
import type { Cell, Form } from "./sums.ts";
import type { Units } from "./units.ts";

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Posts that are not ready yet: as they were read, or those of each account that are judged. */
export const packPosts = (posts: readonly WorksPost[] | readonly SettledPost[][]): string =>
  line(posts);

export const packUnits = (accounts: readonly Units[]): string => accounts.map(line).join("");

export const packLevels = (levels: readonly Level[]): string => line(levels);

export const packAnswerable = ({ others, left }: Answerable): string =>
  line({
    others: others.map(packCell),
    left: left.map(({ form, ...one }) => ({ ...one, form: packForm(form) })),
  } satisfies PackedAnswerable);

/** @param accounts how many of its lines are accounts */
export function unpackAsking(
  packed: string,
  accounts: number,
): { accounts: Units[]; levels: Level[]; answerable: Answerable[] } {
  const lines = packed.split("\n").slice(0, -1);
  return {
    accounts: lines.slice(0, accounts).map((one) => JSON.parse(one)),
    levels: JSON.parse(lines[accounts] ?? "[]"),
    answerable: lines.slice(accounts + 1).map((one) => unpackAnswerable(JSON.parse(one))),
  };
}

export const unpackUnits = (packed: string): Units[] =>
  packed
    .split("\n")
    .slice(0, -1)
    .map((one) => JSON.parse(one));

/** The last line, and what stands before it. */
export function unpackPosts<Posts>(packed: string): { before: string; posts: Posts } {
  const start = packed.lastIndexOf("\n", packed.length - 2) + 1;
  return { before: packed.slice(0, start), posts: JSON.parse(packed.slice(start)) };
}

type PackedAnswerable = {
  others: PackedCell[];
  left: (Omit<Answerable["left"][number], "form"> & { form: PackedForm })[];
};

const unpackAnswerable = ({ others, left }: PackedAnswerable): Answerable => ({
  others: others.map(unpackCell),
  left: left.map(({ form, ...one }) => ({ ...one, form: unpackForm(form) })),
});

type PackedCell = [places: Cell["places"], weights: Cell["weights"]];
type PackedForm = [cells: Form["cells"], weights: Form["weights"]];

const packCell = ({ places, weights }: Cell): PackedCell => [places, weights];
const unpackCell = ([places, weights]: PackedCell): Cell => ({ places, weights });
const packForm = ({ cells, weights }: Form): PackedForm => [cells, weights];
const unpackForm = ([cells, weights]: PackedForm): Form => ({ cells, weights });

type PackedReading = { scores: number[]; cells: PackedCell[]; forms: PackedForm[] };
type PackedShuffling = { blocks: number[]; readings: PackedReading[] };

export const packShuffling = ({ blocks, readings }: Shuffling): string =>
  JSON.stringify({
    blocks: blocks.map(({ to }) => to),
    readings: readings.map(({ scores, cells, forms }) => ({
      scores: Array.from(scores),
      cells: cells.map(packCell),
      forms: forms.map(packForm),
    })),
  } satisfies PackedShuffling);

export function unpackShuffling(packed: string): Shuffling {
  const { blocks, readings } = JSON.parse(packed) as PackedShuffling;
  return {
    blocks: blocks.map((to, index) => ({ from: blocks[index - 1] ?? 0, to })),
    readings: readings.map(({ scores, cells, forms }) => ({
      scores: Float64Array.from(scores),
      cells: cells.map(unpackCell),
      forms: forms.map(unpackForm),
    })),
  };
}
