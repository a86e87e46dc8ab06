/** What of a report is laid on paper beside its figures, so that nobody takes them for what they are not. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { Report } from "../../functions/model/report.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";
import { paperOf } from "../../web/parts/report-of.ts";
import type { TableBlock } from "../../web/parts/report-paper.ts";
import { ACCOUNTS, FULL, post } from "./report-views.ts";

const [INSTAGRAM, FACEBOOK] = ACCOUNTS;
const [first] = FULL.accounts;
if (!first) throw new Error("no account");
const CHROME: Chrome = {
  library: FULL.library,
  language: "id",
  time_zone: FULL.time_zone,
  now: FULL.made_at,
  demo: false,
  role: "admin",
  last_read_at: FULL.made_at,
  path: "/report/2026-10",
  origin: "https://denyut.example",
};
const part = (report: Report, name: string, language: "id" | "en" = "id") =>
  paperOf(report, 1, language).parts.find((one) => one.name === name)?.blocks ?? [];
const lines = (report: Report, language?: "id" | "en") =>
  part(report, "figures", language).flatMap((block) =>
    block.kind === "line"
      ? [block.text]
      : block.kind === "list"
        ? block.items.map(({ text }) => text)
        : [],
  );
const tables = (report: Report, name: string) =>
  part(report, name).filter((block): block is TableBlock => block.kind === "table");

const PAID = [
  post({ id: 1, paid: true, interactions: 557 }),
  post({ id: 2, account: FACEBOOK, paid: true, interactions: null }),
  post({ id: 3, account: FACEBOOK, paid: true, removed: true, interactions: 9 }),
  post({ id: 4, interactions: 3 }),
];

test("posts that were paid for are said, by account, and that they are no part of the rate", () => {
  expect(lines({ ...FULL, posts: PAID })).toEqual(
    expect.arrayContaining([
      "Instagram: 1 unggahan berbayar (557 interaksi), tidak ikut dalam tingkat keterlibatan.",
      "Facebook: 1 unggahan berbayar, tidak ikut dalam tingkat keterlibatan.",
      expect.stringMatching(/^Unggahan berbayar: ikut dalam Unggahan/),
    ]),
  );
  expect(lines({ ...FULL, accounts: [first], all: [], posts: PAID }, "en")).toContain(
    "1 paid post (557 interactions), no part of the engagement rate.",
  );
});

test.each([
  ["none was", { posts: [post()] }],
  ["the appendix was cut, and nobody can count them", { posts: PAID, posts_left_out: 3 }],
])("nothing is said of paid posts where %s", (_, over) =>
  expect(lines({ ...FULL, ...over }).join()).not.toMatch(/\d unggahan berbayar/),
);

test("of how many posts the rate is, and why it can be fewer, is said beside the formulas", () =>
  expect(lines(FULL).join()).toContain("karena itu jumlahnya dapat lebih sedikit"));

test("a sum of other days says of how many it was taken", () => {
  const figures = first.figures.map((one) =>
    one.measure === "views" ? { ...one, parts: { days: 28, days_before: 29 } } : one,
  );
  const rows = tables({ ...FULL, accounts: [{ ...first, figures }] }, "figures").flatMap(
    (table) => table.rows,
  );
  const views = rows.find(([name]) => name?.text === "Tayangan");
  expect(views?.[2]?.under).toContain("disesuaikan ke 28 hari");
  expect(views?.[3]?.under?.join()).not.toContain("disesuaikan");
});

test("that nothing moved opens to what was compared, by account and measure", () => {
  const same = {
    ...{ measure: "reach" as const, value: 412, absence: null, formula: null, parts: {} },
    before: { before: 380, difference: 32, ratio: 0.08, meaning: "same" as const },
    year: { before: null, difference: null, ratio: null, meaning: "none" as const },
  };
  const [said] = part(
    {
      ...FULL,
      accounts: [{ ...first, ...INSTAGRAM, figures: [same] }],
      summary: [{ rule: "steady", accounts: 1 }],
    },
    "summary",
  );
  expect(said).toMatchObject({
    evidence: [["Instagram, jangkauan", "380 sebelumnya, kini 412"]],
  });
});

test("interactions per post are those of one account, and of no fewer than three posts", () => {
  const formats: Report["formats"] = [
    { level: "image", posts: 3, interactions: 20 },
    { level: "short_video", posts: 2, interactions: 90 },
  ];
  const [one] = tables({ ...FULL, formats, topics: [], posts: [post()] }, "content");
  expect(one?.rows.map((row) => row[2]?.text)).toEqual(["20", "–"]);
  const posts = [post(), post({ id: 2, account: FACEBOOK })];
  const [mixed] = tables({ ...FULL, formats, topics: [], posts }, "content");
  expect(mixed?.head).toEqual(["Jenis", "Unggahan"]);
  expect(mixed?.rows[0]).toHaveLength(2);
});

test("a trial of an older report is told by the verdicts of now", () => {
  const [trial] = FULL.trials ?? [];
  if (!trial) throw new Error("no trial");
  const { result } = trial;
  const told = (more: Partial<typeof result>) => {
    const report = { ...FULL, trials: [{ ...trial, result: { ...result, ...more } }] };
    return JSON.stringify(paperOf(report, 1, "en").parts);
  };
  const size = { ratio: 1.2, low: 0.8, high: 1.8 };
  expect(told({ method: 1, verdict: "alike", size })).toContain(
    "Not shown to differ: 09:00 and 19:00.",
  );
  const nothing = { method: 1, size: null, chance: null, seen_from: null } as const;
  expect(told({ ...nothing, verdict: "not_kept" })).toContain("This trial cannot tell");
});

test("without a letterhead the library names itself", () => {
  const blank = { ...FULL, settings: { ...FULL.settings, letterhead: [] } };
  expect(paperOf(blank, 1, "id").letterhead).toEqual([FULL.library]);
  expect(paperOf({ ...blank, library: "" }, 1, "id").letterhead).toEqual([]);
});

const view = (over: Partial<ReportView> = {}): ReportView => ({
  screen: "report",
  chrome: CHROME,
  report: FULL,
  revision: 1,
  revisions: [{ revision: 1, made_at: FULL.made_at }],
  moved: false,
  months: [],
  may_make: true,
  ...over,
});
const makes = (html: string): number => html.split('method="post" action="/report/').length - 1;
const TWO = [
  { revision: 1, made_at: FULL.made_at },
  { revision: 2, made_at: FULL.made_at + 60 },
];

test("after its letterhead is saved the report offers to be made anew right there", async () => {
  const html = await renderPage(view({ just: "settings" }));
  expect(html).toMatch(/belum memuatnya[\s\S]{0,200}Buat ulang laporan ini/);
  expect(makes(html)).toBe(1);
});

test.each([
  ["the newest", view({ revision: 2, revisions: TWO }), false, 1],
  ["the newest, whose figures moved", view({ revision: 2, revisions: TWO, moved: true }), false, 1],
  ["one whose place was taken", view({ revisions: TWO, moved: true }), true, 0],
  ["a draft", view({ revision: null, revisions: [] }), false, 0],
])("of %s: whether a newer one stands, and where it is made anew", async (_, of, newer, forms) => {
  const html = await renderPage(of);
  expect(html.includes("Buka versi terbaru")).toBe(newer);
  expect(makes(html)).toBe(forms);
});

test("a letterhead of too many lines is told how many there may be", async () => {
  const html = await renderPage({
    screen: "report_settings",
    chrome: CHROME,
    typed: {
      ...{ letterhead: "a\nb\nc\nd\ne", place: "", approver_title: "", approver_name: "" },
      ...{ approver_nip: "", author_title: "", author_name: "", author_nip: "" },
    },
    faults: [{ path: "letterhead", code: "too_long", message: "" }],
  });
  expect(html).toContain("Kop surat: paling banyak 4 baris");
});

const worksSaid = (report: Report, language: "id" | "en" = "id") => {
  const blocks = part(report, "content", language);
  const from = blocks.findIndex(
    (block) => block.kind === "heading" && /berhasil|works/.test(block.text),
  );
  return blocks
    .slice(from + 1)
    .flatMap((block) =>
      block.kind === "line"
        ? [block.text]
        : block.kind === "list"
          ? block.items.flatMap(({ text, under }) => [text, ...(under ? [under] : [])])
          : [],
    );
};

test("what works is a line a claim, and calm where nothing differs or it is too early", () => {
  expect(worksSaid(FULL)).toEqual([
    "Instagram: Video pendek mendapat sekitar 1,6 kali unggahan lain (antara 1,2 dan 2,1; 34 unggahan).",
    "28 dari 34 video pendek terbit pukul 18–21: tidak bisa dipastikan jenisnya atau jamnya. Coba beberapa pada jam lain.",
    "Di Facebook tidak ada jenis, topik, atau jam yang berbeda secara meyakinkan; kebetulan cukup menjelaskan selisihnya.",
    "Untuk X masih terlalu dini untuk menilainya.",
    "Dinyatakan hanya bila dua penilaian bulanan berturut-turut sejalan. Ini perbedaan yang terlihat, bukan bukti sebabnya.",
  ]);
  expect(worksSaid(FULL, "en").slice(0, 1)).toEqual([
    "Instagram: Short videos get about 1.6 times your other posts (between 1.2 and 2.1; 34 posts).",
  ]);
  const { works: _works, ...before } = FULL;
  expect(worksSaid(before)).toEqual(["Jenis, topik, dan jam mana yang berhasil belum dinilai."]);
});
