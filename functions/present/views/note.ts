/** What people noted of some days, and one note with its form. */
import type { Note } from "../../model/note.ts";
import type { Fault } from "../../model/problem.ts";
import type { ChangeLine, PlannedAccount } from "./calendar.ts";
import type { Chrome } from "./chrome.ts";

/** A note with the accounts that may be seen of it; `null`: all. */
export type NoteLine = Omit<Note, "accounts"> & {
  accounts: PlannedAccount[] | null;
  version: number;
};

/** What stands in the form, as it was typed. No account ticked: all. */
export type TypedNote = {
  from_on: string;
  to_on: string;
  text: string;
  accounts: number[];
  left_out: boolean;
  version: number | null;
};

export type NoteView = {
  screen: "note";
  chrome: Chrome;
  accounts: PlannedAccount[];
  may_plan: boolean;
  /** `null`: a new one. */
  note: NoteLine | null;
  typed: TypedNote;
  faults: Fault[];
  /** Somebody changed it meanwhile: as it stands now; what was typed is in the form. */
  stands: NoteLine | null;
  changes: ChangeLine[];
};
