/** The Data tab is never older than what was just changed, and nobody keeps a page that holds a token. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataWords } from "../../web/language/data.ts";
import { downloadWords } from "../../web/language/downloads.ts";
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
const NOTE = {
  accounts: [1],
  from_on: "2026-11-01",
  to_on: "2026-11-02",
  text: "Libur",
  left_out: true,
};

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
  const CHANGES: [string, string, () => Promise<() => Promise<unknown>>][] = [
    ["a link was made", "/data/links", async () => () => made("view")],
    [
      "a link was revoked",
      "/data/links",
      async () => {
        const { id } = await made("view");
        return () => sent("DELETE", `/api/links/${id}`);
      },
    ],
    [
      "an older link was used, when another was used on the same day",
      "/data/links",
      async () => {
        const unused = await made("view");
        await use(await made("view"));
        return () => use(unused);
      },
    ],
    [
      "a link came to its end",
      "/data/links",
      async () => {
        const { id } = await made("view");
        return () => sql(`update links set expires_at = 1 where id = ${id}`);
      },
    ],
    [
      "a collection began",
      "/data",
      async () => () => sql("insert into runs (id, started_at) values (900, 900)"),
    ],
    [
      "a collection ended, with nothing new",
      "/data",
      async () => {
        await sql("insert into runs (id, started_at) values (1900, 1900)");
        return () => sql("update runs set finished_at = 1960, calls = 7 where id = 1900");
      },
    ],
    [
      "the settings were changed",
      "/data/settings",
      async () => () => sent("PATCH", "/api/settings", { name: "B" }),
    ],
    ["figures were typed", "/data/bring", async () => () => sent("POST", "/api/typed", TYPED)],
    [
      "figures were undone",
      "/data/bring",
      async () => {
        const { import: id } = await sent<{ import: number }>("POST", "/api/typed", {
          ...TYPED,
          date: "2026-11-20",
        });
        return () => sent("DELETE", `/api/imports/${id}`);
      },
    ],
    ["days were left out of the norm", "/data", async () => () => sent("POST", "/api/notes", NOTE)],
    [
      "days were taken in again",
      "/data",
      async () => {
        const { note } = await sent<{ note: { id: number } }>("POST", "/api/notes", NOTE);
        return () => sent("DELETE", `/api/notes/${note.id}`, { version: 1 });
      },
    ],
    [
      "an account was named",
      "/data",
      async () => () => sent("PATCH", "/api/accounts/1", { name: "Perpus" }),
    ],
    [
      "an account was hidden",
      "/data",
      async () => () => sent("PATCH", "/api/accounts/1", { hidden: true }),
    ],
  ];
  test.each(CHANGES)("%s, on %s", async (_what, path, prepare) => {
    const change = await prepare();
    const again = await seenBefore(path);
    expect((await again()).status).toBe(304);
    await change();
    expect((await again()).status).toBe(200);
  });

  test.each(["/data", "/data/bring", "/data/links", "/data/settings"])(
    "nothing, on %s",
    async (path) => {
      const again = await seenBefore(path);
      expect((await again()).status).toBe(304);
    },
  );
});

describe("who finds what on the Data tab", () => {
  const marks = {
    downloads: 'href="/download-posts.csv"',
    parts: 'href="/data/settings"',
    log: 'id="runs"',
    cost: dataWords.id.spend,
    manage: "/api/accounts/1",
    ask: downloadWords.id.sheets_ask,
    files: "/export/v1/",
  };
  const all = Object.keys(marks) as (keyof typeof marks)[];

  beforeAll(async () => {
    await sql("update accounts set hidden_at = null");
    await push(worker, await worker.token("push"), [
      { platform: "x", account: "perpus", read_at: "2026-11-22T05:00:00Z", followers: 9 },
    ]);
    await sql(
      "insert into collections (account_id, sealed, connected_at, next_due_at) select id, '', 0, 0 from accounts where platform = 'x'",
    );
    await sql("insert into x_spend (month, micros) values ('2026-11', 120000)");
  });

  test.each([
    [
      "the admin: parts, log, cost, accounts to manage",
      "admin",
      ["parts", "log", "cost", "manage"],
    ],
    ["who looks: downloads, and whom to ask for more", "view", ["downloads", "ask"]],
    ["who holds an export link too: downloads and its files", "export", ["downloads", "files"]],
  ] as const)("%s", async (_, kind, found) => {
    const token = await worker.token(kind, { with_dashboard: kind === "export" });
    const answer = await worker.fetch("/data", { headers: { cookie: `denyut=${token}` } });
    const text = await answer.text();
    expect([answer.status, all.filter((mark) => text.includes(marks[mark]))]).toEqual([
      200,
      all.filter((mark) => (found as readonly string[]).includes(mark)),
    ]);
    // what holds a token is kept by nobody
    expect(answer.headers.get("cache-control")?.includes("no-store")).toBe(kind === "export");
  });

  test.each(["/data/bring", "/data/links", "/data/settings"])(
    "%s is the admin's alone",
    async (path) => {
      for (const [kind, status] of [
        ["view", 403],
        ["admin", 200],
      ] as const) {
        const answer = await worker.send("GET", path, undefined, await worker.token(kind));
        expect([kind, answer.status]).toEqual([kind, status]);
      }
    },
  );

  test("no answer of the API says to a viewer what X costs", async () => {
    const token = await worker.token("view");
    for (const path of ["/api/overview", "/api/accounts", "/api/runs", "/api/settings"]) {
      const text = await (await worker.send("GET", path, undefined, token)).text();
      expect(text).not.toMatch(/spend|ceiling_usd|"usd"/);
    }
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
  const list = await (await worker.send("GET", "/data/links")).text();
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
