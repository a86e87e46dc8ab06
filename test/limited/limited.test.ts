/** The guard refuses what the real D1 would refuse. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../database.ts";
import { limited } from "./limited.ts";

let db: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  db = opened.databases[0] as D1Database;
});
afterAll(() => close());

test("a statement, a parameter, their number", () => {
  expect(() => db.prepare(`select '${"x".repeat(100_000)}'`)).toThrow("a statement of");
  const one = db.prepare("select ?1");
  expect(() => one.bind(...Array.from({ length: 101 }, () => 1))).toThrow("101 parameters");
  expect(() => one.bind("é".repeat(1_000_001))).toThrow("a parameter of 2000002 bytes");
});

test("a row that is read, and one that is stored", async () => {
  await expect(db.prepare("select hex(zeroblob(1000001)) as x").all()).rejects.toThrow("a row of");
  await expect(
    db.batch([
      db.prepare("insert into pages (key, tag, body) values ('a', 'b', hex(zeroblob(1000001)))"),
    ]),
  ).rejects.toThrow("in pages");
});

test("the queries of an invocation, those of a batch one by one", async () => {
  const held = limited(db, 3);
  const one = () => held.prepare("select 1");
  await held.batch([one(), one()]);
  await one().all();
  await expect(one().all()).rejects.toThrow("more than 3 queries");
});
