/**
 * What lies between two slices of a look, as texts that are short to read again. First a line for each account: its units,
 * later their values, then their scores. Behind them one for the levels, and one for each account of which it is known what can
 * be asked. Once all is found, what the shuffles need alone.
 */
import type { Level } from "./levels.ts";
import type { Shuffling } from "./permutations.ts";
import type { WorksPost } from "./post.ts";
import type { Answerable } from "./questions.ts";
import type { SettledPost } from "./settled.ts";
import type { Cell, Form } from "./sums.ts";
import type { Units } from "./units.ts";
import type { Readings } from "./values.ts";

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Posts that are not ready yet: as they were read, or those of each account that are judged. */
export const packPosts = (posts: readonly WorksPost[] | readonly SettledPost[][]): string =>
  line(posts);

export const packAccounts = (accounts: readonly (Units | Readings)[]): string =>
  accounts.map(line).join("");

export const packLevels = (levels: readonly Level[]): string => line(levels);

export const packAnswerable = ({ others, left }: Answerable): string =>
  line({
    others: others.map(packCell),
    left: left.map(({ form, ...one }) => ({ ...one, form: packForm(form) })),
  } satisfies PackedAnswerable);

/** Lines that are not read yet, each with its end; `accounts` are units, values or scores. */
export type Lines = { accounts: string[]; levels: string; answerable: string[] };

/**
 * @param accounts how many of the lines are accounts
 * @throws {RangeError} where a line is missing: then nothing can be said
 */
export function linesIn(packed: string, accounts: number): Lines {
  const lines = linesOf(packed);
  const levels = lines[accounts];
  if (accounts === 0 || levels === undefined) throw new RangeError("a line of the look is missing");
  return { accounts: lines.slice(0, accounts), levels, answerable: lines.slice(accounts + 1) };
}

function linesOf(packed: string): string[] {
  const lines: string[] = [];
  let from = 0;
  let end = packed.indexOf("\n") + 1;
  while (end > 0) {
    lines.push(packed.slice(from, end));
    from = end;
    end = packed.indexOf("\n", from) + 1;
  }
  return lines;
}

/** The same of the accounts as they are now. */
export const withAccounts = (
  { levels, answerable }: Lines,
  accounts: readonly (Units | Readings)[],
): string => packAccounts(accounts) + levels + answerable.join("");

/** Where nothing stands behind the accounts. */
export const unpackUnits = (packed: string): Units[] => linesOf(packed).map(unpackAccount<Units>);

export const unpackAccount = <One extends Units | Readings>(account: string): One =>
  JSON.parse(account);

export const unpackLevels = (levels: string): Level[] => JSON.parse(levels);

export function unpackAnswerable(answerable: string): Answerable {
  const { others, left }: PackedAnswerable = JSON.parse(answerable);
  return {
    others: others.map(unpackCell),
    left: left.map(({ form, ...one }) => ({ ...one, form: unpackForm(form) })),
  };
}

/** The last line, and what stands before it. */
export function unpackPosts<Posts>(packed: string): { before: string; posts: Posts } {
  const start = packed.lastIndexOf("\n", packed.length - 2) + 1;
  return { before: packed.slice(0, start), posts: JSON.parse(packed.slice(start)) };
}

type PackedAnswerable = {
  others: PackedCell[];
  left: (Omit<Answerable["left"][number], "form"> & { form: PackedForm })[];
};

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
