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

/** The rows cut into JSON arrays that each fit one statement. */
function slices(rows: readonly object[]): string[] {
  if (rows.length === 0) return [];
  if (rows.length <= MOST_ROWS) {
    const whole = JSON.stringify(rows);
    // what is surely small enough is not counted byte by byte
    if (whole.length * BYTES_A_LETTER <= MOST_BYTES) return [whole];
  }
  return cut(rows);
}

function cut(rows: readonly object[]): string[] {
  const whole: string[] = [];
  let slice: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = encoder.encode(json).length + 1;
    if (slice.length === MOST_ROWS || (slice.length > 0 && bytes + size > MOST_BYTES)) {
      whole.push(`[${slice.join()}]`);
      slice = [];
      bytes = 0;
    }
    slice.push(json);
    bytes += size;
  }
  if (slice.length > 0) whole.push(`[${slice.join()}]`);
  return whole;
}

/** One prepared statement for each slice; none for no rows. */
export const forRows = (
  db: D1Database,
  sql: string,
  rows: readonly object[],
): D1PreparedStatement[] => slices(rows).map((json) => db.prepare(sql).bind(json));

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
