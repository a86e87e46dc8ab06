/** A library out of one Worker and into another, over HTTP as the browser and the tools do it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkedBackup } from "../../functions/model/backup.ts";
import { backupKey, newBackupSeal } from "../../functions/model/backup-seal.ts";
import { backupFile, openGathering, takeSlice } from "../../functions/model/backup-slices.ts";
import { EXPORT_NAMES } from "../../functions/model/export-columns.ts";
import type { RestoreAnswer } from "../../functions/model/restoring.ts";
import { SCHEMA } from "../../functions/model/schema.ts";
import { openSealKey, seal, unseal } from "../../functions/model/seal.ts";
import { demoSnapshots } from "../demo/snapshots.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const PASSPHRASE = "lima kata acak untuk serah terima";
const CREDENTIALS = "EAAB-rahasia-platform-0123456789";
const BOT_TOKEN = "123456789:AAF-rahasia_bot_0123456789abcdefghi";
const HOOK = "https://hooks.example.org/denyut/rahasia-kait-0123456789";
const OTHER_ADMIN = "another-admin-token-of-another-library-01";

let old: TestWorker;
let young: TestWorker;
let view: { token: string; id: number };
let exported: { token: string };
beforeAll(async () => {
  [old, young] = await Promise.all([
    startWorker({ now: NOW }),
    startWorker({ now: NOW, adminToken: OTHER_ADMIN }),
  ]);
  const now = Date.parse(NOW) / 1000;
  const weeks = demoSnapshots(now).filter(
    ({ read_at }) => Date.parse(read_at) / 1000 > now - 120 * 86_400,
  );
  for (let at = 0; at < weeks.length; at += 40) {
    await push(old, ADMIN_TOKEN, weeks.slice(at, at + 40));
  }
  const made = async (body: object) =>
    (await old.send("POST", "/api/links", body)).json() as Promise<{ token: string; id: number }>;
  view = await made({ kind: "view", name: "Kepala dinas" });
  exported = await made({ kind: "export", name: "Lembar kerja" });
  await old.send("PATCH", "/api/settings", {
    ...{ name: "Perpustakaan Lama", language: "en" },
    working_hours: { days: [1, 6], from: "09:00", to: "17:00" },
  });
  await old.send("POST", "/api/plans", { on: "2026-11-25", accounts: [1], title: "Kuis Jumat" });
  await old.send("POST", "/api/events", {
    kind: "launch",
    title: "Malam Puisi",
    starts_at: "2026-11-20T13:00:00+07:00",
    hashtags: ["puisi"],
    visitors: 40,
  });
  await old.send("POST", "/api/notes", {
    from_on: "2026-10-05",
    to_on: "2026-10-09",
    text: "Banjir",
    left_out: true,
  });
  await old.send("POST", "/api/short-links", {
    slug: "malam-puisi",
    target: "https://example.org/puisi",
    name: "Pendaftaran",
    event: 1,
  });
  await old.fetch("/e/malam-puisi/ig", {
    headers: {
      "user-agent":
        "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
    },
  });
  const told = { quiet: { from: "21:00", to: "06:00" }, kinds: ["weak", "stopped"], weekly: true };
  for (const reach of [
    { way: "telegram", token: BOT_TOKEN, chat: "-1001234567890", name: "Grup pengelola" },
    { way: "json", url: HOOK, name: "Program" },
  ]) {
    expect((await old.send("POST", "/api/subscriptions", { ...reach, ...told })).status).toBe(201);
  }
  await old.send("PATCH", "/api/posts/3", { topic: "community" });
  const asked = await old.db
    .prepare("select account_id || '-' || external_id as id from comments where ours = 0 limit 1")
    .first<string>("id");
  await old.send("PATCH", `/api/comments/${asked}`, { settled: true });
  await old.send("POST", "/api/typed", { account: 1, date: "2026-11-21", followers: 1210 });
  // credentials as they lie here
  const own = await openSealKey("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  if (!own) throw new Error("the key of the tests opens");
  const sealed = await seal(own, "collections/1", JSON.stringify({ access_token: CREDENTIALS }));
  await old.db
    .prepare(
      "insert into collections (account_id, sealed, connected_at, next_due_at) values (1, ?1, 1, 1)",
    )
    .bind(sealed)
    .run();
});
afterAll(() => Promise.all([old.close(), young.close()]));

/** @param key its secrets travel under it */
async function backup(
  worker: TestWorker,
  sealed: Awaited<ReturnType<typeof newBackupSeal>> | null = null,
) {
  const gathering = openGathering();
  for (let after: string | null = ""; after !== null; ) {
    const answer = await worker.fetch(`/api/backup${after && `?after=${after}`}`, {
      headers: {
        authorization: `Bearer ${ADMIN_TOKEN}`,
        ...(sealed ? { "denyut-seal-key": sealed.key } : {}),
      },
    });
    expect(answer.status).toBe(200);
    const head = takeSlice(gathering, await answer.text());
    if (!head) throw new Error("a slice that is not whole");
    const next = head.next && `</api/backup?after=${head.next}>; rel="next"`;
    expect(answer.headers.get("link")).toBe(next);
    after = head.next;
  }
  let text = "";
  for await (const piece of backupFile(gathering, sealed?.seal ?? null, 300)) text += piece;
  return text;
}

const bring = (body: string, headers: Record<string, string> = {}) =>
  young.fetch("/api/restore", {
    method: "POST",
    headers: { authorization: `Bearer ${OTHER_ADMIN}`, ...headers },
    body,
  });
const files = async (worker: TestWorker): Promise<Record<string, string>> => {
  const all: Record<string, string> = {};
  for (const name of EXPORT_NAMES) {
    for (const kind of ["csv", "json", "ndjson"]) {
      let path: string | null = `/export/v1/${exported.token}/${name}.${kind}`;
      for (let page = 0; path !== null && page < 12; page += 1) {
        const answer: Response = await worker.fetch(path);
        all[`${name}.${kind} ${page}`] = `${answer.status} ${await answer.text()}`;
        const [, next] = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "") ?? [];
        const to: URL | null = next ? new URL(next, worker.url) : null;
        path = to && `${to.pathname}${to.search}`;
      }
    }
  }
  const calendar = await worker.fetch(
    `/export/v1/${exported.token}/calendar.ics?with=almanac,gaps`,
  );
  all["calendar.ics"] = (await calendar.text()).replaceAll(worker.url.host, "HOST");
  return all;
};

describe("a library that moves", () => {
  let text: string;
  let sealed: Awaited<ReturnType<typeof newBackupSeal>>;
  beforeAll(async () => {
    sealed = await newBackupSeal(PASSPHRASE);
    text = await backup(old, sealed);
  });

  test("holds no secret in the clear: no token, no credential, no admin's digest", async () => {
    const plain = await backup(old);
    const rows = (
      await old.db
        .prepare(
          "select sealed from collections union all select sealed from links union all select sealed from recipients",
        )
        .all()
    ).results as { sealed: string | null }[];
    for (const file of [plain, text]) {
      for (const secret of [
        ...[CREDENTIALS, view.token, exported.token, ADMIN_TOKEN, "access_token"],
        ...[BOT_TOKEN, "rahasia-kait"],
      ]) {
        expect(file.includes(secret)).toBe(false);
      }
      // nor as it lies here
      for (const row of rows) expect(row.sealed !== null && file.includes(row.sealed)).toBe(false);
    }
    expect(plain.includes('"collections"')).toBe(false);
    expect(plain.includes('"recipients"')).toBe(false);
    expect((await checkedBackup(plain, SCHEMA)).head.seal).toBe(null);
  });

  test("gives no secret to a login alone: the admin token is asked for along with it", async () => {
    const answer = await old.fetch("/login", {
      method: "POST",
      body: new URLSearchParams({ token: ADMIN_TOKEN }),
    });
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const asked = async (headers: Record<string, string>) =>
      (await old.fetch("/api/backup", { headers: { cookie, ...headers } })).status;
    const key = { "denyut-seal-key": sealed.key };
    expect(await asked({})).toBe(200);
    expect(await asked(key)).toBe(403);
    expect(await asked({ ...key, "denyut-admin-token": "wrong" })).toBe(403);
    expect(await asked({ ...key, "denyut-admin-token": ADMIN_TOKEN })).toBe(200);
    // the login's own token is a login too, however it comes
    const login = { authorization: `Bearer ${cookie.split("=")[1]}` };
    expect(await asked({ ...key, ...login })).toBe(403);
  });

  test("opens nothing by another passphrase, and both keys by the right one", async () => {
    const { seal: said } = (await checkedBackup(text, SCHEMA)).head;
    if (!said) throw new Error("it is sealed");
    expect(await backupKey(`${PASSPHRASE}!`, said)).toBe(null);
    expect(await backupKey(PASSPHRASE, said)).toBe(sealed.key);
  });

  test("is closed while it comes in, and whole afterwards: exports byte for byte, links, people's work", async () => {
    const { pieces } = await checkedBackup(text, SCHEMA);
    expect(pieces.length).toBeGreaterThan(3);
    const key = { "denyut-seal-key": sealed.key };
    const cookie = await loggedIn();
    // one that is told here already stays as it was said here
    const here = { way: "json", url: HOOK, name: "Sudah ada" };
    await young.send("POST", "/api/subscriptions", here, OTHER_ADMIN);
    for (const [index, piece] of pieces.entries()) {
      const answer = await bring(piece.text, key);
      expect([index, answer.status, await answer.json()]).toMatchObject([
        index,
        200,
        { next: index + 1 },
      ]);
      // once more changes nothing
      if (index === 1)
        expect(await (await bring(piece.text, key)).json()).toMatchObject({ next: 2 });
    }
    await expectClosed();
    for (let slices = 0; ; slices += 1) {
      const answer = (await (await bring("")).json()) as RestoreAnswer;
      if (answer.done) break;
      expect(slices).toBeLessThan(100);
    }
    expect(await files(young)).toEqual(await files(old));
    expect((await young.fetch(`/v/${view.token}`)).status).toBe(303);
    expect((await young.fetch("/e/malam-puisi/ig")).headers.get("location")).toBe(
      "https://example.org/puisi",
    );
    // who was logged in here still is, and the old library's admin is nobody
    const settings = { headers: { cookie } };
    expect(await (await young.fetch("/api/settings", settings)).json()).toMatchObject({
      name: "Perpustakaan Lama",
      language: "en",
      working_hours: { days: [1, 6], from: "09:00", to: "17:00" },
    });
    expect((await young.send("GET", "/api/settings", undefined, ADMIN_TOKEN)).status).toBe(401);
    // whoever was told is told here, by an address that leads here
    const { results: told } = await young.db
      .prepare("select way, name, kinds, weekly, quiet_from, origin, sealed from recipients")
      .all<Record<string, unknown>>();
    expect(told).toMatchObject([
      { name: "Sudah ada", weekly: 0 },
      {
        ...{ way: "telegram", name: "Grup pengelola", kinds: '["weak","stopped"]', weekly: 1 },
        ...{ quiet_from: "21:00", origin: young.url.origin },
      },
    ]);
    const here_key = await openSealKey("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    expect(here_key && (await unseal(here_key, "recipients", String(told[1]?.sealed)))).toBe(
      JSON.stringify({ way: "telegram", token: BOT_TOKEN, chat: "-1001234567890" }),
    );
    // the address of a link can be shown here too, under the key of this place
    const links = (await (
      await young.send("GET", "/api/links", undefined, OTHER_ADMIN)
    ).json()) as {
      links: { url: string | null; name: string }[];
    };
    const url = links.links.find(({ name }) => name === "Kepala dinas")?.url;
    expect(url).toBe(`${young.url.origin}/v/${view.token}`);
    const own = await openSealKey("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    const kept = await young.db.prepare("select sealed from collections").first<string>("sealed");
    expect(own && (await unseal(own, "collections/1", kept ?? ""))).toContain(CREDENTIALS);
  });

  async function loggedIn(): Promise<string> {
    const answer = await young.fetch("/login", {
      method: "POST",
      body: new URLSearchParams({ token: OTHER_ADMIN }),
    });
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }

  async function expectClosed(): Promise<void> {
    const page = await young.fetch(`/v/${view.token}`, { headers: { accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([
      503,
      expect.stringContaining("Being restored"),
    ]);
    for (const path of ["/", `/export/v1/${exported.token}/days.csv`, "/api/overview"]) {
      const answer = await young.send("GET", path, undefined, OTHER_ADMIN);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.text()).toContain("restoring");
    }
    expect((await young.send("POST", "/api/snapshots", [], OTHER_ADMIN)).status).toBe(503);
    expect(await (await young.fetch("/healthz")).json()).toMatchObject({
      ok: false,
      schema: SCHEMA,
      reason: expect.stringContaining("backup"),
    });
  }

  test("does not go into a place that has a library, nor by a cursor that nobody gave", async () => {
    const { pieces } = await checkedBackup(text, SCHEMA);
    const answer = await bring(pieces[0]?.text ?? "");
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain("in_use");
    for (const after of [
      "x",
      btoa('{"seen":{},"at":{"part":"head","table":0,"after":["1 or 1"]}}'),
    ]) {
      expect((await old.send("GET", `/api/backup?after=${after}`)).status).toBe(400);
    }
    expect(
      (
        await old.fetch("/api/backup", {
          headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "denyut-seal-key": "short" },
        })
      ).status,
    ).toBe(400);
  });
});
