/** What a person brings in on the phone: files as the platforms export them, and figures by hand. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dump } from "../database.ts";
import { FACEBOOK, INSTAGRAM, TIKTOK, X_CONTENT, X_OVERVIEW } from "../normalise/files.ts";
import { utf16, workbook, zip } from "../web/archives.ts";
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

/** A part of the Data tab, with everything that is folded opened. */
async function openAccounts(page: Page, path = "/data"): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
}

async function openData(page: Page): Promise<void> {
  await openAccounts(page, "/data/bring");
  // islands wake when they come near
  await page.locator('[data-island="import"]').scrollIntoViewIfNeeded();
}

type Chosen = { name: string; text: string | Uint8Array };

/** The form, once everything that was chosen is looked at. */
async function choose(page: Page, ...files: Chosen[]): Promise<Locator> {
  const form = page.locator('form:has(input[type="file"])');
  await form.locator('input[type="file"]').setInputFiles(
    files.map(({ name, text }) => ({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(text),
    })),
  );
  await expect.poll(() => form.locator(".file").count()).toBeGreaterThan(0);
  await settled(form);
  return form;
}

const settled = (form: Locator) =>
  expect.poll(() => form.getAttribute("aria-busy"), { timeout: 15_000 }).toBe("false");

const words = async (place: Locator): Promise<string> =>
  (await place.innerText()).replaceAll(/[\s\u00a0\u202f]+/g, " ");

/** Stores what was looked at; then what the form says. */
async function press(form: Locator): Promise<string> {
  await form.getByRole("button", { name: "Simpan" }).click();
  await settled(form);
  // so long no tap counts
  await form.page().waitForTimeout(800);
  return words(form);
}

/** What a file brings. */
const FIGURES = ["posts", "post_readings", "day_readings"];

type Import = { id: number; kind: string; rows: number; posts_added: number; undone_at: unknown };
const imports = async () => (await ask<{ imports: Import[] }>("/api/imports")).imports;

/** Nothing is wider than the phone. */
const overflow = (page: Page) =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

test.each([
  { kind: "facebook_posts", file: FACEBOOK, whose: null, posts: 2, seen: "Unggahan 2 baru" },
  { kind: "instagram_posts", file: INSTAGRAM, whose: null, posts: 2, seen: "akun baru" },
  { kind: "x_content", file: X_CONTENT, whose: null, posts: 2, seen: "sudah dikenal" },
  { kind: "x_overview", file: X_OVERVIEW, whose: "x/perpuspasuruan", posts: 0, seen: "Hari 2" },
  { kind: "tiktok_content", file: TIKTOK, whose: null, posts: 2, seen: "sudah dikenal" },
])("a file of $kind is seen, stored, and undone", async ({ kind, file, whose, posts, seen }) => {
  const { page } = phone;
  const before = await dump(dashboard.worker.db, FIGURES);
  await openData(page);
  const form = await choose(page, { name: `${kind}.csv`, text: file });
  if (whose) {
    expect(await words(form)).toContain("Ini berkas akun mana?");
    expect(await form.getByRole("button", { name: "Simpan" }).isDisabled()).toBe(true);
    await form.getByLabel("Akun", { exact: true }).selectOption(whose);
    await settled(form);
  }
  expect(await words(form)).toContain(seen);
  expect(await overflow(page)).toBe(0);
  expect(await dump(dashboard.worker.db, FIGURES)).toEqual(before);

  expect(await press(form)).toContain("Tersimpan.");
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

test("a date that can be read in two ways is asked about, and the choice shows what it makes of the posts", async () => {
  const { page } = phone;
  await openData(page);
  const file =
    "Post ID,Account username,Publish time,Permalink,Likes\n1,perpus,09/11/2026 20:10,,5\n2,perpus,08/11/2026 20:10,,7\n";
  const form = await choose(page, { name: "posts.csv", text: file });
  expect(await words(form)).toContain("Tanggalnya bisa dibaca dua cara. Mana yang benar?");
  expect(await form.getByRole("button", { name: "Simpan" }).isDisabled()).toBe(true);
  await form.getByText("hari, lalu bulan").click();
  await settled(form);
  // Meta writes its own clock: 20.10 there is the next day's noon here
  expect(await words(form)).toContain("terbit Sel, 10 Nov 2026 11.10 WIB");
  await form.locator("summary", { hasText: "Ubah tanggal" }).click();
  await form.getByLabel("Zona waktu di dalam berkas").selectOption("Asia/Jakarta");
  await settled(form);
  expect(await words(form)).toContain("terbit Sen, 9 Nov 2026 20.10 WIB");
  expect(await press(form)).toContain("Tersimpan. Unggahan 2 baru");
  const { posts } = await ask<{ posts: { published_at: string }[] }>("/api/posts?account=perpus");
  expect(posts.map(({ published_at }) => published_at)).toEqual([
    "2026-11-09T13:10:00Z",
    "2026-11-08T13:10:00Z",
  ]);
  expect(phone.complaints).toEqual([]);
});

test("an archive's files and a workbook are seen and stored together; what cannot be opened says why", async () => {
  const { page } = phone;
  await openData(page);
  const header = ["Post ID", "Account username", "Publish time", "Likes"];
  const form = await choose(
    page,
    {
      name: "unduhan.zip",
      text: zip({
        "ekspor/satu.csv": utf16(
          "Post ID,Account username,Publish time,Likes\n7,taman,09/24/2026 15:30,5\n",
        ),
        "dalam.zip": zip({ "a.csv": "a" }),
      }),
    },
    {
      name: "dua.xlsx",
      text: workbook({ Posts: [header, ["8", "taman", { days: 46_290.5 }, 1204]] }),
    },
    { name: "makro.xlsm", text: workbook({ S: [header] }) },
  );
  const said = await words(form);
  expect(said).toContain("unduhan.zip › ekspor/satu.csv");
  expect(said).toContain("unduhan.zip › dalam.zip Ini arsip zip di dalam arsip zip.");
  expect(said).toContain("makro.xlsm Berkas Excel ini berisi makro dan tidak dibuka.");
  expect(said).toContain("Suka 1.204");
  expect(await overflow(page)).toBe(0);
  const stored = await press(form);
  expect(stored.match(/Tersimpan\. Unggahan 1 baru/g)).toHaveLength(2);
  // no follower count came with it: that is what is needed next
  expect(stored).toContain("Ketik pengikut @taman");
  const again = page.waitForEvent("load");
  await form.getByRole("button", { name: "Ketik jumlah pengikut" }).click();
  await again;
  await expect.poll(() => page.locator("#followers").isVisible()).toBe(true);
  expect(await words(page.locator("#followers"))).toContain("Instagram @taman");
  expect(phone.complaints).toEqual([]);
});

test("one answer holds for all files of a platform and keeps its place; a second tap hits nothing", async () => {
  const { page } = phone;
  await openData(page);
  const daily = (figure: string) =>
    `sep=,\n"${figure}"\n"Date","Primary"\n"2026-11-01T00:00:00","40"\n"2026-11-02T00:00:00","0"\n`;
  const form = await choose(
    page,
    { name: "a.csv", text: daily("Instagram reach") },
    { name: "b.csv", text: daily("Instagram follows") },
    { name: "c.csv", text: daily("Facebook visits") },
  );
  const said = await words(form);
  expect(said).toContain("Satu angka harian dari Meta Business Suite: Jangkauan, Instagram");
  expect(said).toContain("Min, 1 Nov 2026 Jangkauan 40 Sen, 2 Nov 2026 Jangkauan 0");
  const selects = form.getByLabel("Akun", { exact: true });
  // no platform that the figure's name rules out
  expect(await selects.first().innerText()).not.toContain("Facebook");
  const place = async () =>
    ((await selects.first().boundingBox())?.y ?? 0) +
    Number(await page.evaluate("document.scrollingElement.scrollTop"));
  /** Where it stands once nothing above it moves any more: other forms wake as they come into view. */
  const top = async () => {
    for (let last = await place(); ; ) {
      await page.waitForTimeout(200);
      const now = await place();
      if (now === last) return now;
      last = now;
    }
  };
  await selects.first().selectOption("instagram/");
  await form.getByLabel("Nama akun, @nama, atau alamatnya").fill("https://instagram.com/harian/");
  const before = await top();
  await form.getByRole("button", { name: "Pakai akun ini" }).click();
  await settled(form);
  expect(await top()).toBe(before);
  expect(await form.locator("select:focus").count()).toBe(1);
  expect((await words(form)).match(/Akun Instagram @harian, akun baru/g)).toHaveLength(2);
  expect(await words(form)).toContain("1 berkas belum ikut disimpan");

  const button = form.getByRole("button", { name: "Simpan 2 berkas" });
  await button.scrollIntoViewIfNeeded();
  const { x = 0, y = 0 } = (await button.boundingBox()) ?? {};
  for (const pause of [0, 150, 350]) {
    await page.waitForTimeout(pause);
    await page.touchscreen.tap(x + 20, y + 20);
  }
  await settled(form);
  await page.waitForTimeout(800);
  expect(new URL(page.url()).pathname).toBe("/data/bring");
  const result = form.getByText("Tersimpan.").first();
  expect(await words(form)).toContain("Tersimpan. Hari 2 baru");
  const at = (await result.boundingBox())?.y ?? -1;
  expect(at > 0 && at < 700).toBe(true);

  // the same file again says that nothing changes
  const again = await choose(page, { name: "a.csv", text: daily("Instagram reach") });
  await again.getByLabel("Akun", { exact: true }).selectOption("instagram/harian");
  await settled(again);
  expect(await words(again)).toContain("Tidak ada yang berubah: isi berkas ini sudah masuk.");
  expect(phone.complaints).toEqual([]);
});

test("a large file is looked at whole and stored piece by piece", async () => {
  const { page } = phone;
  await openData(page);
  const rows = Array.from(
    { length: 620 },
    (_, at) => `${9000 + at},besar,09/${String((at % 28) + 1).padStart(2, "0")}/2026 15:30,${at}`,
  );
  const text = ["Post ID,Account username,Publish time,Likes", ...rows].join("\n");
  const form = await choose(page, { name: "besar.csv", text });
  expect(await words(form)).toContain("Unggahan 620 baru");
  await form.getByRole("button", { name: "Simpan" }).click();
  await settled(form);
  expect(await words(form)).toContain("Tersimpan. Unggahan 620 baru");
  expect((await imports())[0]).toMatchObject({ rows: 620, posts_added: 620 });
  expect(phone.complaints).toEqual([]);
});

test("a piece that was broken off once it was stored is sent again by itself, and is in once", async () => {
  const { page } = phone;
  await openData(page);
  const rows = Array.from({ length: 3 }, (_, at) => `77${at},putus,09/${at + 13}/2026 15:30,${at}`);
  const text = ["Post ID,Account username,Publish time,Likes", ...rows].join("\n");
  const form = await choose(page, { name: "putus.csv", text });
  let sent = 0;
  await page.route("**/api/import?*", async (route) => {
    sent += 1;
    if (sent > 1) return route.continue();
    expect((await route.fetch()).status()).toBe(200);
    const error = {
      code: "unavailable",
      message: "it was broken off",
      problems: [{ path: "", code: "broken_off", message: "was broken off" }],
    };
    return route.fulfill({ status: 503, json: { error } });
  });
  await form.getByRole("button", { name: "Simpan" }).click();
  await settled(form);
  await page.unroute("**/api/import?*");
  expect(await words(form)).toContain("Tersimpan.");
  expect(sent).toBe(2);
  const stored = await dashboard.worker.db
    .prepare("select count(*) as n from posts where external_id like '77_'")
    .first<number>("n");
  expect([stored, (await imports()).filter(({ rows }) => rows === 3).length]).toEqual([3, 1]);
  expect(phone.complaints.splice(0)).toEqual([expect.stringContaining("503")]);
});

/** What the screen says of a file that was chosen. */
async function seen(page: Page, text: string): Promise<string> {
  await openData(page);
  return words((await choose(page, { name: "posts.csv", text })).locator(".file"));
}

test("a file that brings nothing says why: which columns of a row, no rows, no export", async () => {
  const { page } = phone;
  const header = "Post ID,Account username,Publish time,Reach,Views";
  const skipped = await seen(
    page,
    `${header}\n1,perpus,09/24/2026 15:30,many,-7\n2,perpus,09/25/2026 15:30,many,-7\n`,
  );
  expect(skipped).toContain(
    "2 baris: Reach: harus bilangan bulat 0 atau lebih; Views: harus bilangan bulat 0 atau lebih (baris 2, 3)",
  );
  expect(skipped).toContain("Tidak ada yang bisa disimpan dari berkas ini.");
  expect(await page.locator('form:has(input[type="file"]) [type="submit"]').count()).toBe(0);
  expect(await seen(page, `${header}\n`)).toContain("Tidak punya baris di bawah judul kolomnya");
  expect(await seen(page, "Post ID,Publish time,Nama,Jumlah\n1,2,3,4\n")).toContain(
    "Unggahan Instagram dari Meta Business Suite: berkas Anda tidak punya kolom Account username",
  );
  // a refusal is an answer that the browser notes
  expect(phone.complaints.splice(0)).toEqual([
    expect.stringContaining("400 (Bad Request)"),
    expect.stringContaining("400 (Bad Request)"),
  ]);
});

test("followers of several accounts are typed in one form, as the screen prints them, and taken back", async () => {
  const { page } = phone;
  await openData(page);
  const form = page.locator("#followers");
  const field = (name: string) => form.getByLabel(name);
  expect(await words(form)).toContain("terakhir 600, 1 Januari");
  await field("X @perpuspasuruan").fill("1,1 rb");
  await field("TikTok @perpus.pasuruan").fill("12,345");
  await form.getByRole("button", { name: "Simpan" }).click();
  await expect.poll(() => words(form)).toContain("Sudah disingkat dan dibulatkan platform");
  expect(await words(form)).toContain("Pada 1 Januari tercatat 600; untuk");
  expect(await imports()).not.toContainEqual(expect.objectContaining({ kind: "typed" }));

  await field("X @perpuspasuruan").fill("1.104");
  await form.getByLabel("Ya, angka ini benar").check();
  const again = page.waitForEvent("load");
  await form.getByRole("button", { name: "Simpan" }).click();
  await again;
  const typed = (await imports()).filter(({ kind }) => kind === "typed");
  expect(typed).toHaveLength(2);
  await page.goto("/");
  expect(await textOf(page)).toContain("12.345");

  await openAccounts(page);
  const back = page.getByRole("button", { name: "Tarik kembali: 12.345 pengikut pada" });
  const anew = page.waitForEvent("load");
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.accept();
    return dialog.message();
  });
  await back.click();
  expect(await asked).toContain("Tarik kembali 12.345 pengikut pada");
  await anew;
  expect(await words(page.locator("#accounts"))).not.toContain("12.345");
  // a refusal is an answer that the browser notes
  expect(phone.complaints.splice(0)).toEqual([
    expect.stringContaining("400 (Bad Request)"),
    expect.stringContaining("400 (Bad Request)"),
  ]);
});

test("an account's name is corrected, and two accounts that are one are merged", async () => {
  const { page } = phone;
  await openAccounts(page);
  const details = (handle: string) =>
    page
      .locator("#accounts > .rows > details")
      .filter({ has: page.locator(`[name="handle"][value="${handle}"]`) });
  const reloaded = async (press: Promise<void>, load: Promise<unknown>) => {
    await press;
    await load;
    await openAccounts(page);
  };
  await details("besar").locator('[name="handle"]').fill("https://www.instagram.com/perpus.besar/");
  await reloaded(
    details("besar").getByRole("button", { name: "Betulkan" }).click(),
    page.waitForEvent("load"),
  );
  expect(await details("perpus.besar").count()).toBe(1);

  page.once("dialog", (dialog) => void dialog.accept());
  await details("taman").locator('[name="into"]').selectOption({ label: "@perpus.besar" });
  expect(await words(details("taman"))).toContain(
    "Semua angka dan unggahan @taman dipindahkan ke akun itu",
  );
  await reloaded(
    details("taman").getByRole("button", { name: "Gabungkan", exact: true }).click(),
    page.waitForEvent("load", { timeout: 60_000 }),
  );
  expect(await details("taman").count()).toBe(0);
  expect((await imports())[0]).toMatchObject({ kind: "merged", undone_at: null });
  expect(phone.complaints).toEqual([]);
});
