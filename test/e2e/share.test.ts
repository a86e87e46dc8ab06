/** Sharing a screen: what leaves the phone, and what its picture looks like. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderPage } from "#page";
import { LANGUAGES, type Language } from "../../functions/present/views/chrome.ts";
import { faultWords } from "../../web/language/faults.ts";
import { sharingWords } from "../../web/language/sharing.ts";
import { viewsIn } from "../web/views.ts";
import { type Dashboard, hold, openDashboard, openPhone, type Phone } from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard();
});
afterAll(() => dashboard.close());

const words = sharingWords.id;

type Sent = { text: string; files: { name: string; type: string; size: number }[] };

/** A phone that has a sheet to share by, which keeps what it was given. */
async function openSharing(token: "view" | "admin"): Promise<Phone> {
  const phone = await openPhone(dashboard);
  await hold(phone, dashboard, await dashboard.worker.token(token));
  await phone.context.addInitScript(`
    navigator.canShare = () => true;
    navigator.share = async ({ text, files = [] }) => {
      window.sent = { text, files: files.map(({ name, type, size }) => ({ name, type, size })) };
    };
  `);
  return phone;
}

const sentBy = async ({ page }: Phone): Promise<Sent> => {
  await expect.poll(() => page.evaluate("Boolean(window.sent)")).toBe(true);
  return page.evaluate("window.sent");
};

test("one tap gives text and picture to the phone's sheet, with the plain address", async () => {
  const phone = await openSharing("view");
  const { page } = phone;
  await page.goto("/?period=7d", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: words.share, exact: true }).click();
  const { text, files } = await sentBy(phone);
  expect(text.split("\n").at(-1)).toBe(`${dashboard.worker.url.origin}/?period=7d`);
  expect(text.length).toBeLessThanOrEqual(700);
  expect(files).toEqual([{ name: "denyut.png", type: "image/png", size: expect.any(Number) }]);
  await page.getByRole("status").filter({ hasText: words.shared }).waitFor();
  await page.locator("#share summary").first().click();
  expect(await page.locator("[data-receives]").innerText()).toBe(words.receives);
  // a viewer has no links to give away
  expect(await page.locator("[data-view-links]").count()).toBe(0);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});

test("without a script WhatsApp is a link, and what the receiver sees stands there", async () => {
  const phone = await openPhone(dashboard, { javaScriptEnabled: false });
  await hold(phone, dashboard, await dashboard.worker.token("view"));
  await phone.page.goto("/");
  const link = phone.page.getByRole("link", { name: words.share, exact: true });
  const address = new URL((await link.getAttribute("href")) ?? "");
  expect(address.origin + address.pathname).toBe("https://wa.me/");
  await phone.page.locator("#share summary").first().click();
  const shown = await phone.page.locator("#share code").textContent();
  expect(shown).toBe(address.searchParams.get("text"));
  expect(await phone.page.locator("#share button:visible").count()).toBe(0);
  await phone.context.close();
});

test("where the phone's sheet does not open, WhatsApp opens beside the dashboard, and the picture's button is named", async () => {
  const phone = await openPhone(dashboard);
  const { context, page } = phone;
  await hold(phone, dashboard, await dashboard.worker.token("view"));
  await context.route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  for (const sheet of [
    "delete Navigator.prototype.share;",
    "navigator.share = async () => { throw new Error() };",
  ]) {
    await context.addInitScript(
      `if (self.origin.startsWith("http://")) { ${sheet} delete Navigator.prototype.canShare; }`,
    );
    await page.goto("/?period=7d", { waitUntil: "networkidle" });
    const opened = context.waitForEvent("page");
    await page.getByRole("link", { name: words.share, exact: true }).click();
    const tab = await opened;
    await tab.waitForURL("https://wa.me/**");
    expect(await tab.evaluate("opener")).toBeNull();
    expect(new URL(page.url()).pathname).toBe("/");
    await page.getByRole("status").filter({ hasText: words.text_alone }).waitFor();
    await page.locator("#share summary").first().click();
    expect(await page.locator("[data-receives]").innerText()).toBe(words.receives_text);
    await tab.close();
  }
  await context.close();
});

test("the admin may send a view link, which no page holds before it is asked for", async () => {
  const { worker } = dashboard;
  const link = { kind: "view", name: "Kepala dinas" };
  const made = (await (await worker.send("POST", "/api/links", link)).json()) as {
    id: number;
    url: string;
  };
  const gone = { kind: "view", name: "Yang lama", expires_at: "2026-12-01T00:00:00Z" };
  const old = (await (await worker.send("POST", "/api/links", gone)).json()) as { id: number };
  await worker.send("DELETE", `/api/links/${old.id}`);
  const phone = await openSharing("admin");
  const { page } = phone;
  await page.goto("/?platform=instagram", { waitUntil: "networkidle" });
  expect(await page.content()).not.toContain("/v/");
  await page.locator("#share summary").first().click();
  await page.locator("[data-view-links] summary").click();
  const choice = page.locator("[data-view-links] li", { hasText: "Kepala dinas" });
  await choice.getByRole("link").click();
  const { text } = await sentBy(phone);
  expect(text.split("\n").at(-1)).toBe(`${made.url}?next=%2F%3Fplatform%3Dinstagram`);
  expect(await page.locator("[data-view-links] li", { hasText: "Yang lama" }).count()).toBe(0);
  const receiver = await openPhone(dashboard);
  await receiver.page.goto(text.split("\n").at(-1) ?? "");
  expect(receiver.page.url()).toBe(`${worker.url.origin}/?platform=instagram`);
  expect(phone.complaints).toEqual([]);
  await Promise.all([phone.context.close(), receiver.context.close()]);
});

test("links that could not be asked for are asked for again, and it is not said that there are none", async () => {
  await dashboard.worker.send("POST", "/api/links", { kind: "view", name: "Camat" });
  const phone = await openPhone(dashboard, { serviceWorkers: "block" });
  await hold(phone, dashboard, await dashboard.worker.token("admin"));
  const { context, page } = phone;
  const summary = page.locator("[data-view-links] summary");
  const lines = page.locator("[data-view-links] li");
  const open = async () => {
    await page.goto("/", { waitUntil: "networkidle" });
    await page.locator("#share summary").first().click();
  };
  // what asks for them did not come
  await open();
  await context.setOffline(true);
  await summary.click();
  await expect.poll(() => lines.allInnerTexts()).toEqual([words.links_failed]);
  await page.locator("[data-save-picture]").click();
  await page.locator("#share .said", { hasText: words.failed }).waitFor();
  await context.setOffline(false);
  await open();
  const refused = "**/api/links";
  await page.route(refused, (route) => route.abort());
  await summary.click();
  await expect.poll(() => lines.allInnerTexts()).toEqual([faultWords.id.offline]);
  await page.unroute(refused);
  await summary.click();
  await summary.click();
  await lines.getByRole("link", { name: "Camat" }).waitFor();
  await context.close();
});

const LONG = "Mempertanggungjawabkanketerperpustakaandigitalisasikannya";

/** What the island of a page was given. */
async function propsOf(view: Parameters<typeof renderPage>[0]): Promise<string | null> {
  const html = await renderPage(view);
  return (
    /data-island="send"><script type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? null
  );
}

const sharedIn = (language: Language) =>
  Object.entries(viewsIn(language)).filter(([, { screen }]) =>
    ["overview", "streak", "event"].includes(screen),
  );

describe.each(LANGUAGES)("the picture, %s", (language) => {
  test("is 1080 wide, at most 300 KB, and nothing runs off it, whatever it says", async () => {
    const phone = await openPhone(dashboard, { colorScheme: "dark" });
    const assets = join(import.meta.dirname, "../../dist/client/assets");
    const chunk = readdirSync(assets).find((name) => name.startsWith("picture-"));
    await hold(phone, dashboard, await dashboard.worker.token("view"));
    await phone.page.goto("/method");
    const seen = new Set<string>();
    for (const [name, view] of sharedIn(language)) {
      const props = await propsOf(view);
      if (props === null) continue;
      const { told, chart, made } = JSON.parse(props);
      for (const [sentence, value] of [
        [told.sentence, null],
        [`${LONG} ${told.sentence} ${LONG}${LONG}`, "1.234.567.890.123"],
      ]) {
        const figures = value
          ? told.figures.map((one: object) => ({ ...one, value, name: LONG }))
          : told.figures;
        const drawn = await phone.page.evaluate(`(async () => {
          const { pictureOf } = await import("/assets/${chunk}");
          const blob = await pictureOf(${JSON.stringify({ ...told, sentence, figures })}, ${JSON.stringify(chart)}, ${JSON.stringify(made)});
          const image = await createImageBitmap(blob);
          const canvas = document.createElement("canvas");
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const all = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
          const paper = all[0];
          const bare = (left, top, right, bottom) => {
            for (let y = top; y < bottom; y += 1)
              for (let x = left; x < right; x += 1) if (all[y * image.width + x] !== paper) return false;
            return true;
          };
          const { height } = image;
          return {
            type: blob.type, size: blob.size, width: image.width, paper,
            left: bare(0, 0, 60, height),
            right: bare(1012, 0, 1080, height),
            below: bare(0, height - 40, 1080, height),
            ink: !bare(72, 72, 1008, height - 72),
          };
        })()`);
        expect([name, drawn]).toEqual([
          name,
          {
            type: "image/png",
            size: expect.any(Number),
            width: 1080,
            paper: 0xff_f7_fa_fb,
            left: true,
            right: true,
            below: true,
            ink: true,
          },
        ]);
        expect((drawn as { size: number }).size).toBeLessThan(300_000);
      }
      seen.add(name);
    }
    expect(seen.size).toBeGreaterThan(15);
    expect(phone.complaints).toEqual([]);
    await phone.context.close();
  });
});
