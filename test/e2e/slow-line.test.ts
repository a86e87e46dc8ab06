/** Whoever is quicker than the line: the page's script is not there yet, or the page itself has half come. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { formWords } from "../../web/language/forms.ts";
import { handOverWords } from "../../web/language/hand-over.ts";
import { offlineWords } from "../../web/language/offline.ts";
import { openWords } from "../../web/language/open.ts";
import { type Dashboard, hold, holdScript, openDashboard, openPhone } from "./dashboard.ts";
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

test("a backup that is chosen before the page's script has come is looked at, and one that cannot be read says so", async () => {
  const quick = await openPhone(dashboard, { serviceWorkers: "block" });
  await hold(quick, dashboard, await dashboard.worker.token("admin"));
  const { page } = quick;
  const end = await holdScript(page, "restore");
  await page.goto("/restore");
  const file = page.locator('input[name="file"]');
  const backup = (text: string) => ({
    name: "cadangan.ndjson",
    mimeType: "application/x-ndjson",
    buffer: Buffer.from(text),
  });
  await file.setInputFiles(backup("bukan cadangan\n"));
  end("comes");
  const said = page.locator("form:has(input[name=file]) .said");
  await expect.poll(() => said.innerText()).toBe(handOverWords.id.broken.not_a_backup());
  // the one takes its time, the other is gone; what is said is of the one that was chosen last
  await page.evaluate(`{
    const texts = [new Promise((read) => { window.read = read; }), Promise.reject(new DOMException("gone"))];
    Blob.prototype.text = () => texts.shift();
  }`);
  await file.setInputFiles(backup("lama\n"));
  await file.setInputFiles(backup("lain\n"));
  await expect.poll(() => said.innerText()).toBe(openWords.id.unreadable);
  await page.evaluate("window.read('bukan cadangan')");
  await page.waitForTimeout(300);
  expect(await said.innerText()).toBe(openWords.id.unreadable);
  expect(await page.locator("form:has(input[name=file]) button[type=submit]").isDisabled()).toBe(
    true,
  );
  await quick.context.close();
});

test("a backup whose script never comes says so, and what was chosen is not lost", async () => {
  const quick = await openPhone(dashboard, { serviceWorkers: "block" });
  await hold(quick, dashboard, await dashboard.worker.token("admin"));
  const { context, page } = quick;
  const end = await holdScript(page, "restore");
  await page.goto("/restore");
  const file = page.locator('input[name="file"]');
  await file.setInputFiles({ name: "cadangan.ndjson", mimeType: "", buffer: Buffer.from("{}") });
  end("is lost");
  const said = page.locator("form:has(input[name=file]) .said");
  await expect.poll(() => said.innerText()).toBe(offlineWords.id.not_whole);
  expect(await file.inputValue()).toContain("cadangan.ndjson");
  await context.close();
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
