/** A database that adds up what its statements read and write, as they are billed. */
export type Counts = { queries: number; batches: number; read: number; written: number };

export function counted(db: D1Database): { db: D1Database; counts: Counts; reset: () => void } {
  const counts: Counts = { queries: 0, batches: 0, read: 0, written: 0 };
  const real = new WeakMap<object, D1PreparedStatement>();
  const count = <Row>(result: D1Result<Row>): D1Result<Row> => {
    counts.queries += 1;
    counts.read += result.meta.rows_read;
    counts.written += result.meta.rows_written;
    return result;
  };
  const wrapped = (statement: D1PreparedStatement): D1PreparedStatement => {
    const own = {
      bind: (...values: unknown[]) => wrapped(statement.bind(...values)),
      all: async () => count(await statement.all()),
      run: async () => count(await statement.run()),
      first: async () => count(await statement.all()).results[0] ?? null,
    };
    real.set(own, statement);
    return own as unknown as D1PreparedStatement;
  };
  const own = {
    prepare: (sql: string) => wrapped(db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      counts.batches += 1;
      const results = await db.batch(
        statements.map((statement) => real.get(statement) ?? statement),
      );
      return results.map(count);
    },
  };
  const reset = () => Object.assign(counts, { queries: 0, batches: 0, read: 0, written: 0 });
  return { db: own as unknown as D1Database, counts, reset };
}
