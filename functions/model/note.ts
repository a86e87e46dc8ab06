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
