/**
 * X's API v2. Every answer is paid for by what is in it, so posts are read through the account's own timeline (the
 * cheapest price), in three stretches at their own pace, and everything else is asked only where the timeline shows a
 * reason: a post that is missing is looked up, a conversation that grew is searched.
 */
import type { XCredentials } from "../model/credentials.ts";
import { dayNumber, dayOf, isoInstant, SECONDS_A_DAY } from "../model/day.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { Instant } from "../model/snapshot.ts";
import { CollectFault } from "./fault.ts";
import {
  emptyNotebook,
  isRefused,
  refuse,
  type TryCredentials,
  type Visit,
  type VisitAccount,
} from "./visit.ts";
import { askX, type XTalk } from "./x-call.ts";
import {
  affordable,
  fundsOf,
  KEPT_FROM_BACK_FILL,
  ownPostPrice,
  payPosts,
  payTimeline,
  payUser,
  X_PRICES,
} from "./x-cost.ts";
import { memoryOf, paidToday, type XMemory } from "./x-memory.ts";
import { xToken } from "./x-token.ts";

const USER_FIELDS = ["id", "name", "username", "public_metrics"];
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
const REPLY_FIELDS = ["id", "created_at", "conversation_id", "referenced_tweets"];
const MEDIA = { expansions: "attachments.media_keys", "media.fields": "type" };

/** What X answers at most, and at least, of a page of a timeline and of a search, and of posts by id. */
const TIMELINE_PAGE = { least: 5, most: 100 };
const SEARCH_PAGE = { least: 10, most: 100 };
const MOST_IDS = 100;

const NEAR = 2 * SECONDS_A_DAY;
const WIDE = 30 * SECONDS_A_DAY;
const FAR = 90 * SECONDS_A_DAY;
const FAR_EVERY_DAYS = 7;

/** X tells private figures of posts up to 30 days old: an hour less, so that no post is over the line meanwhile. */
const PRIVATE_AGE = WIDE - 3600;

/** The search reaches seven days back: a minute less, for the way there. */
const SEARCH_AGE = 7 * SECONDS_A_DAY - 60;
/** The longest search that every plan takes, and how many are sent in one visit. */
const LONGEST_QUERY = 512;
const MOST_SEARCHES = 3;

type VisitTalk = XTalk<Visit<XCredentials>>;

export const visitX: VisitAccount<XCredentials> = async (visit) => {
  const talk: VisitTalk = { visit, token: await xToken(visit) };
  const user = await readUser(talk);
  const first = visit.notebook.cursor === "";
  const since = first ? null : stretchOf(memoryOf(visit.notebook), visit.http.now);
  const read = await readTimeline(talk, user.id, since);
  if (talk.token.user) await readPrivateFigures(talk, user.id, since);
  if (read.whole && since !== null) await lookUpMissing(talk, read.ids, since);
  await readReplies(talk, user.handle);
  if (!first) await backFill(talk, user.id);
};

type XUser = { id: string; handle: string; name: string | null };

const userOf = (body: JsonObject): XUser | null => {
  const user = objectOf(body.data);
  const [id, handle] = [textOf(user.id), textOf(user.username)];
  return id === null || handle === null ? null : { id, handle, name: textOf(user.name) };
};

/** The token's own user; for the app's token the one that it is asked for, by id or by handle. */
async function askUser(talk: XTalk, asked: string): Promise<{ user: XUser; body: JsonObject }> {
  affordable(talk, X_PRICES.user, 1, 1);
  const place = /^\d+$/.test(asked) ? asked : `by/username/${encodeURIComponent(asked)}`;
  const body = await askX(talk, {
    path: `/2/users/${talk.token.user ? "me" : place}`,
    parameters: { "user.fields": USER_FIELDS.join(",") },
  });
  const user = userOf(body);
  if (!user) throw new CollectFault("wrong_account", `there is no "${asked}" on X`);
  payUser(talk);
  return { user, body };
}

async function readUser(talk: VisitTalk): Promise<XUser> {
  const { seen } = talk.visit;
  const { user, body } = await askUser(talk, seen.external_id ?? seen.handle);
  if (seen.external_id !== null && user.id !== seen.external_id) {
    throw new CollectFault("wrong_account", `@${user.handle}`);
  }
  note(talk.visit, { of: "profile", asked: USER_FIELDS, since: null, body });
  return user;
}

const note = (
  { notebook, seen }: Visit<XCredentials>,
  answer: { of: string; asked: readonly string[]; since: Instant | null; body: JsonObject },
) => notebook.answers.push({ ...answer, post: null, until: seen.now });

/**
 * Since when the timeline is read: two days back on every visit, thirty on the first of a UTC day, ninety once a week;
 * after an outage at least as far as it was read last.
 */
function stretchOf(memory: XMemory, now: Instant): Instant {
  const daysSince = (at: Instant | undefined) =>
    at === undefined ? FAR_EVERY_DAYS : dayNumber(dayOf(now, "UTC")) - dayNumber(dayOf(at, "UTC"));
  const back =
    daysSince(memory.far_at) >= FAR_EVERY_DAYS ? FAR : daysSince(memory.wide_at) >= 1 ? WIDE : NEAR;
  return Math.min(now - back, memory.near_at ?? now);
}

/** Notes how far back the timeline is known now. */
function noteStretch(memory: XMemory, since: Instant | null, now: Instant): void {
  const back = since === null ? FAR : now - since;
  memory.near_at = now;
  if (back >= WIDE) memory.wide_at = now;
  if (back >= FAR) memory.far_at = now;
}

type TimelineRead = { ids: Set<string>; whole: boolean };

/** The own timeline since then; on first contact (`null`) its newest page, and the back-fill goes on from there. */
async function readTimeline(
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
  noteStretch(memory, since, visit.http.now);
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
async function readPrivateFigures(
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
async function lookUpMissing(
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

/** Notes the conversations in which someone spoke since the post was last read: only they are searched. */
function noteGrown({ notebook, seen, http }: Visit<XCredentials>, page: JsonObject): void {
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

/** When a post of that age was last in a stretch that was read; 0 when it never was. */
function lastReadAt({ near_at = 0, wide_at = 0, far_at = 0 }: XMemory, published: Instant) {
  if (published >= near_at - NEAR) return near_at;
  return published >= wide_at - WIDE ? wide_at : far_at;
}

/** What others wrote in the conversations that grew; what the account itself wrote is in its timeline. */
async function readReplies(talk: VisitTalk, handle: string): Promise<void> {
  const { notebook, http } = talk.visit;
  const memory = memoryOf(notebook);
  if (!memory.replies) return;
  const since = Math.max(memory.replies.since, http.now - SEARCH_AGE);
  for (let search = 0; search < MOST_SEARCHES && memory.replies.posts.length > 0; search++) {
    if (http.left() < 1) {
      notebook.unfinished = true;
      return;
    }
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

/** One more page of older posts, as long as enough is left for the month's usual reading. The cursor is the oldest id. */
async function backFill(talk: VisitTalk, user: string): Promise<void> {
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

/** What a user's token must be allowed to do; without `offline.access` it dies after two hours. */
const SCOPES = ["tweet.read", "users.read", "offline.access"];

export const tryX: TryCredentials<XCredentials> = async ({ external_id, ...trial }) => {
  const token = await xToken(trial);
  const asked = external_id?.trim().replace(/^@/, "") ?? "";
  if (!token.user && asked === "") {
    throw new CollectFault("wrong_account", "an app's token opens any account: say the handle");
  }
  const { scopes } = token.kept;
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
  // without the first two not even the account's name is told
  if (missing.some((scope) => scope !== "offline.access")) {
    throw new CollectFault("permission_missing", missing.join(", "));
  }
  const talk: XTalk = { visit: { ...trial, allowance: null, notebook: emptyNotebook() }, token };
  const { user } = await askUser(talk, asked);
  const handle = user.handle.toLowerCase();
  if (!["", user.id, handle].includes(asked.toLowerCase())) {
    throw new CollectFault("wrong_account", `@${user.handle}`);
  }
  return { external_id: user.id, handle, name: user.name, kept: talk.token.kept, missing };
};
