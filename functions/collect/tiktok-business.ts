/**
 * TikTok's Business (Accounts) API: what the Display API lacks (days, saves, reach, watch time, comments), with an app
 * and a token of its own. Everything is a GET whose lists and filters are JSON in the query; what is wrong stands in
 * `code`, in an HTTP 200.
 */
import { addDays, dayOf } from "../model/day.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { CollectFault } from "./fault.ts";
import {
  type BusinessCredentials,
  lacks,
  PAUSE_SECONDS,
  renewBusiness,
  renewedTikTokToken,
  type TikTokToken,
  type TokenDesk,
  tiktokToken,
} from "./tiktok-token.ts";
import {
  isOutOfCalls,
  MOST_VIDEOS,
  NOWHERE_ON_TIKTOK,
  readVideos,
  type VideoPage,
} from "./tiktok-videos.ts";
import {
  declare,
  emptyNotebook,
  isRefused,
  type Notebook,
  refuse,
  type TryCredentials,
  type Visit,
  type VisitAccount,
} from "./visit.ts";

/** What is told with which permission: one that lacks fails the whole call. */
const ACCOUNT_FIELDS: Record<string, readonly string[]> = {
  "user.info.basic": ["display_name"],
  "user.info.username": ["username"],
  "user.info.stats": ["followers_count"],
  "user.insights": [
    "video_views",
    "unique_video_views",
    "profile_views",
    "daily_new_followers",
    "daily_lost_followers",
  ],
};
const VIDEO_FIELDS: Record<string, readonly string[]> = {
  "video.list": ["item_id", "create_time", "caption", "media_type", "is_ad", "share_url"],
  "video.insights": [
    "video_views",
    "reach",
    "likes",
    "comments",
    "shares",
    "favorites",
    "total_time_watched",
  ],
};
const COMMENTS = "comment.list";
const SCOPES = [...Object.keys(ACCOUNT_FIELDS), ...Object.keys(VIDEO_FIELDS), COMMENTS];

/** The most comments of a page, and the pages read of one video in one visit, newest first. */
const MOST_COMMENTS = 30;
const MOST_COMMENT_PAGES = 4;

/** TikTok tells the days of the last 60; later visits look back far enough for what it corrects and an outage. */
const FIRST_DAYS = 60;
const USUAL_DAYS = 7;

type Desk = TokenDesk<BusinessCredentials> & { notebook: Notebook };
type Talk<D extends Desk = Desk> = { visit: D; token: TikTokToken<BusinessCredentials> };
type VisitTalk = Talk<Visit<BusinessCredentials>>;

/** What the adapter remembers: videos with comments that are not read yet. */
type Memory = { comments?: string[]; days_at?: number };
const memoryOf = (notebook: Notebook): Memory => notebook.memory as Memory;

export const visitTikTokBusiness: VisitAccount<BusinessCredentials> = async (visit) => {
  const talk: VisitTalk = { visit, token: await tiktokToken(visit, renewBusiness) };
  const id = visit.seen.external_id ?? talk.token.open_id;
  if (id === null) throw new CollectFault("unexpected_answer", "no open_id");
  if (talk.token.open_id !== null && talk.token.open_id !== id) {
    throw new CollectFault("wrong_account", talk.token.open_id);
  }
  declare(visit.notebook, "not_offered", NOWHERE_ON_TIKTOK, visit.http.now);
  await readAccount(talk, id);
  if (lacks(visit, talk.token, "video.list")) return;
  await readVideos(visit, {
    page: (of, cursor) => readPage(talk, id, of, cursor),
    byId: (ids) => readById(talk, id, ids),
  });
  await readComments(talk, id);
};

/** The fields that the token may read. */
const fieldsOf = ({ visit, token }: Talk, table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([scope, fields]) => (lacks(visit, token, scope) ? [] : fields));

/**
 * Asks once; a token that is refused is renewed once, and a field that is refused by name is left out from then on.
 * `fields` are asked less those that the account is known not to get.
 */
async function ask(
  talk: Talk,
  path: string,
  parameters: Readonly<Record<string, string>>,
  fields: readonly string[] = [],
): Promise<{ asked: readonly string[]; body: JsonObject }> {
  const { http, base, notebook } = talk.visit;
  let renewed = false;
  for (;;) {
    const asked = fields.filter((field) => !isRefused(notebook, field));
    const query = new URLSearchParams(parameters);
    if (fields.length > 0) query.set("fields", JSON.stringify(asked));
    const url = `${base}/open_api/v1.3${path}?${query}`;
    const answer = await http.ask(url, { headers: { "access-token": talk.token.token } });
    const body = objectOf(answer.body);
    const { code } = body;
    if (answer.status === 200 && code === 0) return { asked, body };
    if (code === INVALID_TOKEN && !renewed) {
      renewed = true;
      const desk = { ...talk.visit, kept: talk.token.kept };
      talk.token = await renewedTikTokToken(desk, renewBusiness);
      continue;
    }
    const message = textOf(body.message) ?? `HTTP ${answer.status}`;
    const named = asked.find((field) => new RegExp(`\\b${field}\\b`).test(message));
    if ((code === BAD_PARAMETERS || code === NO_PERMISSION) && named !== undefined) {
      const reason = code === NO_PERMISSION ? "permission_missing" : "metric_retired";
      refuse(notebook, { what: named, reason, at: http.now });
      continue;
    }
    throw refusal(code, answer.status, `${path}: ${message}`, http.now);
  }
}

const INVALID_TOKEN = 40105;
const THROTTLED = 40100;
const NO_PERMISSION = 40001;
const BAD_PARAMETERS = 40002;

function refusal(code: unknown, status: number, said: string, now: number): CollectFault {
  if (code === INVALID_TOKEN) return new CollectFault("token_dead", said);
  if (code === NO_PERMISSION) return new CollectFault("permission_missing", said);
  if (code === THROTTLED || status === 429) {
    return new CollectFault("throttled", said, now + PAUSE_SECONDS);
  }
  return new CollectFault("http_error", said);
}

const note = (
  { notebook, seen }: Visit<BusinessCredentials>,
  of: string,
  { asked, body }: { asked: readonly string[]; body: JsonObject },
  post: string | null = null,
) => notebook.answers.push({ of, post, asked, since: null, until: seen.now, body });

/** The account and its days (UTC), up to yesterday: today is not over. */
async function readAccount(talk: VisitTalk, id: string): Promise<void> {
  const { notebook, http } = talk.visit;
  const memory = memoryOf(notebook);
  const days = memory.days_at === undefined ? FIRST_DAYS : daysToRead(memory.days_at, http.now);
  const yesterday = addDays(dayOf(http.now, "UTC"), -1);
  const answer = await ask(
    talk,
    "/business/get/",
    { business_id: id, start_date: addDays(yesterday, 1 - days), end_date: yesterday },
    fieldsOf(talk, ACCOUNT_FIELDS),
  );
  note(talk.visit, "account", answer);
  memory.days_at = http.now;
}

/** After an outage the days of the outage too. */
const daysToRead = (read_at: number, now: number): number =>
  Math.min(FIRST_DAYS, USUAL_DAYS + Math.ceil((now - read_at) / 86_400));

async function readPage(
  talk: VisitTalk,
  id: string,
  of: string,
  cursor: number | null,
): Promise<VideoPage> {
  const body = await askVideos(talk, id, of, cursor === null ? {} : { cursor: String(cursor) });
  const { has_more, cursor: next } = objectOf(body.data);
  return { ids: idsOf(body), next: has_more === true ? countOf(next) : null };
}

async function readById(
  talk: VisitTalk,
  id: string,
  video_ids: readonly string[],
): Promise<Set<string>> {
  return new Set(
    idsOf(await askVideos(talk, id, "posts", { filters: JSON.stringify({ video_ids }) })),
  );
}

async function askVideos(
  talk: VisitTalk,
  id: string,
  of: string,
  parameters: Record<string, string>,
) {
  const answer = await ask(
    talk,
    "/business/video/list/",
    { business_id: id, max_count: String(MOST_VIDEOS), ...parameters },
    fieldsOf(talk, VIDEO_FIELDS),
  );
  note(talk.visit, of, answer);
  noteCommented(talk.visit, objectsOf(objectOf(answer.body.data).videos));
  return answer.body;
}

const idsOf = (body: JsonObject): string[] =>
  objectsOf(objectOf(body.data).videos)
    .map((video) => textOf(video.item_id))
    .filter((id) => id !== null);

/** Notes the videos that have more comments than when they were last read: only theirs are read. */
function noteCommented(
  { notebook, seen }: Visit<BusinessCredentials>,
  videos: readonly JsonObject[],
): void {
  const memory = memoryOf(notebook);
  const known = new Map(seen.posts.map((post) => [post.external_id, post.comments ?? 0]));
  const commented = videos
    .filter(({ item_id, comments }) => {
      return (countOf(comments) ?? 0) > (known.get(textOf(item_id) ?? "") ?? 0);
    })
    .map(({ item_id }) => textOf(item_id))
    .filter((id) => id !== null);
  memory.comments = [...new Set([...(memory.comments ?? []), ...commented])];
}

/** Comments of the videos that were noted; without the permission none. */
async function readComments(talk: VisitTalk, id: string): Promise<void> {
  const { visit, token } = talk;
  const memory = memoryOf(visit.notebook);
  while (memory.comments && memory.comments.length > 0) {
    if (lacks(visit, token, COMMENTS) || isOutOfCalls(visit, MOST_COMMENT_PAGES)) return;
    const [video = "", ...others] = memory.comments;
    await readCommentsOf(talk, id, video);
    memory.comments = others;
  }
}

async function readCommentsOf(talk: VisitTalk, id: string, video_id: string): Promise<void> {
  const common = {
    business_id: id,
    video_id,
    sort_field: "create_time",
    sort_type: "desc",
    max_count: String(MOST_COMMENTS),
  };
  let cursor: number | null = 0;
  for (let page = 0; cursor !== null && page < MOST_COMMENT_PAGES; page++) {
    const answer = await ask(talk, "/business/comment/list/", {
      ...common,
      include_replies: "true",
      cursor: String(cursor),
    });
    note(talk.visit, "comments", answer, video_id);
    const data = objectOf(answer.body.data);
    for (const comment of objectsOf(data.comments)) await readRepliesTo(talk, common, comment);
    cursor = data.has_more === true ? countOf(data.cursor) : null;
  }
}

/** A comment brings three of its answers along; the others are asked for when there are more. */
async function readRepliesTo(
  talk: VisitTalk,
  common: Readonly<Record<string, string>> & { video_id: string },
  comment: JsonObject,
): Promise<void> {
  const comment_id = textOf(comment.comment_id);
  const brought = objectsOf(comment.reply_list).length;
  if (comment_id === null || (countOf(comment.replies) ?? 0) <= brought) return;
  if (talk.visit.http.left() < 1) return;
  const answer = await ask(talk, "/business/comment/reply/list/", { ...common, comment_id });
  note(talk.visit, "replies", answer, common.video_id);
}

const profileOf = (talk: Talk) => {
  const { "user.insights": _days, ...profile } = ACCOUNT_FIELDS;
  return fieldsOf(talk, profile);
};

export const tryTikTokBusiness: TryCredentials<BusinessCredentials> = async ({
  external_id,
  ...trial
}) => {
  const notebook = emptyNotebook();
  // only a refresh says whose token it is
  const desk = { ...trial, notebook };
  const talk: Talk = { visit: desk, token: await renewedTikTokToken(desk, renewBusiness) };
  const id = talk.token.open_id;
  if (id === null) throw new CollectFault("unexpected_answer", "no open_id");
  const { scopes } = talk.token.kept;
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
  const { body } = await ask(talk, "/business/get/", { business_id: id }, profileOf(talk));
  const profile = objectOf(body.data);
  const username = textOf(profile.username);
  if (external_id && external_id !== id && external_id !== username) {
    throw new CollectFault("wrong_account", username ?? id);
  }
  return {
    external_id: id,
    handle: (username ?? id).toLowerCase(),
    name: textOf(profile.display_name),
    kept: talk.token.kept,
    missing,
  };
};
