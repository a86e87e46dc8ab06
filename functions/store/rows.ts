/**
 * Many rows travel in one statement, as JSON: `insert … select … from json_each(?1)`. One query instead of a thousand,
 * and past D1's 100 bound parameters.
 */

/** D1 refuses a statement above 2 MB in production and not locally: stay well below. */
const MOST_ROWS = 2_000;
const MOST_BYTES = 500_000;

const encoder = new TextEncoder();

/** The rows cut into JSON arrays that each fit one statement. */
function slices(rows: readonly object[]): string[] {
  const cut: string[] = [];
  let slice: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    const size = encoder.encode(json).length + 1;
    if (slice.length === MOST_ROWS || (slice.length > 0 && bytes + size > MOST_BYTES)) {
      cut.push(`[${slice.join()}]`);
      slice = [];
      bytes = 0;
    }
    slice.push(json);
    bytes += size;
  }
  if (slice.length > 0) cut.push(`[${slice.join()}]`);
  return cut;
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
 * The rows of a query that is asked once an account, `?1`, in one batch. A list of ids as JSON is read, and billed, like
 * rows of a table, twice over: for a screen of a few accounts that would be most of what it reads. The 50 queries of an
 * invocation are enough for about twenty accounts.
 */
export async function allOf<Row>(
  db: D1Database,
  sql: string,
  account_ids: readonly number[],
  ...rest: (string | number)[]
): Promise<Row[]> {
  if (account_ids.length === 0) return [];
  const statement = db.prepare(sql);
  const answers = await db.batch<Row>(account_ids.map((id) => statement.bind(id, ...rest)));
  return answers.flatMap(({ results }) => results);
}
