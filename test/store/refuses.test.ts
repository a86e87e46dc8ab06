/** Whether the database takes anything in is asked by writing: the answer is a headline. */
import { expect, test } from "vitest";
import { refusesToWrite } from "../../functions/store/library.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();

test("a database that takes something in does not refuse, however often it is asked", async () => {
  expect(await refusesToWrite(db)).toBe(false);
  expect(await refusesToWrite(db)).toBe(false);
});

test("one that is full does", async () => {
  const full = new Proxy(db, {
    get: (of, name) => {
      if (name !== "prepare") return Reflect.get(of, name).bind(of);
      const run = () => Promise.reject(new Error("D1_ERROR: database or disk is full"));
      return (sql: string) => Object.assign(of.prepare(sql), { run });
    },
  });
  expect(await refusesToWrite(full)).toBe(true);
});
