/** The limits of the real D1 that the local one does not hold its users to: what passes here would not there. */

const MOST_STATEMENT_BYTES = 100_000;
const MOST_PARAMETERS = 100;
/** Of a text, a blob or a row. */
const MOST_BYTES = 2_000_000;
/** Of one invocation, on the free plan; each statement of a batch is one. */
export const MOST_QUERIES = 50;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Every table whose rows are packed or kept whole, with what it keeps. */
const WIDE = {
  months: [
    "days",
    "posts",
    "captions",
    "texts",
    "verdicts",
    "figures",
    "days_csv",
    "days_ndjson",
    "posts_csv",
    "posts_ndjson",
  ],
  years: ["months", "captions", "figures"],
  finished_months: ["stamp", "lines"],
  pages: ["body"],
  reports: ["body"],
  norms: ["posts"],
} as const;

/** @param most queries of this invocation; left out: they are not counted */
export function limited(db: D1Database, most = Number.POSITIVE_INFINITY): D1Database {
  const real = new WeakMap<object, { behind: D1PreparedStatement; sql: string }>();
  let queries = 0;

  function ask(sql: string): void {
    queries += 1;
    if (queries > most) throw new Error(`D1 limit: more than ${most} queries, at ${sql}`);
  }

  function checkRows<T extends D1Result<unknown>>(result: T, sql: string): T {
    for (const row of result.results as object[]) {
      const size = Object.values(row).reduce(
        (sum, value) => sum + (typeof value === "string" ? bytesOf(value) : 8),
        0,
      );
      if (size > MOST_BYTES) throw new Error(`D1 limit: a row of ${size} bytes, of ${sql}`);
    }
    return result;
  }

  async function checkStored(written: readonly string[]): Promise<void> {
    for (const [table, columns] of Object.entries(WIDE)) {
      if (!written.some((sql) => new RegExp(`^\\s*(insert into|update) ${table}\\b`).test(sql)))
        continue;
      const size = columns.map((column) => `coalesce(length(cast(${column} as blob)), 0)`);
      const widest = await db
        .prepare(`select max(${size.join(" + ")}) as bytes from ${table}`)
        .first<number>("bytes");
      if (Number(widest) > MOST_BYTES)
        throw new Error(`D1 limit: a row of ${widest} bytes in ${table}`);
    }
  }

  function statement(behind: D1PreparedStatement, sql: string): D1PreparedStatement {
    const all = async <T>() => {
      ask(sql);
      const result = checkRows(await behind.all<T>(), sql);
      await checkStored([sql]);
      return result;
    };
    const shown = {
      bind: (...values: unknown[]) => {
        if (values.length > MOST_PARAMETERS)
          throw new Error(`D1 limit: ${values.length} parameters`);
        for (const value of values) {
          if (typeof value === "string" && bytesOf(value) > MOST_BYTES) {
            throw new Error(`D1 limit: a parameter of ${bytesOf(value)} bytes, of ${sql}`);
          }
        }
        return statement(behind.bind(...values), sql);
      },
      all,
      run: all,
      async first(column?: string) {
        const [row] = (await all<Record<string, unknown>>()).results;
        return row === undefined ? null : column === undefined ? row : row[column];
      },
    } as unknown as D1PreparedStatement;
    real.set(shown, { behind, sql });
    return shown;
  }

  return {
    prepare(sql: string) {
      if (bytesOf(sql) > MOST_STATEMENT_BYTES)
        throw new Error(`D1 limit: a statement of ${bytesOf(sql)} bytes`);
      return statement(db.prepare(sql), sql);
    },
    async batch<T>(statements: D1PreparedStatement[]) {
      const asked = statements.map((one) => {
        const known = real.get(one);
        if (!known) throw new Error("a statement of another database");
        ask(known.sql);
        return known;
      });
      const results = await db.batch<T>(asked.map(({ behind }) => behind));
      for (const [index, result] of results.entries()) checkRows(result, asked[index]?.sql ?? "");
      await checkStored(asked.map(({ sql }) => sql));
      return results;
    },
  } as unknown as D1Database;
}
