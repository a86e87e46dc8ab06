/** TikTok's Business API for accounts: days, reach, saves, watching, comments. Refusals come with HTTP 200. */
import {
  addDays,
  dayOf,
  daysOf,
  isDay,
  SECONDS_A_DAY,
  startOfDay,
} from "../../functions/model/day.ts";
import type { CommentReading, Day, Instant } from "../../functions/model/snapshot.ts";
import { type Answer, bodyOf, type Incoming, ok, scopesOf, textOf } from "./call.ts";
import { ACCOUNT_IDS, APPS, LIFETIMES } from "./credentials.ts";
import { expired } from "./grants.ts";
import { askPerson, spendCode, spendRefresh } from "./login.ts";
import { businessFigures, commentsAt, handleAt, postsAt, saidIn, shownFigures } from "./shown.ts";
import { accountById, nowOf } from "./state.ts";
import { secondsOf, videosPage } from "./tiktok.ts";
import { newPair } from "./tiktok-tokens.ts";
import { chanceOf, type WorldAccount, type WorldPost } from "./world.ts";

const VERSION = "/open_api/v1.3";
const MOST_DAYS = 60;
const MOST_VIDEOS = 20;
const MOST_COMMENTS = 30;
const REPLIES_SHOWN = 3;

const PROFILE_FIELDS = [
  "is_business_account",
  "profile_image",
  "username",
  "profile_deep_link",
  "display_name",
  "bio_description",
  "is_verified",
  "following_count",
  "followers_count",
  "total_likes",
  "videos_count",
];

const DAILY_FIELDS = [
  "video_views",
  "unique_video_views",
  "profile_views",
  "likes",
  "comments",
  "shares",
  "phone_number_clicks",
  "lead_submissions",
  "app_download_clicks",
  "bio_link_clicks",
  "email_clicks",
  "address_clicks",
  "daily_total_followers",
  "daily_new_followers",
  "daily_lost_followers",
  "followers_count",
  "audience_activity",
  "engaged_audience",
];

const AUDIENCE_FIELDS = [
  "audience_ages",
  "audience_genders",
  "audience_countries",
  "audience_cities",
];

const VIDEO_FIELDS = new Set([
  "item_id",
  "media_type",
  "is_ad",
  "thumbnail_url",
  "share_url",
  "embed_url",
  "caption",
  "video_duration",
  "likes",
  "comments",
  "shares",
  "favorites",
  "create_time",
  "reach",
  "video_views",
  "total_time_watched",
  "average_time_watched",
  "full_video_watched_rate",
  "new_followers",
  "profile_views",
  "website_clicks",
  "phone_number_clicks",
  "lead_submissions",
  "app_download_clicks",
  "email_clicks",
  "address_clicks",
  "video_view_retention",
  "impression_sources",
  "audience_genders",
  "audience_countries",
  "audience_cities",
  "audience_types",
  "engagement_likes",
]);

/** Emptied when nobody watched for a week. */
const IDLE_FIELDS = [
  "reach",
  "total_time_watched",
  "average_time_watched",
  "full_video_watched_rate",
  "impression_sources",
];

const request_id = "20261124000000FAKE";

export const businessError = (code: number, message: string): Answer =>
  ok({ code, message, request_id, data: {} });

const fine = (data: unknown): Answer => ok({ code: 0, message: "OK", request_id, data });

export const DEAD_TOKEN = [40105, "Access token is incorrect or has been revoked."] as const;
const wrong = (message: string) => businessError(40002, message);

export const businessAppRefused = () => wrong("client_id or client_secret is incorrect");

export async function businessDoor(call: Incoming): Promise<Answer> {
  switch (`${call.method} ${call.path.replace(VERSION, "")}`) {
    case "GET /v2/auth/authorize":
      return askPerson(call, {
        client_id: APPS["tiktok-business"].app_id,
        account: ACCOUNT_IDS.library.tiktok,
      });
    case "POST /tt_user/oauth2/token":
      return token(call, "authorization_code");
    case "POST /tt_user/oauth2/refresh_token":
      return token(call, "refresh_token");
    case "GET /business/get":
      return withAccount(call, "user.info.basic", businessGet);
    case "GET /business/video/list":
      return withAccount(call, "video.list", videoList);
    case "GET /business/comment/list":
      return withAccount(call, "comment.list", commentList);
    case "GET /business/comment/reply/list":
      return withAccount(call, "comment.list", replyList);
    default:
      return { status: 404, body: "404 page not found" };
  }
}

function token(call: Incoming, grant_type: string): Answer {
  const { app_id, secret } = APPS["tiktok-business"];
  const asked = bodyOf(call);
  if (asked.client_id !== app_id || asked.client_secret !== secret) {
    return businessAppRefused();
  }
  if (asked.grant_type !== grant_type) return wrong(`grant_type must be ${grant_type}`);
  const from =
    grant_type === "refresh_token"
      ? spendRefresh(call, textOf(asked.refresh_token))
      : spendCode(call, textOf(asked.auth_code), textOf(asked.redirect_uri));
  if (!from?.account)
    return businessError(40105, "The code or refresh token is invalid or expired.");
  const { account, scopes } = from;
  const [access, refresh] = [LIFETIMES.business_access_seconds, LIFETIMES.business_refresh_seconds];
  const pair = newPair(call, { door: "tiktok-business", account, scopes }, { access, refresh });
  return fine({
    ...pair,
    expires_in: access,
    open_id: account,
    refresh_token_expires_in: refresh,
    scope: scopes.join(","),
    token_type: "Bearer",
  });
}

function withAccount(
  call: Incoming,
  scope: string,
  answer: (call: Incoming, account: WorldAccount) => Answer,
): Answer {
  const { grant, state, query } = call;
  const account = grant?.account ? accountById(state, grant.account) : undefined;
  if (!grant || !account || grant.dead !== null || expired(grant, nowOf(state))) {
    return businessError(...DEAD_TOKEN);
  }
  if (!scopesOf(call).includes(scope)) return noScope(scope);
  if (query.business_id === undefined)
    return wrong("business_id: Missing data for required field.");
  if (query.business_id !== account.external_id) {
    return businessError(40001, "No permission to operate business_id");
  }
  return answer(call, account);
}

const noScope = (scope: string) =>
  businessError(40001, `Permission error: the scope ${scope} is not authorized`);

/** A JSON list in the query; `null` when it is none. */
function fieldsAsked({ query, fault }: Incoming, known: (field: string) => boolean) {
  const fields = jsonOf(query.fields);
  if (!Array.isArray(fields) || fields.length === 0) return null;
  const retired = fault?.kind === "metric_retired" ? fault.metric : null;
  return fields.every((field) => typeof field === "string" && known(field) && field !== retired)
    ? (fields as string[])
    : null;
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

const pick = (all: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(
    fields.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]),
  );

function businessGet(call: Incoming, account: WorldAccount): Answer {
  const known = [...PROFILE_FIELDS, ...DAILY_FIELDS, ...AUDIENCE_FIELDS];
  const fields = fieldsAsked(call, (field) => known.includes(field));
  if (!fields) return wrong("fields: Invalid value");
  const days = fields.filter((field) => DAILY_FIELDS.includes(field));
  const insights = days.filter((field) => field !== "followers_count");
  if (insights.length > 0 && !scopesOf(call).includes("user.insights")) {
    return noScope("user.insights");
  }
  const now = nowOf(call.state);
  const { changes } = call.state;
  const today = dayOf(now, "UTC");
  const from = call.query.start_date ?? addDays(today, -7);
  const to = call.query.end_date ?? addDays(today, -1);
  if (!isDay(from) || !isDay(to) || from > to) return wrong("start_date: Invalid value");
  if (from < addDays(today, -MOST_DAYS)) {
    return wrong(`start_date: must be within the last ${MOST_DAYS} days`);
  }
  const posts = postsAt(account, changes, now);
  const handle = handleAt(account, changes, now);
  const profile = {
    is_business_account: true,
    profile_image: "https://p16.example/avatar.jpeg",
    username: handle,
    profile_deep_link: `https://www.tiktok.com/@${handle}`,
    display_name: account.name,
    bio_description: "Ruang baca kota.",
    is_verified: false,
    following_count: 3,
    followers_count: account.followersAt(now),
    total_likes: posts.reduce(
      (sum, post) => sum + (shownFigures(account, post, changes, now).likes ?? 0),
      0,
    ),
    videos_count: posts.length,
  };
  const metrics = daysOf({ from, to: to < today ? to : addDays(today, -1) })
    .filter((date) => startOfDay(addDays(date, LAG_DAYS), "UTC") <= now)
    .map((date) => ({ date, ...pick(businessDay(account, date), days) }));
  return fine({ ...pick(profile, fields), ...(days.length > 0 ? { metrics } : {}) });
}

/** A day's figures are there a day after it ended. */
const LAG_DAYS = 2;

/** What TikTok tells of one of its (UTC) days. */
export function businessDay(account: WorldAccount, date: Day) {
  const end = startOfDay(addDays(date, 1), "UTC");
  const [before, after] = [account.followersAt(end - SECONDS_A_DAY), account.followersAt(end)];
  const random = chanceOf(account, "business day", date);
  const lost = Math.round(before * 0.0006 * Math.exp(0.6 * random.normal()));
  const gained = Math.max(0, after - before + lost);
  const sum = (counter: "views" | "likes" | "comments" | "shares") =>
    account.all.reduce((total, post) => total + gainedOn(account, post, counter, end), 0);
  const views = sum("views") + Math.round(before * 0.05);
  const unique = Math.round(views * (0.6 + 0.2 * random.unit()));
  return {
    video_views: views,
    unique_video_views: unique,
    profile_views: Math.round(unique * 0.03),
    likes: sum("likes"),
    comments: sum("comments"),
    shares: sum("shares"),
    daily_total_followers: after,
    daily_new_followers: gained,
    daily_lost_followers: gained - (after - before),
    followers_count: after,
    engaged_audience: Math.round(unique * 0.06),
    bio_link_clicks: 0,
    phone_number_clicks: 0,
    lead_submissions: 0,
    app_download_clicks: 0,
    email_clicks: 0,
    address_clicks: 0,
  };
}

function gainedOn(
  account: WorldAccount,
  post: WorldPost,
  counter: "views" | "likes" | "comments" | "shares",
  end: Instant,
): number {
  // after two weeks nothing grows any more
  if (post.published_at > end || end - post.published_at > 16 * SECONDS_A_DAY) return 0;
  const at = (time: Instant) => shownFigures(account, post, [], time)[counter] ?? 0;
  return at(end) - at(end - SECONDS_A_DAY);
}

function videoList(call: Incoming, account: WorldAccount): Answer {
  const fields = fieldsAsked(call, (field) => VIDEO_FIELDS.has(field));
  if (!fields) return wrong("fields: Invalid value");
  if (!fields.includes("item_id")) return wrong("fields: item_id is required");
  const private_ = fields.filter((field) => IDLE_FIELDS.includes(field) || field === "favorites");
  if (private_.length > 0 && !scopesOf(call).includes("video.insights")) {
    return noScope("video.insights");
  }
  const count = Number(call.query.max_count ?? 10);
  if (!Number.isInteger(count) || count < 1 || count > MOST_VIDEOS) {
    return wrong("max_count: must be between 1 and 20");
  }
  const filters = jsonOf(call.query.filters) as { video_ids?: string[] } | null;
  const ids = filters?.video_ids;
  if (ids && ids.length > MOST_VIDEOS) return wrong("filters.video_ids: must be 20 at most");
  const cursor = call.query.cursor === undefined ? undefined : Number(call.query.cursor);
  const { videos, ...page } = ids
    ? { videos: videosWith(call, account, ids), cursor: 0, has_more: false }
    : videosPage(call, account, count, cursor);
  return fine({
    videos: videos.map((post) => pick(videoAnswer(call, account, post), fields)),
    ...page,
  });
}

const videosWith = ({ state }: Incoming, account: WorldAccount, ids: readonly string[]) =>
  postsAt(account, state.changes, nowOf(state)).filter(({ external_id }) =>
    ids.includes(external_id),
  );

function videoAnswer(call: Incoming, account: WorldAccount, post: WorldPost) {
  const figures = businessFigures(account, post, call.state.changes, nowOf(call.state));
  const { external_id: id } = post;
  const views = figures.views ?? 0;
  const watched = figures.watch_seconds;
  const video: Record<string, unknown> = {
    item_id: id,
    media_type: post.format === "carousel" ? "PHOTO" : "VIDEO",
    is_ad: false,
    thumbnail_url: `https://p16.example/${id}.jpeg`,
    share_url: post.url,
    embed_url: `https://www.tiktok.com/player/v1/${id}`,
    caption: post.caption,
    video_duration: secondsOf(account, post),
    likes: figures.likes ?? 0,
    comments: figures.comments ?? 0,
    shares: figures.shares ?? 0,
    favorites: figures.saves ?? 0,
    create_time: String(post.published_at),
    reach: figures.reach ?? 0,
    video_views: views,
    ...(watched === null
      ? {}
      : {
          total_time_watched: watched,
          average_time_watched: views === 0 ? 0 : Math.round((watched / views) * 1000) / 1000,
          full_video_watched_rate: 0.2,
        }),
    new_followers: Math.floor(views / 400),
    profile_views: Math.floor(views / 60),
    impression_sources: [
      { impression_source: "For You", percentage: 0.75 },
      { impression_source: "Follow", percentage: 0.25 },
    ],
    engagement_likes: [],
    video_view_retention: [],
  };
  if (figures.idle) for (const field of IDLE_FIELDS) delete video[field];
  return video;
}

function commentAnswer(
  call: Incoming,
  account: WorldAccount,
  comment: CommentReading,
  all: readonly CommentReading[],
) {
  const handle = handleAt(account, call.state.changes, nowOf(call.state));
  const person = `warga${comment.external_id.slice(-2)}`;
  const replies = all.filter(({ reply_to }) => reply_to === comment.external_id);
  return {
    comment_id: comment.external_id,
    video_id: comment.post,
    user_id: comment.ours ? account.external_id : `68${comment.external_id.slice(-8)}`,
    unique_identifier: comment.ours ? account.external_id : person,
    create_time: String(comment.at),
    text: saidIn(comment),
    username: comment.ours ? handle : person,
    display_name: comment.ours ? account.name : person,
    profile_image: "https://p16.example/person.jpeg",
    owner: comment.ours,
    liked: false,
    pinned: false,
    likes: 0,
    replies: replies.length,
    status: "PUBLIC",
    ...(comment.reply_to === null ? {} : { parent_comment_id: comment.reply_to }),
  };
}

/** The comments of a call's video; `null` when it is not the account's. */
function commentsAsked(call: Incoming, account: WorldAccount): CommentReading[] | null {
  const [post] = videosWith(call, account, [call.query.video_id ?? ""]);
  return post ? commentsAt(post, nowOf(call.state), call.state.changes) : null;
}

/** A page of comments, counted by places. */
function commentPage<T>({ query }: Incoming, all: readonly T[]) {
  const count = Number(query.max_count ?? 20);
  const cursor = Number(query.cursor ?? 0);
  const fits = Number.isInteger(count) && count >= 1 && count <= MOST_COMMENTS;
  if (!fits || !Number.isInteger(cursor) || cursor < 0) return null;
  return {
    comments: all.slice(cursor, cursor + count),
    cursor: Math.min(cursor + count, all.length),
    has_more: cursor + count < all.length,
  };
}

function commentList(call: Incoming, account: WorldAccount): Answer {
  const all = commentsAsked(call, account);
  if (!all) return wrong("video_id: Invalid value");
  const { include_replies, sort_field, sort_type = "desc" } = call.query;
  if (sort_field && !["likes", "replies", "create_time"].includes(sort_field)) {
    return wrong("sort_field: Invalid value");
  }
  const first = all.filter(({ reply_to }) => reply_to === null);
  const page = commentPage(call, sort_type === "asc" ? first : first.toReversed());
  if (!page) return wrong("max_count: must be between 1 and 30");
  const comments = page.comments.map((comment) => {
    const replies = all.filter(({ reply_to }) => reply_to === comment.external_id);
    const shown = replies.slice(0, REPLIES_SHOWN);
    return {
      ...commentAnswer(call, account, comment, all),
      ...(include_replies === "true"
        ? { reply_list: shown.map((reply) => commentAnswer(call, account, reply, all)) }
        : {}),
    };
  });
  return fine({ ...page, comments });
}

function replyList(call: Incoming, account: WorldAccount): Answer {
  const all = commentsAsked(call, account);
  if (!all) return wrong("video_id: Invalid value");
  const replies = all.filter(({ reply_to }) => reply_to === call.query.comment_id);
  const newestFirst = call.query.sort_type === "desc";
  const page = commentPage(call, newestFirst ? replies.toReversed() : replies);
  if (!page) return wrong("max_count: must be between 1 and 30");
  const comments = page.comments.map((reply) => commentAnswer(call, account, reply, all));
  return fine({ ...page, comments });
}
