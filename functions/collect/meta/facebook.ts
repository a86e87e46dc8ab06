/**
 * A Facebook page: its profile, its days, its posts with their figures, its stories, and when people commented.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages), `post` (one by its id), `insights`, `reels`, `reel_insights`,
 * `lives`, `comments`, `stories`, `story_insights`, `days`, `gone`, `unread` (the visit ended before all figures of it were asked).
 */
import type { FacebookCredentials } from "../../model/credentials.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, STORY_SECONDS, YOUNG_SECONDS } from "../../model/visit.ts";
import { type Visit as AnyVisit, declare, type VisitAccount } from "../visit.ts";
import {
  type CommentList,
  type CommentReader,
  commentTasks,
  leftCommentTasks,
  openComments,
  readComments,
} from "./comments.ts";
import { daysAreDue, noteDays, withMissedDays } from "./days.ts";
import { graphInstant, openGraph, type Params } from "./graph.ts";
import { type BackFill, dueBesides, listPosts } from "./pages.ts";
import { readProfile } from "./profile.ts";
import { type Desk, insightsTask, openDesk, POST, paged, type Task, workOff } from "./tasks.ts";

type Visit = AnyVisit<FacebookCredentials>;

const PROFILE_FIELDS = "id,name,username,link,followers_count";

const POST_FIELDS = [
  "id",
  "created_time",
  "message",
  "story",
  "permalink_url",
  "status_type",
  "attachments{media_type,type,target{id},subattachments.limit(0)}",
  "shares",
  "comments.limit(0).summary(true)",
  "reactions.limit(0).summary(total_count)",
].join();

const DAY_METRICS = [
  "page_media_view",
  "page_total_media_view_unique",
  "page_views_total",
  "page_daily_follows_unique",
  "page_daily_unfollows_unique",
];
const POST_METRICS = ["post_media_view", "post_total_media_view_unique", "post_clicks"];
const VIDEO_METRICS = [...POST_METRICS, "post_video_view_time"];
const REEL_METRICS = ["post_video_view_time", "fb_reels_total_plays"];
const STORY_METRICS = ["STORY_MEDIA_VIEW", "STORY_TOTAL_MEDIA_VIEW_UNIQUE"];

export const visitFacebook: VisitAccount<FacebookCredentials> = async (visit) => {
  const { seen, notebook, kept } = visit;
  const graph = openGraph(visit.http, visit.base, kept.given.access_token, true);
  const desk = openDesk(graph, notebook);
  declare(notebook, "not_offered", ["posts/saves"], seen.now);
  const page = seen.external_id ?? "me";
  await readProfile(desk, page, PROFILE_FIELDS);
  const params = { fields: POST_FIELDS };
  const path = `${page}/published_posts`;
  const listed = await listPosts(desk, seen, notebook.cursor, path, params, createdAt);
  const { items, wanted } = listed;
  const fill = withMissedDays(listed.fill, notebook, seen.now, DAYS_BACK);
  const others = dueBesides(items, seen).filter(({ format }) => format !== "story");
  const reels = reelVideos(visit, items);
  const reader = openComments(desk, seen, COMMENTS);
  const comments = [
    ...wanted.flatMap((item) => postComments(reader, item)),
    ...others.flatMap((post) => dueComments(reader, post)),
  ];
  const postsDone = await workOff(desk, [
    ...edgesOf(page, visit, wanted, reels),
    ...storyTasks(desk, page),
    ...daysTasks(desk, page, fill),
    ...wanted.flatMap((item) => postTasks(desk, item)),
    ...others.flatMap((post) => dueTasks(desk, post, reels)),
    ...leftCommentTasks(reader),
    ...comments,
  ]);
  const reelsDone = await workOff(
    desk,
    wanted.flatMap((item) => reelTasks(desk, textOf(item.id), videoOf(item), reels)),
  );
  await readComments(reader);
  if (graph.otherVersion !== null) {
    notebook.problems.push({ code: "other_version", detail: graph.otherVersion });
  }
  if (!(postsDone && reelsDone)) return;
  noteDays(notebook, seen.now, ["days"], fill, fill && daysRead(fill, seen.now));
  if (notebook.cursor !== null) notebook.unfinished = true;
};

const createdAt = ({ created_time }: JsonObject): Instant | null => graphInstant(created_time);

/** The id of a post's video; `null` when it has none. */
function videoOf(item: JsonObject): string | null {
  const [attachment] = objectsOf(objectOf(item.attachments).data);
  if (attachment?.media_type !== "video") return null;
  return textOf(objectOf(attachment.target).id);
}

/** The videos that are known to be reels: those of known posts, and (once the edge is read) those that it lists. */
function reelVideos({ seen }: Visit, items: readonly JsonObject[]): Set<string> {
  const reels = seen.posts.filter(({ format }) => format === "short_video");
  const posts = new Set(reels.map(({ external_id }) => external_id));
  const videos = items.filter((item) => posts.has(textOf(item.id) ?? "")).map(videoOf);
  return new Set(videos.filter((id) => id !== null));
}

/** What tells a reel and a broadcast from any other video, asked when there is a video of which it is not known. */
function edgesOf(
  page: string,
  { seen }: Visit,
  wanted: readonly JsonObject[],
  reels: Set<string>,
): Task[] {
  const undecided = wanted.filter((item) => {
    const known = seen.posts.find(({ external_id }) => external_id === textOf(item.id));
    return videoOf(item) !== null && !known?.format;
  });
  if (undecided.length === 0) return [];
  const oldest = Math.min(...undecided.map((item) => createdAt(item) ?? seen.now));
  const until = Math.max(...undecided.map((item) => createdAt(item) ?? seen.now));
  const untilOldest = (items: readonly JsonObject[]) =>
    items.every((item) => (createdAt(item) ?? 0) >= oldest);
  const stretch = { since: String(oldest - SECONDS_A_DAY), until: String(until + SECONDS_A_DAY) };
  const edge = (of: string, path: string, params: Params, asked: string): Task => ({
    of,
    post: null,
    since: null,
    until: null,
    asked: asked.split(","),
    path: `${page}/${path}`,
    params: { fields: asked, limit: "100", ...params },
  });
  const note = (body: JsonObject): Task[] => {
    for (const { id } of objectsOf(body.data)) {
      const video = textOf(id);
      if (video !== null) reels.add(video);
    }
    return [];
  };
  const reelEdge = edge("reels", "video_reels", stretch, "id,created_time,post_id");
  const liveEdge = edge(
    "lives",
    "live_videos",
    { broadcast_status: '["LIVE","VOD"]', source: "owner" },
    "id,status,creation_time,broadcast_start_time,permalink_url,video{id}",
  );
  return [
    paged({ ...reelEdge, next: note }, untilOldest),
    paged(liveEdge, untilOldestLive(oldest)),
  ];
}

const untilOldestLive = (oldest: Instant) => (items: readonly JsonObject[]) =>
  items.every(({ creation_time }) => (graphInstant(creation_time) ?? 0) >= oldest - SECONDS_A_DAY);

function postTasks(desk: Desk, item: JsonObject): Task[] {
  const post = textOf(item.id);
  return post === null ? [] : [figuresTask(desk, post, videoOf(item) !== null)];
}

/** The answers of a page stand in the row, by when they were written. */
const COMMENTS: CommentList = {
  // who wrote it is asked for one thing only: whether it was the page
  params: {
    fields: "id,created_time,from{id},parent{id}",
    filter: "stream",
    order: "reverse_chronological",
    limit: "100",
  },
  writtenAt: createdAt,
  answers: null,
};

function postComments(reader: CommentReader, item: JsonObject): Task[] {
  const post = textOf(item.id);
  if (post === null) return [];
  const summary = objectOf(objectOf(item.comments).summary);
  // a young post's count lags behind what is written under it
  const young = reader.desk.now - (createdAt(item) ?? 0) <= YOUNG_SECONDS;
  const quiet = summary.total_count === 0 && !young;
  return quiet ? [] : commentTasks(reader, post, createdAt(item));
}

const dueComments = (reader: CommentReader, { external_id, comments, published_at }: KnownPost) =>
  comments === 0 ? [] : commentTasks(reader, external_id, published_at);

function figuresTask(desk: Desk, post: string, video: boolean): Task {
  return insightsTask(desk, {
    of: "insights",
    post,
    since: null,
    until: null,
    path: `${post}/insights`,
    params: { period: "lifetime" },
    kind: video ? "video" : "post",
    metrics: video ? VIDEO_METRICS : POST_METRICS,
  });
}

function reelTasks(
  desk: Desk,
  post: string | null,
  video: string | null,
  reels: ReadonlySet<string>,
): Task[] {
  if (post === null || video === null || !reels.has(video)) return [];
  return [
    insightsTask(desk, {
      of: "reel_insights",
      post,
      since: null,
      until: null,
      path: `${video}/video_insights`,
      params: {},
      kind: "reel",
      metrics: REEL_METRICS,
    }),
  ];
}

/** A known post that is due and stands on no page that was read: by its id. */
function dueTasks(
  desk: Desk,
  { external_id: post, format }: KnownPost,
  reels: Set<string>,
): Task[] {
  const isReel = format === "short_video";
  const video = isReel || format === "video" || format === "live";
  return [
    {
      of: POST,
      post,
      since: null,
      until: null,
      asked: POST_FIELDS.split(","),
      path: post,
      params: { fields: POST_FIELDS },
      next: (item) => {
        const id = videoOf(item);
        if (isReel && id !== null) reels.add(id);
        return isReel ? reelTasks(desk, post, id, reels) : [];
      },
    },
    figuresTask(desk, post, video),
  ];
}

/** Stories live for a day; each is read as long as it is there. */
function storyTasks(desk: Desk, page: string): Task[] {
  const since = desk.now - STORY_SECONDS;
  return [
    {
      of: "stories",
      post: null,
      since,
      until: null,
      asked: [],
      path: `${page}/stories`,
      params: {
        fields: "post_id,status,creation_time,media_type,media_id,url",
        status: '["PUBLISHED","ARCHIVED"]',
        since: String(since),
      },
      next: (body) =>
        objectsOf(body.data).flatMap((story) => {
          const post = textOf(story.post_id);
          if (post === null) return [];
          return [
            insightsTask(desk, {
              of: "story_insights",
              post,
              since: null,
              until: null,
              path: `${post}/insights`,
              params: {},
              kind: "story",
              metrics: STORY_METRICS,
            }),
          ];
        }),
    },
  ];
}

/** How far back the days go that are renewed each time: they settle within two days, and an hour may be lost. */
const DAYS_BACK = 5 * SECONDS_A_DAY;
/** At most 90 days a query, two years in all. */
const DAYS_A_QUERY = 90 * SECONDS_A_DAY;
const DAYS_KEPT = 730 * SECONDS_A_DAY;

function daysTasks(desk: Desk, page: string, fill: BackFill | null): Task[] {
  const { now } = desk;
  // the first stretch of the back-fill ends today
  const due = daysAreDue(desk.notebook, now) && fill?.days !== now;
  const stretches = fill ? stretchesBefore(fill, now) : [];
  if (due) stretches.unshift({ since: now - DAYS_BACK, until: now });
  return stretches.map(({ since, until }) =>
    insightsTask(desk, {
      of: "days",
      post: null,
      since,
      until,
      path: `${page}/insights`,
      params: { period: "day", since: String(since), until: String(until) },
      kind: "page",
      metrics: DAY_METRICS,
    }),
  );
}

/** Stretches of days that a visit fetches from the past; they travel in one batch. */
const STRETCHES_A_VISIT = 4;

const oldestDay = ({ days_from }: BackFill, now: Instant): Instant =>
  Math.max(now - DAYS_KEPT, days_from ?? 0);

function stretchesBefore(fill: BackFill, now: Instant): { since: Instant; until: Instant }[] {
  const { days: end } = fill;
  if (end === null) return [];
  return Array.from({ length: STRETCHES_A_VISIT }, (_, index) => ({
    since: Math.max(end - (index + 1) * DAYS_A_QUERY, oldestDay(fill, now)),
    until: end - index * DAYS_A_QUERY,
  })).filter(({ since, until }) => since < until);
}

/** The back-fill after this visit: nearer to its oldest day. */
function daysRead(fill: BackFill, now: Instant): BackFill {
  if (fill.days === null) return fill;
  const next = fill.days - STRETCHES_A_VISIT * DAYS_A_QUERY;
  return { ...fill, days: next <= oldestDay(fill, now) ? null : next };
}
