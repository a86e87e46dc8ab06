import type { AlmanacFields } from "../model/almanac.ts";
import { table } from "./table.ts";

/** A shipped day that the library corrects or takes out, by its key; without one a day of its own. */
export type AlmanacRow = AlmanacFields & { id: number; key: string | null; removed: boolean };

const ALMANAC = table<AlmanacRow>("almanac", {
  id: "plain",
  key: "plain",
  removed: "flag",
  from_on: "plain",
  to_on: "plain",
  name_id: "plain",
  name_en: "plain",
  kind: "plain",
  certainty: "plain",
  source: "plain",
});

/** All that the library ever said of it: a few a year. */
export const listAlmanac = (db: D1Database) =>
  ALMANAC.rows(db.prepare(`select ${ALMANAC.list} from almanac order by id`));

export const findAlmanacDay = (db: D1Database, id: number) =>
  ALMANAC.first(db.prepare(`select ${ALMANAC.list} from almanac where id = ?1`).bind(id));

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextAlmanacId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from almanac), 0), coalesce((select max(subject) from changes where what = 'almanac'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

/** Of a shipped day one row stands, whoever says it: of two who are the first, the database refuses the later. */
export const insertAlmanacDay = (db: D1Database, row: AlmanacRow) => ALMANAC.insert(db, [row]);

/** @param before as it was read: where it is another by now, or gone, the database refuses the whole batch */
export const updateAlmanacDay = (db: D1Database, before: AlmanacRow, row: AlmanacRow) => [
  ...ALMANAC.guard(db, ALMANAC.columns, [before]),
  ...ALMANAC.update(
    db,
    "id",
    ["removed", "from_on", "to_on", "name_id", "name_en", "kind", "certainty", "source"],
    [row],
  ),
];

/** Gone, if it is still what was read; else the batch is refused like any other. */
export const deleteAlmanacDay = (db: D1Database, before: AlmanacRow) => [
  ...ALMANAC.guard(db, ALMANAC.columns, [before]),
  ...ALMANAC.remove(db, ["id"], [before]),
];
