/** A database that counts: queries (members of a batch one by one) and rows written, as D1 bills them. */
type Counted = { db: D1Database; queries: () => number; written: () => number };

const REAL = Symbol("the real statement");

export function counting(db: D1Database): Counted {
  let queries = 0;
  let written = 0;
  const count = (result: D1Result<unknown>) => {
    queries += 1;
    written += result.meta.rows_written;
  };
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    ({
      [REAL]: real,
      bind: (...values: unknown[]) => statement(real.bind(...values)),
      all: async () => {
        const result = await real.all();
        count(result);
        return result;
      },
      run: async () => {
        const result = await real.run();
        count(result);
        return result;
      },
      first: async (column?: string) => {
        const result = await real.all<Record<string, unknown>>();
        count(result);
        const [row = null] = result.results;
        return row && column !== undefined ? row[column] : row;
      },
    }) as unknown as D1PreparedStatement;
  return {
    db: {
      prepare: (sql: string) => statement(db.prepare(sql)),
      batch: async (statements: D1PreparedStatement[]) => {
        const real = statements.map((one) => Reflect.get(one, REAL) as D1PreparedStatement);
        const results = await db.batch(real);
        for (const result of results) count(result);
        return results;
      },
    } as unknown as D1Database,
    queries: () => queries,
    written: () => written,
  };
}
