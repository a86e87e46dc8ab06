/** Who logs out on a phone that others use too. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { messageWords } from "../../web/language/message.ts";
import { ADMIN_TOKEN } from "../worker.ts";
import { type Dashboard, openDashboard, openPhone, type Phone } from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
});
afterAll(() => dashboard.close());

async function logIn({ page }: Phone): Promise<void> {
  await page.goto("/login");
  await page.fill('input[name="token"]', ADMIN_TOKEN);
  await page.locator('form[action="/login"] button').click();
  await page.waitForURL(dashboard.worker.url.href);
}

async function logOut({ page }: Phone): Promise<void> {
  await page.locator('footer a[href="/logout"]').click();
  await page.locator('form[action="/logout"] button').click();
  await page.waitForURL("**/login");
}

const CLOSED = messageWords.id.titles.no_link;

test.each(["allow", "block"] as const)(
  "going back after the logout shows nothing of what was seen before, service worker: %s",
  async (serviceWorkers) => {
    const phone = await openPhone(dashboard, { serviceWorkers });
    const { page } = phone;
    await logIn(phone);
    await page.goto("/data/settings", { waitUntil: "networkidle" });
    expect(await page.locator("#settings").count()).toBe(1);
    await logOut(phone);
    // the question, asked of nobody, leads on
    for (const path of ["/", "/data/settings", "/"]) {
      await page.goBack();
      expect([new URL(page.url()).pathname, await page.locator("h1").innerText()]).toEqual([
        path,
        CLOSED,
      ]);
    }
    await phone.context.close();
  },
);

test("a page that the browser shows as it was left is asked for anew once somebody logged out since", async () => {
  const phone = await openPhone(dashboard);
  const { page, context } = phone;
  await logIn(phone);
  await page.goto("/data", { waitUntil: "networkidle" });
  // as the browser says it; a remote-controlled one keeps no page so
  const shownAgain = () =>
    page.evaluate(`
      document.body.dataset.left = "";
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    `);
  await shownAgain();
  await page.waitForTimeout(500);
  expect(await page.locator("body[data-left]").count()).toBe(1);
  const other = await context.newPage();
  await other.goto("/", { waitUntil: "networkidle" });
  await logOut({ ...phone, page: other });
  await shownAgain();
  await page.locator("h1", { hasText: CLOSED }).waitFor();
  await context.close();
});
