/** The days on which nobody answers: public holidays and shared leave, and what the library itself left out. */
import type { AlmanacFields } from "../../model/almanac.ts";
import type { Period } from "../../model/day.ts";
import { closedDays, type NoteFields } from "../../model/note.ts";

export type ClosedDays = {
  /** The library's almanac, its people's corrections in it. */
  almanac: readonly AlmanacFields[];
  /** The same as take days out of silences. */
  notes: readonly Pick<NoteFields, "from_on" | "to_on" | "accounts" | "left_out">[];
};

/** Of an account, within these days. */
export const closedFor = (
  { almanac, notes }: ClosedDays,
  account: number,
  within: Period,
): Period[] => [
  ...almanac
    .filter(({ kind }) => kind === "public" || kind === "shared_leave")
    .map(({ from_on, to_on }) => ({ from: from_on, to: to_on })),
  ...closedDays(notes, account, within),
];
