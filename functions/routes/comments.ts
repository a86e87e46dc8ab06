/** "Needs no answer", said of a comment: over HTTP and by the button of its page, which needs no script. */
import * as z from "zod";
import { sayNeedsNoAnswer } from "../jobs/planning/comments.ts";
import { isoInstant } from "../model/day.ts";
import { fault, Problem } from "../model/problem.ts";
import { commentId, readCommentId } from "../model/thread.ts";
import type { CommentRow } from "../store/comments.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import { backToAnswers } from "./answers-back.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import { planningOf } from "./planning.ts";

export const settledWire = z
  .strictObject({
    settled: z.boolean().meta({ description: "true: it needs no answer", example: true }),
  })
  .meta({
    id: "CommentSettled",
    description: "A person's word on whether a comment needs an answer",
  });

export const comments = {
  "PATCH /api/comments/:id": async (c) => {
    const { settled } = checked(settledWire, await jsonOf(c));
    const row = await sayNeedsNoAnswer(c.env.DB, planningOf(c), c.req.param("id") ?? "", settled);
    return c.json({ comment: toCommentJson(row) }, 200, NO_STORE);
  },

  /** Its form has `comment`, `settled`, `back`, the query of the page that it stands on, and `next`, the comment below it. */
  "POST /answers/settle": async (c) => {
    const form = await formOf(c);
    const settled = form.get("settled");
    if (settled !== "true" && settled !== "false") {
      throw new Problem("invalid", "settled must be true or false", [
        fault("settled", "wrong_type"),
      ]);
    }
    const id = form.get("comment") ?? "";
    const row = await sayNeedsNoAnswer(c.env.DB, planningOf(c), id, settled === "true");
    const place = readCommentId(form.get("next") ?? "");
    return backToAnswers(c, row, form.get("back") ?? "", place && commentId(place));
  },
} satisfies Handlers;

const toCommentJson = ({ account_id, external_id, at, asks, settled }: CommentRow) => ({
  id: commentId({ account_id, comment: external_id }),
  account: account_id,
  comment: external_id,
  at: isoInstant(at),
  asks,
  settled,
});
