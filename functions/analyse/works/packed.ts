/**
 * What lies between two slices of a look, as texts that are short to read again: units with each word said once, and its
 * questions, or what the shuffles need of them, as lists of numbers.
 */
import type { Contrast, Questions } from "./design.ts";
import type { Labelled } from "./labels.ts";
import type { Shuffling } from "./permutations.ts";
import type { Cell, Form } from "./sums.ts";
import type { Unit } from "./units.ts";

/** A list a field, each as long as there are units. Of a label the number of its word, from 1 on; 0: unknown. */
type PackedAccount = {
  words: string[];
  post: string[];
  at: number[];
  interactions: number[];
  log: number[];
  labels: Record<Labelled, number[]>;
  tags: number[][];
  week_posts: number[];
};

/** A line for each account. */
export const packUnits = (accounts: readonly (readonly Unit[])[]): string =>
  accounts.map((units) => `${JSON.stringify(packAccount(units))}\n`).join("");

export const unpackUnits = (packed: string): Unit[][] =>
  packed
    .split("\n")
    .slice(0, -1)
    .map((line) => unpackAccount(JSON.parse(line)));

function packAccount(units: readonly Unit[]): PackedAccount {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string | null): number => {
    if (word === null) return 0;
    const known = numbers.get(word) ?? words.push(word);
    numbers.set(word, known);
    return known;
  };
  const of = (name: Labelled): number[] => units.map(({ labels }) => numberOf(labels[name]));
  return {
    post: units.map(({ post }) => post),
    at: units.map(({ at }) => at),
    interactions: units.map(({ interactions }) => interactions),
    log: units.map(({ log }) => log),
    labels: {
      format: of("format"),
      topic: of("topic"),
      hours: of("hours"),
      weekday: of("weekday"),
      length: of("length"),
      hashtags: of("hashtags"),
      question: of("question"),
    },
    tags: units.map(({ labels }) => labels.tags.map(numberOf)),
    week_posts: units.map(({ labels }) => labels.week_posts),
    words,
  };
}

function unpackAccount({ words, labels, ...of }: PackedAccount): Unit[] {
  const word = (number = 0): string | null => words[number - 1] ?? null;
  const wordOf = (tag: number): string => words[tag - 1] ?? "";
  return of.post.map((post, i) => ({
    post,
    at: of.at[i] ?? 0,
    interactions: of.interactions[i] ?? 0,
    log: of.log[i] ?? 0,
    labels: {
      format: word(labels.format[i]),
      topic: word(labels.topic[i]),
      hours: word(labels.hours[i]),
      weekday: word(labels.weekday[i]),
      length: word(labels.length[i]),
      hashtags: word(labels.hashtags[i]),
      question: word(labels.question[i]),
      tags: of.tags[i]?.map(wordOf) ?? [],
      week_posts: of.week_posts[i] ?? 1,
    },
  }));
}

type PackedCell = [places: Cell["places"], weights: Cell["weights"]];
type PackedForm = [cells: Form["cells"], weights: Form["weights"]];

const packCell = ({ places, weights }: Cell): PackedCell => [places, weights];
const unpackCell = ([places, weights]: PackedCell): Cell => ({ places, weights });
const packForm = ({ cells, weights }: Form): PackedForm => [cells, weights];
const unpackForm = ([cells, weights]: PackedForm): Form => ({ cells, weights });

/** Where its units stand the cells say. */
type PackedContrast = Omit<Contrast, "form" | "places"> & { form: PackedForm };
type PackedQuestions = { cells: PackedCell[]; firsts: number[]; contrasts: PackedContrast[] };

/** One line. */
export const packQuestions = ({ cells, firsts, contrasts }: Questions): string =>
  JSON.stringify({
    cells: cells.map(packCell),
    firsts,
    contrasts: contrasts.map(({ places: _, form, ...one }) => ({ ...one, form: packForm(form) })),
  } satisfies PackedQuestions);

export function unpackQuestions(packed: string): Questions {
  const { cells, firsts, contrasts } = JSON.parse(packed) as PackedQuestions;
  return {
    cells: cells.map(unpackCell),
    firsts,
    contrasts: contrasts.map((one, at) => ({
      ...one,
      places: firsts.flatMap((first) => cells[first + at]?.[0] ?? []),
      form: unpackForm(one.form),
    })),
  };
}

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
