import type { Note } from "../model/note.ts";
import type { Day } from "../model/snapshot.ts";
import { table } from "./table.ts";

/** A note as its row stands; its accounts may have been merged into others since (`standingIn`). */
export type NoteRow = Note & { version: number };

const NOTES = table<NoteRow>("notes", {
  id: "plain",
  from_on: "plain",
  to_on: "plain",
  text: "plain",
  accounts: "json",
  left_out: "flag",
  version: "plain",
});

/** More than anybody notes in years; a list ends somewhere. */
const MOST_AT_ONCE = 1_000;

/** Those of which a day lies in a stretch, both ends included. */
export const listNotes = (db: D1Database, { from, to }: { from: Day; to: Day }) =>
  NOTES.rows(
    db
      .prepare(
        `select ${NOTES.list} from notes where to_on >= ?1 and from_on <= ?2
         order by from_on, to_on, id limit ${MOST_AT_ONCE}`,
      )
      .bind(from, to),
  );

/** All that take posts out of the norm, as one JSON list, for a query that is asked anyway. */
export const LEFT_OUT = `(select json_group_array(json_object('id', id, 'from_on', from_on, 'to_on', to_on, 'text', text,
  'accounts', json(accounts))) from (select * from notes where left_out = 1 order by id))`;

/** A note that takes posts out of the norm. */
export type LeftOut = Omit<NoteRow, "left_out" | "version">;

export const listLeftOut = (db: D1Database) =>
  NOTES.rows(db.prepare(`select ${NOTES.list} from notes where left_out = 1 order by id`));

export const findNote = (db: D1Database, id: number) =>
  NOTES.first(db.prepare(`select ${NOTES.list} from notes where id = ?1`).bind(id));

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextNoteId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from notes), 0), coalesce((select max(subject) from changes where what = 'note'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertNote = (db: D1Database, row: NoteRow) => NOTES.insert(db, [row]);

type Seen = Pick<NoteRow, "id" | "version">;

/** @param before as it was read: where it is another by now, or gone, the database refuses the whole batch */
export const updateNote = (db: D1Database, before: Seen, row: NoteRow) => [
  ...NOTES.guard(db, ["id", "version"], [before]),
  ...NOTES.update(db, "id", NOTES.columns, [row]),
];

/** Gone, if it is still what was read; else the batch is refused like any other. */
export const deleteNote = (db: D1Database, before: Seen) => [
  ...NOTES.guard(db, ["id", "version"], [before]),
  ...NOTES.remove(db, ["id"], [before]),
];
