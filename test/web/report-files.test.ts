/** The report's workbook and document, read back by other libraries than those that wrote them. */
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import readBook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { Report } from "../../functions/model/report.ts";
import { bookOf } from "../../web/islands/report-book.ts";
import { documentOf } from "../../web/islands/report-document.ts";
import { reportWords } from "../../web/language/report.ts";
import { EMPTY, FULL, post, UNKNOWN } from "./report-views.ts";

/** What a spreadsheet would compute, and what would break a file. */
const HOSTILE = '=HYPERLINK("https://evil.example","x") \u0007\u000b\ud83d<b>&</b>';
const hostile: Report = {
  ...FULL,
  settings: { ...FULL.settings, letterhead: [HOSTILE, "@SUM(A1)"], place: "+62" },
  notes: FULL.notes.map((note) => ({ ...note, text: HOSTILE })),
  events: FULL.events.map((event) => ({ ...event, title: HOSTILE })),
  posts: [
    post({ caption: HOSTILE, url: null }),
    post({ caption: "-1+1" }),
    post({ caption: "@x" }),
  ],
};

const REPORTS: [string, Report][] = [
  ["a full month", FULL],
  ["nothing", EMPTY],
  ["nothing known", UNKNOWN],
  ["a draft", { ...FULL, draft: true }],
  ["hostile texts", hostile],
];

const filesIn = async (file: Blob): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(await file.arrayBuffer()))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

type Sheets = Map<string, unknown[][]>;

async function sheetsOf(report: Report, language: "id" | "en" = "id"): Promise<Sheets> {
  const file = await bookOf({ report, revision: 1, language });
  const sheets = await readBook(Buffer.from(await file.arrayBuffer()));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
}

describe("the workbook", () => {
  test.each(REPORTS)("of %s opens, and nothing in it is computed", async (_, report) => {
    for (const language of ["id", "en"] as const) {
      const file = await bookOf({ report, revision: 1, language });
      const files = await filesIn(file);
      const sheets = Object.entries(files).filter(([name]) => name.startsWith("xl/worksheets/"));
      expect(sheets.length).toBeGreaterThan(2);
      for (const [, xml] of sheets) expect(xml).not.toMatch(/<f[ >/]/);
      expect(Object.keys(files).filter((name) => /vba|external|connections/i.test(name))).toEqual(
        [],
      );
      const read = await sheetsOf(report, language);
      for (const name of read.keys()) {
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\]/);
      }
      expect(read.get(reportWords[language].columns.posts)).toHaveLength(report.posts.length + 1);
    }
  });

  test("has the figures as numbers, the month before and the change beside them", async () => {
    const figures = (await sheetsOf(FULL)).get("Capaian") ?? [];
    expect(figures[0]).toEqual([
      "Akun",
      "Ukuran",
      "Satuan",
      "Oktober 2026",
      "September 2026",
      "Perubahan",
      "Oktober 2025",
      "Perubahan",
    ]);
    expect(figures[1]).toEqual([
      "Instagram · perpus.pasuruan",
      "Pengikut",
      "pada akhir bulan, awal 2.422, +58",
      2480,
      2422,
      58,
      1900,
      580,
    ]);
    // four accounts with six figures, and three of all together
    expect(figures).toHaveLength(1 + 4 * 6 + 3);
    const rate = figures[6] ?? [];
    expect([rate[1], rate[3], rate[4]]).toEqual(["Tingkat keterlibatan", 0.017, 0.025]);
  });

  test("leaves empty what is not known, and says 0 where it is 0", async () => {
    const figures = (await sheetsOf(UNKNOWN)).get("Capaian") ?? [];
    for (const row of figures.slice(1))
      expect(row.slice(3)).toEqual([null, null, null, null, null]);
    const events = (await sheetsOf(UNKNOWN)).get("Acara") ?? [];
    expect(events[1]?.slice(2, 7)).toEqual([0, null, null, null, null]);
  });

  test("has every post whole", async () => {
    const [head, first] =
      (await sheetsOf({ ...FULL, posts: [post({ caption: "Buku" })] })).get("Unggahan") ?? [];
    expect(head).toHaveLength(15);
    expect(first).toEqual([
      1,
      "Instagram · perpus.pasuruan",
      "2026-10-12 15.30",
      "video pendek",
      "Buku baru",
      "Buku",
      "https://www.instagram.com/reel/DBxk3hTPq7Z/",
      280,
      20,
      12,
      312,
      0.126,
      4200,
      6900,
      3.2,
    ]);
  });

  test("keeps a text that looks like a formula as the text that it is", async () => {
    const posts = (await sheetsOf(hostile)).get("Unggahan") ?? [];
    expect(posts.slice(1).map((row) => row[5])).toEqual([
      '=HYPERLINK("https://evil.example","x") <b>&</b>',
      "-1+1",
      "@x",
    ]);
  });
});

describe("the document", () => {
  const htmlOf = async (report: Report, language: "id" | "en" = "id"): Promise<string> => {
    const file = await documentOf({ report, revision: 1, language });
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from(await file.arrayBuffer()),
    });
    return value;
  };

  test.each(REPORTS)("of %s opens, with its parts in their order", async (_, report) => {
    for (const language of ["id", "en"] as const) {
      const { parts } = reportWords[language];
      const headings = [...(await htmlOf(report, language)).matchAll(/<h1>(.*?)<\/h1>/g)].map(
        ([, text = ""]) => text.replaceAll(/<[^>]*>/g, "").replace(/^\d\. /, ""),
      );
      expect(headings.slice(-9)).toEqual(Object.values(parts));
    }
  });

  test("says what the paper says, and signs as it does", async () => {
    const html = await htmlOf(FULL);
    expect(html).toContain("Selama Oktober 2026 perpustakaan menerbitkan 48 unggahan di 4 akun");
    expect(html).toMatch(/Mengetahui,.*bedahlaut, 2 November 2026/s);
    expect(html).toContain("NIP 19800101 200501 1 001");
    expect(html).toContain('href="https://www.instagram.com/reel/DBxk3hTPq7Z/"');
    expect(html.match(/<tr>/g)?.length).toBeGreaterThan(80);
  });

  test("a draft has nothing to sign", async () => {
    const html = await htmlOf({ ...FULL, draft: true });
    expect(html).toContain("Konsep: belum untuk ditandatangani.");
    expect(html).not.toContain("Mengetahui");
  });

  test("what people typed is text, and no row is cut by a page's end", async () => {
    expect(await htmlOf(hostile)).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
    const file = await documentOf({ report: hostile, revision: 1, language: "id" });
    const xml = (await filesIn(file))["word/document.xml"] ?? "";
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
    expect(xml).not.toMatch(/w:instrText[^>]*>\s*(HYPERLINK|DDE)/);
  });
});
