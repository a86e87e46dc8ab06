/** A database that adds up what its statements read and write, as they are billed. */
export type Counts = {
  queries: number;
  batches: number;
  trips: number;
  read: number;
  written: number;
};

export function counted(db: D1Database): {
  db: D1Database;
  counts: Counts;
  /** What the statements that match read and wrote. */
  of: (sql: RegExp) => Pick<Counts, "read" | "written"> & { times: number };
  reset: () => void;
} {
  const counts: Counts = { queries: 0, batches: 0, trips: 0, read: 0, written: 0 };
  const real = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();
  let log: { sql: string; read: number; written: number }[] = [];
  const count = <Row>(sql: string, result: D1Result<Row>): D1Result<Row> => {
    const { rows_read: read, rows_written: written } = result.meta;
    log.push({ sql, read, written });
    counts.queries += 1;
    counts.read += result.meta.rows_read;
    counts.written += result.meta.rows_written;
    return result;
  };
  const gone = <Row>(sql: string, result: D1Result<Row>): D1Result<Row> => {
    counts.trips += 1;
    return count(sql, result);
  };
  const wrapped = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const own = {
      bind: (...values: unknown[]) => wrapped(sql, statement.bind(...values)),
      all: async () => gone(sql, await statement.all()),
      run: async () => gone(sql, await statement.run()),
      first: async () => gone(sql, await statement.all()).results[0] ?? null,
    };
    real.set(own, { statement, sql });
    return own as unknown as D1PreparedStatement;
  };
  const own = {
    prepare: (sql: string) => wrapped(sql, db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      counts.batches += 1;
      counts.trips += 1;
      const known = statements.map((one) => real.get(one) ?? { statement: one, sql: "" });
      const results = await db.batch(known.map(({ statement }) => statement));
      return results.map((result, index) => count(known[index]?.sql ?? "", result));
    },
  };
  const of = (sql: RegExp) => {
    const matching = log.filter((one) => sql.test(one.sql));
    return {
      times: matching.length,
      read: matching.reduce((sum, { read }) => sum + read, 0),
      written: matching.reduce((sum, { written }) => sum + written, 0),
    };
  };
  const reset = () => {
    Object.assign(counts, { queries: 0, batches: 0, trips: 0, read: 0, written: 0 });
    log = [];
  };
  return { db: own as unknown as D1Database, counts, of, reset };
}
