import type { Period } from "./day.ts";
import type { Day } from "./snapshot.ts";

export const LONGEST_NOTE = 200;

/** What a person notes of some days, both ends included: drawn on every chart, told in the report. */
export type NoteFields = {
  from_on: Day;
  to_on: Day;
  text: string;
  /** The ids of the accounts that it is of; `null`: all. */
  accounts: number[] | null;
  /** The posts of its days are left out of the norm. */
  left_out: boolean;
};

export type Note = NoteFields & { id: number };

export const isOf = ({ accounts }: Pick<NoteFields, "accounts">, account: number): boolean =>
  accounts === null || accounts.includes(account);

/**
 * The days of an account on which nobody need post, for what looks for silences: those of notes that are left out.
 * @param within days that matter: a note may be of years
 */
export const closedDays = (
  notes: readonly Pick<NoteFields, "from_on" | "to_on" | "accounts" | "left_out">[],
  account: number,
  within: Period,
): Period[] =>
  notes
    .filter((note) => note.left_out && isOf(note, account))
    .map(({ from_on, to_on }) => ({
      from: from_on < within.from ? within.from : from_on,
      to: to_on > within.to ? within.to : to_on,
    }))
    .filter(({ from, to }) => from <= to);
