/**
 * Many rows travel in one statement, as JSON: `insert … select … from json_each(?1)`. One query instead of a thousand,
 * and past D1's 100 bound parameters.
 */

/** D1 refuses a statement above 2 MB in production and not locally: stay well below. */
const MOST_ROWS = 2_000;
const MOST_BYTES = 500_000;

const encoder = new TextEncoder();

/** The most bytes that a letter takes in UTF-8, of those that a string counts as one. */
const BYTES_A_LETTER = 3;

/** Rows as a JSON array, and how many. */
type Slice = { json: string; count: number };

/** The rows cut into JSON arrays that each fit one statement. */
function slices(rows: readonly object[]): Slice[] {
  if (rows.length <= MOST_ROWS) {
    const json = JSON.stringify(rows);
    // what is surely small enough is not counted byte by byte
    const small = json.length * BYTES_A_LETTER <= MOST_BYTES;
    if (small || encoder.encode(json).length <= MOST_BYTES) return [{ json, count: rows.length }];
  }
  return cut(rows);
}

function cut(rows: readonly object[]): Slice[] {
  const whole: Slice[] = [];
  let slice: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = encoder.encode(json).length + 1;
    if (slice.length === MOST_ROWS || (slice.length > 0 && bytes + size > MOST_BYTES)) {
      whole.push({ json: `[${slice.join()}]`, count: slice.length });
      slice = [];
      bytes = 0;
    }
    slice.push(json);
    bytes += size;
  }
  if (slice.length > 0) whole.push({ json: `[${slice.join()}]`, count: slice.length });
  return whole;
}

const listed = new WeakMap<D1PreparedStatement, number>();

/**
 * One prepared statement for each slice; none for no rows.
 * @param sql as a function where spelling it takes time: most changes touch few tables, and none is spelled for no rows
 * @param surely each row is written; else the database looks whether there is anything to write
 */
export function forRows(
  db: D1Database,
  sql: string | (() => string),
  rows: readonly object[],
  { surely = true }: { surely?: boolean } = {},
): D1PreparedStatement[] {
  if (rows.length === 0) return [];
  const spelled = typeof sql === "string" ? sql : sql();
  return slices(rows).map(({ json, count }) => {
    const statement = db.prepare(spelled).bind(json);
    if (surely) listed.set(statement, count);
    return statement;
  });
}

/** How many rows these statements surely write, of those that they were given. */
export const rowsIn = (statements: readonly D1PreparedStatement[]): number =>
  statements.reduce((sum, statement) => sum + (listed.get(statement) ?? 0), 0);

/** All rows of a query. */
export async function all<Row>(statement: D1PreparedStatement): Promise<Row[]> {
  const { results } = await statement.all<Row>();
  return results;
}

/**
 * Whole numbers as a table inside a query, a row each: `(values (1, 20), (2, 30))`. A list as JSON is read, and billed, like
 * rows of a table, twice over: for a screen of a few accounts that would be most of what it reads.
 */
export function valuesOf(rows: readonly (readonly number[])[]): string {
  const numbers = rows.flat();
  if (rows.length === 0 || !numbers.every(Number.isSafeInteger)) {
    throw new Error("a table of whole numbers, and not an empty one");
  }
  return `(values ${rows.map((row) => `(${row.join(", ")})`).join(", ")})`;
}
