/** Days of the almanac that a person adds, corrects or takes out. */
import type { AlmanacFields } from "../../model/almanac.ts";
import { almanacDays } from "../../model/almanac-days-between.ts";
import { fault, Problem } from "../../model/problem.ts";
import {
  type AlmanacRow,
  deleteAlmanacDay,
  findAlmanacDay,
  insertAlmanacDay,
  listAlmanac,
  nextAlmanacId,
  updateAlmanacDay,
} from "../../store/almanac.ts";
import { saveChanges } from "../../store/changes.ts";
import { touchLibrary } from "../../store/library.ts";
import { untilWritten } from "../writing/until-written.ts";
import type { Planning } from "./rewrite.ts";

type Said = AlmanacFields & { key: string | null; removed: boolean };

/**
 * One of the library's own, or a shipped day corrected; corrected once more it is the same row.
 * @throws {Problem} `invalid` for a day that ends before it begins, and for a key that is no shipped day's
 */
export const sayAlmanacDay = (
  db: D1Database,
  planning: Planning,
  said: Said,
): Promise<AlmanacRow> =>
  untilWritten(db, async () => {
    forwards(said);
    if (said.key !== null && !isShipped(said.key)) {
      throw new Problem("invalid", "there is no such day in the almanac", [
        fault("key", "unknown_almanac_day"),
      ]);
    }
    const before =
      said.key === null ? null : (await listAlmanac(db)).find(({ key }) => key === said.key);
    const id = before?.id ?? (await nextAlmanacId(db));
    return written(db, planning, before ?? null, { ...said, id });
  });

/** @throws {Problem} `not_found` */
export const changeAlmanacDay = (
  db: D1Database,
  planning: Planning,
  id: number,
  said: Partial<AlmanacFields & { removed: boolean }>,
): Promise<AlmanacRow> =>
  untilWritten(db, async () => {
    const before = await findAlmanacDay(db, id);
    if (!before) throw new Problem("not_found", "there is no such day");
    const after = { ...before, ...said };
    forwards(after);
    return written(db, planning, before, after);
  });

/** What is shipped stands again. @throws {Problem} `not_found` */
export const forgetAlmanacDay = (
  db: D1Database,
  planning: Planning,
  id: number,
): Promise<AlmanacRow> =>
  untilWritten(db, async () => {
    const before = await findAlmanacDay(db, id);
    if (!before) throw new Problem("not_found", "there is no such day");
    return written(db, planning, before, null);
  });

function written(
  db: D1Database,
  { now, author }: Planning,
  before: AlmanacRow | null,
  after: AlmanacRow | null,
): { result: AlmanacRow; statements: D1PreparedStatement[] } {
  const row = after ?? before;
  if (!row) throw new Error("a day is before or after");
  const change = { at: now, ...author, what: "almanac", subject: row.id, before, after } as const;
  return {
    result: row,
    statements: [
      ...(before && !after ? deleteAlmanacDay(db, before) : []),
      ...(before && after ? updateAlmanacDay(db, before, after) : []),
      ...(after && !before ? insertAlmanacDay(db, after) : []),
      ...saveChanges(db, [change]),
      touchLibrary(db, null, { written: ROWS }),
    ],
  };
}

/** The day with the entry of its key, the change with its own. */
const ROWS = 4;

function forwards({ from_on, to_on }: Pick<AlmanacFields, "from_on" | "to_on">): void {
  if (to_on >= from_on) return;
  throw new Problem("invalid", "to_on lies before from_on", [fault("to_on", "before_first")]);
}

const isShipped = (key: string): boolean =>
  almanacDays("0000-01-01", "9999-12-31").some((day) => day.key === key);
