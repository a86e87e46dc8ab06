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

/** So many wait, the first `questions` of them questions, what the others are nobody knows. */
function waiting(
  count: number,
  language: "id" | "en" = "id",
  questions = 0,
): AnswersView["waiting"] {
  const [one] = (viewsIn(language).answers as AnswersView).waiting;
  if (!one) throw new Error("somebody waits");
  return Array.from({ length: count }, (_, index) => ({
    ...one,
    id: `1-${index}`,
    asks: index < questions ? true : index % 2 === 0 ? null : false,
  }));
}

const HALF = {
  id: "Separuh komentar dijawab dalam 11 jam (8–17); 57% dalam sehari.",
  en: "Half the comments are answered within 11 hours (8–17); 57% within a day.",
};

test.each<[string, "id" | "en", Partial<AnswersView>, string]>([
  [
    "all answered",
    "id",
    { headline: median(0), waiting: [] },
    `${HALF.id} Semuanya sudah dijawab.`,
  ],
  ["all answered", "en", { headline: median(0), waiting: [] }, `${HALF.en} All are answered.`],
  // what nobody follows any more has no answer and does not wait
  ["none waits", "id", { headline: median(2), waiting: [] }, `${HALF.id} 2 belum dijawab.`],
  ["none waits", "en", { headline: median(2), waiting: [] }, `${HALF.en} 2 without an answer.`],
  // of before the period: "all are answered" would contradict the list
  [
    "old ones wait",
    "id",
    { headline: median(0), waiting: waiting(9) },
    `9 komentar menunggu jawaban. ${HALF.id}`,
  ],
  [
    "what there is to do comes first",
    "id",
    { headline: median(2), waiting: waiting(11, "id", 1) },
    `11 komentar menunggu jawaban, 1 di antaranya pertanyaan. ${HALF.id}`,
  ],
  [
    "what there is to do comes first",
    "en",
    { headline: median(2), waiting: waiting(11, "en", 1) },
    `11 comments are waiting for an answer, 1 of them a question. ${HALF.en}`,
  ],
  [
    "questions among them",
    "en",
    { headline: median(2), waiting: waiting(11, "en", 4) },
    `11 comments are waiting for an answer, 4 of them questions. ${HALF.en}`,
  ],
  [
    "all are questions",
    "id",
    { headline: median(2), waiting: waiting(8, "id", 8) },
    `8 pertanyaan menunggu jawaban. ${HALF.id}`,
  ],
  [
    "one waits",
    "en",
    { headline: median(2), waiting: waiting(1, "en") },
    `1 comment is waiting for an answer. ${HALF.en}`,
  ],
  [
    "more than are listed",
    "id",
    { headline: median(2), waiting: waiting(100, "id", 12), more_waiting: true },
    `100 komentar atau lebih menunggu jawaban, 12 di antaranya pertanyaan. ${HALF.id}`,
  ],
  [
    "more than are listed",
    "en",
    { headline: median(2), waiting: waiting(100, "en", 100), more_waiting: true },
    `100 or more questions are waiting for an answer. ${HALF.en}`,
  ],
  [
    "old ones wait, none came",
    "id",
    { headline: { kind: "none" }, waiting: waiting(2) },
    "2 komentar menunggu jawaban. Tidak ada komentar baru dalam periode ini.",
  ],
  [
    "too few to tell",
    "en",
    { headline: { kind: "few", comments: 3, unanswered: 2 }, waiting: waiting(2, "en") },
    "2 comments are waiting for an answer. Only 3 comments: too few to tell.",
  ],
])("%s, in %s", async (_, language, more, expected) => {
  expect(await headlineOf(language, more)).toBe(expected);
});

test.each(["id", "en"] as const)("the list is headed as the page is, in %s", async (language) => {
  const more = { headline: median(2), waiting: waiting(11, language, 1) };
  const page = await renderPage({ ...(viewsIn(language).answers as AnswersView), ...more });
  const [, heading = ""] = /id="waiting"><h2>(.*?)<\/h2>/s.exec(page) ?? [];
  expect(heading).not.toBe("");
  expect(await headlineOf(language, more)).toMatch(new RegExp(`^${heading}\\. `));
});
