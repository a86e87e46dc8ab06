/** What others wrote in answer to the account's posts: a search, only where a conversation grew. */
import type { XCredentials } from "../../model/credentials.ts";
import { isoInstant, SECONDS_A_DAY } from "../../model/day.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { isOutOfCalls } from "../notebook.ts";
import type { Visit } from "../visit.ts";
import { askX, note, type VisitTalk } from "./call.ts";
import { affordable, payPosts, X_PRICES } from "./cost.ts";
import { lastReadAt } from "./lookback.ts";
import { memoryOf } from "./memory.ts";

// the text, a long one's too, for one thing only: whether it asks something
const REPLY_FIELDS = [
  "id",
  "text",
  "note_tweet",
  "created_at",
  "conversation_id",
  "referenced_tweets",
];
/** What X answers at least, and at most, of a page of a search. */
const SEARCH_PAGE = { least: 10, most: 100 };
/** The search reaches seven days back: a minute less, for the way there. */
const SEARCH_AGE = 7 * SECONDS_A_DAY - 60;
/** The longest search that every plan takes, and how many are sent in one visit. */
const LONGEST_QUERY = 512;
const MOST_SEARCHES = 3;

/** Notes the conversations in which someone spoke since the post was last read: only they are searched. */
export function noteGrown({ notebook, seen, http }: Visit<XCredentials>, page: JsonObject): void {
  const memory = memoryOf(notebook);
  const known = new Map(seen.posts.map((post) => [post.external_id, post]));
  for (const { id, created_at, conversation_id, public_metrics } of objectsOf(page.data)) {
    const post = textOf(id);
    const replies = countOf(objectOf(public_metrics).reply_count) ?? 0;
    const isReply = conversation_id !== undefined && conversation_id !== id;
    const before = known.get(post ?? "");
    if (post === null || isReply || replies <= (before?.comments ?? 0)) continue;
    const since = before ? lastReadAt(memory, before.published_at) : 0;
    // older posts of the first contact: what the search still finds of them is not worth its calls
    if (!before && Date.parse(String(created_at)) / 1000 < http.now - SEARCH_AGE) continue;
    const noted = memory.replies ?? { since, posts: [] };
    if (!noted.posts.includes(post)) noted.posts.push(post);
    memory.replies = { since: Math.min(noted.since, since), posts: noted.posts };
  }
}

/** What others wrote in the conversations that grew; what the account itself wrote is in its timeline. */
export async function readReplies(talk: VisitTalk, handle: string): Promise<void> {
  const { notebook, http } = talk.visit;
  const memory = memoryOf(notebook);
  if (!memory.replies) return;
  const since = Math.max(memory.replies.since, http.now - SEARCH_AGE);
  for (let search = 0; search < MOST_SEARCHES && memory.replies.posts.length > 0; search++) {
    if (isOutOfCalls(talk.visit)) return;
    const { query, posts } = queryOf(memory.replies.posts, handle);
    await searchReplies(talk, query, since);
    memory.replies.posts = memory.replies.posts.slice(posts);
  }
  if (memory.replies.posts.length === 0) delete memory.replies;
}

/** As many conversations as one search takes. */
function queryOf(conversations: readonly string[], handle: string) {
  const rest = ` -from:${handle}`;
  let query = "";
  let posts = 0;
  for (const id of conversations) {
    const longer = query === "" ? `conversation_id:${id}` : `${query} OR conversation_id:${id}`;
    if (longer.length + rest.length + 2 > LONGEST_QUERY) break;
    query = longer;
    posts += 1;
  }
  return { query: `(${query})${rest}`, posts };
}

async function searchReplies(talk: VisitTalk, query: string, since: Instant): Promise<void> {
  let next: string | null = null;
  do {
    const { least, most } = SEARCH_PAGE;
    const body = await askX(talk, {
      path: "/2/tweets/search/recent",
      fields: REPLY_FIELDS,
      parameters: {
        query,
        max_results: String(affordable(talk, X_PRICES.post, least, most)),
        start_time: isoInstant(since),
        ...(next === null ? {} : { next_token: next }),
      },
    });
    payPosts(talk, body);
    note(talk.visit, { of: "replies", asked: REPLY_FIELDS, since, body });
    next = textOf(objectOf(body.meta).next_token);
  } while (next !== null);
}
