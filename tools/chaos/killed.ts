/** A database whose user dies on the way to it, or on the way back: what was sent may be in, and nobody hears of it. */

export class Killed extends Error {}

/** @param trips it dies at the one of this number, from 0; @param late on the way back */
export function dying(db: D1Database, trips: number, late: boolean): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  let made = 0;

  async function trip<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const number = made++;
    if (number > trips || (number === trips && !late)) throw new Killed();
    const answer = await ask();
    if (number === trips) throw new Killed();
    return answer;
  }

  function statement(behind: D1PreparedStatement): D1PreparedStatement {
    const shown = {
      bind: (...values: unknown[]) => statement(behind.bind(...values)),
      all: () => trip(() => behind.all()),
      run: () => trip(() => behind.run()),
      first: (column?: string) =>
        trip(() => (column === undefined ? behind.first() : behind.first(column))),
    } as unknown as D1PreparedStatement;
    real.set(shown, behind);
    return shown;
  }

  return {
    prepare: (sql: string) => statement(db.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) =>
      trip(() => db.batch(statements.map((one) => real.get(one) ?? one))),
  } as unknown as D1Database;
}
