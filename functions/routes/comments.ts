/** "Needs no answer", said of a comment: over HTTP and by the button of its page, which needs no script. */
import * as z from "zod";
import { sayNeedsNoAnswer } from "../jobs/planning/comments.ts";
import { isoInstant } from "../model/day.ts";
import { fault, Problem } from "../model/problem.ts";
import { commentId } from "../model/thread.ts";
import { findNewestOfComment } from "../store/changes.ts";
import type { CommentRow } from "../store/comments.ts";
import type { Handlers } from "./addresses.ts";
import { NO_STORE } from "./answer.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
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

  /** Its form has `comment`, `settled` and `back`, the query of the page that it stands on. */
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
    return backToAnswers(c, row, form.get("back") ?? "");
  },
} satisfies Handlers;

/**
 * To the list, where what was done can be taken back: `changed` is the number of this comment's newest change, also where a form
 * that was sent twice changed nothing the second time.
 * @param query of the page before
 */
async function backToAnswers(c: Ctx, row: CommentRow, query: string): Promise<Response> {
  const { account_id, external_id, post_id } = row;
  const comment = commentId({ account_id, comment: external_id });
  const change = await findNewestOfComment(c.env.DB, post_id, comment);
  const asked = new URLSearchParams(query);
  if (change) asked.set("changed", String(change.id));
  const search = asked.toString();
  return c.redirect(`/answers${search && `?${search}`}#waiting`, 303);
}

const toCommentJson = ({ account_id, external_id, at, asks, settled }: CommentRow) => ({
  id: commentId({ account_id, comment: external_id }),
  account: account_id,
  comment: external_id,
  at: isoInstant(at),
  asks,
  settled,
});
