/** What passes is said so: a database that refuses to write, and writers that meet. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
let worker: TestWorker;
let token: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  token = await worker.token("push");
});
afterAll(() => worker.close());

const pushed = (minute: number) => ({
  platform: "instagram",
  account: "perpus",
  read_at: `2026-11-22T05:${String(minute).padStart(2, "0")}:00Z`,
  followers: 1000 + minute,
});
const push = (body: unknown) => worker.send("POST", "/api/snapshots", body, token);
const known = async () =>
  (await worker.db.prepare("select count(*) as n from account_readings").first<number>("n")) ?? 0;

test("a database that refuses to write: 503, when to come back, nothing stored; the same again succeeds", async () => {
  await worker.db
    .prepare(
      "create trigger full before insert on account_readings begin select raise(abort, 'database or disk is full'); end",
    )
    .run();
  const answer = await push(pushed(0));
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await answer.json()).toMatchObject({
    error: { code: "unavailable", problems: [{ code: "busy" }] },
  });
  const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
    accounts: unknown[];
  };
  expect([await known(), accounts]).toEqual([0, []]);
  await worker.db.prepare("drop trigger full").run();
  expect((await push(pushed(0))).status).toBe(200);
  expect(await known()).toBe(1);
});

test("twenty at once on one account: each is in, or told to come back and then in", async () => {
  let waiting = Array.from({ length: 20 }, (_, index) => pushed(index + 1));
  for (let round = 0; waiting.length > 0 && round < 10; round += 1) {
    const answers = await Promise.all(waiting.map(push));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    waiting = waiting.filter((_, index) => statuses[index] === 503);
  }
  expect(waiting).toEqual([]);
  expect(await known()).toBe(21);
});
