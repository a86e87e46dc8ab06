/** A meter on a database: what was read and written through it, as D1 bills it. */

export type Meter = {
  /** Statements, those of a batch one by one. */
  queries: number;
  batches: number;
  rows_read: number;
  rows_written: number;
};

export const newMeter = (): Meter => ({ queries: 0, batches: 0, rows_read: 0, rows_written: 0 });

/** @param meter adds up what the database is asked */
export function metered(db: D1Database, meter: () => Meter): D1Database {
  /** What stands behind a metered statement: `batch` needs the real ones. */
  const real = new WeakMap<object, D1PreparedStatement>();

  function count({ meta }: D1Result): void {
    const sum = meter();
    sum.queries++;
    sum.rows_read += meta.rows_read;
    sum.rows_written += meta.rows_written;
  }

  function statement(behind: D1PreparedStatement): D1PreparedStatement {
    const all = async <T>() => {
      const result = await behind.all<T>();
      count(result);
      return result;
    };
    const shown = {
      bind: (...values: unknown[]) => statement(behind.bind(...values)),
      all,
      run: all,
      async first(column?: string) {
        const [row] = (await all<Record<string, unknown>>()).results;
        return row === undefined ? null : column === undefined ? row : row[column];
      },
      raw() {
        throw new Error("raw() tells no meta: it can't be metered");
      },
    } as unknown as D1PreparedStatement;
    real.set(shown, behind);
    return shown;
  }

  return {
    prepare: (sql: string) => statement(db.prepare(sql)),
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await db.batch<T>(statements.map((one) => real.get(one) ?? one));
      meter().batches++;
      for (const result of results) count(result);
      return results;
    },
  } as unknown as D1Database;
}
