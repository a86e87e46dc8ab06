import type { Day } from "../model/snapshot.ts";
import type { Target } from "../model/target.ts";
import type { TargetStanding } from "../model/target-standing.ts";
import { standsFor } from "./accounts.ts";
import { forRows } from "./rows.ts";
import { table } from "./table.ts";

/**
 * A target as its row stands. `standing`: how far it was on a day, found by that day's first page from four years of months
 * and kept, so that the others read this row alone.
 */
export type TargetRow = Target & { version: number; standing: KeptStanding | null };
type KeptStanding = { on: Day; found: TargetStanding };

const TARGETS = table<TargetRow>("targets", {
  id: "plain",
  year: "plain",
  account: "plain",
  metric: "plain",
  value: "plain",
  version: "plain",
  standing: "json",
});

/** With the account that it is of: what it was merged into. `null`: all together, or one that goes. */
export type ListedTarget = TargetRow & { stands_for: number | null };

const STANDS_FOR = standsFor("targets.account");

/** More than a library wants. */
const MOST_AT_ONCE = 200;

/** Of one year, or of all. */
export const listTargets = (db: D1Database, year: number | null) =>
  TARGETS.rows<{ stands_for: number | null }>(
    db
      .prepare(
        `select ${TARGETS.list}, ${STANDS_FOR} as stands_for from targets where year between coalesce(?1, 0) and coalesce(?1, 9999)
         order by year desc, metric, account, id limit ${MOST_AT_ONCE}`,
      )
      .bind(year),
  );

export const findTarget = (db: D1Database, id: number) =>
  TARGETS.first(db.prepare(`select ${TARGETS.list} from targets where id = ?1`).bind(id));

/** The one of the same subject. */
export const findSameTarget = (
  db: D1Database,
  { year, account, metric }: Pick<Target, "year" | "account" | "metric">,
) =>
  TARGETS.first(
    db
      .prepare(
        `select ${TARGETS.list} from targets where year = ?1 and coalesce(account, 0) = coalesce(?2, 0) and metric = ?3`,
      )
      .bind(year, account, metric),
  );

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextTargetId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from targets), 0), coalesce((select max(subject) from changes where what = 'target'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertTarget = (db: D1Database, row: TargetRow) => TARGETS.insert(db, [row]);

type Seen = Pick<TargetRow, "id" | "version">;

/** @param before as it was read: where it is another by now, or gone, the database refuses the whole batch */
export const updateTarget = (db: D1Database, before: Seen, row: TargetRow) => [
  ...TARGETS.guard(db, ["id", "version"], [before]),
  ...TARGETS.update(db, "id", ["value", "standing", "version"], [row]),
];

/** Gone, if it is still what was read; else the batch is refused like any other. */
export const deleteTarget = (db: D1Database, before: Seen) => [
  ...TARGETS.guard(db, ["id", "version"], [before]),
  ...TARGETS.remove(db, ["id"], [before]),
];

/** What was found of them, as long as they are what it was found of. */
export const keepStandings = (
  db: D1Database,
  rows: readonly Pick<TargetRow, "id" | "version" | "standing">[],
) =>
  forRows(
    db,
    `update targets set standing = v ->> 'standing' from (select value as v from json_each(?1))
     where targets.id = v ->> 'id' and targets.version = v ->> 'version'`,
    rows.map(({ id, version, standing }) => ({ id, version, standing: JSON.stringify(standing) })),
  );
