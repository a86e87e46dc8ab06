/** A database that does not fit, is full, or answers nothing: said in words, to tools and to people. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import { SCHEMA } from "../../functions/model/schema.ts";
import { dataWords } from "../../web/language/data.ts";
import { faultWords } from "../../web/language/faults.ts";
import { messageWords } from "../../web/language/message.ts";
import { overviewWords } from "../../web/language/overview.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

let worker: TestWorker;
/** As it is delivered: nobody looks who was not asked in. */
let delivered: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ vars: { PUBLIC_DASHBOARD: "true" } });
  delivered = await startWorker();
});
afterAll(() => Promise.all([worker.close(), delivered.close()]));

const sql = (text: string, on = worker) => on.db.prepare(text).run();
const health = async () => {
  const answer = await worker.fetch("/healthz");
  return [answer.status, await answer.json()] as const;
};
const pageOf = async (path: string, language = "id", of = worker) => {
  const answer = await of.fetch(path, {
    headers: { accept: "text/html", cookie: `lang=${language}` },
  });
  return [answer.status, answer.headers.get("content-type"), await answer.text()] as const;
};

test("healthz says the schema that the database has", async () => {
  expect(await health()).toMatchObject([200, { ok: true, schema: SCHEMA, reason: null }]);
});

test.each([SCHEMA - 1, SCHEMA + 1])(
  "another schema, %i: health and every request say so and name the way out",
  async (schema) => {
    await sql(`update library set schema = ${schema}`);
    const [status, said] = await health();
    expect([status, said]).toMatchObject([503, { ok: false, schema }]);
    expect((said as { reason: string }).reason).toContain("npm run deploy");
    const answer = await worker.send("GET", "/api/overview");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    const { error } = (await answer.json()) as { error: { message: string; problems: unknown } };
    expect(error.message).toContain(`schema ${schema}`);
    expect(error.problems).toMatchObject([{ code: "other_schema" }]);
    const tick = worker.scheduled(Date.parse("2026-11-23T05:30:00Z") / 1000);
    expect((await tick).outcome).toBe("exception");
    await sql(`update library set schema = ${SCHEMA}`);
    expect((await health())[0]).toBe(200);
  },
);

test.each([
  ["id", "open to all"],
  ["en", "open to all"],
  ["id", "as delivered"],
  ["en", "as delivered"],
] as const)(
  "before the library is known a person reads a page, in %s, %s",
  async (language, how) => {
    const of = how === "as delivered" ? delivered : worker;
    const moved = [
      "alter table library rename to elsewhere",
      "alter table elsewhere rename to library",
    ];
    const older = [SCHEMA - 1, SCHEMA].map((schema) => `update library set schema = ${schema}`);
    for (const [broken = "", mended = ""] of [moved, older]) {
      await sql(broken, of);
      for (const path of ["/", "/posts", "/data", "/calendar", "/login", "/v/x", "/e/x", "/none"]) {
        const [status, type, text] = await pageOf(path, language, of);
        expect([path, status, type]).toEqual([path, 503, "text/html; charset=UTF-8"]);
        expect(text).toContain(messageWords[language].titles.unavailable);
        expect(text).toContain(faultWords[language].faults.other_schema);
      }
      // a tool reads the one shape of every error
      expect((await of.send("GET", "/api/overview")).status).toBe(503);
      expect((await of.fetch("/healthz")).status).toBe(503);
      await sql(mended, of);
    }
  },
);

test("on a full database the admin still gets in, to make room", async () => {
  const { origin } = delivered.url;
  const login = (token: string) =>
    delivered.fetch("/login", {
      method: "POST",
      headers: { origin, accept: "text/html" },
      body: new URLSearchParams({ token }),
    });
  await delivered.send("POST", "/api/accounts", { platform: "x", handle: "penuh" });
  await sql(
    "create trigger full before insert on links begin select raise(abort, 'database or disk is full'); end",
    delivered,
  );
  expect((await login("a-token-that-is-not-the-right-one-000")).status).toBe(401);
  const answer = await login(ADMIN_TOKEN);
  expect(answer.status).toBe(303);
  const set = answer.headers.get("set-cookie") ?? "";
  // not for a month: it is the admin's own, and cannot be revoked
  expect(set).toMatch(/HttpOnly/);
  expect(Number(/Max-Age=(\d+)/.exec(set)?.[1])).toBeLessThanOrEqual(3600);
  const cookie = set.split(";")[0] ?? "";
  const settings = await delivered.fetch("/data/settings", { headers: { cookie } });
  expect(settings.status).toBe(200);
  expect(await settings.text()).not.toContain(ADMIN_TOKEN);
  const erase = (headers: Record<string, string>) =>
    delivered.fetch("/api/accounts/1?erase=true", {
      method: "DELETE",
      headers: { cookie, ...headers },
    });
  expect((await erase({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await erase({ origin })).status).toBe(200);
  await sql("drop trigger full", delivered);
  const usual = (await login(ADMIN_TOKEN)).headers.get("set-cookie") ?? "";
  expect(usual).not.toContain(ADMIN_TOKEN);
});

/** An account that is collected, and was read last two days ago. */
async function stopped() {
  const at = Math.floor(Date.now() / 1000) - 2 * 86_400;
  await worker.send("POST", "/api/accounts", { platform: "x", handle: "perpus" });
  await sql(
    `insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at)
     select id, '', ${at}, ${at}, ${at} from accounts`,
  );
  await sql("update library set version = version + 1");
}

test("a tick that could not even write its run: the page notices that nothing is taken in", async () => {
  await stopped();
  expect((await pageOf("/?t=1"))[2]).not.toContain(overviewWords.id.stopped_refused);
  for (const table of ["pages", "runs"]) {
    await sql(
      `create trigger full_${table} before insert on ${table} begin select raise(abort, 'database or disk is full'); end`,
    );
  }
  const tick = await worker.scheduled(Math.floor(Date.now() / 1000));
  expect(tick.outcome).toBe("exception");
  await sql("update library set version = version + 1");
  expect((await pageOf("/"))[2]).toContain(overviewWords.id.stopped_refused);
  expect((await pageOf("/", "en"))[2]).toContain(overviewWords.en.stopped_refused);
  for (const table of ["pages", "runs"]) await sql(`drop trigger full_${table}`);
  await sql("delete from collections");
});

test("the admin sees how full it is, and a viewer does not", async () => {
  const data = async (init: RequestInit = {}, path = "/data/settings") =>
    (await worker.fetch(path, init)).text();
  const admin = { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } };
  const before = await worker.db.prepare("select written from library").first<number>("written");
  await worker.send("POST", "/api/snapshots", {
    platform: "x",
    account: "perpus",
    read_at: "2026-01-01T00:00:00Z",
    followers: 1,
  });
  const after = await worker.db.prepare("select written from library").first<number>("written");
  expect(Number(after)).toBeGreaterThan(Number(before) + 3);
  const size = /Basis data: (\d+) MB dari 500 MB/.exec(await data(admin))?.[1];
  expect(Number(size)).toBeLessThan(5);
  expect(await data(admin)).toContain(dataWords.id.written(String(after), "100.000"));
  for (const path of ["/data", "/data/settings"]) {
    expect(await data({}, path)).not.toContain("500 MB");
  }
});

test("a tick of tomorrow is refused, and the one of now is not", async () => {
  const now = Math.floor(Date.now() / 1000);
  expect((await worker.scheduled(now + 86_400)).outcome).toBe("exception");
  expect((await worker.scheduled(now)).outcome).toBe("ok");
});

test("what is erased goes on by a cron of its own, and not on a database of another schema", async () => {
  await worker.db
    .prepare(
      "insert into accounts (id, platform, handle, created_at, merged_into, version) values (77, 'x', char(10) || 77, 0, 77, 1)",
    )
    .run();
  const left = () =>
    worker.db.prepare("select count(*) as n from accounts where id = 77").first("n");
  const now = Math.floor(Date.now() / 1000);
  await sql("update library set schema = 1");
  expect((await worker.scheduled(now, HOURLY_CRON)).outcome).toBe("exception");
  expect(await left()).toBe(1);
  await sql(`update library set schema = ${SCHEMA}`);
  expect((await worker.scheduled(now, HOURLY_CRON)).outcome).toBe("ok");
  expect(await left()).toBe(0);
});
