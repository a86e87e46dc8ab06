/** The installed app: without a line, with a form half filled in, and while another version of it is put up. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formWords } from "../../web/language/forms.ts";
import { messageWords } from "../../web/language/message.ts";
import { offlineWords } from "../../web/language/offline.ts";
import { shellWords } from "../../web/language/shell.ts";
import { ADMIN_TOKEN } from "../worker.ts";
import {
  type Dashboard,
  hold,
  holdScript,
  openDashboard,
  openPhone,
  type Phone,
  textOf,
} from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
});
afterAll(() => dashboard.close());

/** A phone whose app is installed: its service worker has the page in hand. */
async function openInstalled(kind: "view" | "plan" | "admin"): Promise<Phone> {
  const phone = await openPhone(dashboard);
  await hold(phone, dashboard, await dashboard.worker.token(kind));
  await phone.page.goto("/method");
  await phone.page.evaluate(`navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
    ?? new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true })))
    .then(() => true)`);
  await expect.poll(() => phone.page.evaluate("caches.has('offline-1')")).toBe(true);
  return phone;
}

/** What is kept is kept when the page is there. */
async function visit({ page }: Phone, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  await expect
    .poll(() => page.evaluate(`caches.match(${JSON.stringify(path)}).then(Boolean)`))
    .toBe(true);
}

/** Waits until the phone has it: the page's script comes behind its first paint. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await expect.poll(() => storedBy(field.page())).toContain(text);
}

const storedBy = (page: Page): Promise<unknown> =>
  page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })");

test("it can be installed: the browser has nothing to object", async () => {
  const { context, page } = await openInstalled("view");
  const cdp = await context.newCDPSession(page);
  expect(await cdp.send("Page.getInstallabilityErrors")).toEqual({ installabilityErrors: [] });
  const { errors, data = "" } = await cdp.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { id, lang, shortcuts } = JSON.parse(data);
  expect([id, lang]).toEqual(["/", "id"]);
  expect(shortcuts.map(({ name }: { name: string }) => name)).toEqual(
    Object.values(shellWords.id.tabs),
  );
  await context.close();
});

const TABS = ["/", "/posts", "/calendar", "/data"];

test.each(["id", "en"] as const)(
  "without a line each tab opens with its date, %s",
  async (language) => {
    const phone = await openInstalled("view");
    const { context, page } = phone;
    await page.goto(`/?lang=${language}`);
    for (const path of TABS) await visit(phone, path);
    // many views of one tab push no other out
    for (const period of ["7d", "90d", "1y", "2y"]) {
      for (const rate of ["reach", "views"]) await page.goto(`/?period=${period}&rate=${rate}`);
    }
    await visit(phone, "/?period=7d");
    await context.setOffline(true);
    const names = Object.values(shellWords[language].tabs);
    for (const [index, path] of TABS.entries()) {
      await page.goto(path);
      expect(await page.locator(".tabs [aria-current]").innerText()).toBe(names[index]);
      const when = language === "id" ? "23 Nov 2026, 12.20" : "23 Nov 2026, 12:20";
      const { offline, offline_another } = shellWords[language];
      // of the Overview another period is the newest that is kept
      expect(await page.locator("#offline:visible").innerText()).toBe(
        path === "/" ? `${offline(when)} ${offline_another}` : offline(when),
      );
    }
    await context.close();
  },
);

test("a phone that is full has the scripts of its pages all the same", async () => {
  const phone = await openInstalled("view");
  const { context, page } = phone;
  const cdp = await context.newCDPSession(page);
  const { origin } = dashboard.worker.url;
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await page.goto("/trend?metric=engagement_rate");
  await page.locator("canvas").first().waitFor();
  const kept =
    "caches.open('files-1').then((one) => one.keys()).then((all) => all.map(({ url }) => url).join())";
  expect(await page.evaluate(kept)).not.toContain("/chart-");
  await context.close();
});

test("a view that a full phone has no room to renew stays as it was", async () => {
  const phone = await openInstalled("view");
  const { context, page } = phone;
  await visit(phone, "/posts");
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(`{
    const put = Cache.prototype.put;
    self.refused = 0;
    Cache.prototype.put = function (request, answer) {
      if (!new URL(request.url, location.origin).pathname.startsWith("/posts") || self.refused > 0) return put.call(this, request, answer);
      self.refused += 1;
      return Promise.reject(new DOMException("full", "QuotaExceededError"));
    };
  }`);
  await page.goto("/posts", { waitUntil: "networkidle" });
  await expect.poll(() => worker?.evaluate("self.refused")).toBe(1);
  await expect
    .poll(() => page.evaluate("caches.match('/posts', { cacheName: 'views-1' }).then(Boolean)"))
    .toBe(true);
  await context.setOffline(true);
  await page.goto("/posts");
  expect(await page.locator(".tabs [aria-current]").innerText()).toBe(shellWords.id.tabs.posts);
  await context.close();
});

test.each(["id", "en"] as const)(
  "what was never kept says so, and leads to what was, %s",
  async (language) => {
    const phone = await openInstalled("view");
    const { context, page } = phone;
    await page.goto(`/?lang=${language}`);
    await visit(phone, "/posts");
    await visit(phone, "/?period=7d");
    await context.setOffline(true);
    await page.goto("/guide/x");
    expect(await page.locator("h1").innerText()).toBe(messageWords[language].titles.offline);
    const { tabs } = shellWords[language];
    expect((await textOf(page)).includes(`${tabs.overview} 23 Nov 2026`)).toBe(true);
    await page.locator("#kept a", { hasText: tabs.posts }).click();
    expect(await page.locator(".tabs [aria-current]").innerText()).toBe(tabs.posts);
    await context.close();
  },
);

test("what holds a token is not on the phone", async () => {
  const phone = await openInstalled("admin");
  const { context, page } = phone;
  const made = await dashboard.worker.send("POST", "/api/links", { kind: "view", name: "Dinas" });
  const { id, token } = (await made.json()) as { id: number; token: string };
  for (const path of ["/data", "/data/links", "/data/settings", `/links/${id}`, "/?period=7d"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  const kept: string[] = await page.evaluate(`(async () => {
    const all = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) all.push(request.url, await (await cache.match(request)).text());
    }
    return all;
  })()`);
  expect(kept.filter((one) => /\/(data\/)?(links|settings)(\/\d+)?$/.test(one))).toEqual([]);
  expect(kept.some((one) => one.endsWith("/data"))).toBe(true);
  expect(kept.some((one) => one.includes(token) || one.includes(ADMIN_TOKEN))).toBe(false);
  await context.close();
});

/** The addresses of the views that are kept. */
const keptPaths = ({ page }: Phone): Promise<string[]> =>
  page.evaluate(`caches.open("views-1").then((cache) => cache.keys())
    .then((keys) => keys.map(({ url }) => new URL(url).pathname + new URL(url).search))`);

test("the numbers of officials, who sign, are not on the phone", async () => {
  const phone = await openInstalled("admin");
  const { context, page } = phone;
  await page.goto("/report/settings", { waitUntil: "networkidle" });
  await page.goto("/report", { waitUntil: "networkidle" });
  await expect.poll(async () => (await keptPaths(phone)).join()).toMatch(/\/report/);
  expect(await keptPaths(phone)).not.toContain("/report/settings");
  await context.close();
});

test.each([
  ["a link is opened", (page: Page, link: string) => page.goto(`/v/${link}`)],
  [
    "the admin logs in",
    async (page: Page) => {
      await page.goto("/login");
      await page.locator('input[name="token"]').fill(ADMIN_TOKEN);
      await page.locator("button[type=submit]").click();
      await page.waitForURL((url) => url.pathname === "/");
    },
  ],
] as const)("what was seen by another link is gone when %s", async (_, comes) => {
  const phone = await openInstalled("view");
  const { context, page } = phone;
  for (const path of ["/posts", "/calendar", "/?period=7d"]) await visit(phone, path);
  await comes(page, await dashboard.worker.token("view"));
  await expect
    .poll(async () => (await keptPaths(phone)).filter((path) => path !== "/"))
    .toEqual([]);
  await context.setOffline(true);
  await page.goto("/posts");
  expect(await page.locator("h1").innerText()).toBe(messageWords.id.titles.offline);
  await context.close();
});

test("without a line a link that is tapped takes nothing away", async () => {
  const phone = await openInstalled("view");
  const { context, page } = phone;
  await visit(phone, "/posts");
  const link = await dashboard.worker.token("view");
  await context.setOffline(true);
  await page.goto(`/v/${link}`);
  await page.locator("#kept a", { hasText: shellWords.id.tabs.posts }).waitFor();
  await context.close();
});

test.each(["id", "en"] as const)(
  "a view of another choice says that it is one; the one that was asked for does not, %s",
  async (language) => {
    const phone = await openInstalled("view");
    const { context, page } = phone;
    await page.goto(`/?lang=${language}`);
    await visit(phone, "/");
    await visit(phone, "/posts");
    await context.setOffline(true);
    const another = page.getByText(shellWords[language].offline_another);
    for (const [path, seen] of [
      ["/", false],
      ["/?period=7d", true],
      [`/?lang=${language === "id" ? "en" : "id"}`, true],
      ["/posts", false],
      ["/posts?sort=best", true],
    ] as const) {
      await page.goto(path);
      expect([path, await another.isVisible()]).toEqual([path, seen]);
    }
    await context.close();
  },
);

test.each(["id", "en"] as const)(
  "a page that is never kept is not said to be one that was not opened, %s",
  async (language) => {
    const phone = await openInstalled("view");
    const { context, page } = phone;
    await page.goto(`/?lang=${language}`);
    await visit(phone, "/");
    await page.goto("/messages", { waitUntil: "networkidle" });
    await context.setOffline(true);
    const unseen = page.getByText(messageWords[language].texts.offline);
    const unkept = page.getByText(messageWords[language].unkept);
    await page.goto("/messages");
    expect([await unseen.isVisible(), await unkept.isVisible()]).toEqual([false, true]);
    await page.goto("/calendar");
    expect([await unseen.isVisible(), await unkept.isVisible()]).toEqual([true, false]);
    await context.close();
  },
);

const plansCalled = async (title: string): Promise<number> =>
  (await dashboard.worker.db
    .prepare("select count(*) as found from plans where title = ?1")
    .bind(title)
    .first<number>("found")) ?? 0;

const words = offlineWords.id;

describe("a form", () => {
  test("that is filled in without a line keeps what was typed until it was sent, once", async () => {
    const phone = await openInstalled("plan");
    const { context, page } = phone;
    await visit(phone, "/plans/new");
    await context.setOffline(true);
    await page.goto("/plans/new");
    const title = page.locator('input[name="title"]');
    await type(title, "Dongeng Sabtu pagi");
    await page.locator('input[name="on"]').fill("2026-12-05");
    await page.locator('input[name="accounts"]').first().check();
    const send = page.locator('button[value="save"]');
    await send.click();
    await page.getByRole("status").filter({ hasText: words.not_sent }).waitFor();
    expect(await title.inputValue()).toBe("Dongeng Sabtu pagi");
    // the app is closed and opened again
    await page.close();
    const again = await context.newPage();
    await again.goto("/plans/new");
    await again.getByRole("status").filter({ hasText: words.restored }).waitFor();
    expect(await again.locator('input[name="title"]').inputValue()).toBe("Dongeng Sabtu pagi");
    expect(await again.locator('input[name="on"]').inputValue()).toBe("2026-12-05");
    expect(await again.locator('input[name="accounts"]').first().isChecked()).toBe(true);
    expect(await plansCalled("Dongeng Sabtu pagi")).toBe(0);
    await context.setOffline(false);
    // an impatient thumb
    await again.locator('button[value="save"]').dblclick();
    await again.waitForURL("**/calendar?**");
    expect(await plansCalled("Dongeng Sabtu pagi")).toBe(1);
    await again.goto("/plans/new");
    expect(await again.locator('input[name="title"]').inputValue()).toBe("");
    expect(await again.locator(".draft").count()).toBe(0);
    await context.close();
  });

  test("that the server refuses shows what was typed, and nothing twice", async () => {
    const phone = await openInstalled("plan");
    const { context, page } = phone;
    await page.goto("/plans/new");
    await page.locator('input[name="title"]').fill("Tanpa akun");
    await page.locator('input[name="on"]').fill("2026-12-05");
    await page.locator('button[value="save"]').click();
    await page.locator('[role="alert"], .note.weak').first().waitFor();
    expect(await page.locator('input[name="title"]').inputValue()).toBe("Tanpa akun");
    expect(await page.locator(".draft").count()).toBe(0);
    await context.close();
  });

  test("that the server refuses and that is gone on with keeps what was typed last", async () => {
    const phone = await openInstalled("plan");
    const { context, page } = phone;
    const title = page.locator('input[name="title"]');
    const note = page.locator('textarea[name="note"]');
    const restored = page.getByRole("status").filter({ hasText: words.restored });
    await page.goto("/plans/new");
    await title.fill("Ditolak");
    await page.locator('button[value="save"]').click();
    await page.getByRole("alert").waitFor();
    await type(title, "Ditolak, lalu diubah");
    // reached by a tap of its fold alone
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await type(note, "Bawa proyektor");
    await page.goto("/calendar");
    await page.goto("/plans/new");
    await restored.waitFor();
    expect(await title.inputValue()).toBe("Ditolak, lalu diubah");
    expect(await note.inputValue()).toBe("Bawa proyektor");
    // thrown away where it came back, it leads to a page that can be opened
    await page.locator('button[value="save"]').click();
    await page.getByRole("alert").waitFor();
    await type(title, "Sekali lagi");
    await page.reload();
    await restored.waitFor();
    await page.getByRole("button", { name: words.discard }).click();
    await page.waitForURL("**/plans/new");
    await expect.poll(() => title.inputValue()).toBe("");
    await context.close();
  });

  test.each(["/plans/new", "/events/new", "/notes/new"])(
    "that opens with a suggestion keeps it, and leads to what was typed into another: %s",
    async (path) => {
      const phone = await openInstalled("plan");
      const { context, page } = phone;
      const first = page.locator("main form input:not([type=hidden])").first();
      const other = (name: string) => page.locator("main p").getByRole("link", { name });
      await page.goto(path);
      await type(first, "Yang lama");
      const suggested = `${path}?on=2026-12-05&title=Usulan&from=2026-12-05&text=Usulan`;
      await page.goto(suggested);
      await other("Yang lama").waitFor();
      expect(await first.inputValue()).toBe("Usulan");
      expect(await page.locator(".draft").count()).toBe(0);
      await type(first, "Usulan yang diubah");
      await other("Yang lama").click();
      await page.waitForURL(`**${path}`);
      await expect.poll(() => first.inputValue()).toBe("Yang lama");
      // refused, it is still the suggestion's
      await page.goto(suggested);
      await other("Yang lama").waitFor();
      await page.evaluate("for (const one of document.forms) one.noValidate = true");
      await page.locator("main input[type^=date]").first().fill("");
      await page.locator("main form button[type=submit]").first().click();
      await page.getByRole("alert").waitFor();
      await type(first, "Usulan yang ditolak");
      await page.goto(path);
      await expect.poll(() => first.inputValue()).toBe("Yang lama");
      await other("Usulan yang ditolak").click();
      await expect.poll(() => first.inputValue()).toBe("Usulan yang ditolak");
      await context.close();
    },
  );

  test("that could not be stored is there again", async () => {
    const phone = await openInstalled("plan");
    const { context, page } = phone;
    await page.goto("/plans/new");
    await type(page.locator('input[name="title"]'), "Sebelum dicabut");
    await page.locator('input[name="on"]').fill("2026-12-06");
    await page.locator('input[name="accounts"]').first().check();
    const links = dashboard.worker.db;
    await links.prepare("update links set revoked_at = 1 where kind = 'plan'").run();
    await page.locator('button[value="save"]').click();
    await page.locator("[data-message]").waitFor();
    await links.prepare("update links set revoked_at = null where kind = 'plan'").run();
    await page.goto("/plans/new");
    await page.getByRole("status").filter({ hasText: words.restored }).waitFor();
    expect(await page.locator('input[name="title"]').inputValue()).toBe("Sebelum dicabut");
    expect(await plansCalled("Sebelum dicabut")).toBe(0);
    await context.close();
  });

  test("is thrown away where the person says so, and at a logout", async () => {
    const phone = await openInstalled("admin");
    const { context, page } = phone;
    const title = page.locator('input[name="title"]');
    const drafts = () =>
      page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft')).length");
    await page.goto("/plans/new");
    await type(title, "Sementara");
    await page.reload();
    await page.getByRole("button", { name: words.discard }).click();
    await expect.poll(() => title.inputValue()).toBe("");
    expect(await drafts()).toBe(0);
    await type(title, "Sementara lagi");
    expect(await drafts()).toBe(1);
    await page.goto("/logout");
    await page.locator('form[action="/logout"] button').click();
    await page.waitForURL("**/login");
    expect(await drafts()).toBe(0);
    await context.close();
  });

  test("with the secret address of a webhook is never kept, nor comes back in another form", async () => {
    const phone = await openInstalled("admin");
    const { context, page } = phone;
    const form = (way: string) => page.locator(`form:has(input[name="way"][value="${way}"])`);
    const save = async (way: string, url: string) => {
      const one = form(way);
      await page.evaluate(
        "for (const one of document.querySelectorAll('details')) one.open = true",
      );
      await one.locator('input[name="name"]').fill("Grup rahasia");
      await one.locator('input[name="url"]').fill(url);
      expect(await storedBy(page)).not.toMatch(/rahasia/);
      await one.locator("button[type=submit]").click();
    };
    await page.goto("/messages", { waitUntil: "networkidle" });
    await save("discord", "https://example.org/rahasia");
    await page.locator("main .note, main [role=alert]").first().waitFor();
    expect(await form("slack").locator('input[name="url"]').inputValue()).toBe("");
    await save("discord", "https://discord.com/api/webhooks/1/rahasia");
    await page.waitForURL("**/messages?added=**");
    for (const way of ["slack", "discord", "json"]) {
      expect(await form(way).locator('input[name="url"]').inputValue()).toBe("");
      expect(await form(way).locator('input[name="name"]').inputValue()).toBe("");
    }
    expect(await page.locator(".draft").count()).toBe(0);
    expect(await storedBy(page)).not.toMatch(/rahasia/);
    await context.close();
  });

  test("is its own: none that stands beside it takes what was typed, and none that was taken comes back", async () => {
    const phone = await openInstalled("admin");
    const { context, page } = phone;
    await page.goto("/topics");
    const slots = page.locator('form[method="post"]:has(input[name="topic"])');
    expect(await slots.count()).toBeGreaterThan(1);
    const words = slots.nth(1).locator("textarea, input:not([type=hidden])").first();
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    const before = await slots
      .nth(0)
      .locator("textarea, input:not([type=hidden])")
      .first()
      .inputValue();
    await type(words, "lomba mewarnai");
    await page.reload();
    await expect.poll(() => words.inputValue()).toBe("lomba mewarnai");
    expect(await page.locator(".draft").count()).toBe(1);
    expect(
      await slots.nth(0).locator("textarea, input:not([type=hidden])").first().inputValue(),
    ).toBe(before);
    await slots.nth(1).locator("button[type=submit]").first().click();
    await page.waitForLoadState("networkidle");
    expect(await page.locator(".draft").count()).toBe(0);
    await context.close();
  });

  /** The page stands, and its script is still on the line. */
  async function openEarly(kind: "plan" | "admin" | null, path: string) {
    const phone = await openPhone(dashboard, { serviceWorkers: "block" });
    const { page } = phone;
    if (kind) await hold(phone, dashboard, await dashboard.worker.token(kind));
    let arrive = () => {};
    let line: Promise<void>;
    await page.route("**/assets/client-*.js", async (route) => {
      await line;
      await route.continue();
    });
    const open = async () => {
      line = new Promise((done) => {
        arrive = done;
      });
      await page.goto(path);
    };
    await open();
    return { ...phone, open, arrive: () => arrive() };
  }

  test("that was filled in before its script had come keeps what was typed, beside what was typed before", async () => {
    const { context, page, open, arrive } = await openEarly("plan", "/plans/new");
    const title = page.locator('input[name="title"]');
    const note = page.locator('textarea[name="note"]');
    const restored = page.getByRole("status").filter({ hasText: words.restored });
    await title.fill("Lebih cepat dari sinyal");
    expect(await storedBy(page)).not.toContain("sinyal");
    arrive();
    await expect.poll(() => storedBy(page)).toContain("Lebih cepat dari sinyal");
    expect(await restored.count()).toBe(0);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await type(note, "Bawa proyektor");
    await open();
    await title.fill("Lebih cepat lagi");
    arrive();
    await restored.waitFor();
    expect(await page.locator(".draft p").innerText()).toBe(
      `${words.restored} ${words.earlier} “Lebih cepat dari sinyal”`,
    );
    expect(await title.inputValue()).toBe("Lebih cepat lagi");
    expect(await note.inputValue()).toBe("Bawa proyektor");
    await page.reload();
    await restored.waitFor();
    expect(await title.inputValue()).toBe("Lebih cepat lagi");
    expect(await note.inputValue()).toBe("Bawa proyektor");
    await context.close();
  });

  test("that was pressed before its script had come is sent when it has", async () => {
    const { context, page, arrive } = await openEarly("admin", "/data/settings");
    const name = page.locator('#settings input[name="name"]');
    const before = await name.inputValue();
    await name.fill("Perpustakaan Cepat");
    await page.locator("#settings button[type=submit]").first().click();
    arrive();
    await page.locator(".toast", { hasText: "Tersimpan" }).waitFor();
    expect(await name.inputValue()).toBe("Perpustakaan Cepat");
    const stored = await dashboard.worker.send("GET", "/api/settings");
    expect(await stored.json()).toMatchObject({ name: "Perpustakaan Cepat" });
    await dashboard.worker.send("PATCH", "/api/settings", { name: before });
    await context.close();
  });

  test("that was pressed before its script had come is sent as it was seen, once, and not behind somebody's back", async () => {
    const { context, page, open, arrive } = await openEarly("admin", "/data/settings");
    const name = page.locator('#settings input[name="name"]');
    const ceiling = page.locator('#settings input[name="x_ceiling_usd"]');
    const save = page.locator("#settings button[type=submit]").first();
    const said = page.locator("#settings form .said").first();
    const before = [await name.inputValue(), await ceiling.inputValue()];
    const sent: unknown[] = [];
    page.on("request", (request) => {
      if (request.method() === "PATCH") sent.push(request.postDataJSON());
    });
    arrive();
    await type(ceiling, "77");
    await open();
    // whoever types on is not done yet
    await name.fill("Setengah");
    await save.click();
    await expect.poll(() => said.innerText()).toBe(formWords.id.busy);
    await name.fill("Setengah jadi");
    expect(await said.innerText()).toBe("");
    await save.click();
    const end = await holdScript(page, "form");
    arrive();
    await expect.poll(() => said.innerText()).toBe("");
    await save.click();
    end("comes");
    await page.locator(".toast", { hasText: "Tersimpan" }).waitFor();
    expect(sent).toEqual([expect.objectContaining({ name: "Setengah jadi" })]);
    expect(await ceiling.inputValue()).toBe(before[1]);
    await dashboard.worker.send("PATCH", "/api/settings", { name: before[0] });
    await context.close();
  });

  test("whose script never comes says so when it is pressed, and a logout goes through", async () => {
    const phone = await openPhone(dashboard, { serviceWorkers: "block" });
    const { context, page } = phone;
    await hold(phone, dashboard, await dashboard.worker.token("admin"));
    await page.route("**/assets/client-*.js", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/data/settings");
    await page.locator("#settings button[type=submit]").first().click();
    const said = page.locator("#settings form .said").first();
    await expect.poll(() => said.innerText()).toBe(words.not_whole);
    expect(new URL(page.url()).pathname).toBe("/data/settings");
    await page.goto("/logout");
    await page.locator('form[action="/logout"] button').click();
    await page.waitForURL("**/login");
    await context.close();
  });

  test("is thrown away by a logout that was pressed before the script had come", async () => {
    const { context, page, open, arrive } = await openEarly("admin", "/plans/new");
    arrive();
    await type(page.locator('input[name="title"]'), "Tidak untuk yang berikut");
    await open();
    await page.goto("/logout");
    await page.locator('form[action="/logout"] button').click();
    arrive();
    await page.waitForURL("**/login");
    expect(await storedBy(page)).not.toContain("Tidak untuk");
    await context.close();
  });

  test("with a password is not kept either where it was typed before the script had come", async () => {
    const { context, page, arrive } = await openEarly(null, "/login");
    await page.locator('input[name="token"]').fill("rahasia-sekali-1234567890");
    arrive();
    await page.waitForLoadState("networkidle");
    expect(await storedBy(page)).not.toContain("rahasia");
    await context.close();
  });

  test("with a password or a token is never kept", async () => {
    const phone = await openPhone(dashboard);
    const { context, page } = phone;
    await page.goto("/login", { waitUntil: "networkidle" });
    await page.locator('input[name="token"]').fill("rahasia-sekali-1234567890");
    expect(await storedBy(page)).not.toContain("rahasia");
    await context.close();
  });
});

describe("another version that is put up while a page is open", () => {
  /** Files of the version before are gone from the server, until the page is fetched anew. */
  async function openOld(forever: boolean) {
    const phone = await openPhone(dashboard, { serviceWorkers: "block" });
    const { page } = phone;
    await hold(phone, dashboard, await dashboard.worker.token("admin"));
    let loads = 0;
    page.on("load", () => {
      loads += 1;
    });
    await page.route("**/assets/form-*.js", (route) =>
      forever || loads < 2 ? route.fulfill({ status: 404, body: "" }) : route.continue(),
    );
    return { ...phone, loads: () => loads };
  }

  test("the page is fetched anew, and what was typed stands", async () => {
    const { context, page, loads } = await openOld(false);
    await page.goto("/targets", { waitUntil: "networkidle" });
    await page.locator('input[name="value"]').first().fill("3210");
    await page.goto("/data/settings", { waitUntil: "load" });
    await expect.poll(loads).toBeGreaterThanOrEqual(2);
    // the script comes behind the first paint
    await page.waitForLoadState("networkidle");
    const name = page.locator('#settings input[name="name"]');
    await name.fill("Perpustakaan Baru");
    await page.reload({ waitUntil: "networkidle" });
    await expect.poll(() => name.inputValue()).toBe("Perpustakaan Baru");
    await page.locator("#settings button[type=submit]").first().click();
    await page.locator(".toast", { hasText: "Tersimpan" }).waitFor();
    await page.goto("/targets");
    await expect.poll(() => page.locator('input[name="value"]').first().inputValue()).toBe("3210");
    await context.close();
  });

  test("the pages that stand without a line are fetched anew", async () => {
    const phone = await openInstalled("view");
    const { context, page } = phone;
    const kept = () =>
      page.evaluate("caches.match('/offline').then((page) => page.text())") as Promise<string>;
    const script = /client-[\w-]+\.js/;
    const now = script.exec(await kept())?.[0];
    expect(now).toBeDefined();
    await page.evaluate(`caches.open("offline-1").then(async (cache) => {
      const html = await (await cache.match("/offline")).text();
      await cache.put("/offline", new Response(html.replace(${script}, "client-older.js")));
    })`);
    expect(await kept()).toContain("client-older.js");
    await page.goto("/posts");
    await expect.poll(async () => script.exec(await kept())?.[0]).toBe(now);
    await context.close();
  });

  test("where its files never come it is not fetched for ever", async () => {
    const { context, page, loads } = await openOld(true);
    await page.goto("/data/settings");
    await page.waitForTimeout(3000);
    expect(loads()).toBeLessThanOrEqual(2);
    expect(await page.locator("#settings").isVisible()).toBe(true);
    await context.close();
  });
});
