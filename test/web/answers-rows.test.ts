/** The rows of the answers and the list below them: what they say closed, what only opened, and where a form leads on to. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { AnswersRow, AnswersView } from "../../functions/present/views/answers.ts";
import { viewsIn } from "./views.ts";

const viewIn = (language: "id" | "en"): AnswersView => viewsIn(language).answers as AnswersView;

/** A row's words, closed and opened, without what keeps a line together. */
async function rowOf(language: "id" | "en", more: Partial<AnswersRow>): Promise<[string, string]> {
  const view = viewIn(language);
  const [row] = view.rows;
  if (!row) throw new Error("there is a row");
  const page = await renderPage({ ...view, rows: [{ ...row, ...more }] });
  const [, closed = "", opened = ""] =
    /<details class="answers"><summary>(.*?)<\/summary>(.*?)<\/details>/s.exec(page) ?? [];
  const plain = (html: string) =>
    html
      .replaceAll(/<[^>]+>/g, " ")
      .replaceAll("\u2060", "")
      .replaceAll(/\s+/g, " ");
  return [plain(closed), plain(opened)];
}

const median = (working: number): AnswersRow["median"] => ({
  all_hours: { minutes: 660, low: 480, high: 1020 },
  working_hours: { minutes: working, low: 0, high: 60 },
});

test.each<["id" | "en", number, string[], string[]]>([
  [
    "id",
    95,
    ["34 dari 58 komentar dijawab dalam 24 jam", "95 menit separuhnya dijawab, jam kerja"],
    ["11 jam (8–17)", "59% (46%–70%)", "95 menit (0–60)"],
  ],
  [
    "en",
    95,
    ["34 of 58 comments answered within 24 hours", "95 minutes half answered, working hours"],
    ["11 hours (8–17)", "59% (46%–70%)"],
  ],
  // no minute passed: a dash and why, and the whole sentence opened
  [
    "id",
    0,
    ["– jam kerja: kebanyakan dijawab di luarnya"],
    ["jam kerja –", "tanpa satu menit jam kerja pun berlalu"],
  ],
  [
    "en",
    0,
    ["– working hours: mostly answered outside them"],
    ["working hours –", "before a single working minute had passed"],
  ],
])("in %s at %d working minutes", async (language, minutes, closed, opened) => {
  const [summary, inside] = await rowOf(language, { median: median(minutes) });
  for (const text of closed) expect(summary).toContain(text);
  for (const text of opened) expect(inside).toContain(text);
  // the intervals are for whoever opens it
  expect(summary).not.toMatch(/\(\d/);
  expect(/di luar jam kerja|outside working hours/.test(summary)).toBe(false);
});

test.each([
  ["id", 6, 10, "6 komentar menunggu sekarang 10 pertanyaan yang masuk dalam periode ini"],
  ["en", 1, 1, "1 comment waiting now 1 question that came in this period"],
] as const)(
  "in %s %d that wait are told from %d questions of the period",
  async (language, waiting, questions, told) => {
    const [summary] = await rowOf(language, { waiting, questions });
    expect(summary).toContain(told);
  },
);

test.each([
  [19, false],
  [20, true],
])("of %d comments that were settled it is told what they were: %s", async (settled, told) => {
  const agreement = { settled, no_question: 12 };
  const page = await renderPage({ ...viewIn("id"), agreement });
  expect(page.includes("memang bukan pertanyaan")).toBe(told);
});

test("whoever settles a comment goes on with the one below it; taken back, the choice stays", async () => {
  const view = viewIn("id");
  const just = { what: "settled", change: 7 } as const;
  const page = await renderPage({ ...view, just });
  expect([...page.matchAll(/<li class="stacked" id="([^"]+)"/g)].map(([, id]) => id)).toEqual(
    view.waiting.map(({ id }) => `c-${id}`),
  );
  const next = [...page.matchAll(/name="next"(?: value="([^"]*)")?/g)].map(([, id]) => id);
  expect(next).toEqual(["2-9_1", undefined]);
  expect(page).toMatch(/action="\/changes\/7\/undo"><input type="hidden" name="back"/);
});
