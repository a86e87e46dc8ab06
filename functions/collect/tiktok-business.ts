/**
 * TikTok's Business (Accounts) API: what the Display API lacks (days, saves, reach, watch time, comments), with an app
 * and a token of its own. Everything is a GET whose lists and filters are JSON in the query; what is wrong stands in
 * `code`, in an HTTP 200.
 */
import { addDays, dayOf, SECONDS_A_DAY } from "../model/day.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { OLDEST_READ_AGAIN } from "../model/visit.ts";
import { CollectFault } from "./fault.ts";
import { refusedField } from "./tiktok-fields.ts";
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
  nextOf,
  readVideos,
  type VideoPage,
} from "./tiktok-videos.ts";
import {
  declare,
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
  "video.list": [
    "item_id",
    "create_time",
    "caption",
    "media_type",
    "is_ad",
    "share_url",
    "video_views",
    "likes",
    "comments",
    "shares",
  ],
  "video.insights": ["favorites", "reach", "total_time_watched"],
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

type Question = {
  path: string;
  parameters: Readonly<Record<string, string>>;
  fields?: readonly string[];
};

/** Asks for the fields that the account is known to get; one that is refused is left out from then on. */
async function ask(
  talk: Talk,
  question: Question,
): Promise<{ asked: readonly string[]; body: JsonObject }> {
  const { notebook, http } = talk.visit;
  for (;;) {
    const asked = (question.fields ?? []).filter((field) => !isRefused(notebook, field));
    const { body, fault } = await askOnce(talk, { ...question, fields: asked });
    if (!fault) return { asked, body };
    const what = await refusedField(asked, textOf(body.message) ?? "", async (some) => {
      return (await askOnce(talk, { ...question, fields: some })).fault === null;
    });
    if (what === null) throw fault;
    const reason = fault.code === "permission_missing" ? fault.code : "metric_retired";
    refuse(notebook, { what, reason, at: http.now });
  }
}

/**
 * One question; a token that is refused is renewed once. `fault`: something that was asked is refused; everything else
 * is thrown.
 */
async function askOnce(talk: Talk, { path, parameters, fields = [] }: Question) {
  const { http, base } = talk.visit;
  const query = new URLSearchParams(parameters);
  if (fields.length > 0) query.set("fields", JSON.stringify(fields));
  const url = `${base}/open_api/v1.3${path}?${query}`;
  const send = () => http.ask(url, { headers: { "access-token": talk.token.token } });
  let answer = await send();
  if (objectOf(answer.body).code === INVALID_TOKEN) {
    talk.token = await renewedTikTokToken({ ...talk.visit, kept: talk.token.kept }, renewBusiness);
    answer = await send();
  }
  const body = objectOf(answer.body);
  if (answer.status === 200 && body.code === 0) return { body, fault: null };
  const said = `${path}: ${textOf(body.message) ?? `HTTP ${answer.status}`}`;
  const fault = faultOf(body.code, answer.status, said, http.now);
  if (body.code !== NO_PERMISSION && body.code !== BAD_PARAMETERS) throw fault;
  return { body, fault };
}

const INVALID_TOKEN = 40105;
const THROTTLED = 40100;
const NO_PERMISSION = 40001;
const BAD_PARAMETERS = 40002;

function faultOf(code: unknown, status: number, said: string, now: number): CollectFault {
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
  const answer = await ask(talk, {
    path: "/business/get/",
    parameters: {
      business_id: id,
      start_date: addDays(yesterday, 1 - days),
      end_date: yesterday,
    },
    fields: fieldsOf(talk, ACCOUNT_FIELDS),
  });
  note(talk.visit, "account", answer);
  memory.days_at = http.now;
}

/** After an outage the days of the outage too. */
const daysToRead = (read_at: number, now: number): number =>
  Math.min(FIRST_DAYS, USUAL_DAYS + Math.ceil((now - read_at) / SECONDS_A_DAY));

async function readPage(
  talk: VisitTalk,
  id: string,
  of: string,
  cursor: number | null,
): Promise<VideoPage> {
  const body = await askVideos(talk, id, of, cursor === null ? {} : { cursor: String(cursor) });
  return { ids: idsOf(body), next: nextOf(objectOf(body.data)) };
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
  const answer = await ask(talk, {
    path: "/business/video/list/",
    parameters: { business_id: id, max_count: String(MOST_VIDEOS), ...parameters },
    fields: fieldsOf(talk, VIDEO_FIELDS),
  });
  note(talk.visit, of, answer);
  noteCommented(talk.visit, objectsOf(objectOf(answer.body.data).videos));
  return answer.body;
}

const idsOf = (body: JsonObject): string[] =>
  objectsOf(objectOf(body.data).videos)
    .map((video) => textOf(video.item_id))
    .filter((id) => id !== null);

/** Notes the videos that have more comments than when they were last read, if they are read again at all. */
function noteCommented(
  { notebook, seen }: Visit<BusinessCredentials>,
  videos: readonly JsonObject[],
): void {
  const memory = memoryOf(notebook);
  const known = new Map(seen.posts.map((post) => [post.external_id, post.comments ?? 0]));
  const commented = videos
    .filter(({ item_id, comments, create_time }) => {
      const grown = (countOf(comments) ?? 0) > (known.get(textOf(item_id) ?? "") ?? 0);
      return grown && seen.now - (countOf(create_time) ?? 0) <= OLDEST_READ_AGAIN;
    })
    .map(({ item_id }) => textOf(item_id))
    .filter((id) => id !== null);
  memory.comments = [...new Set([...(memory.comments ?? []), ...commented])];
}

/** Comments of the videos that were noted; without the permission none. */
async function readComments(talk: VisitTalk, id: string): Promise<void> {
  const { visit, token } = talk;
  const memory = memoryOf(visit.notebook);
  if (lacks(visit, token, COMMENTS)) delete memory.comments;
  while (memory.comments && memory.comments.length > 0) {
    if (isOutOfCalls(visit, MOST_COMMENT_PAGES)) return;
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
    const answer = await ask(talk, {
      path: "/business/comment/list/",
      parameters: { ...common, include_replies: "true", cursor: String(cursor) },
    });
    note(talk.visit, "comments", answer, video_id);
    const data = objectOf(answer.body.data);
    for (const comment of objectsOf(data.comments)) await readRepliesTo(talk, common, comment);
    cursor = nextOf(data);
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
  const answer = await ask(talk, {
    path: "/business/comment/reply/list/",
    parameters: { ...common, comment_id },
  });
  note(talk.visit, "replies", answer, common.video_id);
}

const profileOf = (talk: Talk) => {
  const { "user.insights": _days, ...profile } = ACCOUNT_FIELDS;
  return fieldsOf(talk, profile);
};

export const tryTikTokBusiness: TryCredentials<BusinessCredentials> = async ({
  external_id,
  ...visit
}) => {
  // only a refresh says whose token it is
  const talk: Talk = { visit, token: await renewedTikTokToken(visit, renewBusiness) };
  const id = talk.token.open_id;
  if (id === null) throw new CollectFault("unexpected_answer", "no open_id");
  const { scopes } = talk.token.kept;
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
  const { body } = await ask(talk, {
    path: "/business/get/",
    parameters: { business_id: id },
    fields: profileOf(talk),
  });
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
