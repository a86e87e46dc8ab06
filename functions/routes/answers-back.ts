/** Back to the comments that wait, after a form said something of one of them: where whoever sent it goes on. */
import { commentId } from "../model/thread.ts";
import { findChange, findNewestOfComment } from "../store/changes.ts";
import type { CommentRow } from "../store/comments.ts";
import type { Ctx } from "./env.ts";

/**
 * To the list, where what was done can be taken back: `changed` is the number of this comment's newest change, also where a form
 * that was sent twice changed nothing the second time.
 * @param query of the page before
 * @param place the comment to go on with; `null`: the list's head
 */
export function backToAnswers(
  c: Ctx,
  { account_id, external_id, post_id }: Pick<CommentRow, "account_id" | "external_id" | "post_id">,
  query: string,
  place: string | null,
): Promise<Response> {
  return back(
    c,
    { post_id, comment: commentId({ account_id, comment: external_id }) },
    query,
    place,
  );
}

/** To the comment of a change that was taken back; one that waits no more has no place of its own. */
export async function backToUnsettled(c: Ctx, id: number, query: string): Promise<Response> {
  const change = await findChange(c.env.DB, id);
  const comment = String(change?.after?.comment);
  const waits = change?.before?.settled !== true;
  const post_id = change?.subject ?? 0;
  return back(c, { post_id, comment }, query, waits ? comment : null);
}

async function back(
  c: Ctx,
  { post_id, comment }: { post_id: number; comment: string },
  query: string,
  place: string | null,
): Promise<Response> {
  const change = await findNewestOfComment(c.env.DB, post_id, comment);
  const asked = new URLSearchParams(query);
  if (change) asked.set("changed", String(change.id));
  const search = asked.toString();
  const at = place === null ? "waiting" : `c-${encodeURIComponent(place)}`;
  return c.redirect(`/answers${search && `?${search}`}#${at}`, 303);
}
