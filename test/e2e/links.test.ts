/** Links on the phone of whoever makes them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkWords } from "../../web/language/link.ts";
import { type Dashboard, hold, openDashboard, openPhone } from "./dashboard.ts";

let dashboard: Dashboard;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
});
afterAll(() => dashboard.close());

test("a link that was revoked is shown as revoked, in the list and on its own page", async () => {
  const { worker } = dashboard;
  const made = await worker.send("POST", "/api/links", { kind: "view", name: "Kepala dinas" });
  const { id } = (await made.json()) as { id: number };
  const phone = await openPhone(dashboard);
  const { page } = phone;
  await hold(phone, dashboard, await worker.token("admin"));
  await page.goto(`/links/${id}`);
  await page.goto("/data", { waitUntil: "networkidle" });
  page.on("dialog", (dialog) => dialog.accept());
  const again = page.waitForEvent("load");
  await page.getByLabel("Cabut: Kepala dinas").click();
  await again;
  expect(await page.locator("#links li").first().innerText()).toContain("dicabut");
  expect(await page.locator(`a[href="/links/${id}"]`).count()).toBe(0);
  await page.goto(`/links/${id}`);
  expect(await page.locator("h1").innerText()).toBe("Kepala dinas");
  expect(await page.getByText(linkWords.id.address, { exact: true }).count()).toBe(0);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});
