/** TikTok's Display API, for apps with Login Kit: a profile and its public videos. */
import { type Answer, bodyOf, type Incoming, list, ok, scopesOf, textOf } from "./call.ts";
import { ACCOUNT_IDS, APPS, LIFETIMES } from "./credentials.ts";
import { expired } from "./grants.ts";
import { askPerson, spendCode, spendRefresh } from "./login.ts";
import { handleAt, postsAt, shownFigures } from "./shown.ts";
import { accountById, callsWithin, nowOf } from "./state.ts";
import { newPair } from "./tiktok-tokens.ts";
import { chanceOf, type WorldAccount, type WorldPost } from "./world.ts";

const MOST_VIDEOS = 20;
const USUAL_VIDEOS = 10;
const CALLS_A_MINUTE = 600;

/** Fields of a user, by the scope that opens them. */
const USER_FIELDS: Record<string, readonly string[]> = {
  "user.info.basic": [
    "open_id",
    "union_id",
    "avatar_url",
    "avatar_url_100",
    "avatar_large_url",
    "display_name",
  ],
  "user.info.profile": ["bio_description", "profile_deep_link", "is_verified", "username"],
  "user.info.stats": ["follower_count", "following_count", "likes_count", "video_count"],
};

const VIDEO_FIELDS = new Set([
  "id",
  "create_time",
  "cover_image_url",
  "share_url",
  "video_description",
  "duration",
  "height",
  "width",
  "title",
  "embed_html",
  "embed_link",
  "like_count",
  "comment_count",
  "share_count",
  "view_count",
  "is_aigc",
]);

const STATUS: Record<string, number> = {
  access_token_invalid: 401,
  scope_not_authorized: 401,
  scope_permission_missed: 401,
  invalid_params: 400,
  rate_limit_exceeded: 429,
  internal_error: 500,
};

const log_id = "20261124000000FAKE";

export const tiktokError = (code: string, message: string): Answer => ({
  status: STATUS[code] ?? 400,
  body: { data: {}, error: { code, message, log_id } },
});

const fine = (data: unknown): Answer => ok({ data, error: { code: "ok", message: "", log_id } });

export async function tiktokDoor(call: Incoming): Promise<Answer> {
  switch (`${call.method} ${call.path}`) {
    case "GET /v2/auth/authorize":
      return askPerson(call, {
        client_id: APPS.tiktok.client_key,
        account: ACCOUNT_IDS.library.tiktok,
      });
    case "POST /v2/oauth/token":
      return token(call);
    case "GET /v2/user/info":
      return withAccount(call, "user.info.basic", userInfo);
    case "POST /v2/video/list":
      return withAccount(call, "video.list", videoList);
    case "POST /v2/video/query":
      return withAccount(call, "video.list", videoQuery);
    default:
      return { status: 404, body: "404 page not found" };
  }
}

function withAccount(
  call: Incoming,
  scope: string,
  answer: (call: Incoming, account: WorldAccount) => Answer,
): Answer {
  const { grant, state } = call;
  const account = grant?.account ? accountById(state, grant.account) : undefined;
  if (!grant || !account || grant.dead !== null || expired(grant, nowOf(state))) {
    return tiktokError(
      "access_token_invalid",
      "The access token is invalid or not found in the request.",
    );
  }
  if (callsWithin(state, `tiktok ${grant.token} ${call.path}`, 60) > CALLS_A_MINUTE) {
    return tiktokError("rate_limit_exceeded", "The API rate limit was exceeded.");
  }
  if (!scopesOf(call).includes(scope)) {
    return tiktokError("scope_not_authorized", `The user did not authorize the scope: ${scope}`);
  }
  return answer(call, account);
}

/** Answers of the token's endpoint are flat, and its `error` is a word. */
const refused = (error: string, error_description: string): Answer => ({
  status: 400,
  body: { error, error_description, log_id },
});

export const appRefused = (): Answer =>
  refused("invalid_client", "Client key or secret is incorrect.");

function token(call: Incoming): Answer {
  const form = bodyOf(call);
  if (
    form.client_key !== APPS.tiktok.client_key ||
    form.client_secret !== APPS.tiktok.client_secret
  ) {
    return appRefused();
  }
  if (form.grant_type !== "refresh_token" && form.grant_type !== "authorization_code") {
    return refused("unsupported_grant_type", "The grant type is not supported.");
  }
  const from =
    form.grant_type === "refresh_token"
      ? spendRefresh(call, textOf(form.refresh_token))
      : spendCode(call, textOf(form.code), textOf(form.redirect_uri));
  if (!from?.account) return refused("invalid_grant", "The grant is invalid or has expired.");
  const { account, scopes } = from;
  const [access, refresh] = [LIFETIMES.tiktok_access_seconds, LIFETIMES.tiktok_refresh_seconds];
  const pair = newPair(call, { door: "tiktok", account, scopes }, { access, refresh });
  return ok({
    ...pair,
    expires_in: access,
    open_id: account,
    refresh_expires_in: refresh,
    scope: scopes.join(","),
    token_type: "Bearer",
  });
}

/** What was asked for, if all of it exists and the token may see it. */
function asked(call: Incoming, known: (field: string) => boolean): string[] | Answer {
  const fields = list(call.query.fields);
  const retired = call.fault?.kind === "metric_retired" ? call.fault.metric : null;
  const wrong = fields.find((field) => !known(field) || field === retired);
  if (fields.length === 0) return tiktokError("invalid_params", "Fields is required.");
  if (wrong) return tiktokError("invalid_params", `Fields is not valid: ${wrong}`);
  return fields;
}

const pick = (all: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, all[field]]));

function userInfo(call: Incoming, account: WorldAccount): Answer {
  const known = Object.values(USER_FIELDS).flat();
  const fields = asked(call, (field) => known.includes(field));
  if (!Array.isArray(fields)) return fields;
  const scopes = scopesOf(call);
  for (const [scope, opened] of Object.entries(USER_FIELDS)) {
    if (!scopes.includes(scope) && fields.some((field) => opened.includes(field))) {
      return tiktokError("scope_not_authorized", `The user did not authorize the scope: ${scope}`);
    }
  }
  const { changes } = call.state;
  const now = nowOf(call.state);
  const posts = postsAt(account, changes, now);
  const handle = handleAt(account, changes, now);
  const user = {
    open_id: account.external_id,
    union_id: `u${account.external_id}`,
    avatar_url: "https://p16.example/avatar.jpeg",
    avatar_url_100: "https://p16.example/avatar-100.jpeg",
    avatar_large_url: "https://p16.example/avatar-large.jpeg",
    display_name: account.name,
    bio_description: "Ruang baca kota.",
    profile_deep_link: `https://www.tiktok.com/@${handle}`,
    is_verified: false,
    username: handle,
    follower_count: account.followersAt(now),
    following_count: 3,
    likes_count: posts.reduce(
      (sum, post) => sum + (shownFigures(account, post, changes, now).likes ?? 0),
      0,
    ),
    video_count: posts.length,
  };
  return fine({ user: pick(user, fields) });
}

function videoAnswer(call: Incoming, account: WorldAccount, post: WorldPost) {
  const figures = shownFigures(account, post, call.state.changes, nowOf(call.state));
  const { external_id: id } = post;
  return {
    id,
    create_time: post.published_at,
    cover_image_url: `https://p16.example/${id}.jpeg`,
    share_url: post.url,
    video_description: post.caption,
    duration: secondsOf(account, post),
    height: 1024,
    width: 576,
    title: "",
    embed_html: "",
    embed_link: `https://www.tiktok.com/player/v1/${id}`,
    like_count: figures.likes ?? 0,
    comment_count: figures.comments ?? 0,
    share_count: figures.shares ?? 0,
    view_count: figures.views ?? 0,
    is_aigc: false,
  };
}

/** A picture post lasts no time. */
export const secondsOf = (account: WorldAccount, post: WorldPost): number =>
  post.format === "carousel"
    ? 0
    : 12 + Math.floor(60 * chanceOf(account, "length", post.external_id).unit());

function videoList(call: Incoming, account: WorldAccount): Answer {
  const fields = asked(call, (field) => VIDEO_FIELDS.has(field));
  if (!Array.isArray(fields)) return fields;
  const { max_count = USUAL_VIDEOS, cursor } = bodyOf(call);
  if (typeof max_count !== "number" || max_count < 1 || max_count > MOST_VIDEOS) {
    return tiktokError("invalid_params", "Max count must be between 1 and 20");
  }
  if (cursor !== undefined && typeof cursor !== "number") {
    return tiktokError("invalid_params", "Cursor must be a number");
  }
  const { videos, ...page } = videosPage(call, account, max_count, cursor);
  return fine({
    videos: videos.map((post) => pick(videoAnswer(call, account, post), fields)),
    ...page,
  });
}

/** Videos published before the cursor, which is in milliseconds while everything else is in seconds. */
export function videosPage(
  { state }: Incoming,
  account: WorldAccount,
  count: number,
  cursor?: number,
) {
  const now = nowOf(state);
  const before = cursor ? cursor / 1000 : now + 1;
  const all = postsAt(account, state.changes, now).filter((post) => post.published_at < before);
  const videos = all.slice(0, count);
  const last = videos.at(-1)?.published_at ?? before;
  return { videos, cursor: Math.floor(last * 1000), has_more: all.length > count };
}

function videoQuery(call: Incoming, account: WorldAccount): Answer {
  const fields = asked(call, (field) => VIDEO_FIELDS.has(field));
  if (!Array.isArray(fields)) return fields;
  const { filters } = bodyOf(call) as { filters?: { video_ids?: unknown } };
  const ids = filters?.video_ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_VIDEOS) {
    return tiktokError("invalid_params", "Video ids must hold 1 to 20 ids");
  }
  const videos = postsAt(account, call.state.changes, nowOf(call.state)).filter((post) =>
    ids.includes(post.external_id),
  );
  return fine({ videos: videos.map((post) => pick(videoAnswer(call, account, post), fields)) });
}
