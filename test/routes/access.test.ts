import { createHash } from "node:crypto";
import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageWords } from "../../web/language/message.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const SNAPSHOT = {
  platform: "instagram",
  account: "perpus",
  read_at: "2026-11-23T05:00:00Z",
  followers: 1204,
};

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
});
afterAll(() => worker.close());

let addresses = 0;
/** Guesses are counted by the address that they come from, and the count outlives a test. */
const newAddress = (): string => {
  addresses += 1;
  return `203.0.113.${addresses}`;
};

/** A request with a token that may be wrong, from an address of its own. */
const guess = (
  token: string,
  address: string,
  {
    method = "GET",
    path = "/api/settings",
    as = "bearer",
  }: { method?: string; path?: string; as?: "bearer" | "cookie" | undefined } = {},
): Promise<Response> =>
  worker.fetch(path, {
    method,
    headers: {
      "cf-connecting-ip": address,
      ...(as === "bearer" ? { authorization: `Bearer ${token}` } : { cookie: `denyut=${token}` }),
    },
  });

const seconds = (text: string): number => Date.parse(text) / 1000;
const errorOf = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string } }).error.code;

/** The page of a path as it stands, which `fetch` would tidy up before it asks. */
const asTyped = (hostname: string, port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get({ hostname, port, path, headers: { accept: "text/html" } }, async (answer) => {
      let html = "";
      for await (const piece of answer) html += piece;
      resolve(html);
    }).on("error", reject);
  });

describe("who may push", () => {
  const push = (authorization: string | null) =>
    worker.fetch("/api/snapshots", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(authorization === null ? {} : { authorization }),
      },
      body: JSON.stringify(SNAPSHOT),
    });

  test("nobody without a token, with one that is unknown, expired or revoked", async () => {
    const expired = await worker.token("push", { expires_at: seconds(NOW) - 1 });
    const revoked = await worker.token("push");
    await worker.db
      .prepare("update links set revoked_at = 1 where id = (select max(id) from links)")
      .run();
    const needs = "this needs a token of kind push or admin: Authorization: Bearer …";
    for (const [authorization, ...expected] of [
      [null, 401, "unauthorized", needs],
      ["Bearer wrong", 401, "unauthorized", needs],
      ["Bearer ", 401, "unauthorized", needs],
      [`Basic ${ADMIN_TOKEN}`, 401, "unauthorized", needs],
      [`Bearer ${ADMIN_TOKEN}x`, 401, "unauthorized", needs],
      [`Bearer ${expired}`, 401, "unauthorized", "this token has expired"],
      [`Bearer ${revoked}`, 410, "gone", "this token was revoked"],
    ] as const) {
      const answer = await push(authorization);
      const { error } = (await answer.json()) as { error: { code: string; message: string } };
      expect([authorization, answer.status, error.code, error.message]).toEqual([
        authorization,
        ...expected,
      ]);
    }
  });

  test("nobody with a token of another kind", async () => {
    for (const kind of ["view", "export"] as const) {
      const answer = await push(`Bearer ${await worker.token(kind)}`);
      expect([kind, answer.status, await errorOf(answer)]).toEqual([kind, 403, "forbidden"]);
    }
  });

  test("holders of a push token, and the admin", async () => {
    expect((await push(`Bearer ${await worker.token("push")}`)).status).toBe(200);
    expect((await push(`Bearer ${ADMIN_TOKEN}`)).status).toBe(200);
  });
});

/** The limiter counts by the clock's own minutes: what met the end of one is tried in the next. */
async function withinAMinute(attempt: () => Promise<void>): Promise<void> {
  const minute = () => Math.floor(Date.now() / 60_000);
  for (;;) {
    const began = minute();
    try {
      return await attempt();
    } catch (failed) {
      if (minute() === began) throw failed;
    }
  }
}

describe("guessing a token", () => {
  const statuses = async (tokens: readonly string[], address: string, as?: "bearer" | "cookie") => {
    const found: number[] = [];
    for (const token of tokens) found.push((await guess(token, address, { as })).status);
    return found;
  };
  const wrong = (times: number) => Array.from({ length: times }, (_, index) => `guess-${index}`);
  const refused = (times: number) => [...Array(10).fill(401), ...Array(times - 10).fill(429)];

  test.each(["bearer", "cookie"] as const)("is refused after ten tries a minute, by %s too", (as) =>
    withinAMinute(async () => {
      const address = newAddress();
      expect(await statuses(wrong(12), address, as)).toEqual(refused(12));
      // as at the login, and not where others come from
      const login = await worker.fetch("/login", {
        method: "POST",
        headers: { "cf-connecting-ip": address },
        body: new URLSearchParams({ token: "guess" }),
      });
      expect([login.status, await errorOf(login)]).toEqual([429, "rate_limited"]);
      expect(await statuses(["guess"], newAddress(), as)).toEqual([401]);
    }),
  );

  test("is refused after ten tries a minute at the login's page too, which would tell a right one", () =>
    withinAMinute(async () => {
      const address = newAddress();
      const found: number[] = [];
      for (const token of wrong(12)) {
        found.push((await guess(token, address, { path: "/login" })).status);
      }
      expect(found).toEqual([...Array(10).fill(200), 429, 429]);
    }));

  test("a messenger is told the same of the eleventh", () =>
    withinAMinute(async () => {
      const address = newAddress();
      const told = new Set<string>();
      for (const token of wrong(12)) {
        const headers = { "user-agent": "WhatsApp/2.23", "cf-connecting-ip": address };
        const answer = await worker.fetch(`/v/${token}`, { headers });
        told.add(`${answer.status} ${(await answer.text()).replaceAll(token, "")}`);
      }
      expect([...told].map((one) => one.slice(0, 3))).toEqual(["200"]);
    }));

  test.each(["/v/:token", "/export/v1/:token/", "/export/v1/:token", "/export/v1/:token/days.csv"])(
    "is refused after ten tries a minute where it stands in the address too: %s",
    (path) =>
      withinAMinute(async () => {
        const address = newAddress();
        const headers = { "cf-connecting-ip": address };
        const ask = async (token: string, from = headers) =>
          (await worker.fetch(path.replace(":token", token), { headers: from })).status;
        const found: number[] = [];
        for (const token of wrong(12)) found.push(await ask(token));
        expect(found).toEqual([...Array(10).fill(404), 429, 429]);
        expect(await statuses(["guess"], address)).toEqual([429]);
        // and who has a right one gets in, from the same address
        const kind = path.startsWith("/v/") ? "view" : "export";
        expect(await ask(await worker.token(kind))).toBeLessThan(400);
        expect(await ask("guess", { "cf-connecting-ip": newAddress() })).toBe(404);
      }),
  );

  test("at the login is refused after ten, and does not lock out who has the right token", () =>
    withinAMinute(async () => {
      const address = newAddress();
      const login = (token: string, cookie = "") =>
        worker.fetch("/login", {
          method: "POST",
          headers: { "cf-connecting-ip": address, cookie },
          body: new URLSearchParams({ token }),
        });
      const found: number[] = [];
      for (const token of wrong(12)) found.push((await login(token)).status);
      expect(found).toEqual(refused(12));
      expect((await login(ADMIN_TOKEN)).status).toBe(303);
      // nor where the browser still has a token that nobody knows any more: it finds the form, and sends it
      const stale = "denyut=of-another-database";
      const form = await worker.fetch("/login", {
        headers: { "cf-connecting-ip": address, cookie: stale },
      });
      expect(form.status).toBe(200);
      expect((await login(ADMIN_TOKEN, stale)).status).toBe(303);
      expect((await login("guess", stale)).status).toBe(429);
    }));

  test("does not count tokens that open something, or did once", () =>
    withinAMinute(async () => {
      const address = newAddress();
      const admin = await worker.token("admin");
      const push = await worker.token("push");
      const expired = await worker.token("view", { expires_at: 1 });
      const known = [ADMIN_TOKEN, admin, push, expired].flatMap((token) => Array(4).fill(token));
      await statuses(known, address);
      expect(await statuses(wrong(10), address)).toEqual(refused(10));
      expect(await statuses([ADMIN_TOKEN, admin, "guess"], address)).toEqual([200, 200, 429]);
    }));

  test("tells a person in words that it was too often", () =>
    withinAMinute(async () => {
      const address = newAddress();
      await statuses(wrong(10), address);
      const answer = await worker.fetch("/data", {
        headers: { cookie: "denyut=guess", "cf-connecting-ip": address, accept: "text/html" },
      });
      expect([answer.status, await answer.text()]).toEqual([
        429,
        expect.stringContaining(messageWords.id.titles.too_many),
      ]);
    }));
});

describe("the dashboard", () => {
  test("is for the admin and for holders of a view link, and for nobody else", async () => {
    for (const path of ["/", "/posts", "/trend", "/data", "/method"]) {
      const answer = await worker.fetch(path, { headers: { accept: "text/html" } });
      expect([path, answer.status]).toEqual([path, 401]);
      const text = await answer.text();
      expect(text).not.toContain('name="token"');
      expect(text).toContain(`href="/login?next=${encodeURIComponent(path)}"`);
    }
    for (const [kind, status] of [
      ["view", 200],
      ["admin", 200],
      ["export", 403],
      ["push", 403],
    ] as const) {
      const token = await worker.token(kind);
      expect([kind, (await worker.send("GET", "/", undefined, token)).status]).toEqual([
        kind,
        status,
      ]);
    }
  });

  test("is not opened by an export link's address, unless the admin ticked it", async () => {
    const make = async (more: object) => {
      const made = await worker.send("POST", "/api/links", { kind: "export", name: "x", ...more });
      return (await made.json()) as { url: string; token: string };
    };
    const plain = await make({ with_dashboard: false });
    expect(await (await fetch(plain.url)).text()).not.toContain(`/v/${plain.token}`);
    expect((await worker.fetch(`/v/${plain.token}`)).status).toBe(404);
    // a browser that has it is told to ask for another, not that it may look
    const page = await worker.fetch("/", {
      headers: { cookie: `denyut=${plain.token}`, accept: "text/html" },
    });
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining(messageWords.id.titles.no_link),
    ]);
    const ticked = await make({ with_dashboard: true });
    expect(await (await fetch(ticked.url)).text()).toContain(`href="/v/${ticked.token}"`);
    const opened = await worker.fetch(`/v/${ticked.token}`);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/"]);
    const headers = { cookie: opened.headers.get("set-cookie")?.split(";")[0] ?? "" };
    expect((await worker.fetch("/", { headers })).status).toBe(200);
    expect((await worker.fetch("/api/links", { headers })).status).toBe(403);
  });

  test("opens by a view link, which leaves the address bar", async () => {
    const token = await worker.token("view");
    const opened = await worker.fetch(`/v/${token}`);
    expect([opened.status, opened.headers.get("location")]).toEqual([303, "/"]);
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const headers = { cookie: cookie.split(";")[0] ?? "" };
    expect((await worker.fetch("/", { headers })).status).toBe(200);
    // a view link's cookie changes nothing
    expect((await worker.fetch("/api/links", { headers })).status).toBe(403);
  });

  test("opens by a view link in the language that its address asks for, and stays in it", async () => {
    const opened = await worker.fetch(`/v/${await worker.token("view")}?lang=en`);
    const cookies = opened.headers.getSetCookie().map((one) => one.split(";")[0]);
    const page = await worker.fetch("/", { headers: { cookie: cookies.join("; ") } });
    expect(await page.text()).toContain('<html lang="en">');
  });

  test("does not open by a link that is unknown, of another kind, expired or revoked", async () => {
    const expired = await worker.token("view", { expires_at: seconds(NOW) });
    const revoked = await worker.send("POST", "/api/links", { kind: "view", name: "kepala" });
    const { id, url } = (await revoked.json()) as { id: number; url: string };
    await worker.send("DELETE", `/api/links/${id}`);
    const status = async (path: string) => (await worker.fetch(path)).status;
    expect(await status("/v/unknown")).toBe(404);
    expect(await status(`/v/${await worker.token("export")}`)).toBe(404);
    expect(await status(`/v/${expired}`)).toBe(404);
    expect(await status(new URL(url).pathname)).toBe(410);
    // and the browser that had opened it before is told the same
    const headers = { cookie: `denyut=${new URL(url).pathname.slice(3)}`, accept: "text/html" };
    expect((await worker.fetch("/", { headers })).status).toBe(410);
  });

  test("tells whoever cannot get in what to ask for and of whom, and shows the password to none of them", async () => {
    const words = messageWords.id;
    const view = (expires_at: number | null = null) => worker.token("view", { expires_at });
    const revoked = await view();
    await worker.db
      .prepare("update links set revoked_at = 1 where id = (select max(id) from links)")
      .run();
    const logged = await worker.token("admin", { expires_at: seconds(NOW) });
    const cases: [
      who: string,
      token: string | null,
      status: number,
      said: string,
      asks: boolean,
    ][] = [
      ["came by nothing", null, 401, words.titles.no_link, true],
      ["by a link that is unknown", "x".repeat(43), 401, words.titles.link_unknown, true],
      ["by one that expired", await view(seconds(NOW)), 404, words.titles.link_expired, true],
      ["by one that was revoked", revoked, 410, words.titles.link_revoked, true],
      ["by one that pushes", await worker.token("push"), 403, words.titles.no_link, true],
      ["was the admin until the login ended", logged, 401, words.titles.no_link, true],
      ["looks, and came to what is the admin's", await view(), 403, words.titles.forbidden, false],
    ];
    for (const [who, token, status, said, asks] of cases) {
      const answer = await worker.fetch("/data/links", {
        headers: {
          accept: "text/html",
          "cf-connecting-ip": newAddress(),
          ...(token === null ? {} : { cookie: `denyut=${token}` }),
        },
      });
      const text = await answer.text();
      expect([who, answer.status, text.includes(said)]).toEqual([who, status, true]);
      expect([who, text.includes("tautan melihat Denyut")]).toEqual([who, asks]);
      expect([who, text.includes('type="password"'), text.includes('href="/login?next=')]).toEqual([
        who,
        false,
        true,
      ]);
    }
  });

  test.each([
    ["view", "/changes", messageWords.id.texts.forbidden],
    ["view", "/works/mix", messageWords.id.texts.forbidden_to_view],
    ["view", "/trials/new", messageWords.id.texts.forbidden_to_view],
    ["view", "/plans/new", messageWords.id.texts.forbidden_to_view],
    ["plan", "/changes", messageWords.id.texts.forbidden_to_plan],
    ["plan", "/targets", messageWords.id.texts.forbidden_to_plan],
    ["plan", "/data/links", messageWords.id.texts.forbidden_to_plan],
  ] as const)("says to a link that may %s what it is for, at %s", async (kind, path, said) => {
    const headers = { accept: "text/html", cookie: `denyut=${await worker.token(kind)}` };
    const answer = await worker.fetch(path, { headers });
    const text = await answer.text();
    expect([answer.status, text.includes(said)]).toEqual([403, true]);
    expect(text).toContain('href="/login?next=');
  });

  test.each([
    ["the admin: asked before it ends", "admin", true, 200],
    ["who holds a view link has nothing to leave", "view", false, 303],
    ["nor who holds an export link that opens it", "export", false, 303],
  ] as const)("is left by %s", async (_, kind, offered, status) => {
    const token = await worker.token(kind, { with_dashboard: kind === "export" });
    const headers = { cookie: `denyut=${token}`, accept: "text/html" };
    const page = await (await worker.fetch("/", { headers })).text();
    expect(page.includes('href="/logout"')).toBe(offered);
    const asked = await worker.fetch("/logout", { headers });
    expect(asked.status).toBe(status);
    expect((await asked.text()).includes('<form method="post" action="/logout"')).toBe(offered);
    // looking at the question ends nothing
    expect((await worker.fetch("/", { headers })).status).toBe(200);
  });

  test.each(["//elsewhere.example/x", "/.//elsewhere.example/x", "///elsewhere.example/x?y=1"])(
    "leads nowhere else from the page of %s",
    async (path) => {
      const { hostname, port } = worker.url;
      const html = await asTyped(hostname, Number(port), path);
      const links = [...html.matchAll(/(?:href|action|value)="([^"]*elsewhere[^"]*)"/g)];
      expect(links.length).toBeGreaterThan(0);
      for (const [, link = ""] of links) {
        expect(new URL(link.replaceAll("&amp;", "&"), worker.url).origin).toBe(worker.url.origin);
      }
    },
  );

  test("is told apart from tools: an error is a page for a browser and JSON for the API", async () => {
    const page = await worker.fetch("/nothing", { headers: { accept: "text/html" } });
    expect([page.status, page.headers.get("content-type")]).toEqual([
      404,
      "text/html; charset=UTF-8",
    ]);
    const api = await worker.fetch("/api/nothing", { headers: { accept: "text/html" } });
    expect([api.status, await errorOf(api)]).toEqual([404, "not_found"]);
  });
});

describe("logging in", () => {
  const login = (token: string, headers: Record<string, string> = {}, next = "") =>
    worker.fetch("/login", {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        accept: "text/html",
        "cf-connecting-ip": newAddress(),
        ...headers,
      },
      body: new URLSearchParams({ token, next }),
    });

  test.each([
    ["/data?period=7d", "/data?period=7d"],
    ["//elsewhere.example/data", "/elsewhere.example/data"],
    [null, "/"],
  ])("a wrong token typed at %s leads there with the right one", async (from, next) => {
    const referer = from === null ? {} : { referer: worker.url.origin + from };
    const refused = await login(`${ADMIN_TOKEN}x`, referer);
    expect(refused.status).toBe(401);
    const [, kept] = /name="next" value="([^"]*)"/.exec(await refused.text()) ?? [];
    expect(kept).toBe(next);
  });

  test("takes the admin's token and gives a revocable one", async () => {
    const answer = await login(ADMIN_TOKEN, {}, "/data?lang=en");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/data?lang=en"]);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).not.toContain(ADMIN_TOKEN);
    const headers = { cookie: cookie.split(";")[0] ?? "", origin: worker.url.origin };
    expect((await worker.fetch("/api/links", { headers })).status).toBe(200);

    const elsewhere = { ...headers, origin: "https://elsewhere.example" };
    const { origin: _origin, ...without } = headers;
    for (const foreign of [elsewhere, without]) {
      const answer = await worker.fetch("/api/links/1", { method: "DELETE", headers: foreign });
      expect([answer.status, await errorOf(answer)]).toEqual([403, "forbidden"]);
    }
    expect((await worker.fetch("/logout", { method: "POST", headers })).status).toBe(303);
    expect((await worker.fetch("/api/links", { headers })).status).toBe(401);
  });

  test("is kept by no browser, and what was seen is taken away at the logout", async () => {
    const answer = await login(ADMIN_TOKEN);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect((await worker.fetch("/login")).headers.get("cache-control")).toBe("no-store");
    expect((await login("guess")).headers.get("cache-control")).toBe("no-store");
    const out = await worker.fetch("/logout", { method: "POST" });
    expect(out.headers.get("clear-site-data")).toBe('"cache"');
    expect(out.headers.get("cache-control")).toBe("private, no-store");
  });

  test("nobody is logged out by a form that stands elsewhere", async () => {
    // SameSite keeps the cookie from it, and would not keep its answer from taking the cookie away
    const headers = { origin: "https://elsewhere.example" };
    const answer = await worker.fetch("/logout", { method: "POST", headers });
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([403, null]);
  });

  test("a form larger than any form is not read", async () => {
    expect((await login("x".repeat(200_000))).status).toBe(413);
  });

  test("refuses another token, and a form that stands elsewhere", async () => {
    const wrong = await login("guess");
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("set-cookie")).toBeNull();
    expect((await login(ADMIN_TOKEN, { origin: "https://elsewhere.example" })).status).toBe(403);
  });

  test.each([
    "//elsewhere.example",
    "/\\elsewhere.example",
    "https://elsewhere.example",
    "javascript:alert(1)",
    "/.//elsewhere.example",
    "/data/..//elsewhere.example",
    "/%2e//elsewhere.example",
    "/./%2E/.//elsewhere.example/x?y=1",
  ])("does not lead to %s, and nor does a view link", async (next) => {
    const answer = await login(ADMIN_TOKEN, {}, next);
    expect(answer.headers.get("location")).toBe("/");
    const query = new URLSearchParams({ next });
    const opened = await worker.fetch(`/v/${await worker.token("view")}?${query}`);
    expect(opened.headers.get("location")).toBe("/");
  });

  test("leads to a page that was asked for, whatever dots stand in its address", async () => {
    const answer = await login(ADMIN_TOKEN, {}, "/posts/./12?lang=en&from=2026-11-01");
    expect(answer.headers.get("location")).toBe("/posts/12?lang=en&from=2026-11-01");
  });

  test("by another ADMIN_TOKEN is over", async () => {
    const answer = await login(ADMIN_TOKEN);
    const headers = { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
    expect((await worker.fetch("/api/links", { headers })).status).toBe(200);
    // as a login is named under the token before
    await worker.db.prepare("update links set name = 'login of before' where kind = 'admin'").run();
    expect((await worker.fetch("/api/links", { headers })).status).toBe(401);
  });

  test("stays whoever opens a view link besides", async () => {
    const answer = await login(ADMIN_TOKEN);
    const headers = { cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" };
    const opened = await worker.fetch(`/v/${await worker.token("view")}`, { headers });
    expect([opened.status, opened.headers.get("set-cookie")]).toEqual([303, null]);
  });

  test("does not say the token to anyone: not in an answer, not in the log", async () => {
    const shown = await worker.send("GET", "/data", undefined, ADMIN_TOKEN);
    expect(await shown.text()).not.toContain(ADMIN_TOKEN);
    expect(worker.logs().join("\n")).not.toContain(ADMIN_TOKEN);
  });
});

test("a page's policy lets its loader run, and no other script that stands in it", async () => {
  const answer = await worker.send("GET", "/", undefined);
  const policy = answer.headers.get("content-security-policy") ?? "";
  const html = await answer.text();
  const scripts = [...html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)].filter(
    ([, attributes]) => attributes !== ' type="application/json"',
  );
  expect(scripts.map(([, attributes]) => attributes)).toEqual([""]);
  const hash = createHash("sha256")
    .update(scripts[0]?.[2] ?? "")
    .digest("base64");
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
  expect(policy).toMatch(/style-src 'sha256-/);
});
