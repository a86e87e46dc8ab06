/** What the form of a note does: a plain one, which works without a script, and leads back to its days in the calendar. */
import { changeNote, createNote, removeNote } from "../jobs/planning/notes.ts";
import { newNote, noteChange } from "../normalise/note.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { noteView, typedNote } from "./note-reading.ts";
import { backToCalendar, planningOf } from "./planning.ts";
import { idOf } from "./reading.ts";

export const noteForms = {
  "POST /notes": async (c) => {
    const form = await formOf(c);
    return orAgain(
      c,
      async () => {
        const { id, from_on } = await createNote(c.env.DB, planningOf(c), newNote(fieldsOf(form)));
        return back(c, id, from_on);
      },
      (problem) => noteView(c, { id: null, typed: typedNote(form), faults: problem.problems }),
    );
  },

  "POST /notes/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    const seen = Number(form.get("version"));
    return orAgain(
      c,
      async () => {
        if (form.get("do") === "remove") {
          await removeNote(c.env.DB, planningOf(c), id, seen);
          return back(c, id, null);
        }
        const { version, fields } = noteChange({ ...fieldsOf(form), version: seen });
        const { from_on } = await changeNote(c.env.DB, planningOf(c), id, version, fields);
        return back(c, id, from_on);
      },
      (problem) => noteView(c, { id, typed: typedNote(form), faults: problem.problems }),
    );
  },
} satisfies Handlers;

/** To the month of its first day: a note is often of days that are over. */
const back = (c: Ctx, id: number, on: string | null): Promise<Response> =>
  backToCalendar(c, "note", id, on, on?.slice(0, 7) ?? null);

/** The form's fields as the API takes them. */
const fieldsOf = (form: URLSearchParams): Record<string, unknown> => {
  const { version: _, accounts, ...fields } = typedNote(form);
  return { ...fields, accounts: accounts.length === 0 ? null : accounts };
};
