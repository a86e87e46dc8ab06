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

export const nextAlmanacId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare("select coalesce(max(id), 0) + 1 as next from almanac")
    .first<number>("next")) ?? 1;

/** New, or as it is now; of a shipped day one row stands, whoever says it. */
export const saveAlmanacDay = (db: D1Database, row: AlmanacRow) =>
  ALMANAC.insert(
    db,
    [row],
    `on conflict (id) do update set ${ALMANAC.excluded("removed", "from_on", "to_on", "name_id", "name_en", "kind", "certainty", "source")}`,
  );

export const deleteAlmanacDay = (db: D1Database, id: number) =>
  db.prepare("delete from almanac where id = ?1").bind(id);
