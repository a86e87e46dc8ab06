/** Answers: the page, the same as JSON. */
import { toResponsesJson } from "../present/answer-lines.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import { answersView } from "./answer-reading.ts";
import { page } from "./page.ts";

export const answers = {
  "GET /answers": (c) => page(c, () => answersView(c)),

  "GET /api/responses": (c) =>
    cachedRead(c, async () => c.json(toResponsesJson(await answersView(c)))),
} satisfies Handlers;
