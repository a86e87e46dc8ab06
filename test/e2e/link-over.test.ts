import { afterAll, beforeAll, expect, test } from "vitest";
import { messageWords } from "../../web/language/message.ts";
import { type Dashboard, openDashboard, openPhone } from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
});
afterAll(() => dashboard.close());

test.each([
  ["revoked", "update links set revoked_at = 1 where kind = 'view'"],
  ["expired", "update links set expires_at = 1 where kind = 'view'"],
])("a view link that is %s opens nothing without a line either", async (_, sql) => {
  const { worker } = dashboard;
  const { context, page } = await openPhone(dashboard);
  await page.goto(`/v/${await worker.token("view")}`);
  await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await page.reload({ waitUntil: "networkidle" });
  const kept = () => page.evaluate("caches.has('views-1')");
  expect(await kept()).toBe(true);
  await worker.db.prepare(sql).run();
  await page.reload({ waitUntil: "networkidle" });
  await expect.poll(kept).toBe(false);
  await context.setOffline(true);
  await page.reload();
  expect(await page.locator("h1").innerText()).toBe(messageWords.id.titles.offline);
  expect(await page.locator("#kept li").count()).toBe(0);
  await context.close();
});
