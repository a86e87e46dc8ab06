/** A meter on a database: what was read and written through it, as D1 bills it. */

export type Meter = {
  /** Statements, those of a batch one by one. */
  queries: number;
  /** Those that write. */
  batches: number;
  /** How often the database was gone to: a statement by itself is one, a batch is one whatever is in it. */
  round_trips: number;
  /** Those that only write. */
  writing_trips: number;
  rows_read: number;
  rows_written: number;
  /** Requests to the platforms; counted by the Worker. */
  subrequests: number;
  /** What was asked, to see what a budget was spent on. */
  statements: { sql: string; rows_read: number; rows_written: number }[];
};

/** What one event of the cron cost; `at` in UTC seconds. */
export type MeteredTick = { at: number; meter: Meter };

export const newMeter = (): Meter => ({
  queries: 0,
  batches: 0,
  round_trips: 0,
  writing_trips: 0,
  rows_read: 0,
  rows_written: 0,
  subrequests: 0,
  statements: [],
});

const READS = /^\s*(select|with)\b/i;

/** @param meter adds up what the database is asked */
export function metered(db: D1Database, meter: () => Meter): D1Database {
  /** What stands behind a metered statement: `batch` needs the real ones. */
  const real = new WeakMap<object, { behind: D1PreparedStatement; sql: string }>();

  function count(sql: string, { meta: { rows_read, rows_written } }: D1Result): void {
    const sum = meter();
    sum.queries++;
    sum.rows_read += rows_read;
    sum.rows_written += rows_written;
    sum.statements.push({ sql, rows_read, rows_written });
  }

  function statement(behind: D1PreparedStatement, sql: string): D1PreparedStatement {
    const all = async <T>() => {
      meter().round_trips++;
      if (!READS.test(sql)) meter().writing_trips++;
      const result = await behind.all<T>();
      count(sql, result);
      return result;
    };
    const shown = {
      bind: (...values: unknown[]) => statement(behind.bind(...values), sql),
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
    real.set(shown, { behind, sql });
    return shown;
  }

  return {
    prepare: (sql: string) => statement(db.prepare(sql), sql),
    async batch<T>(statements: D1PreparedStatement[]) {
      const asked = statements.map((one) => {
        const known = real.get(one);
        if (!known) throw new Error("a statement of another database");
        return known;
      });
      const reading = asked.filter(({ sql }) => READS.test(sql)).length;
      meter().round_trips++;
      if (reading < asked.length) meter().batches++;
      if (reading === 0) meter().writing_trips++;
      const results = await db.batch<T>(asked.map(({ behind }) => behind));
      for (const [index, result] of results.entries()) count(asked[index]?.sql ?? "", result);
      return results;
    },
  } as unknown as D1Database;
}

/** What a budget was spent on, a line a statement, the dearest first. */
export const spentOn = ({ statements }: Meter): string[] =>
  [...Map.groupBy(statements, ({ sql }) => sql).entries()]
    .map(([sql, asked]) => ({
      sql,
      times: asked.length,
      read: asked.reduce((sum, { rows_read }) => sum + rows_read, 0),
      written: asked.reduce((sum, { rows_written }) => sum + rows_written, 0),
    }))
    .toSorted((a, b) => b.read + b.written - a.read - a.written)
    .map(({ sql, times, read, written }) => {
      const short = sql.replaceAll(/\s+/g, " ").trim().slice(0, 100);
      return `${times} ×, ${read} read, ${written} written: ${short}`;
    });
