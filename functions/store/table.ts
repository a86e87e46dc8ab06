/**
 * A table's columns, said once: how each value lies in its column, and from that every piece of SQL that lists them.
 * The row's type and its columns hold each other: the compiler refuses a field without a column, and a column of a field
 * that is not there or lies otherwise.
 */
import { all, forRows } from "./rows.ts";

/** A way of its own in and out of a column. */
export type Codec<Value> = {
  pack: (value: Value) => unknown;
  unpack: (kept: unknown) => Value;
};

/** `plain`: as it is; `flag`: as 0 and 1; `json`: as text. `null` stays `null` in each. */
export type Way<Value> =
  | Codec<NonNullable<Value>>
  | ([NonNullable<Value>] extends [boolean]
      ? "flag"
      : [NonNullable<Value>] extends [string | number]
        ? "plain"
        : "json");

type AnyWay =
  | "plain"
  | "flag"
  | "json"
  | { pack: (value: never) => unknown; unpack: (kept: unknown) => unknown };

export function packed(way: AnyWay, value: unknown): unknown {
  if (value === null || way === "plain") return value;
  if (way === "flag") return Number(value);
  return way === "json" ? JSON.stringify(value) : way.pack(value as never);
}

function unpacked(way: AnyWay, kept: unknown): unknown {
  if (kept === null || way === "plain") return kept;
  if (way === "flag") return kept === 1;
  return way === "json" ? JSON.parse(kept as string) : way.unpack(kept);
}

/** D1 takes a function of so many arguments at most. */
const MOST_ARGUMENTS = 32;

export function table<Row>(
  name: string,
  ways: { readonly [Column in keyof Row]-?: Way<Row[Column]> },
) {
  type Column = keyof Row & string;
  const names = Object.keys(ways) as Column[];
  const wayOf = (column: Column) => ways[column] as AnyWay;
  const odd = names.filter((column) => wayOf(column) !== "plain");
  const given = (column: Column, from: string) => `${from} ->> '${column}'`;
  const list = names.join(", ");

  /** A row of the database made one of its type, in place: what lies otherwise there is unpacked, more columns go along. */
  const fromStored = <Stored>(stored: Stored): Stored & Row => {
    const row = stored as Record<Column, unknown>;
    for (const column of odd) row[column] = unpacked(wayOf(column), row[column]);
    return stored as Stored & Row;
  };

  /** Some of a row's columns as they lie in the database. */
  const toStored = <Key extends Column>(
    row: Pick<Row, Key>,
    columns: readonly Key[],
  ): Record<string, unknown> => {
    const stored: Record<string, unknown> = {};
    for (const column of columns) stored[column] = packed(wayOf(column), row[column]);
    return stored;
  };

  return {
    /** `id, account_id, …`; with an alias `p.id, p.account_id, …`. */
    list,
    columns: names,
    of: (alias: string): string => names.map((column) => `${alias}.${column}`).join(", "),

    /** A whole row as one JSON text, to be read by `fromJson`: so rows of several tables come by one query. */
    asJson: (alias: string): string => {
      if (names.length > MOST_ARGUMENTS) throw new Error(`${name} has too many columns`);
      return `json_array(${names.map((column) => `${alias}.${column}`).join(", ")})`;
    },
    fromJson: (json: string): Row => {
      const values = JSON.parse(json) as unknown[];
      return fromStored(Object.fromEntries(names.map((column, at) => [column, values[at]])) as Row);
    },

    /**
     * Rows in, many a statement; what follows may be an `on conflict`.
     * @param sql what of a row (`value`) is not its column as it stands
     */
    insert: (
      db: D1Database,
      rows: readonly Row[],
      more = "",
      sql: { readonly [Field in Column]?: string } = {},
    ) =>
      forRows(
        db,
        () => `insert into ${name} (${list})
         select ${names.map((column) => sql[column] ?? given(column, "value")).join(", ")} from json_each(?1)
         where true ${more}`,
        rows.map((row) => toStored(row, names)),
      ),

    /** `a = excluded.a, …`, for an `on conflict … do update set`. */
    excluded: (...columns: readonly Column[]): string =>
      columns.map((column) => `${column} = excluded.${column}`).join(", "),

    /** Some columns of rows that are known by another. */
    update: <Key extends Column>(
      db: D1Database,
      key: Key,
      columns: readonly Key[],
      rows: readonly Pick<Row, Key>[],
    ) =>
      forRows(
        db,
        () => `update ${name} set ${columns
          .filter((column) => column !== key)
          .map((column) => `${column} = ${given(column, "v")}`)
          .join(", ")}
         from (select value as v from json_each(?1)) where ${name}.${key} = ${given(key, "v")}`,
        rows.map((row) => toStored(row, [key, ...columns])),
      ),

    /** Rows that are known by these columns go. */
    remove: <Key extends Column>(
      db: D1Database,
      key: readonly Key[],
      rows: readonly Pick<Row, Key>[],
    ) =>
      forRows(
        db,
        () => `delete from ${name} where (${key.join(", ")}) in
           (select ${key.map((column) => given(column, "value")).join(", ")} from json_each(?1))`,
        rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]]))),
      ),

    /**
     * These rows stand as whoever writes has read them, in these columns. Where one does not, or is gone, the database refuses
     * the whole batch, by the one row that is always there: an update of a row that is gone would refuse nothing. A column
     * of JSON is none of them: SQL may have written the same otherwise.
     */
    guard: <Key extends Column>(
      db: D1Database,
      columns: readonly Key[],
      rows: readonly Pick<Row, Key>[],
    ) =>
      forRows(
        db,
        () => `update library set version = null where id = 1 and exists (
           select 1 from json_each(?1) seen where not exists (
             select 1 from ${name} t where ${columns.map((column) => `t.${column} is ${given(column, "seen.value")}`).join(" and ")}))`,
        rows.map((row) => toStored(row, columns)),
        { surely: false },
      ),

    /** All rows of a query that selects these columns, with whatever else it selects. */
    rows: async <More = unknown>(statement: D1PreparedStatement): Promise<(Row & More)[]> =>
      (await all<More>(statement)).map(fromStored),

    first: async (statement: D1PreparedStatement): Promise<Row | null> => {
      const found = await statement.first<object>();
      return found && fromStored(found);
    },

    fromStored,

    /** Would both be stored alike, in these columns? */
    same: (a: Row, b: Row, columns: readonly Column[] = names): boolean =>
      columns.every(
        (column) => packed(wayOf(column), a[column]) === packed(wayOf(column), b[column]),
      ),
  };
}
