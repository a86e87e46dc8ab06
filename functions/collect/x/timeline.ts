/** The account's own timeline: the cheapest way to read posts. */
import { isoInstant } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { isOutOfCalls } from "../notebook.ts";
import { askX, note, type VisitTalk, type XTalk } from "./call.ts";
import { affordable, ownPostPrice, payTimeline } from "./cost.ts";
import { noteLookback } from "./lookback.ts";
import { memoryOf } from "./memory.ts";
import { noteGrown } from "./replies.ts";

export const POST_FIELDS = [
  "id",
  "text",
  "created_at",
  "conversation_id",
  "public_metrics",
  "attachments",
  "entities",
  "note_tweet",
  "referenced_tweets",
];
/** What kind of pictures a post carries: they come along. */
export const MEDIA = { expansions: "attachments.media_keys", "media.fields": "type" };

/** What X answers at least, and at most, of a page of a timeline. */
export const TIMELINE_PAGE = { least: 5, most: 100 };

type TimelineRead = { ids: Set<string>; whole: boolean };

/** The own timeline since then; on first contact (`null`) its newest page, and the back-fill goes on from there. */
export async function readTimeline(
  talk: VisitTalk,
  user: string,
  since: Instant | null,
): Promise<TimelineRead> {
  const { visit } = talk;
  const memory = memoryOf(visit.notebook);
  const ids = new Set<string>();
  let next: string | null = null;
  do {
    if (isOutOfCalls(visit)) return { ids, whole: false };
    const body = await askTimeline(talk, user, POST_FIELDS, {
      ...MEDIA,
      ...(since === null ? {} : { start_time: isoInstant(since) }),
      ...(next === null ? {} : { pagination_token: next }),
    });
    payTimeline(talk, body, true);
    note(visit, { of: "posts", asked: POST_FIELDS, since, body });
    for (const post of objectsOf(body.data)) ids.add(textOf(post.id) ?? "");
    noteGrown(visit, body);
    next = textOf(objectOf(body.meta).next_token);
    if (since === null) {
      visit.notebook.cursor = next === null ? null : textOf(objectOf(body.meta).oldest_id);
      visit.notebook.unfinished = visit.notebook.cursor !== null;
      next = null;
    }
  } while (next !== null);
  noteLookback(memory, since, visit.http.now);
  return { ids, whole: true };
}

/** A page of the own timeline, as long as the ceiling allows. */
export function askTimeline(
  talk: XTalk,
  user: string,
  fields: readonly string[],
  parameters: Record<string, string>,
): Promise<JsonObject> {
  const { least, most } = TIMELINE_PAGE;
  return askX(talk, {
    path: `/2/users/${encodeURIComponent(user)}/tweets`,
    fields,
    parameters: {
      max_results: String(affordable(talk, ownPostPrice(talk), least, most)),
      exclude: "retweets",
      ...parameters,
    },
  });
}
