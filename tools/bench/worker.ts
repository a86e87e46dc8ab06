/**
 * The Worker with a meter on its database: what the bench measures. `GET /bench/meter` answers what was read and written
 * since it was last asked. The header `bench-now` says what time it is. Nothing is limited by rate.
 */
import type { Bindings } from "../../functions/routes/env.ts";
import worker from "../../functions/worker.ts";

export type Meter = {
  /** Statements, those of a batch one by one. */
  queries: number;
  batches: number;
  rows_read: number;
  rows_written: number;
};

const nothing = (): Meter => ({ queries: 0, batches: 0, rows_read: 0, rows_written: 0 });
let meter = nothing();

function count({ meta }: D1Result): void {
  meter.queries++;
  meter.rows_read += meta.rows_read;
  meter.rows_written += meta.rows_written;
}

/** What stands behind a metered statement: `batch` needs the real ones. */
const real = new WeakMap<object, D1PreparedStatement>();

function meteredStatement(statement: D1PreparedStatement): D1PreparedStatement {
  const all = async <T>() => {
    const result = await statement.all<T>();
    count(result);
    return result;
  };
  const metered = {
    bind: (...values: unknown[]) => meteredStatement(statement.bind(...values)),
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
  real.set(metered, statement);
  return metered;
}

const metered = (db: D1Database): D1Database =>
  ({
    prepare: (sql: string) => meteredStatement(db.prepare(sql)),
    async batch<T>(statements: D1PreparedStatement[]) {
      const results = await db.batch<T>(statements.map((one) => real.get(one) ?? one));
      meter.batches++;
      for (const result of results) count(result);
      return results;
    },
  }) as unknown as D1Database;

function measured(env: Bindings, now: string | null): Bindings {
  const { LOGIN_LIMIT, EXPORT_LIMIT, WRITE_LIMIT, ...rest } = env;
  return { ...rest, DB: metered(env.DB), ...(now === null ? {} : { NOW: now }) };
}

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === "/bench/meter") {
      const read = meter;
      meter = nothing();
      return Response.json(read);
    }
    return worker.fetch(request, measured(env, request.headers.get("bench-now")), context);
  },
} satisfies ExportedHandler<Bindings>;
