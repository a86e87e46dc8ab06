/** Notes as the screens and the API show them. */
import { standingIn } from "../model/account.ts";
import type { Note } from "../model/note.ts";
import type { ExportRow } from "./export-rows.ts";
import { named } from "./plan-lines.ts";
import type { PlannedAccount } from "./views/calendar.ts";
import type { NoteLine } from "./views/note.ts";

type Parked = { id: number; merged_into: number | null };

/**
 * What an account was merged into counts as that account.
 * @param accounts those that may be seen
 * @returns `null` where it is of none of them
 */
export function toNoteLine(
  note: Note & { version: number },
  accounts: readonly PlannedAccount[],
  parked: readonly Parked[],
): NoteLine | null {
  const ids = standingIn(parked, note.accounts);
  const own = ids && accounts.filter(({ id }) => ids.includes(id)).map(named);
  return own?.length === 0 ? null : { ...note, accounts: own };
}

/** A row for each of its accounts; one of all names none. */
export const noteRows = (note: NoteLine): ExportRow<"notes">[] =>
  (note.accounts ?? [null]).map((account) => ({
    from: note.from_on,
    to: note.to_on,
    platform: account?.platform ?? null,
    account: account?.handle ?? null,
    text: note.text,
    left_out: note.left_out,
  }));

export const toNoteJson = ({ accounts, ...note }: NoteLine) => ({
  ...note,
  accounts: accounts?.map(({ id }) => id) ?? null,
});
