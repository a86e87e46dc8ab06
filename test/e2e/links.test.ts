/** Links on the phone of whoever makes them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { dataWords } from "../../web/language/data.ts";
import { exportWords } from "../../web/language/export.ts";
import { faultWords } from "../../web/language/faults.ts";
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
  await page.goto("/data/links", { waitUntil: "networkidle" });
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

test.each([
  ["/data#links", "/data/links"],
  ["/data#settings", "/data/settings"],
  // where there is no account yet, the ways in are on the first part
  ["/data#import", "/data"],
])("%s, of when the Data tab was one page, leads to %s", async (old, path) => {
  const phone = await openPhone(dashboard);
  const { page } = phone;
  await hold(phone, dashboard, await dashboard.worker.token("admin"));
  await page.goto(old, { waitUntil: "networkidle" });
  await page.waitForURL(`**${path}#*`);
  expect(await page.locator(new URL(page.url()).hash).count()).toBe(1);
  expect(phone.complaints).toEqual([]);
  await phone.context.close();
});

test("an export link opens the dashboard where that was ticked, and the tick is of no other link", async () => {
  const { worker } = dashboard;
  const words = dataWords.id;
  const phone = await openPhone(dashboard);
  const { page } = phone;
  await hold(phone, dashboard, await worker.token("admin"));
  await page.goto("/data/links", { waitUntil: "networkidle" });
  await page.locator("#links summary", { hasText: words.make }).click();
  const form = page.locator("#links form").first();
  const tick = form.getByLabel(words.with_dashboard);
  expect(await tick.isChecked()).toBe(false);
  await form.getByLabel(words.link_name).fill("Data terbuka");
  await tick.check();
  await form.getByRole("button", { name: words.make }).click();
  await form.getByText(`${words.with_dashboard}: ${faultWords.id.faults.export_alone}`).waitFor();
  // the refusal that was meant
  phone.complaints.length = 0;
  await form.locator("select").selectOption("export");
  await form.getByRole("button", { name: words.make }).click();
  const url = await form.locator(".said input").inputValue();
  await page.reload();
  expect(await page.locator("#links li").first().innerText()).toContain(words.and_dashboard);

  const reader = await openPhone(dashboard);
  await reader.page.goto(url);
  await reader.page.getByText(exportWords.id.dashboard, { exact: true }).click();
  await reader.page.waitForURL(worker.url.href);
  expect(await reader.page.locator(".tabs").count()).toBe(1);
  expect([...phone.complaints, ...reader.complaints]).toEqual([]);
  await Promise.all([phone.context.close(), reader.context.close()]);
});
