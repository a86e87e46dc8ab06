/** Whoever's page comes piece by piece, with scripts that the browser still has from the page before. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { formWords } from "../../web/language/forms.ts";
import { type Dashboard, hold, openDashboard, openPhone } from "./dashboard.ts";
import { openSlowLine } from "./slow-line.ts";

let dashboard: Dashboard;
let line: Awaited<ReturnType<typeof openSlowLine>>;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
  line = await openSlowLine(dashboard.worker.url.origin);
});
afterAll(async () => {
  await line.close();
  await dashboard.close();
});

test("what was just done is said, where it was done, and every island wakes", async () => {
  const phone = await openPhone(dashboard, { serviceWorkers: "block", baseURL: line.url });
  const { context, page } = phone;
  await hold(phone, dashboard, await dashboard.worker.token("admin"));
  await page.goto("/data/bring", { waitUntil: "networkidle" });
  const typed = page.locator("details:has(> #typed)");
  await typed.locator("summary").click();
  await typed.locator('input[name="handle"]').fill("perpus.slow");

  const arrive = line.hold();
  await typed.getByRole("button", { name: "Tambah akun" }).click();
  // the half that has come is on the screen as long as a kept script needs to run
  await expect.poll(() => page.locator("main").count()).toBe(0);
  await page.locator("header").waitFor();
  await page.waitForTimeout(700);
  arrive();

  await page.locator(".toast", { hasText: formWords.id.saved }).waitFor();
  expect(await typed.getAttribute("open")).not.toBeNull();
  expect(await page.locator("#followers").isVisible()).toBe(true);
  await page.locator("summary", { hasText: "Impor berkas" }).click();
  await page.locator('[data-island="import"] input[type="file"]').waitFor();
  await context.close();
});
