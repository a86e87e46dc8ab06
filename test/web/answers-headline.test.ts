/** The sentence on top of the answers: it counts who waits as the list below it does. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { AnswersHeadline, AnswersView } from "../../functions/present/views/answers.ts";
import { viewsIn } from "./views.ts";

const median = (unanswered: number): AnswersHeadline => ({
  kind: "median",
  median: { minutes: 660, low: 480, high: 1020 },
  share: 0.57,
  unanswered,
});

/** Without what keeps a line together. */
async function headlineOf(language: "id" | "en", more: Partial<AnswersView>): Promise<string> {
  const view = viewsIn(language).answers as AnswersView;
  const page = await renderPage({ ...view, ...more });
  const [, text = ""] = /<h1>(.*?)<\/h1>/s.exec(page) ?? [];
  return text.replaceAll(/<[^>]+>|\u2060/g, "").replaceAll("\u00a0", " ");
}

const waiting = (count: number, language: "id" | "en" = "id"): AnswersView["waiting"] => {
  const [one] = (viewsIn(language).answers as AnswersView).waiting;
  if (!one) throw new Error("somebody waits");
  return Array.from({ length: count }, (_, index) => ({ ...one, id: `1-${index}` }));
};

test.each<[string, "id" | "en", Partial<AnswersView>, string]>([
  ["all answered", "id", { headline: median(0), waiting: [] }, "Semuanya sudah dijawab."],
  ["all answered", "en", { headline: median(0), waiting: [] }, "All are answered."],
  // what nobody follows any more has no answer and does not wait
  ["none waits", "id", { headline: median(2), waiting: [] }, "2 belum dijawab."],
  ["none waits", "en", { headline: median(2), waiting: [] }, "2 without an answer."],
  // of before the period: "all are answered" would contradict the list
  ["old ones wait", "id", { headline: median(0), waiting: waiting(9) }, "9 menunggu jawaban."],
  ["more of them", "id", { headline: median(2), waiting: waiting(9) }, "9 menunggu jawaban."],
  [
    "more than are listed",
    "id",
    { headline: median(2), waiting: waiting(100), more_waiting: true },
    "100 atau lebih menunggu jawaban.",
  ],
  [
    "more than are listed",
    "en",
    { headline: median(2), waiting: waiting(100, "en"), more_waiting: true },
    "100 or more wait for an answer.",
  ],
])("%s, in %s", async (_, language, more, expected) => {
  const said = await headlineOf(language, more);
  const start =
    language === "id"
      ? "Separuh komentar dijawab dalam 11 jam (8–17); 57% dalam sehari. "
      : "Half the comments are answered within 11 hours (8–17); 57% within a day. ";
  expect(said).toBe(start + expected);
});
