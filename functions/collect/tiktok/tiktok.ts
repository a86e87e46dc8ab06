/**
 * TikTok's Display API (Login Kit): profile and public videos with likes, comments, shares and views. Twenty videos a
 * call, newest first; those that are due and not among the newest are read again by id.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { RunProblemCode } from "../../model/run.ts";
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
import { refusedField } from "./fields.ts";
import {
  type DisplayCredentials,
  lacks,
  PAUSE_SECONDS,
  renewDisplay,
  renewedTikTokToken,
  type TikTokToken,
  type TokenDesk,
  tiktokToken,
} from "./token.ts";
import { MOST_VIDEOS, NOWHERE_ON_TIKTOK, nextOf, readVideos, type VideoPage } from "./videos.ts";

/** What of the profile is told with which permission. */
const USER_FIELDS: Record<string, readonly string[]> = {
  "user.info.basic": ["open_id", "display_name"],
  "user.info.profile": ["username"],
  "user.info.stats": ["follower_count"],
};
const SCOPES = [...Object.keys(USER_FIELDS), "video.list"];

const VIDEO_FIELDS = [
  "id",
  "create_time",
  "title",
  "video_description",
  "share_url",
  "like_count",
  "comment_count",
  "share_count",
  "view_count",
];

/** What the Business API has and this one has not. */
const LACKS = [
  "days/reach",
  "days/views",
  "days/profile_views",
  "days/followers_gained",
  "days/followers_lost",
  "posts/saves",
  "posts/reach",
  "posts/watch_seconds",
  "comments",
];

type Desk = TokenDesk<DisplayCredentials> & { notebook: Notebook };
type Talk<D extends Desk = Desk> = { visit: D; token: TikTokToken<DisplayCredentials> };
type VisitTalk = Talk<Visit<DisplayCredentials>>;

export const visitTikTok: VisitAccount<DisplayCredentials> = async (visit) => {
  const talk: VisitTalk = { visit, token: await tiktokToken(visit, renewDisplay) };
  declare(visit.notebook, "needs_business_api", LACKS, visit.http.now);
  declare(visit.notebook, "not_offered", NOWHERE_ON_TIKTOK, visit.http.now);
  const { fields, body } = await askUser(talk);
  const { open_id, username } = userOf(body);
  const { external_id } = visit.seen;
  if (open_id !== null && external_id !== null && open_id !== external_id) {
    throw new CollectFault("wrong_account", username ?? open_id);
  }
  note(visit, "profile", fields, body);
  if (lacks(visit, talk.token, "video.list")) return;
  await readVideos(visit, {
    page: (of, cursor) => readPage(talk, of, cursor),
    byId: (video_ids) => readById(talk, video_ids),
  });
};

type Question = { path: string; fields: readonly string[]; json?: unknown };

/** Asks for the fields that the account is known to get; one that is refused is left out from then on. */
async function ask(talk: Talk, question: Question) {
  const { notebook, http } = talk.visit;
  for (;;) {
    const fields = question.fields.filter((field) => !isRefused(notebook, field));
    const { body, fault } = await askOnce(talk, { ...question, fields });
    if (!fault) return { fields, body };
    const what = await refusedField(fields, messageOf(body), async (some) => {
      return (await askOnce(talk, { ...question, fields: some })).fault === null;
    });
    if (what === null) throw fault;
    refuse(notebook, { what, reason: "metric_retired", at: http.now });
  }
}

/**
 * One question; a token that is refused is renewed once. TikTok may say what is wrong in an HTTP 200. `fault`: something
 * that was asked is refused; everything else is thrown.
 */
async function askOnce(talk: Talk, { path, fields, json }: Question) {
  const { http, base } = talk.visit;
  const send = () => {
    const bearer = talk.token.token;
    const url = `${base}${path}?fields=${fields.join(",")}`;
    return http.ask(url, json === undefined ? { bearer } : { bearer, json });
  };
  let answer = await send();
  if (codeOf(answer.body) === "access_token_invalid") {
    talk.token = await renewedTikTokToken({ ...talk.visit, kept: talk.token.kept }, renewDisplay);
    answer = await send();
  }
  const code = codeOf(answer.body);
  const body = objectOf(answer.body);
  if (code === "ok" && answer.status === 200) return { body, fault: null };
  const said = `${path}: ${code ?? `HTTP ${answer.status}`}`;
  if (code === "invalid_params") return { body, fault: new CollectFault("http_error", said) };
  if (code === "rate_limit_exceeded" || answer.status === 429) {
    throw new CollectFault("throttled", said, http.now + PAUSE_SECONDS);
  }
  throw new CollectFault(REFUSALS[code ?? ""] ?? "http_error", said);
}

const REFUSALS: Readonly<Record<string, RunProblemCode>> = {
  access_token_invalid: "token_dead",
  scope_not_authorized: "permission_missing",
  scope_permission_missed: "permission_missing",
};

const codeOf = (body: unknown): string | null => textOf(objectOf(objectOf(body).error).code);
const messageOf = (body: JsonObject): string => textOf(objectOf(body.error).message) ?? "";

const note = (
  { notebook, seen }: Visit<DisplayCredentials>,
  of: string,
  asked: readonly string[],
  body: JsonObject,
) => notebook.answers.push({ of, post: null, asked, since: null, until: seen.now, body });

/** One field without its permission fails the whole call: only what the token may read is asked. */
async function askUser(talk: Talk) {
  const { scopes } = talk.token.kept;
  const fields = Object.entries(USER_FIELDS)
    .filter(([scope]) => scopes === null || scopes.includes(scope))
    .flatMap(([, names]) => names);
  return ask(talk, { path: "/v2/user/info/", fields });
}

const userOf = (body: JsonObject) => {
  const user = objectOf(objectOf(body.data).user);
  return {
    open_id: textOf(user.open_id),
    username: textOf(user.username),
    name: textOf(user.display_name),
  };
};

async function readPage(talk: VisitTalk, of: string, cursor: number | null): Promise<VideoPage> {
  const { fields, body } = await ask(talk, {
    path: "/v2/video/list/",
    fields: VIDEO_FIELDS,
    json: { max_count: MOST_VIDEOS, ...(cursor === null ? {} : { cursor }) },
  });
  note(talk.visit, of, fields, body);
  return { ids: idsOf(body), next: nextOf(objectOf(body.data)) };
}

async function readById(talk: VisitTalk, video_ids: readonly string[]): Promise<Set<string>> {
  const { fields, body } = await ask(talk, {
    path: "/v2/video/query/",
    fields: VIDEO_FIELDS,
    json: { filters: { video_ids } },
  });
  note(talk.visit, "posts", fields, body);
  return new Set(idsOf(body));
}

const idsOf = (body: JsonObject): string[] =>
  objectsOf(objectOf(body.data).videos)
    .map((video) => textOf(video.id))
    .filter((id) => id !== null);

export const tryTikTok: TryCredentials<DisplayCredentials> = async ({ external_id, ...visit }) => {
  const talk: Talk = { visit, token: await tiktokToken(visit, renewDisplay) };
  const { scopes } = talk.token.kept;
  const missing = scopes ? SCOPES.filter((scope) => !scopes.includes(scope)) : [];
  const { body } = await askUser(talk);
  const { open_id, username, name } = userOf(body);
  const id = open_id ?? talk.token.open_id;
  if (id === null) throw new CollectFault("unexpected_answer", "no open_id");
  if (external_id && external_id !== id && external_id !== username) {
    throw new CollectFault("wrong_account", username ?? id);
  }
  return {
    external_id: id,
    handle: (username ?? id).toLowerCase(),
    name,
    kept: talk.token.kept,
    missing,
  };
};
