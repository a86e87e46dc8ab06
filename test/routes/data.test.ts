/** The Data tab is never older than what was just changed, and nobody keeps a page that holds a token. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataWords } from "../../web/language/data.ts";
import { linkWords } from "../../web/language/link.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus",
      read_at: "2026-11-22T05:00:00Z",
      followers: 1204,
      posts: [{ external_id: "p1", published_at: "2026-11-20T20:00:00Z", likes: 3 }],
    },
  ]);
});
afterAll(() => worker.close());

const TYPED = { account: 1, date: "2026-11-21", followers: 1200 };
const DAYS = { account: 1, from: "2026-11-01", to: "2026-11-02" };

/** As a browser asks that has the page already. */
async function seenBefore(path: string) {
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
  const first = await worker.fetch(path, { headers });
  const tag = first.headers.get("etag");
  return async () => {
    const known = tag === null ? headers : { ...headers, "if-none-match": tag };
    const again = await worker.fetch(path, { headers: known });
    return { status: again.status, text: await again.text() };
  };
}

const sent = async <Body = unknown>(method: string, path: string, body?: unknown) => {
  const answer = await worker.send(method, path, body);
  expect([path, answer.status < 300]).toEqual([path, true]);
  return (await answer.json()) as Body;
};
const made = (kind: string) =>
  sent<{ id: number; token: string }>("POST", "/api/links", { kind, name: `Tautan ${kind}` });
/** Its use is noted after the answer. */
async function use({ id, token }: { id: number; token: string }): Promise<void> {
  await worker.fetch(`/v/${token}`);
  const last = () => worker.db.prepare(`select last_used_on as day from links where id = ${id}`);
  await expect.poll(() => last().first("day")).toBe("2026-11-23");
}

const sql = (text: string) => worker.db.prepare(text).run();

describe("the Data tab, seen before, comes anew after", () => {
  const CHANGES: [string, () => Promise<() => Promise<unknown>>][] = [
    ["a link was made", async () => () => made("view")],
    [
      "a link was revoked",
      async () => {
        const { id } = await made("view");
        return () => sent("DELETE", `/api/links/${id}`);
      },
    ],
    [
      "an older link was used, when another was used on the same day",
      async () => {
        const unused = await made("view");
        await use(await made("view"));
        return () => use(unused);
      },
    ],
    [
      "a link came to its end",
      async () => {
        const { id } = await made("view");
        return () => sql(`update links set expires_at = 1 where id = ${id}`);
      },
    ],
    [
      "a collection began",
      async () => () => sql("insert into runs (id, started_at) values (900, 900)"),
    ],
    [
      "a collection ended, with nothing new",
      async () => {
        await sql("insert into runs (id, started_at) values (1900, 1900)");
        return () => sql("update runs set finished_at = 1960, calls = 7 where id = 1900");
      },
    ],
    ["the settings were changed", async () => () => sent("PATCH", "/api/settings", { name: "B" })],
    ["figures were typed", async () => () => sent("POST", "/api/typed", TYPED)],
    [
      "figures were undone",
      async () => {
        const { import: id } = await sent<{ import: number }>("POST", "/api/typed", {
          ...TYPED,
          date: "2026-11-20",
        });
        return () => sent("DELETE", `/api/imports/${id}`);
      },
    ],
    [
      "days were left out of the norm",
      async () => () => sent("POST", "/api/excused", { ...DAYS, reason: "Libur" }),
    ],
    [
      "days were taken in again",
      async () => {
        const days = { ...DAYS, from: "2026-10-01" };
        await sent("POST", "/api/excused", { ...days, reason: "Libur" });
        return () => sent("POST", "/api/excused", { ...days, reason: null });
      },
    ],
    [
      "an account was named",
      async () => () => sent("PATCH", "/api/accounts/1", { name: "Perpus" }),
    ],
    ["an account was hidden", async () => () => sent("PATCH", "/api/accounts/1", { hidden: true })],
  ];
  test.each(CHANGES)("%s", async (_what, prepare) => {
    const change = await prepare();
    const again = await seenBefore("/data");
    expect((await again()).status).toBe(304);
    await change();
    expect((await again()).status).toBe(200);
  });

  test("nothing", async () => {
    const again = await seenBefore("/data");
    expect((await again()).status).toBe(304);
  });
});

test("a link's own page says at once that it was revoked", async () => {
  const { id } = await made("view");
  const again = await seenBefore(`/links/${id}`);
  const words = linkWords.id;
  expect((await again()).text).toContain(words.address);
  await sent("DELETE", `/api/links/${id}`);
  const { status, text } = await again();
  expect(status).toBe(200);
  expect(text).not.toContain(words.address);
  const list = await (await worker.send("GET", "/data")).text();
  expect(list).toContain(dataWords.id.revoked);
});

test("no browser keeps what holds a token that opens something", async () => {
  const { id } = await made("view");
  for (const path of ["/api/links", `/links/${id}`]) {
    const { headers } = await worker.send("GET", path);
    expect([path, headers.get("cache-control"), headers.get("etag")]).toEqual([
      path,
      "no-store",
      null,
    ]);
  }
  const answer = await worker.send("POST", "/api/links", { kind: "view", name: "x" });
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
