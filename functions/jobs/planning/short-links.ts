/** Short links made, changed and removed, each noted with who did it. */
import type { ShortLink } from "../../model/event.ts";
import { fault, Problem } from "../../model/problem.ts";
import { saveChanges } from "../../store/changes.ts";
import { guardEventIds, listEventIds } from "../../store/events.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  deleteShortLink,
  findShortLink,
  insertShortLink,
  isTaken,
  nextShortLinkId,
  updateShortLink,
} from "../../store/short-links.ts";
import { untilWritten } from "../writing/until-written.ts";
import type { Planning } from "./rewrite.ts";

/** @throws {Problem} `conflict` where the slug is taken; `invalid` for an event that is not known */
export const createShortLink = (
  db: D1Database,
  planning: Planning,
  said: Omit<ShortLink, "id" | "created_at">,
): Promise<ShortLink> =>
  untilWritten(db, async () => {
    const [taken, id] = await Promise.all([isTaken(db, said.slug), nextShortLinkId(db)]);
    if (taken) {
      throw new Problem("conflict", "the slug is taken by another short link", [
        fault("slug", "slug_taken"),
      ]);
    }
    await known(db, said.event);
    const row = { id, ...said, created_at: planning.now };
    return { result: row, statements: noted(db, planning, null, row, insertShortLink(db, row)) };
  });

/** Only what is named changes. @throws {Problem} `not_found`; `invalid` for an event that is not known */
export const changeShortLink = (
  db: D1Database,
  planning: Planning,
  id: number,
  said: Partial<Pick<ShortLink, "target" | "event" | "name">>,
): Promise<ShortLink> =>
  untilWritten(db, async () => {
    const before = await standing(db, id);
    const row = { ...before, ...said };
    if (row.event !== before.event) await known(db, row.event);
    return {
      result: row,
      statements: noted(db, planning, before, row, updateShortLink(db, before, row)),
    };
  });

/** With its clicks. @throws {Problem} `not_found` */
export const removeShortLink = (
  db: D1Database,
  planning: Planning,
  id: number,
): Promise<ShortLink> =>
  untilWritten(db, async () => {
    const before = await standing(db, id);
    return {
      result: before,
      statements: noted(db, planning, before, null, deleteShortLink(db, before)),
    };
  });

async function standing(db: D1Database, id: number): Promise<ShortLink> {
  const row = await findShortLink(db, id);
  if (!row) throw new Problem("not_found", "there is no such short link");
  return row;
}

async function known(db: D1Database, event: number | null): Promise<void> {
  if (event === null || (await listEventIds(db, [event])).length > 0) return;
  throw new Problem("invalid", "an event is not known here", [fault("event", "unknown_event")]);
}

const noted = (
  db: D1Database,
  { now, author }: Planning,
  before: ShortLink | null,
  after: ShortLink | null,
  statements: readonly D1PreparedStatement[],
): D1PreparedStatement[] => [
  ...guardEventIds(db, after?.event == null ? [] : [after.event]),
  ...statements,
  ...saveChanges(db, [
    {
      at: now,
      ...author,
      what: "short_link",
      subject: (after ?? before)?.id ?? 0,
      before,
      after,
    },
  ]),
  touchLibrary(db, null, { written: 6 }),
];
