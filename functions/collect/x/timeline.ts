import { isoInstant } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import { isRefused, refuse } from "../visit.ts";
import { askX, note, type VisitTalk, type XTalk } from "./call.ts";
import {
  affordable,
  fundsOf,
  KEPT_FROM_BACK_FILL,
  ownPostPrice,
  payPosts,
  payTimeline,
  X_PRICES,
} from "./cost.ts";
import { noteLookback, WIDE } from "./lookback.ts";
import { memoryOf, paidToday } from "./memory.ts";
import { noteGrown } from "./replies.ts";

const POST_FIELDS = [
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
const PRIVATE_FIELDS = ["id", "created_at", "non_public_metrics"];
const MEDIA = { expansions: "attachments.media_keys", "media.fields": "type" };

/** What X answers at least, and at most, of a page of a timeline; and of posts by id. */
const TIMELINE_PAGE = { least: 5, most: 100 };
const MOST_IDS = 100;

/** X tells private figures of posts up to 30 days old: an hour less, so that no post is over the line meanwhile. */
const PRIVATE_AGE = WIDE - 3600;

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
    if (visit.http.left() < 1) {
      visit.notebook.unfinished = true;
      return { ids, whole: false };
    }
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

function askTimeline(
  talk: XTalk,
  user: string,
  fields: readonly string[],
  parameters: Record<string, string>,
): Promise<JsonObject> {
  const { least, most } = TIMELINE_PAGE;
  return askX(talk, {
    path: `/2/users/${user}/tweets`,
    fields,
    parameters: {
      max_results: String(affordable(talk, ownPostPrice(talk), least, most)),
      exclude: "retweets",
      ...parameters,
    },
  });
}

/**
 * Clicks, which only the account itself may see, of posts up to 30 days old. A query of its own: together with what
 * posts refer to, X drops whole posts. The same posts were paid for a moment ago.
 */
export async function readPrivateFigures(
  talk: VisitTalk,
  user: string,
  since: Instant | null,
): Promise<void> {
  const { notebook, http } = talk.visit;
  const from = Math.max(since ?? 0, http.now - PRIVATE_AGE);
  let next: string | null = null;
  do {
    if (isRefused(notebook, "non_public_metrics") || http.left() < 1) return;
    try {
      const body = await askTimeline(talk, user, PRIVATE_FIELDS, {
        start_time: isoInstant(from),
        ...(next === null ? {} : { pagination_token: next }),
      });
      payTimeline(talk, body, false);
      note(talk.visit, { of: "private_figures", asked: PRIVATE_FIELDS, since: from, body });
      next = textOf(objectOf(body.meta).next_token);
    } catch (fault) {
      if (!(fault instanceof CollectFault) || fault.code !== "permission_missing") throw fault;
      refuse(notebook, { what: "non_public_metrics", reason: fault.code, at: http.now });
    }
  } while (next !== null);
}

/** Known posts that should have been in the timeline: those that X does not find are gone. */
export async function lookUpMissing(
  talk: VisitTalk,
  ids: ReadonlySet<string>,
  since: Instant,
): Promise<void> {
  const { visit } = talk;
  const { notebook, seen, http } = visit;
  const paid = paidToday(memoryOf(notebook), http.now);
  const missing = seen.posts
    .filter(({ published_at }) => published_at >= since)
    .map(({ external_id }) => external_id)
    .filter((id) => /^\d{1,19}$/.test(id) && !ids.has(id) && !paid.looked_up.includes(id));
  if (missing.length === 0 || http.left() < 1) return;
  const count = affordable(talk, X_PRICES.post, 1, Math.min(MOST_IDS, missing.length));
  const asked = missing.slice(0, count);
  const body = await askX(talk, {
    path: "/2/tweets",
    fields: POST_FIELDS,
    parameters: { ids: asked.join(","), ...MEDIA },
  });
  payPosts(talk, body);
  paid.looked_up.push(...asked);
  note(visit, { of: "posts", asked: POST_FIELDS, since: null, body });
  for (const error of objectsOf(body.errors)) {
    const id = textOf(error.resource_id) ?? textOf(error.value);
    // one that is only hidden from us ("not authorized") is not gone
    if (id === null || !textOf(error.type)?.endsWith("/resource-not-found")) continue;
    notebook.answers.push({
      of: "gone",
      post: id,
      asked: [],
      since: null,
      until: null,
      body: null,
    });
  }
}

/** One more page of older posts, as long as enough is left for the month's usual reading. The cursor is the oldest id. */
export async function backFill(talk: VisitTalk, user: string): Promise<void> {
  const { notebook, http } = talk.visit;
  if (!notebook.cursor) return;
  const page = TIMELINE_PAGE.most * ownPostPrice(talk);
  if (fundsOf(talk) < KEPT_FROM_BACK_FILL + page) return;
  if (http.left() < 1) {
    notebook.unfinished = true;
    return;
  }
  const body = await askTimeline(talk, user, POST_FIELDS, { ...MEDIA, until_id: notebook.cursor });
  payTimeline(talk, body, false);
  note(talk.visit, { of: "posts", asked: POST_FIELDS, since: null, body });
  const { next_token, oldest_id } = objectOf(body.meta);
  notebook.cursor = textOf(next_token) === null ? null : textOf(oldest_id);
  notebook.unfinished = notebook.cursor !== null;
}
