/** An account that is erased while a tick visits it stays erased. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { collectTick } from "../../../functions/jobs/collecting/collect-tick.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { type Collecting, openCollecting } from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting();
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const erase = async () => {
  while (!(await eraseAccount(on.db, 1)).done);
};
const left = async () => on.rows<object>("select id from accounts union all select id from posts");

test("before what it brought is looked at", async () => {
  await on.connect("facebook");
  // the visit has begun when the platform is asked first
  const real = globalThis.fetch;
  let asked = false;
  globalThis.fetch = async (...request) => {
    if (!asked && String(request[0]).includes("/facebook")) {
      asked = true;
      await erase();
    }
    return real(...request);
  };
  try {
    await on.tick();
  } finally {
    globalThis.fetch = real;
  }
  expect(asked).toBe(true);
  expect(await left()).toEqual([]);
});

test("after that, before it is written", async () => {
  await on.connect("facebook");
  let erased = false;
  const late = new Proxy(on.db, {
    get: (db, name) =>
      name === "batch"
        ? async (statements: D1PreparedStatement[]) => {
            if (!erased) {
              erased = true;
              await erase();
            }
            return db.batch(statements);
          }
        : Reflect.get(db, name).bind(db),
  });
  await collectTick(late, on.env, on.at());
  expect(erased).toBe(true);
  expect(await left()).toEqual([]);
});
