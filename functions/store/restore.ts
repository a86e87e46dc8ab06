/** A backup's rows put back, and where that stands: a text in the library's own row, which every request reads anyway. */
import { KEPT, type KeptTable } from "./backup-tables.ts";

/** Of one statement, in letters: D1 refuses above 2 MB. */
const LETTERS_A_STATEMENT = 400_000;

/** Does anything stand here that a backup would mix with? Links do not count: an installation that is new has some already. */
export async function isUnused(db: D1Database): Promise<boolean> {
  const looked = ["accounts", "imports", "plans", "events", "notes", "short_links", "targets"];
  const row = await db
    .prepare(
      `select ${[...looked, "almanac", "changes"].map((table) => `exists (select 1 from ${table})`).join(" or ")} as used`,
    )
    .first<{ used: number }>();
  return row?.used === 0;
}

/** Rows refer to each other within a batch in any order. */
export const inAnyOrder = (db: D1Database) => db.prepare("pragma defer_foreign_keys = on");

/** Rows of a table, each a JSON array of these columns. */
export const restoreRows = (
  db: D1Database,
  { name, key }: KeptTable,
  columns: readonly string[],
  rows: readonly string[],
): D1PreparedStatement[] => {
  const names = columns.map((column) => `"${column}"`);
  const sql =
    name === "library"
      ? `update library set ${names
          .map((column, at) => (columns[at] === key[0] ? null : `${column} = v ->> ${at}`))
          .filter(Boolean)
          .join(", ")} from (select value as v from json_each(?1)) where id = 1`
      : `insert into ${name} (${names.join(", ")})
         select ${columns.map((_, at) => `value ->> ${at}`).join(", ")} from json_each(?1)`;
  const statements = slicesOf(rows).map((json) => db.prepare(sql).bind(json));
  // a trigger has told of each streak that is open: what was told stands in the backup, under its own numbers
  return name === "streaks" ? [...statements, db.prepare("delete from notices")] : statements;
};

function slicesOf(rows: readonly string[]): string[] {
  const slices: string[] = [];
  let slice: string[] = [];
  let letters = 0;
  for (const row of rows) {
    if (slice.length > 0 && letters + row.length > LETTERS_A_STATEMENT) {
      slices.push(`[${slice.join()}]`);
      slice = [];
      letters = 0;
    }
    slice.push(row);
    letters += row.length;
  }
  if (slice.length > 0) slices.push(`[${slice.join()}]`);
  return slices;
}

/**
 * Where restoring stands from now on. The batch fails where it does not stand where whoever writes has seen it: two at once, and
 * one gets in.
 */
export const moveRestoring = (db: D1Database, seen: string | null, now: string | null) =>
  db
    .prepare(
      "update library set version = iif(restoring is ?1, version + 1, null), restoring = ?2 where id = 1",
    )
    .bind(seen, now);

/**
 * Links that were here before step aside: their numbers may be others' in the backup. Whoever is told and hangs on one goes with
 * it. Logins that are made meanwhile stand aside from the first (`saveLink`).
 */
export const setLinksAside = (db: D1Database) => [
  db.prepare("update recipients set link = -link where link > 0"),
  db.prepare("update links set id = -id where id > 0"),
];

/** And come after those of the backup. What of it was told elsewhere is not told anew here. */
export const takeLinksBack = (db: D1Database) => [
  db.prepare(
    "update recipients set link = (select max(0, max(id)) from links) - link where link < 0",
  ),
  db.prepare("update links set id = (select max(0, max(id)) from links) - id where id < 0"),
  db.prepare(
    "update recipients set after = max(after, coalesce((select max(id) from notices), 0))",
  ),
];

/** What restoring fills, and what is derived of it: children first. */
const FILLED: { name: string; key: readonly string[] }[] = [
  { name: "years", key: ["account_id", "year"] },
  { name: "months", key: ["account_id", "month"] },
  { name: "days", key: ["account_id", "date"] },
  ...KEPT.filter(({ name }) => name !== "library" && name !== "links").reverse(),
];

/** Of one slice. */
const ROWS_A_SLICE = 5_000;

/** The next rows that go when restoring is given up; `null`: none is left. */
export async function findLeft(db: D1Database): Promise<string | null> {
  const row = await db
    .prepare(
      `select ${FILLED.map(({ name }) => `exists (select 1 from ${name}) as "${name}"`).join(", ")}`,
    )
    .first<Record<string, number>>();
  return FILLED.find(({ name }) => row?.[name] === 1)?.name ?? null;
}

export function takeAway(db: D1Database, name: string): D1PreparedStatement[] {
  const table = FILLED.find((one) => one.name === name);
  if (!table) return [];
  const keys = table.key.map((column) => `"${column}"`).join(", ");
  return [
    inAnyOrder(db),
    ...(name === "accounts" ? [db.prepare("update accounts set merged_into = null")] : []),
    db.prepare(
      `delete from ${name} where (${keys}) in (select ${keys} from ${name} limit ${ROWS_A_SLICE})`,
    ),
  ];
}

/** The library as a new one, and the links that a backup brought gone. */
export const asNew = (db: D1Database) => [
  inAnyOrder(db),
  db.prepare("delete from links where id > 0"),
  db.prepare("update recipients set link = -link where link < 0"),
  db.prepare("update links set id = -id"),
  db.prepare(
    `update library set name = 'Perpustakaan', language = 'id', time_zone = null, demo = 0, x_ceiling_usd = 5,
       last_read_at = null, last_post = 0, topic_rules = null, topics_due = null, report_settings = null, contact = null, standing_claims = '[]' where id = 1`,
  ),
];
