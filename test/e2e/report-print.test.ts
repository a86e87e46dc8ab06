/** The monthly report on paper: what is signed is whole, on as few pages as it takes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../functions/model/report.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";
import { openBrowser } from "../../tools/browser.ts";
import { reportWords } from "../../web/language/report.ts";
import { EMPTY, FULL, post, UNKNOWN } from "../web/report-views.ts";
import { printed, withPage } from "./printed.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Posts that can be told apart on paper, some with long words and long addresses. */
const posts = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    post({
      id: index + 1,
      caption: `Awal${index + 1}x ${"tur ruang koleksi langka ".repeat(index % 4)}`,
      url: `https://www.facebook.com/perpustakaan/posts/${"pfbid0".repeat(index % 5)}Alamat${index + 1}x`,
      likes: 10_000 + index,
    }),
  );

const settings: Report["settings"] = {
  letterhead: ["Pemerintah Kota Pasuruan", "Dinas Perpustakaan dan Kearsipan", "Jalan Raya 1"],
  place: "Pasuruan",
  approver: { title: "Kepala Dinas", name: "Sri Rahayu, S.Sos.", nip: "19700101 199501 2 001" },
  author: { title: "Pengelola", name: "Rina Wulandari", nip: "19900101 201501 2 002" },
};

const view = (report: Report, more: Partial<Chrome> = {}): ReportView => ({
  screen: "report",
  chrome: {
    library: report.library,
    language: "id",
    time_zone: report.time_zone,
    now: report.made_at,
    demo: false,
    role: "admin",
    last_read_at: report.made_at,
    path: "/report/2026-10",
    origin: "https://denyut.example",
    ...more,
  },
  report,
  revision: report.draft ? null : 2,
  revisions: [
    { revision: 1, made_at: report.made_at - 60 },
    { revision: 2, made_at: report.made_at },
  ],
  moved: true,
  months: [
    { month: "2026-11", draft: true },
    { month: "2026-10", draft: false },
  ],
  may_make: true,
});

const PHONE = { viewport: { width: 360, height: 800 } };

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) =>
    found.map((one) => one.textContent.replaceAll(/\s+/g, " ").trim()),
  );

/** An address may be broken anywhere: what is between its pieces is left out. */
const numbersOf = (lines: readonly string[], word: string): number[] =>
  [
    ...lines
      .join("")
      .replaceAll(" ", "")
      .matchAll(new RegExp(`${word}(\\d+)x`, "g")),
  ].map(([, number]) => Number(number));

describe.each([0, 1, 7, 48, 130])("of a month with %i posts", (count) => {
  const report: Report = { ...FULL, settings, posts: posts(count) };

  test("no row is cut, no heading is left behind, and the signatures stand together", async () => {
    const { pages, headings } = await withPage(browser, view(report), PHONE, async (page) => ({
      ...(await printed(page)),
      headings: await textsOf(page, ".paper :is(h2, h3, thead)"),
    }));
    const appendix = pages.findIndex((lines) => lines[0] === reportWords.id.parts.appendix);
    // without posts it is one line behind the signatures
    const before = count === 0 ? pages : pages.slice(0, appendix);
    expect(before.length).toBeLessThanOrEqual(3);

    for (const lines of pages) {
      // the last line is the page's number
      expect(lines.at(-1)).toMatch(new RegExp(`^\\d+ / ${pages.length}$`));
      expect(headings).not.toContain(lines.at(-2));
      // a post's first words, its figure and the end of its address
      const begun = numbersOf(lines, "Awal");
      expect(numbersOf(lines, "Alamat")).toEqual(begun);
    }
    expect(pages.flatMap((lines) => numbersOf(lines, "Awal"))).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );

    const signed = before.filter((lines) => lines.includes("Pengesahan"));
    expect(signed).toHaveLength(1);
    const text = signed[0]?.join("\n");
    for (const part of [
      "Mengetahui, Pasuruan, 2 November 2026",
      "Kepala Dinas Pengelola",
      "Sri Rahayu, S.Sos. Rina Wulandari",
      "NIP 19700101 199501 2 001 NIP 19900101 201501 2 002",
    ]) {
      expect(text).toContain(part);
    }
  });
});

test("an account's figures stand on one page", async () => {
  const { pages } = await withPage(browser, view({ ...FULL, settings }), PHONE, printed);
  for (const account of ["Instagram", "Facebook", "TikTok", "X"]) {
    const page = pages.find((lines) =>
      lines.some((line) => line.startsWith(`${account} · perpus`)),
    );
    const from = page?.findIndex((line) => line.startsWith(`${account} · perpus`)) ?? 0;
    expect(page?.slice(from, from + 8).join(" ")).toMatch(
      /Pengikut .*Unggahan .*Jangkauan .*Tayangan .*Interaksi .*Tingkat keterlibatan /,
    );
  }
});

test("what is only for the screen is not printed, and what a sentence rests on is", async () => {
  const { pages } = await withPage(browser, view({ ...FULL, settings }), PHONE, printed);
  const text = pages.flat().join("\n");
  for (const gone of ["Lihat angkanya", "Unduh", "Kalender", "Semua versi", "English", "Kop dan"]) {
    expect(text).not.toContain(gone);
  }
  expect(text).toContain("Dasar: Unggahan, Oktober 2026: 48; Unggahan, September 2026: 56;");
  expect(text).toContain("instagram.com/reel/DBxk3hTPq7Z/");
});

test("in a dark theme it is black on white", async () => {
  const colours = await withPage(
    browser,
    view(FULL),
    { ...PHONE, colorScheme: "dark" },
    async (page) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      return page.evaluate(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        const all = [...document.querySelectorAll(".paper *")].map((one) => getComputedStyle(one).color);
        return { color, backgroundColor, light: all.filter((one) => /rgb\\((1[0-9]{2}|2)/.test(one)).length };
      })()`);
    },
  );
  expect(colours).toEqual({
    color: "rgb(0, 0, 0)",
    backgroundColor: "rgb(255, 255, 255)",
    light: 0,
  });
});

test("the head of a draft is as wide as its paper, and its note stands apart", async () => {
  const [head, paper, facts, note] = await withPage(
    browser,
    view({ ...FULL, settings, draft: true }),
    { viewport: { width: 700, height: 1000 } },
    async (page) => {
      await page.emulateMedia({ media: "print" });
      return page.evaluate(`[".letterhead", ".paper", ".facts", ".paper > .note"].map((one) => {
        const { width, top, bottom } = document.querySelector(one).getBoundingClientRect();
        return { width, top, bottom };
      })`) as Promise<{ width: number; top: number; bottom: number }[]>;
    },
  );
  expect(head?.width).toBe(paper?.width);
  expect(note?.top).toBeGreaterThan((facts?.bottom ?? 0) + 6);
});

test.each([
  ["id", "KONSEP"],
  ["en", "DRAFT"],
] as const)("a draft says so on every page in %s, and cannot be signed", async (language, said) => {
  const { pages } = await withPage(
    browser,
    view({ ...FULL, settings, draft: true }, { language }),
    PHONE,
    printed,
  );
  for (const lines of pages) expect(lines[0]).toBe(said);
  expect(pages.flat().join("\n")).not.toMatch(/Mengetahui|Acknowledged|NIP/);
  expect(pages.flat()).toContain(reportWords[language].no_signature);
});

test.each([
  ["an empty library's", EMPTY, 1],
  ["one of which nothing is known", UNKNOWN, 3],
] as const)("%s report is short, with dots to be filled in", async (_, report, most) => {
  const { pages } = await withPage(browser, view(report), PHONE, printed);
  expect(pages.length).toBeLessThanOrEqual(most);
  expect(pages.flat().join("\n")).toMatch(/Kepala …+/);
  expect(pages.flat().join("\n")).toMatch(/NIP …+ NIP …+/);
});
