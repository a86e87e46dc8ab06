/** What the calendar offers to publish again: the title that the plan's form opens with. */
import { expect, test } from "vitest";
import { renderPage } from "#page";
import type { CalendarView } from "../../functions/present/views/calendar.ts";
import { viewsIn } from "./views.ts";

test.each([
  ["a short caption whole", "Kuis Jumat", "Kuis Jumat"],
  [
    "a long one at a word, and it is seen that it goes on",
    "Cara memperpanjang\n\npinjaman lewat telepon genggam. Petunjuk ada di tautan profil kami.",
    "Cara memperpanjang pinjaman lewat telepon genggam…",
  ],
])("offers %s", async (_, caption, title) => {
  const view = viewsIn("id").calendar as CalendarView;
  const [post] = view.evergreen;
  if (!post) throw new Error("there is one");
  const page = await renderPage({ ...view, evergreen: [{ ...post, caption }] });
  const [, query = ""] = /href="\/plans\/new\?(title=[^"]*)"/.exec(page) ?? [];
  const offered = new URLSearchParams(query.replaceAll("&amp;", "&"));
  expect([offered.get("title"), offered.get("post")]).toEqual([title, "9"]);
});
