/** Notes made, changed, taken away, taken back: each a change that is noted with who made it. */
import { standingIn } from "../../model/account.ts";
import type { NoteFields } from "../../model/note.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { fault, Problem } from "../../model/problem.ts";
import { type Everyone, findEveryone, guardAccountIds } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  deleteNote,
  findNote,
  insertNote,
  type NoteRow,
  nextNoteId,
  updateNote,
} from "../../store/notes.ts";
import { leftOutAnew } from "../writing/left-out.ts";
import { untilWritten } from "../writing/until-written.ts";
import { type Planning, sameVersion } from "./rewrite.ts";

/** @throws {Problem} `invalid` for an account that is not known */
export const createNote = (
  db: D1Database,
  planning: Planning,
  fields: NoteFields,
): Promise<NoteRow> =>
  standing(
    rewriteNote(db, planning, async () => ({
      before: null,
      after: { ...fields, id: await nextNoteId(db), version: 1 },
    })),
  );

/**
 * Only what is named changes.
 * @param version the one that the person saw
 * @throws {Problem} `not_found`; `conflict` where somebody changed it since
 */
export const changeNote = (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
  said: Partial<NoteFields>,
): Promise<NoteRow> =>
  standing(
    rewriteNote(db, planning, async (everyone) => {
      const before = await seen(db, planning, everyone, { id, version });
      const after = { ...before, ...said, version: version + 1 };
      if (after.to_on < after.from_on) {
        throw new Problem("invalid", "from_on lies after to_on", [fault("from_on", "backwards")]);
      }
      return { before, after };
    }),
  );

/** @throws {Problem} as `changeNote` */
export const removeNote = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<void> => {
  await rewriteNote(db, planning, async (everyone) => ({
    before: await seen(db, planning, everyone, { id, version }),
    after: null,
  }));
};

/**
 * Takes a change of a note back, as long as it is the note's newest.
 * @throws {Problem} `conflict` where it was changed since
 */
export const undoNoteChange = async (
  db: D1Database,
  planning: Planning,
  { subject, before, after }: PersonChange,
): Promise<void> => {
  const was = before as NoteRow | null;
  const is = after as NoteRow | null;
  await rewriteNote(db, planning, async () => {
    const stands = await findNote(db, subject);
    if ((stands?.version ?? null) !== (is?.version ?? null)) {
      throw new Problem("conflict", "this was changed again since", [
        fault("version", "stale_version"),
      ]);
    }
    if (!was) return { before: stands, after: null };
    return { before: stands, after: { ...was, id: subject, version: (is ?? was).version + 1 } };
  });
};

type Rewritten = { before: NoteRow | null; after: NoteRow | null };

const rewriteNote = (
  db: D1Database,
  { now, time_zone, author, allowed }: Planning,
  edit: (everyone: Everyone) => Promise<Rewritten>,
): Promise<NoteRow | null> =>
  untilWritten(db, async () => {
    const everyone = await findEveryone(db);
    const { before, after } = await edit(everyone);
    mayNote(everyone, allowed, { before, after });
    const change = {
      at: now,
      ...author,
      what: "note",
      subject: (after ?? before)?.id ?? 0,
      before,
      after,
    } as const;
    return {
      result: after,
      statements: [
        ...guardAccountIds(db, standingIn(everyone.parked, after?.accounts ?? null) ?? []),
        ...(after ? [] : before ? deleteNote(db, before) : []),
        ...(after ? (before ? updateNote(db, before, after) : insertNote(db, after)) : []),
        ...saveChanges(db, [change]),
        ...(await leftOutAnew(db, everyone, { before, after, time_zone })),
        touchLibrary(db, null, { time_zone, written: ROWS_OF_A_NOTE }),
      ],
    };
  });

/** Its row and the entry of its day, its change and the entry of that. */
const ROWS_OF_A_NOTE = 4;

/** @throws {Problem} for an account that is not known, or that whoever writes it may not see */
function mayNote(
  { accounts, parked }: Everyone,
  allowed: readonly number[] | null,
  { before, after }: Rewritten,
): void {
  const mine = (note: NoteRow | null): boolean =>
    allowed === null ||
    note === null ||
    (standingIn(parked, note.accounts)?.every((id) => allowed.includes(id)) ?? false);
  if (!mine(before)) {
    throw new Problem("forbidden", "this note is also of an account that this link does not open");
  }
  const faults = (standingIn(parked, after?.accounts ?? null) ?? []).flatMap((id, index) =>
    accounts.some((one) => one.id === id) ? [] : fault(`accounts[${index}]`, "unknown_account"),
  );
  if (faults.length > 0) throw new Problem("invalid", "an account is not known here", faults);
  if (!mine(after)) {
    throw new Problem("invalid", "this link does not open all accounts", [
      fault("accounts", "unknown_account"),
    ]);
  }
}

/** One of other accounts alone than a link opens is not there. */
async function seen(
  db: D1Database,
  { allowed }: Planning,
  { parked }: Everyone,
  { id, version }: Pick<NoteRow, "id" | "version">,
): Promise<NoteRow> {
  const row = await findNote(db, id);
  const open =
    allowed === null ||
    (standingIn(parked, row?.accounts ?? null)?.some((one) => allowed.includes(one)) ?? true);
  if (!row || !open) throw new Problem("not_found", "there is no such note");
  sameVersion(row, version);
  return row;
}

async function standing(written: Promise<NoteRow | null>): Promise<NoteRow> {
  const row = await written;
  if (!row) throw new Error("a note that was written comes back");
  return row;
}
