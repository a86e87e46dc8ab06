/**
 * TikTok's Business (Accounts) API: what the Display API lacks (days, saves, reach, watch time, comments), with an app
 * and a token of its own. Everything is a GET whose lists and filters are JSON in the query; what is wrong stands in
 * `code`, in an HTTP 200.
 */
import { addDays, dayOf, SECONDS_A_DAY } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import {
  declare,
  isRefused,
  type Notebook,
  refuse,
  type TryCredentials,
  type Visit,
  type VisitAccount,
} from "../visit.ts";
import { type CommentList, MOST_COMMENTS, noteCommented, readComments } from "./comments.ts";
import { refusedField } from "./fields.ts";
import {
  type BusinessCredentials,
  lacks,
  PAUSE_SECONDS,
  renewBusiness,
  renewedTikTokToken,
  type TikTokToken,
  type TokenDesk,
  tiktokToken,
} from "./token.ts";
import { MOST_VIDEOS, NOWHERE_ON_TIKTOK, nextOf, readVideos, type VideoPage } from "./videos.ts";

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

/** TikTok tells the days of the last 60; later visits look back far enough for what it corrects and an outage. */
const FIRST_DAYS = 60;
const USUAL_DAYS = 7;

type Desk = TokenDesk<BusinessCredentials> & { notebook: Notebook };
type Talk<D extends Desk = Desk> = { visit: D; token: TikTokToken<BusinessCredentials> };
type VisitTalk = Talk<Visit<BusinessCredentials>>;

/** When the days were last read. */
type Memory = { days_at?: number };
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
  if (lacks(visit, talk.token, COMMENTS)) return;
  await readComments(visit, (list) => readCommentPage(talk, id, list));
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
  if (!lacks(talk.visit, talk.token, COMMENTS)) {
    noteCommented(talk.visit, objectsOf(objectOf(answer.body.data).videos));
  }
  return answer.body;
}

const idsOf = (body: JsonObject): string[] =>
  objectsOf(objectOf(body.data).videos)
    .map((video) => textOf(video.item_id))
    .filter((id) => id !== null);

/** A page of comments, or of the answers to one; `null`: TikTok knows the video or the comment no more, and says so. */
async function readCommentPage(
  talk: VisitTalk,
  id: string,
  { video, comment, cursor }: CommentList,
): Promise<JsonObject | null> {
  const { body, fault } = await askOnce(talk, {
    path: comment === null ? "/business/comment/list/" : "/business/comment/reply/list/",
    parameters: {
      business_id: id,
      video_id: video,
      ...(comment === null ? { include_replies: "true" } : { comment_id: comment }),
      sort_field: "create_time",
      sort_type: "desc",
      max_count: String(MOST_COMMENTS),
      cursor: String(cursor),
    },
  });
  if (fault?.code === "permission_missing") throw fault;
  if (fault) {
    talk.visit.notebook.problems.push({ code: fault.code, detail: fault.detail });
    return null;
  }
  note(talk.visit, comment === null ? "comments" : "replies", { asked: [], body }, video);
  return objectOf(body.data);
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
