/** What a person brings in on the phone: files as the platforms export them, and figures by hand. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dump } from "../database.ts";
import { FACEBOOK, INSTAGRAM, TIKTOK, X_CONTENT, X_OVERVIEW } from "../normalise/files.ts";
import { ADMIN_TOKEN } from "../worker.ts";
import { type Dashboard, openDashboard, openPhone, type Phone, textOf } from "./dashboard.ts";

let dashboard: Dashboard;
let phone: Phone;
beforeAll(async () => {
  dashboard = await openDashboard({ demo: false });
  // these accounts stand already: their files do not say whose they are
  for (const [platform, account] of [
    ["x", "perpuspasuruan"],
    ["tiktok", "perpus.pasuruan"],
  ] as const) {
    await dashboard.worker.send(
      "POST",
      "/api/snapshots",
      { platform, account, read_at: "2026-01-01T00:00:00Z", followers: 600 },
      dashboard.token,
    );
  }
  phone = await openPhone(dashboard);
  // through the door that the admin takes
  await phone.page.goto("/login");
  await phone.page.fill('input[name="token"]', ADMIN_TOKEN);
  await phone.page.click('button[type="submit"]');
  await phone.page.waitForURL((url) => url.pathname === "/");
});
afterAll(async () => {
  await phone.context.close();
  await dashboard.close();
});

const ask = async <T>(path: string): Promise<T> =>
  (await (await dashboard.worker.send("GET", path)).json()) as T;

/** The Data tab, with everything that is folded opened, and alive. */
async function openData(page: Page): Promise<void> {
  await page.goto("/data", { waitUntil: "networkidle" });
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  // islands wake when they come near
  await page.locator('[data-island="import"]').scrollIntoViewIfNeeded();
}

/** The form, with a file chosen that was made before the dashboard's now. */
async function choose(page: Page, name: string, text: string): Promise<Locator> {
  const form = page.locator('form:has(input[type="file"])');
  await form
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await form.locator('input[type="datetime-local"]').fill("2026-11-20T10:00");
  return form;
}

/** What a file brings. */
const FIGURES = ["posts", "post_readings", "day_readings"];

type Import = { id: number; kind: string; rows: number; posts_added: number; undone_at: unknown };
const imports = async () => (await ask<{ imports: Import[] }>("/api/imports")).imports;

test.each([
  { kind: "facebook_posts", file: FACEBOOK, whose: null, posts: 2 },
  { kind: "instagram_posts", file: INSTAGRAM, whose: null, posts: 2 },
  { kind: "x_content", file: X_CONTENT, whose: "x/perpuspasuruan", posts: 2 },
  { kind: "x_overview", file: X_OVERVIEW, whose: "x/perpuspasuruan", posts: 0 },
  { kind: "tiktok_content", file: TIKTOK, whose: "tiktok/perpus.pasuruan", posts: 2 },
])("a file of $kind comes in, and is undone", async ({ kind, file, whose, posts }) => {
  const { page } = phone;
  const before = await dump(dashboard.worker.db, FIGURES);
  await openData(page);
  const form = await choose(page, `${kind}.csv`, file);
  if (whose) await form.locator('select[name="account"]').selectOption(whose);
  await form.locator('button[type="submit"]').click();
  await expect.poll(() => textOf(page), { timeout: 15_000 }).toContain("Selesai");
  const [newest] = await imports();
  expect(newest).toMatchObject({ kind, posts_added: posts, undone_at: null });
  expect(await dump(dashboard.worker.db, FIGURES)).not.toEqual(before);

  await openData(page);
  // the newest stands on top; the page comes again when all is undone
  const again = page.waitForEvent("load");
  await page.locator("#imports form button").first().click();
  await again;
  expect((await imports())[0]?.undone_at).not.toBeNull();
  expect(phone.complaints).toEqual([]);
});

/** What the screen says after a file was chosen and sent. */
async function bring(page: Page, text: string): Promise<string> {
  await openData(page);
  const form = await choose(page, "posts.csv", text);
  await form.locator('button[type="submit"]').click();
  const status = form.locator('[role="status"]');
  await expect
    .poll(() => status.innerText(), { timeout: 15_000 })
    .toMatch(/Selesai|Ada yang belum benar/);
  return (await status.innerText()).replaceAll(/\s+/g, " ");
}

test("a file that brings nothing says why: which columns of a row, no rows, no export", async () => {
  const { page } = phone;
  const header = "Post ID,Account username,Publish time,Reach,Views";
  const skipped = await bring(page, `${header}\n1,perpus,09/24/2026 15:30,many,-1\n`);
  expect(skipped).toContain("Tidak satu baris pun bisa dibaca.");
  expect(skipped).toContain(
    "Reach: harus bilangan bulat 0 atau lebih; Views: harus bilangan bulat 0 atau lebih",
  );
  const empty = await bring(page, `${header}\n`);
  expect(empty).toContain("Berkas ini tidak punya baris di bawah judul kolomnya.");
  expect(empty).not.toContain("Tidak ada yang baru");
  const unknown = await bring(page, "Post ID,Publish time,Nama,Jumlah\n1,2,3,4\n");
  expect(unknown).toContain(
    "Unggahan Instagram dari Meta Business Suite: berkas Anda tidak punya kolom Account username",
  );
  // a refusal is an answer that the browser notes
  expect(phone.complaints.splice(0)).toEqual([expect.stringContaining("400 (Bad Request)")]);
});

test("followers typed by hand stand on the Overview", async () => {
  await openData(phone.page);
  const form = phone.page.locator("form", { has: phone.page.locator('[name="followers"]') });
  await form.locator('[name="followers"]').fill("54321");
  const again = phone.page.waitForEvent("load");
  await form.locator('button[type="submit"]').click();
  await again;
  expect((await imports())[0]?.kind).toBe("typed");
  await phone.page.goto("/");
  expect(await textOf(phone.page)).toContain("54.321");
  expect(phone.complaints).toEqual([]);
});
