/** A library read for its backup, some rows at a time, each time with what tells whether it moved meanwhile. */
import { IS_GOING } from "./accounts.ts";
import type { KeptTable } from "./backup-tables.ts";

/** What of a library moves when something is written. */
export type Standing = {
  library: number;
  /** Those that are not being erased, by id. `at` is another after every write to what is theirs. */
  accounts: { id: number; at: string }[];
};

/** A row's primary key. */
export type RowKey = (number | string)[];

/** Where reading goes on: behind a row; `null`: from the first. */
export type PagePlace = { table: KeptTable; account: number | null; after: RowKey | null };

/** Rows as JSON arrays, in the order of their keys, and how the library stood at that very moment. */
export async function readPage(
  db: D1Database,
  place: PagePlace | null,
  limit: number,
): Promise<{ standing: Standing; lines: string[] }> {
  const [library, accounts, rows] = await db.batch<Record<string, unknown>>([
    db.prepare("select version from library where id = 1"),
    db.prepare(
      `select id, version, merged_into is not null as parked from accounts
       where not coalesce(${IS_GOING}, 0) order by id`,
    ),
    ...(place ? [pageOf(db, place, limit)] : []),
  ]);
  const version = Number(library?.results[0]?.version);
  return {
    standing: {
      library: version,
      // what belongs to one that was merged into another moves with that one's version, and not always with its own
      accounts: (accounts?.results ?? []).map((row) => ({
        id: Number(row.id),
        at: row.parked ? `${row.version} ${version}` : `${row.version}`,
      })),
    },
    lines: (rows?.results ?? []).map(({ line }) => String(line)),
  };
}

function pageOf(db: D1Database, { table, account, after }: PagePlace, limit: number) {
  const { name, key, columns, where = "true" } = table;
  const names = columns.map((column) => `"${column}"`).join(", ");
  const keys = key.map((column) => `"${column}"`).join(", ");
  // as many as the statement names
  const values = [account, ...(after ?? [0])];
  const behind = after ? `and (${keys}) > (${after.map((_, at) => `?${at + 2}`).join(", ")})` : "";
  return db
    .prepare(
      `select json_array(${names}) as line from ${name} where ${where} ${behind} order by ${keys} limit ${limit}`,
    )
    .bind(
      ...values.slice(
        0,
        after ? undefined : where.includes("?2") ? 2 : where.includes("?1") ? 1 : 0,
      ),
    );
}

/** The key of a row that was read. */
export function keyOf({ key, columns }: KeptTable, line: string): RowKey {
  const row = JSON.parse(line) as RowKey;
  return key.map((column) => row[columns.indexOf(column)] as number | string);
}
