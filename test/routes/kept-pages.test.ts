/** Pages that are kept as they were sent: never an old one, never another's. */
import { get } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { savePage } from "../../functions/store/pages.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
let view: string;
let pusher: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  view = await worker.token("view");
  pusher = await worker.token("push");
  await push(worker, pusher, [reading("05:00", 1000)]);
});
afterAll(() => worker.close());
beforeEach(() => worker.db.prepare("delete from pages").run());

const reading = (time: string, followers: number) => ({
  platform: "x" as const,
  account: "perpus_x",
  read_at: `2026-11-23T${time}:00Z`,
  followers,
});

const open = async (path: string, { token = view, headers = {} } = {}) => {
  const answer = await worker.fetch(path, { headers: { cookie: `denyut=${token}`, ...headers } });
  return { status: answer.status, etag: answer.headers.get("etag"), body: await answer.text() };
};
type Row = { key: string; tag: string; body: string };
const kept = async () =>
  (await worker.db.prepare("select * from pages order by key").all<Row>()).results;
/** It is written when the answer has left. */
const whenKept = (count: number) => expect.poll(kept, { timeout: 5000 }).toHaveLength(count);

test("a page is sent again as it was kept, byte for byte", async () => {
  const first = await open("/");
  await whenKept(1);
  const [row] = await kept();
  expect(row?.body).toBe(first.body);
  // what is sent is what is kept: a mark in it shows where it came from
  await worker.db.prepare("update pages set body = body || '<!-- kept -->'").run();
  expect(await open("/")).toEqual({ ...first, body: `${first.body}<!-- kept -->` });
});

test("a page that the browser has already remembers the language that its address asks for", async () => {
  const asked = (path: string, etag: string) =>
    worker.fetch(path, { headers: { cookie: `denyut=${view}; lang=id`, "if-none-match": etag } });
  for (const path of ["/?lang=en", "/data?lang=en"]) {
    const { etag } = await open(path);
    const again = await asked(path, etag ?? "");
    expect([again.status, again.headers.get("set-cookie")]).toEqual([
      304,
      expect.stringContaining("lang=en"),
    ]);
  }
});

test("a new figure makes it old at once", async () => {
  await open("/");
  await whenKept(1);
  await worker.db.prepare("update pages set body = 'old'").run();
  await push(worker, pusher, [reading("05:10", 1200)]);
  const after = await open("/");
  expect(after.body).toContain("1.200");
  await expect.poll(async () => (await kept()).map(({ body }) => body)).toEqual([after.body]);
});

test("another language, another view and another holder have their own", async () => {
  await open("/");
  await open("/?lang=en");
  await open("/?period=2y");
  await open("/", { token: await worker.token("view") });
  await whenKept(4);
  expect((await open("/?lang=en")).body).toContain('lang="en"');
  expect((await open("/")).body).toContain('lang="id"');
});

test("a link that is revoked opens no page that was kept for it", async () => {
  const token = await worker.token("view");
  await open("/", { token });
  await whenKept(1);
  await worker.db
    .prepare("update links set revoked_at = 1 where id = (select max(id) from links)")
    .run();
  expect((await open("/", { token, headers: { accept: "text/html" } })).status).toBe(410);
});

test("what anybody can type is not kept", async () => {
  for (const path of ["/posts?q=a", "/?t=1", "/data", "/?platform=x"]) await open(path);
  await open("/posts");
  await whenKept(1);
  expect((await kept()).map(({ key }) => key.split(" ")[0])).toEqual(["/posts"]);
});

test("erasing an account leaves no page behind", async () => {
  await push(worker, pusher, [{ ...reading("05:20", 7), account: "rahasia" }]);
  await open("/");
  await whenKept(1);
  const { accounts } = (await (await worker.send("GET", "/api/accounts")).json()) as {
    accounts: { id: number; handle: string }[];
  };
  const { id } = accounts.find(({ handle }) => handle === "rahasia") ?? { id: 0 };
  expect((await worker.send("DELETE", `/api/accounts/${id}?erase=true`)).status).toBe(200);
  expect(await kept()).toEqual([]);
});

test("a page that was made before something was written is not kept after it", async () => {
  const version = Number(await worker.db.prepare("select version from library").first("version"));
  const opening = { hash: null, address: "https://denyut.example/", opened_at: 0 };
  const page = { key: "/ a", ...opening, made_of: "m", tag: "t", body: "b" };
  await savePage(worker.db, page, version - 1).run();
  expect(await kept()).toEqual([]);
  await savePage(worker.db, page, version).run();
  expect(await kept()).toEqual([page]);
});

test("a day that begins in the midst of UTC's hour makes another page", async () => {
  // in Kolkata 23:40 of 22 November, and 00:20 of the next day
  const tags = await Promise.all(
    ["2026-11-22T18:10:00Z", "2026-11-22T18:10:30Z", "2026-11-22T18:50:00Z"].map(async (now) => {
      const vars = { TIME_ZONE: "Asia/Kolkata", PUBLIC_DASHBOARD: "true" };
      const other = await startWorker({ now, vars });
      try {
        return await new Promise((resolve, reject) => {
          // under one name: the page's own address is part of it
          get(other.url.href, { headers: { host: "denyut.example" } }, ({ headers }) =>
            resolve(headers.etag),
          ).on("error", reject);
        });
      } finally {
        await other.close();
      }
    }),
  );
  expect(tags[0]).toBe(tags[1]);
  expect(tags[2]).not.toBe(tags[0]);
});

test("for a token that nobody was given nothing is kept, on a public dashboard either", async () => {
  const open = await startWorker({ now: NOW, vars: { PUBLIC_DASHBOARD: "true" } });
  try {
    for (const token of ["guess-1", "guess-2"]) {
      const answer = await open.fetch("/", { headers: { cookie: `denyut=${token}` } });
      expect(answer.status).toBe(200);
      await answer.text();
    }
    await (await open.fetch("/")).text();
    const kept = async () => (await open.db.prepare("select key from pages").all()).results;
    await expect.poll(kept, { timeout: 5000 }).toEqual([{ key: `/  ${open.url.origin} ` }]);
  } finally {
    await open.close();
  }
});
