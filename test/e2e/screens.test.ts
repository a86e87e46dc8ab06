/** Every screen: readable by everybody, in both languages, light and dark, with and without JavaScript. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { learn } from "../../functions/jobs/learning/learn.ts";
import { type Dashboard, hold, NOW, openDashboard, openPhone } from "./dashboard.ts";

let dashboard: Dashboard;
let view: string;
let admin: string;
/** Paths of every screen, with the ids of this library. */
let screens: string[];
beforeAll(async () => {
  dashboard = await openDashboard();
  const { worker } = dashboard;
  view = await worker.token("view");
  admin = await worker.token("admin");
  const ask = async <T>(path: string) => (await (await worker.send("GET", path)).json()) as T;
  const { posts } = await ask<{ posts: { id: number }[] }>("/api/posts");
  const { streaks } = await ask<{ streaks: { id: number }[] }>("/api/streaks?state=all");
  const { links } = await ask<{ links: { id: number }[] }>("/api/links");
  const event = await anEvent();
  await learn(worker.db, { now: Date.parse(NOW) / 1000, time_zone: "Asia/Jakarta" }, 1_000);
  screens = [
    "/",
    "/?period=2y",
    "/?platform=instagram",
    "/trend?metric=engagement_rate",
    "/posts",
    `/posts/${posts[0]?.id}`,
    `/streaks/${streaks[0]?.id}`,
    "/calendar",
    "/calendar?month=2026-11",
    "/plans/new",
    "/almanac?year=2027",
    "/topics",
    "/works",
    "/works?accounts=all&mix=format",
    "/works/posts?platform=facebook&account=perpustakaanpasuruan&factor=format&level=image",
    "/works/mix",
    "/events",
    `/events/${event}`,
    "/events/new",
    "/notes/new",
    "/targets",
    "/answers",
    "/answers?period=2y",
    "/answers/settings",
    "/report/2026-10",
    "/report/2026-11",
    "/report/settings",
    "/messages",
    "/changes",
    "/data",
    "/data/bring",
    "/data/links",
    "/data/settings",
    "/restore",
    "/admin-token",
    `/links/${links[0]?.id}`,
    "/method",
    "/guide/facebook",
    "/login",
    `/export/v1/${await worker.token("export")}/`,
    "/api/docs",
  ];
});
afterAll(() => dashboard.close());

/** Of next week, with a post that is about it. */
async function anEvent(): Promise<number> {
  const made = await dashboard.worker.send("POST", "/api/events", {
    kind: "discussion",
    title: "Bedah buku: Laut Bercerita",
    starts_at: "2026-12-01T13:00:00+07:00",
    hashtags: ["bedahlaut"],
    visitors: 80,
    cost: 400_000,
  });
  const { event } = (await made.json()) as { event: { id: number } };
  await dashboard.worker.send("POST", "/api/short-links", {
    slug: "bedah-laut",
    target: "https://example.org/daftar",
    name: "Pendaftaran",
    event: event.id,
  });
  return event.id;
}

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What axe finds wrong: the rule, and where. */
async function violations(page: Page): Promise<string[]> {
  // the page's own policy forbids scripts that are put into it; the debugger may
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: AXE });
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression:
      "axe.run({ resultTypes: ['violations'] }).then((found) => JSON.stringify(found.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | '))))",
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value);
}

describe.each([
  ["light", "id"],
  ["dark", "en"],
] as const)("in %s, in %s", (colorScheme, language) => {
  test("no screen fails an accessibility rule, overflows a phone, complains, or asks elsewhere", async () => {
    const phone = await openPhone(dashboard, { colorScheme });
    await hold(phone, dashboard, admin);
    const found: Record<string, string[]> = {};
    for (const path of screens) {
      const address = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
      const answer = await phone.page.goto(address, { waitUntil: "networkidle" });
      const wide = await phone.page.evaluate<number>("document.documentElement.scrollWidth");
      found[path] = [
        ...(answer?.status() === 200 ? [] : [`answered ${answer?.status()}`]),
        ...(await violations(phone.page)),
        ...(wide > 360 ? [`is ${wide} px wide`] : []),
        ...phone.complaints.splice(0),
      ];
      expect(await phone.page.getAttribute("html", "lang")).toBe(language);
    }
    expect(found).toEqual(Object.fromEntries(screens.map((path) => [path, []])));
    await phone.context.close();
  });
});

test("dark is dark, and light is light", async () => {
  const paper = async (colorScheme: "light" | "dark") => {
    const phone = await openPhone(dashboard, { colorScheme });
    await hold(phone, dashboard, view);
    await phone.page.goto("/");
    const colour = await phone.page.evaluate<string>(
      "getComputedStyle(document.body).backgroundColor",
    );
    await phone.context.close();
    return colour;
  };
  expect(await paper("light")).toBe("rgb(251, 250, 247)");
  expect(await paper("dark")).toBe("rgb(18, 20, 21)");
});

test("the language is a tap away, and is remembered", async () => {
  const phone = await openPhone(dashboard);
  await hold(phone, dashboard, view);
  await phone.page.goto("/");
  expect(await phone.page.getAttribute("html", "lang")).toBe("id");
  await phone.page.click('a[href*="lang=en"]');
  await phone.page.waitForURL(/lang=en/);
  expect(await phone.page.getAttribute("html", "lang")).toBe("en");
  await phone.page.goto("/posts");
  expect(await phone.page.getAttribute("html", "lang")).toBe("en");
  await phone.context.close();
});

test("without JavaScript the tabs, the period and the platforms are links that work", async () => {
  const phone = await openPhone(dashboard, { javaScriptEnabled: false });
  await hold(phone, dashboard, view);
  await phone.page.goto("/");
  for (const [link, path] of [
    ['a[href*="period=90d"]', "/"],
    // folds open without a script
    ["section.choice summary", "/"],
    ['section.choice details a[href*="platform="]', "/"],
    ['nav a[href^="/posts"]', "/posts"],
    ['nav a[href^="/data"]', "/data"],
    ['nav a[href="/"], nav a[href^="/?"]', "/"],
  ] as const) {
    await phone.page.locator(link).first().click();
    await phone.page.waitForLoadState();
    expect(new URL(phone.page.url()).pathname, link).toBe(path);
    expect(await phone.page.locator("h1").count(), link).toBe(1);
  }
  await phone.context.close();
});

test("the last view opens offline, with its date", async () => {
  const phone = await openPhone(dashboard);
  await hold(phone, dashboard, view);
  await phone.page.goto("/");
  await phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await phone.page.reload({ waitUntil: "networkidle" });
  const before = await phone.page.locator("h1").innerText();
  await phone.context.setOffline(true);
  await phone.page.reload();
  expect(await phone.page.locator("h1").innerText()).toBe(before);
  expect(await phone.page.locator("#offline").innerText()).toContain("23 Nov 2026, 12.20");
  await phone.context.close();
});
