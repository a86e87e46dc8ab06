/** Notes over HTTP: listed, made, changed, taken away; every change noted. */
import { changeNote, createNote, removeNote } from "../jobs/planning/notes.ts";
import { newNote, noteChange } from "../normalise/note.ts";
import { toNoteJson } from "../present/note-lines.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import { seenNote, seenNotes } from "./note-reading.ts";
import { plannedPeriod, planningOf } from "./planning.ts";
import { removalWire } from "./plans.ts";
import { idOf, visibleAccounts } from "./reading.ts";

/** Without `from=` those of the last year too. */
const BACK_DAYS = 365;

export const notes = {
  "GET /api/notes": (c) =>
    cachedRead(c, async () => {
      const accounts = visibleAccounts(c, c.get("caller")?.link ?? null);
      const lines = await seenNotes(c, plannedPeriod(c, BACK_DAYS), accounts);
      return c.json({ notes: lines.map(toNoteJson) });
    }),

  "POST /api/notes": async (c) => {
    const row = await createNote(c.env.DB, planningOf(c), newNote(await jsonOf(c)));
    return c.json({ note: toNoteJson(await seenNote(c, row)) }, 201, NO_STORE);
  },

  "PATCH /api/notes/:id": async (c) => {
    const id = idOf(c);
    const { version, fields } = noteChange(await jsonOf(c));
    const row = await changeNote(c.env.DB, planningOf(c), id, version, fields);
    return c.json({ note: toNoteJson(await seenNote(c, row)) }, 200, NO_STORE);
  },

  "DELETE /api/notes/:id": async (c) => {
    const id = idOf(c);
    const { version } = checked(removalWire, await jsonOf(c));
    await removeNote(c.env.DB, planningOf(c), id, version);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },
} satisfies Handlers;
