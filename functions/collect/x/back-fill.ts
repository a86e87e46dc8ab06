/** X's posts from before the first contact. */
import { objectOf, textOf } from "../../model/json.ts";
import { isOutOfCalls } from "../notebook.ts";
import { note, type VisitTalk } from "./call.ts";
import { fundsOf, ownPostPrice, payTimeline } from "./cost.ts";
import { askTimeline, MEDIA, POST_FIELDS, TIMELINE_PAGE } from "./timeline.ts";

/** A month's usual reading costs about so much, in millionths of a US dollar: the back-fill leaves it untouched. */
const RESERVED_FOR_READING = 2_500_000;

/** One more page of older posts, as long as enough is left for the month's usual reading. The cursor is the oldest id. */
export async function backFill(talk: VisitTalk, user: string): Promise<void> {
  const { notebook } = talk.visit;
  if (!notebook.cursor) return;
  const page = TIMELINE_PAGE.most * ownPostPrice(talk);
  if (fundsOf(talk) < RESERVED_FOR_READING + page) return;
  if (isOutOfCalls(talk.visit)) return;
  const body = await askTimeline(talk, user, POST_FIELDS, { ...MEDIA, until_id: notebook.cursor });
  payTimeline(talk, body, false);
  note(talk.visit, { of: "posts", asked: POST_FIELDS, since: null, body });
  const { next_token, oldest_id } = objectOf(body.meta);
  notebook.cursor = textOf(next_token) === null ? null : textOf(oldest_id);
  notebook.unfinished = notebook.cursor !== null;
}
