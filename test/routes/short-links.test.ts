/** Short links over HTTP: who may make them, where they may lead, and what of a click is kept. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const TARGET = "https://example.org/daftar?acara=1";
const PHONE =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";

let worker: TestWorker;
let plan: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  plan = await worker.token("plan");
});
afterAll(() => worker.close());

let slugs = 0;
/** A link of its own: the limiter's count outlives a test. */
async function link(more: object = {}): Promise<{ id: number; slug: string }> {
  slugs += 1;
  const slug = `acara-${slugs}`;
  const body = { slug, target: TARGET, name: "Daftar", ...more };
  const answer = await worker.send("POST", "/api/short-links", body, plan);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { short_link: { id: number; slug: string } }).short_link;
}

const follow = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  worker.fetch(`/e/${path}`, { method, headers: { "user-agent": PHONE, ...headers } });

/** What is counted of a link, once what nobody waits for is done. */
async function counted(id: number) {
  await new Promise((resolve) => setTimeout(resolve, 150));
  const { results } = await worker.db
    .prepare("select source, on_day, clicks, refused from clicks where link = ?1 order by source")
    .bind(id)
    .all();
  return results;
}

describe("making one", () => {
  test.each<[string, object, number, string, string]>([
    ["a slug with capitals", { slug: "Acara" }, 400, "slug", "not_a_slug"],
    ["a slug of one letter", { slug: "a" }, 400, "slug", "not_a_slug"],
    ["a slug with two dashes", { slug: "a--b" }, 400, "slug", "not_a_slug"],
    ["a slug that ends with a dash", { slug: "acara-" }, 400, "slug", "not_a_slug"],
    ["a slug of eighty", { slug: "a".repeat(80) }, 400, "slug", "not_a_slug"],
    ["a reserved word", { slug: "login" }, 400, "slug", "reserved_slug"],
    ["http", { target: "http://example.org/" }, 400, "target", "not_https"],
    ["another scheme", { target: "javascript:alert(1)" }, 400, "target", "bad_url"],
    ["no address", { target: "example.org" }, 400, "target", "bad_url"],
    ["a login in it", { target: "https://a:b@example.org/" }, 400, "target", "not_public"],
    ["loopback", { target: "https://127.0.0.1/" }, 400, "target", "not_public"],
    ["loopback in hexadecimal", { target: "https://0x7f.1/" }, 400, "target", "not_public"],
    ["loopback as one number", { target: "https://2130706433/" }, 400, "target", "not_public"],
    ["a private address", { target: "https://192.168.1.10/" }, 400, "target", "not_public"],
    ["a link-local address", { target: "https://169.254.169.254/" }, 400, "target", "not_public"],
    ["IPv6 loopback", { target: "https://[::1]/" }, 400, "target", "not_public"],
    ["a private IPv6 address", { target: "https://[fd00::1]/" }, 400, "target", "not_public"],
    ["one label", { target: "https://intranet/" }, 400, "target", "not_public"],
    ["localhost with a dot", { target: "https://localhost./" }, 400, "target", "not_public"],
    [".local", { target: "https://printer.local/" }, 400, "target", "not_public"],
    [".internal", { target: "https://a.internal/" }, 400, "target", "not_public"],
    ["a control character", { target: "https://example.org/\u0007" }, 400, "target", "bad_url"],
    ["a control character in its name", { name: "a\u0000" }, 400, "name", "control_character"],
    ["no name", { name: "  " }, 400, "name", "empty"],
    ["an event that is not there", { event: 99 }, 400, "event", "unknown_event"],
  ])("refuses %s", async (_, more, status, path, code) => {
    const body = { slug: "boleh", target: TARGET, name: "Daftar", ...more };
    const answer = await worker.send("POST", "/api/short-links", body, plan);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: { problems: [{ path, code }] } });
  });

  test("refuses what leads back to itself, as a circle would", async () => {
    // the test's own address is a number; behind a name it is refused for what it is
    const headers = {
      authorization: `Bearer ${plan}`,
      "content-type": "application/json",
      host: "denyut.example.org",
    };
    const body = { slug: "putar", target: "https://denyut.example.org/e/a", name: "Putar" };
    const own = new URL(worker.url);
    const { request } = await import("node:http");
    const [status, text] = await new Promise<[number, string]>((resolve, reject) => {
      const asked = request(
        { host: own.hostname, port: own.port, path: "/api/short-links", method: "POST", headers },
        (answer) => {
          let said = "";
          answer.on("data", (piece) => {
            said += piece;
          });
          answer.on("end", () => resolve([answer.statusCode ?? 0, said]));
        },
      );
      asked.on("error", reject);
      asked.end(JSON.stringify(body));
    });
    expect([status, JSON.parse(text).error.problems[0]?.code]).toEqual([400, "own_address"]);
  });

  test("a slug that is taken is a conflict, at the same time too", async () => {
    const body = { slug: "sekali", target: TARGET, name: "Daftar" };
    const answers = await Promise.all(
      [1, 2].map(() => worker.send("POST", "/api/short-links", body, plan)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({
      error: { problems: [{ path: "slug", code: "slug_taken" }] },
    });
  });

  test("its target is changed, and it is removed with its clicks", async () => {
    const { id, slug } = await link();
    const other = "https://perpustakaan.example.org/";
    expect(
      (await worker.send("PATCH", `/api/short-links/${id}`, { target: other }, plan)).status,
    ).toBe(200);
    expect((await follow(slug)).headers.get("location")).toBe(other);
    expect(await counted(id)).toHaveLength(1);
    expect((await worker.send("DELETE", `/api/short-links/${id}`, undefined, plan)).status).toBe(
      200,
    );
    expect((await follow(slug)).status).toBe(404);
    expect(await counted(id)).toEqual([]);
    const { results } = await worker.db
      .prepare("select who, what from changes where what = 'short_link' and subject = ?1")
      .bind(id)
      .all();
    expect(results).toEqual(Array(3).fill({ who: "plan", what: "short_link" }));
  });
});

describe("following one", () => {
  test("leads on, is kept by nobody, and tells nobody where from", async () => {
    const { id, slug } = await link();
    const answer = await follow(slug);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(TARGET);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await counted(id)).toEqual([
      { source: "direct", on_day: "2026-11-23", clicks: 1, refused: 0 },
    ]);
  });

  test("there is nothing at a slug that nobody made", async () => {
    expect((await follow("tidak-ada")).status).toBe(404);
  });

  test("the source is the path's, else the page's that was left, else nobody knows it", async () => {
    const { id, slug } = await link();
    await follow(`${slug}/IG`);
    await follow(`${slug}/ig`);
    await follow(slug, { referer: "https://l.instagram.com/?u=1" });
    await follow(slug, { referer: "https://www.example.com/a" });
    await follow(slug, { referer: "nonsense" });
    await follow(`${slug}/${"x".repeat(40)}`);
    await follow(slug, { referer: worker.url.href });
    expect(await counted(id)).toMatchObject([
      { source: "direct", clicks: 3 },
      { source: "example.com", clicks: 1 },
      { source: "ig", clicks: 2 },
      { source: "l.instagram.com", clicks: 1 },
    ]);
  });

  const FACEBOOK = `${PHONE} [FB_IAB/FB4A;FBAV/470.0.0.0.0;]`;
  const INSTAGRAM = `${PHONE} Instagram 340.0.0.0.0 Android`;
  test.each<[string, Record<string, string>, string, number]>([
    ["HEAD", {}, "HEAD", 0],
    ["a prefetch", { "sec-purpose": "prefetch;prerender" }, "GET", 0],
    ["an old prefetch", { purpose: "prefetch" }, "GET", 0],
    ["Firefox's prefetch", { "x-moz": "prefetch" }, "GET", 0],
    [
      "a search engine",
      { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
      "GET",
      0,
    ],
    ["a preview", { "user-agent": "WhatsApp/2.23.20.0" }, "GET", 0],
    ["Facebook's preview", { "user-agent": "facebookexternalhit/1.1" }, "GET", 0],
    ["a program", { "user-agent": "curl/8.5.0" }, "GET", 0],
    ["who does not say what it is", { "user-agent": "" }, "GET", 0],
    ["Facebook's own browser", { "user-agent": FACEBOOK }, "GET", 1],
    ["Instagram's own browser", { "user-agent": INSTAGRAM }, "GET", 1],
    ["a phone", {}, "GET", 1],
  ])("%s gets there; counted or not as it should be", async (_, headers, method, clicks) => {
    const { id, slug } = await link();
    expect((await follow(slug, headers, method)).status).toBe(302);
    expect((await counted(id)).reduce((sum, row) => sum + Number(row.clicks), 0)).toBe(clicks);
  });

  test("above sixty a minute everybody gets there, no more are counted, and that is marked by a row", async () => {
    const { id, slug } = await link();
    const answers = await Promise.all(Array.from({ length: 90 }, () => follow(`${slug}/poster`)));
    expect(answers.every(({ status }) => status === 302)).toBe(true);
    const [row, ...others] = await counted(id);
    expect(others).toEqual([]);
    expect(row).toEqual({ source: "poster", on_day: "2026-11-23", clicks: 60, refused: 1 });
    const answer = await worker.send("GET", "/api/short-links", undefined, plan);
    const { short_links } = (await answer.json()) as { short_links: Record<string, unknown>[] };
    expect(short_links.find((one) => one.id === id)).toMatchObject({
      clicks: 60,
      refused: true,
      sources: [{ source: "poster", clicks: 60 }],
    });
  });

  test("above two thousand a day everybody gets there, and no more are counted that day", async () => {
    const { id, slug } = await link();
    await follow(`${slug}/poster`);
    await counted(id);
    await worker.db.prepare("update clicks set clicks = 1998 where link = ?1").bind(id).run();
    for (const source of ["ig", "ig", "fb", "fb"]) {
      expect((await follow(`${slug}/${source}`)).status).toBe(302);
      await counted(id);
    }
    expect(await counted(id)).toMatchObject([
      { source: "fb", clicks: 0, refused: 1 },
      { source: "ig", clicks: 2, refused: 0 },
      { source: "poster", clicks: 1998, refused: 0 },
    ]);
    await worker.db
      .prepare("update clicks set on_day = '2026-11-22' where link = ?1")
      .bind(id)
      .run();
    await follow(`${slug}/poster`);
    expect((await counted(id)).find(({ on_day }) => on_day === "2026-11-23")).toMatchObject({
      source: "poster",
      clicks: 1,
    });
  });
});
