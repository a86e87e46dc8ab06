import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gathered } from "../../functions/store/gathered.ts";
import { openDatabase } from "../database.ts";

let real: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  real = opened.databases[0] as D1Database;
});
afterAll(() => close());

/** A database that notes each time it is asked, and for how many statements. */
function counted() {
  const trips: number[] = [];
  const noted = new WeakMap<object, D1PreparedStatement>();
  const note = (statement: D1PreparedStatement): D1PreparedStatement => {
    const shown = {
      bind: (...values: unknown[]) => note(statement.bind(...values)),
      all: () => {
        trips.push(1);
        return statement.all();
      },
      run: () => {
        trips.push(1);
        return statement.run();
      },
    } as unknown as D1PreparedStatement;
    noted.set(shown, statement);
    return shown;
  };
  const db = {
    prepare: (sql: string) => note(real.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => {
      trips.push(statements.length);
      return real.batch(statements.map((one) => noted.get(one) ?? one));
    },
  } as unknown as D1Database;
  return { db: gathered(db), trips };
}

const one = (db: D1Database, value: number) =>
  db.prepare("select ?1 as value").bind(value).first<{ value: number }>();

describe("what is asked of the database", () => {
  test("in one moment goes there together, and each gets its own answer", async () => {
    const { db, trips } = counted();
    const answers = await Promise.all([
      one(db, 1),
      db.prepare("select 2 as value union select 3 order by 1").all<{ value: number }>(),
      one(db, 4),
    ]);
    expect(answers).toMatchObject([
      { value: 1 },
      { results: [{ value: 2 }, { value: 3 }] },
      { value: 4 },
    ]);
    expect(trips).toEqual([3]);
  });

  test("after an answer goes there anew", async () => {
    const { db, trips } = counted();
    const first = await one(db, 1);
    expect(await one(db, first?.value ?? 0)).toEqual({ value: 1 });
    expect(trips).toEqual([1, 1]);
  });

  test("and is not there is null", async () => {
    const { db } = counted();
    expect(await db.prepare("select 1 where false").first()).toBeNull();
    expect(await db.prepare("select 1 as one where false").first("one")).toBeNull();
    expect(await db.prepare("select 1 as one").first("one")).toBe(1);
  });

  test("fails for all that went together where one fails, and for none that comes later", async () => {
    const { db } = counted();
    const answers = await Promise.allSettled([one(db, 1), db.prepare("select nothing").all()]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(await one(db, 2)).toEqual({ value: 2 });
  });
});

test("a batch of writes goes as it is, whatever waits", async () => {
  const { db, trips } = counted();
  const asked = one(db, 1);
  await db.batch([
    db.prepare("update library set name = ?1 where id = 1").bind("Perpustakaan"),
    db.prepare("update library set language = 'en' where id = 1"),
  ]);
  expect(await asked).toEqual({ value: 1 });
  expect(trips.toSorted()).toEqual([1, 2]);
  expect(await real.prepare("select name, language from library").first()).toEqual({
    name: "Perpustakaan",
    language: "en",
  });
});
