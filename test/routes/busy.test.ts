/** What passes is said so: a database that refuses to write, and writers that meet. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "../../functions/model/token.ts";
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
const push = (body: unknown, by = token) => worker.send("POST", "/api/snapshots", body, by);
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
    error: { code: "unavailable", problems: [{ code: "database_full" }] },
  });
  const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
    accounts: unknown[];
  };
  expect([await known(), accounts]).toEqual([0, []]);
  await worker.db.prepare("drop trigger full").run();
  expect((await push(pushed(0))).status).toBe(200);
  expect(await known()).toBe(1);
});

/** Pushes as `curl --retry` does: what is told to come back comes back. */
async function pushedAgain(body: unknown, by = token): Promise<number> {
  for (let tried = 0; ; tried += 1) {
    const { status, headers } = await push(body, by);
    if (status !== 503 || tried === 8) return status;
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(headers.get("retry-after"))));
  }
}

test("twenty at once over four accounts: all get in, and hardly one has to come back", async () => {
  const accounts = ["satu", "dua", "tiga", "empat"];
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      push({ ...pushed(index), account: accounts[index % 4] }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(15);
});

test("fifteen at once with a new post and a comment each: none asks more than its fifty queries", async () => {
  const by = await worker.token("push");
  const account = "ramai";
  const post = (name: string, published_at: string) => ({
    external_id: name,
    published_at,
    likes: 9,
  });
  const told = (index: number) => ({
    ...pushed(index),
    account,
    posts: [post(`p${index}`, `2026-11-20T05:${10 + index}:00Z`)],
    comments: [
      {
        external_id: `c${index}`,
        post: `p${index}`,
        at: "2026-11-21T05:00:00Z",
        ours: false,
        asks: true,
      },
    ],
  });
  const history = Array.from({ length: 28 }, (_, day) =>
    post(`o${day}`, `2026-10-${String(day + 1).padStart(2, "0")}T05:00:00Z`),
  );
  expect((await push({ ...pushed(0), account, posts: history }, by)).status).toBe(200);
  const at_once = await Promise.all(
    Array.from({ length: 15 }, (_, index) => push(told(index + 1), by)),
  );
  expect(
    at_once.map(({ status }) => status).filter((status) => status !== 200 && status !== 503),
  ).toEqual([]);
  for (let index = 1; index <= 15; index++) expect(await pushedAgain(told(index), by)).toBe(200);
  expect(await worker.db.prepare("select count(*) as n from comments").first("n")).toBe(15);
}, 90_000);

test("fifty at once on one account: with curl's --retry all are in within a minute", async () => {
  const before = await known();
  const began = Date.now();
  const statuses = await Promise.all(
    Array.from({ length: 50 }, (_, index) => pushedAgain(pushed(index + 1))),
  );
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect((Date.now() - began) / 1000).toBeLessThan(60);
  expect((await known()) - before).toBe(50);
}, 90_000);

test("a token that is revoked while its push is still being sent stores nothing", async () => {
  const revoked = await worker.token("push");
  const before = await known();
  const [head, tail] = ["[", `${JSON.stringify({ ...pushed(59), read_at: NOW })}]`];
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array>();
  const writer = writable.getWriter();
  const sending = worker.fetch("/api/snapshots", {
    method: "POST",
    headers: { authorization: `Bearer ${revoked}`, "content-type": "application/json" },
    body: readable,
    duplex: "half",
  } as RequestInit);
  await writer.write(encoder.encode(head));
  // it is in, and read: its first use is noted
  const used = "select id from links where last_used_on is not null and hash = ?1";
  const hash = await sha256(revoked);
  let id: number | null = null;
  while (id === null) id = await worker.db.prepare(used).bind(hash).first<number>("id");
  expect((await worker.send("DELETE", `/api/links/${id}`)).status).toBe(200);
  await writer.write(encoder.encode(tail));
  await writer.close();
  const answer = await sending;
  expect([answer.status, await answer.json()]).toMatchObject([410, { error: { code: "gone" } }]);
  expect(await known()).toBe(before);
});
