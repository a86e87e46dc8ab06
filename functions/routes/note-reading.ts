/** Notes as whoever asks may see them, and one note's page: what is in its form, who changed it. */
import { isDay, type Period } from "../model/day.ts";
import { LONGEST_NOTE } from "../model/note.ts";
import { type Fault, Problem } from "../model/problem.ts";
import { toNoteLine } from "../present/note-lines.ts";
import { toChangeLine } from "../present/plan-lines.ts";
import type { NoteLine, NoteView, TypedNote } from "../present/views/note.ts";
import { type AccountRow, listParked } from "../store/accounts.ts";
import { listChangesOf } from "../store/changes.ts";
import { findNote, listLeftOut, listNotes, type NoteRow } from "../store/notes.ts";
import type { Ctx } from "./env.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayTell, plannable } from "./planning.ts";
import { todayOf, visibleAccounts } from "./reading.ts";

/** Of a note so many changes are told. */
const MOST_CHANGES = 30;

/** Those of a period that are of all accounts, or of one of those that may be seen. */
export async function seenNotes(
  c: Ctx,
  period: Period,
  accounts: readonly AccountRow[] | Promise<readonly AccountRow[]>,
): Promise<NoteLine[]> {
  const [rows, parked, visible] = await Promise.all([
    listNotes(c.env.DB, period),
    listParked(c.env.DB),
    accounts,
  ]);
  return rows.flatMap((row) => toNoteLine(row, plannable(visible), parked) ?? []);
}

/** All whose days are left out of the norm. */
export async function seenLeftOut(c: Ctx): Promise<NoteLine[]> {
  const [rows, parked, visible] = await Promise.all([
    listLeftOut(c.env.DB),
    listParked(c.env.DB),
    visibleAccounts(c, c.get("caller")?.link ?? null),
  ]);
  return rows.flatMap((row) => toNoteLine(row, plannable(visible), parked) ?? []);
}

/** One that was just written, or asked for. Throws `not_found` where it is of no account that may be seen. */
export async function seenNote(c: Ctx, row: NoteRow | null): Promise<NoteLine> {
  const [visible, parked] = await Promise.all([
    visibleAccounts(c, c.get("caller")?.link ?? null),
    listParked(c.env.DB),
  ]);
  const line = row && toNoteLine(row, plannable(visible), parked);
  if (!line) throw new Problem("not_found", "there is no such note");
  return line;
}

type Asked = { id: number | null; typed?: TypedNote; faults?: readonly Fault[] };

export async function noteView(c: Ctx, { id, typed, faults = [] }: Asked): Promise<NoteView> {
  const [visible, row, changes] = await Promise.all([
    visibleAccounts(c, c.get("caller")?.link ?? null),
    id === null ? null : findNote(c.env.DB, id),
    id === null ? [] : listChangesOf(c.env.DB, "note", id, MOST_CHANGES),
  ]);
  const accounts = plannable(visible);
  const note = id === null ? null : await seenNote(c, row);
  const stale = faults.some(({ code }) => code === "stale_version");
  return {
    screen: "note",
    chrome: chromeOf(c),
    accounts,
    may_plan: mayPlan(c),
    note,
    // saved again, it replaces what stands now, which is shown beside it
    typed: typed ? { ...typed, version: note?.version ?? null } : formOf(note, c, accounts),
    faults: stale ? [] : [...faults],
    stands: stale ? note : null,
    changes: changes.filter((change) => mayTell(c, change)).map(toChangeLine),
  };
}

/** A note as it stands; for a new one what an address offers: `?from=&to=&text=&account=&left_out=`. */
function formOf(note: NoteLine | null, c: Ctx, accounts: NoteView["accounts"]): TypedNote {
  if (note) {
    return {
      from_on: note.from_on,
      to_on: note.to_on,
      text: note.text,
      accounts: note.accounts?.map(({ id }) => id) ?? [],
      left_out: note.left_out,
      version: note.version,
    };
  }
  const { from = "", to = "", text = "", account, left_out } = c.req.query();
  const day = isDay(from) ? from : todayOf(c);
  return {
    from_on: day,
    to_on: isDay(to) ? to : day,
    text: text.slice(0, LONGEST_NOTE),
    accounts: accounts.filter(({ id }) => id === Number(account)).map(({ id }) => id),
    left_out: left_out === "true",
    version: null,
  };
}

/** As it was typed, also where it is refused. */
export const typedNote = (form: URLSearchParams): TypedNote => ({
  from_on: form.get("from_on") ?? "",
  to_on: form.get("to_on") ?? "",
  text: form.get("text") ?? "",
  accounts: form.getAll("accounts").map(Number),
  left_out: form.get("left_out") === "true",
  version: form.has("version") ? Number(form.get("version")) : null,
});
