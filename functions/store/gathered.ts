/**
 * A database that is asked once for all that is asked of it in one moment: each round trip costs a phone 20 to 50 ms. What
 * is independent is asked with `Promise.all`, and goes there as one batch; writes go as they are.
 */

type Asked = {
  statement: D1PreparedStatement;
  answer: (result: D1Result<never>) => void;
  fail: (error: unknown) => void;
};

/** For one request: an answer belongs to the request that asked. */
export function gathered(db: D1Database): D1Database {
  let waiting: Asked[] = [];
  const counter = { queries: 0 };

  async function send(): Promise<void> {
    const asked = waiting;
    waiting = [];
    const [only, ...more] = asked;
    try {
      const results =
        only && more.length === 0
          ? [await only.statement.all<never>()]
          : await db.batch<never>(asked.map(({ statement }) => statement));
      for (const [index, { answer }] of asked.entries()) answer(results[index] as D1Result<never>);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }

  const ask = (statement: D1PreparedStatement) =>
    new Promise<D1Result<never>>((answer, fail) => {
      counter.queries += 1;
      waiting.push({ statement, answer, fail });
      // whoever asks in the same moment has done so when the microtasks of now are through
      if (waiting.length === 1) queueMicrotask(send);
    });

  return new Gathered(db, ask, counter) as unknown as D1Database;
}

/** How many queries the request has asked so far, each statement of a batch one; 0 where nobody counts. */
export const queriesOf = (db: D1Database): number =>
  (db as object) instanceof Gathered ? (db as unknown as Gathered).counter.queries : 0;

type Counter = { queries: number };

type Ask = (statement: D1PreparedStatement) => Promise<D1Result<never>>;

/** What of a database is used here. */
class Gathered implements Pick<D1Database, "prepare" | "batch"> {
  readonly #db: D1Database;
  readonly #ask: Ask;
  readonly counter: Counter;

  constructor(db: D1Database, ask: Ask, counter: Counter) {
    this.#db = db;
    this.#ask = ask;
    this.counter = counter;
  }

  prepare(sql: string): D1PreparedStatement {
    const { counter } = this;
    const made = new Statement(this.#db.prepare(sql), this.#ask, counter);
    return made as unknown as D1PreparedStatement;
  }

  batch<Row>(statements: D1PreparedStatement[]): Promise<D1Result<Row>[]> {
    this.counter.queries += statements.length;
    return this.#db.batch<Row>(statements.map((one) => (one as unknown as Statement).behind));
  }
}

class Statement implements Pick<D1PreparedStatement, "bind" | "all" | "run"> {
  readonly behind: D1PreparedStatement;
  readonly #ask: Ask;
  readonly #counter: Counter;

  constructor(behind: D1PreparedStatement, ask: Ask, counter: Counter) {
    this.behind = behind;
    this.#ask = ask;
    this.#counter = counter;
  }

  bind(...values: unknown[]): D1PreparedStatement {
    const bound = new Statement(this.behind.bind(...values), this.#ask, this.#counter);
    return bound as unknown as D1PreparedStatement;
  }

  all<Row>(): Promise<D1Result<Row>> {
    return this.#ask(this.behind);
  }

  /** @param column its value alone */
  async first(column?: string): Promise<unknown> {
    const { results } = await this.all<Record<string, unknown>>();
    const row = results[0] ?? null;
    return row && column !== undefined ? row[column] : row;
  }

  /** A write waits for nobody. */
  run<Row>(): Promise<D1Result<Row>> {
    this.#counter.queries += 1;
    return this.behind.run<Row>();
  }
}
