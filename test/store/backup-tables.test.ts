/** What is new in the database is in a backup, or somebody says why it is not. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { REFERS } from "../../functions/store/backup-references.ts";
import { KEPT, LEFT_OUT, LEFT_OUT_COLUMNS } from "../../functions/store/backup-tables.ts";
import { openDatabase } from "../database.ts";

type Column = { name: string; pk: number };
type Reference = { table: string; from: string };
const tables = new Map<string, { columns: Column[]; indexes: number; refers: Reference[] }>();
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  const db = opened.databases[0] as D1Database;
  const rows = async <Row>(sql: string) => (await db.prepare(sql).all<Row>()).results;
  const named = await rows<{ name: string; sql: string }>(
    "select name, sql from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '\\_cf%' escape '\\'",
  );
  for (const { name, sql } of named) {
    const indexes = await rows<{ origin: string }>(`pragma index_list(${name})`);
    tables.set(name, {
      columns: await rows<Column>(`pragma table_info(${name})`),
      // where there are rowids, a key of several columns is an index of its own
      indexes: indexes.filter(({ origin }) => origin !== "pk" || !/without rowid/i.test(sql))
        .length,
      refers: await rows<Reference>(`pragma foreign_key_list(${name})`),
    });
  }
});
afterAll(() => close());

test("every table of the database is kept, or excused with a reason", () => {
  const said = [...KEPT.map(({ name }) => name), ...Object.keys(LEFT_OUT)];
  expect(said.toSorted()).toEqual([...tables.keys()].toSorted());
});

test.each(KEPT.map((table) => [table.name, table] as const))(
  "every column of %s is kept, or excused with a reason, and its key is its own",
  (name, { columns, key, writes }) => {
    const real = tables.get(name)?.columns ?? [];
    const said = [...columns, ...Object.keys(LEFT_OUT_COLUMNS[name] ?? {})];
    expect(said.toSorted()).toEqual(real.map((column) => column.name).toSorted());
    const keys = real.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    // a webhook is known by where it leads: its number may be another's in the new place
    expect(key).toEqual(name === "recipients" ? ["hash"] : keys.map((column) => column.name));
    // a partial index may be written or not
    expect(writes).toBeLessThanOrEqual(1 + (tables.get(name)?.indexes ?? 0));
  },
);

test("a row comes after those that it refers to", () => {
  const before = new Set(Object.keys(LEFT_OUT));
  for (const { name } of KEPT) {
    before.add(name);
    const missing = tables.get(name)?.refers.filter(({ table }) => !before.has(table));
    expect([name, missing]).toEqual([name, []]);
  }
});

test.each(KEPT.map(({ name }) => name))("every foreign key of %s is asked for", (name) => {
  const real = tables.get(name)?.refers.map(({ from, table }) => [from, table]) ?? [];
  expect(Object.entries(REFERS[name] ?? {}).toSorted()).toEqual(real.toSorted());
});
