/**
 * A professional Instagram account, through its Facebook page or through Instagram's own login: its profile, its days,
 * its media with their figures, its stories before they vanish, and when people commented.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages), `post` (one by its id), `insights`, `comments`, `stories`,
 * `days_reach` (a series), `days_totals` and `days_follows` (of one Pacific day each, from `since` to `until`), `gone`, `unread` (see Facebook).
 */
import type { InstagramCredentials } from "../../model/credentials.ts";
import { addDays, dayOf, SECONDS_A_DAY, startOfDay } from "../../model/day.ts";
import { type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, STORY_SECONDS, YOUNG_SECONDS } from "../../model/visit.ts";
import { declare, type Notebook, type VisitAccount } from "../visit.ts";
import {
  type CommentList,
  type CommentReader,
  commentTasks,
  leftCommentTasks,
  openComments,
  readComments,
} from "./comments.ts";
import { daysAreDue, noteDays, withMissedDays } from "./days.ts";
import { graphInstant, openGraph } from "./graph.ts";
import { renewedInstagramToken } from "./instagram-token.ts";
import { type BackFill, dueBesides, listPosts, writeCursor } from "./pages.ts";
import { readProfile } from "./profile.ts";
import { type Desk, insightsTask, openDesk, POST, type Task, workOff } from "./tasks.ts";

const PROFILE_FIELDS = {
  facebook: "id,username,name,followers_count,media_count",
  instagram: "user_id,username,name,account_type,followers_count,media_count",
} as const;

const MEDIA_FIELDS =
  "id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count";

/** Which figures the platform gives for which kind of medium; one that does not suit fails the whole call. */
const METRICS = {
  FEED: ["reach", "views", "shares", "saved"],
  REELS: ["reach", "views", "shares", "saved", "ig_reels_video_view_total_time"],
  STORY: ["reach", "views", "shares"],
} as const;
type Product = keyof typeof METRICS;

export const visitInstagram: VisitAccount<InstagramCredentials> = async (visit) => {
  const { seen, notebook } = visit;
  const kept = await renewedInstagramToken(visit);
  const { login } = kept.given;
  const graph = openGraph(visit.http, visit.base, kept.given.access_token, login === "facebook");
  const desk = openDesk(graph, notebook);
  declare(notebook, "not_offered", ["posts/clicks"], seen.now);
  const account = seen.external_id ?? "me";
  await readProfile(desk, login === "instagram" ? "me" : account, PROFILE_FIELDS[login]);
  const params = { fields: MEDIA_FIELDS };
  const path = `${account}/media`;
  const listed = await listPosts(desk, seen, notebook.cursor, path, params, postedAt);
  const { items, wanted } = listed;
  const fill = withMissedDays(listed.fill, notebook, seen.now, NEWEST_DAYS * SECONDS_A_DAY);
  const others = dueBesides(items, seen).filter(({ format }) => format !== "story");
  const reader = openComments(desk, seen, COMMENTS);
  const comments = [
    ...wanted.flatMap((item) => mediumComments(reader, item)),
    ...others.flatMap((post) => dueComments(reader, post)),
  ];
  const done = await workOff(desk, [
    ...storyTasks(desk, account),
    ...wanted.flatMap((item) => mediumTasks(desk, item, notebook)),
    ...others.flatMap((post) => dueTasks(desk, post, notebook)),
    ...leftCommentTasks(reader),
    ...comments,
  ]);
  if (done) {
    notebook.cursor = fill === null ? null : writeCursor(fill);
    await readDays(desk, account, fill, notebook);
  }
  await readComments(reader);
  if (graph.otherVersion !== null) {
    notebook.problems.push({ code: "other_version", detail: graph.otherVersion });
  }
  if (notebook.cursor !== null) notebook.unfinished = true;
};

async function readDays(
  desk: Desk,
  account: string,
  fill: BackFill | null,
  notebook: Notebook,
): Promise<void> {
  const { graph, now } = desk;
  const back = fill ? daysBack(fill, now, graph.batches) : [];
  // the first stretch of the back-fill ends today
  const newest = daysAreDue(notebook, now) && fill?.days !== now ? newestDays(now) : [];
  if (!(await workOff(desk, daysTasks(desk, account, newest)))) return;
  if (newest.length > 0) noteDays(notebook, now, DAY_ANSWERS, fill, fill);
  if (!(await workOff(desk, daysTasks(desk, account, back)))) return;
  noteDays(notebook, now, DAY_ANSWERS, fill, fill && daysRead(fill, back, now, graph.batches));
}

const postedAt = ({ timestamp }: JsonObject): Instant | null => graphInstant(timestamp);

function mediumTasks(desk: Desk, item: JsonObject, notebook: Notebook): Task[] {
  const post = textOf(item.id);
  if (post === null) return [];
  return figuresTasks(desk, post, productOf(item), postedAt(item), notebook);
}

// who wrote it is asked for one thing only: whether it was the account
const WHO = "id,timestamp,username,from{id}";

/** Comments with their first answers; a long row of answers has pages of its own. */
const COMMENTS: CommentList = {
  params: { fields: `${WHO},replies{${WHO}}`, limit: "50" },
  writtenAt: postedAt,
  answers: { fields: WHO, limit: "50" },
};

function mediumComments(reader: CommentReader, item: JsonObject): Task[] {
  const post = textOf(item.id);
  if (post === null) return [];
  // a young post's count lags behind what is written under it
  const young = reader.desk.now - (postedAt(item) ?? 0) <= YOUNG_SECONDS;
  return item.comments_count === 0 && !young ? [] : commentTasks(reader, post, postedAt(item));
}

const dueComments = (reader: CommentReader, { external_id, comments, published_at }: KnownPost) =>
  comments === 0 ? [] : commentTasks(reader, external_id, published_at);

/** `media_type` is never REELS: the product type alone decides. Anything new is asked what suits any medium. */
const productOf = ({ media_product_type }: JsonObject): Product =>
  media_product_type === "REELS" || media_product_type === "STORY" ? media_product_type : "FEED";

function figuresTasks(
  desk: Desk,
  post: string,
  product: Product,
  at: Instant | null,
  notebook: Notebook,
): Task[] {
  const { no_insights_until } = notebook.memory;
  // everything before the account became a professional one is without insights for ever
  if (typeof no_insights_until === "number" && at !== null && at <= no_insights_until) return [];
  return [
    insightsTask(desk, {
      of: "insights",
      post,
      since: null,
      until: null,
      path: `${post}/insights`,
      params: {},
      kind: product.toLowerCase(),
      metrics: METRICS[product],
      never: () => {
        const known = notebook.memory.no_insights_until;
        const until = typeof known === "number" ? known : 0;
        notebook.memory.no_insights_until = Math.max(until, at ?? 0);
      },
    }),
  ];
}

/** A known medium that is due and stands on no page that was read: by its id. */
function dueTasks(desk: Desk, post: KnownPost, notebook: Notebook): Task[] {
  const { external_id: id, format, published_at } = post;
  const product = format === "short_video" ? "REELS" : "FEED";
  return [
    {
      of: POST,
      post: id,
      since: null,
      until: null,
      asked: MEDIA_FIELDS.split(","),
      path: id,
      params: { fields: MEDIA_FIELDS },
    },
    ...figuresTasks(desk, id, product, published_at, notebook),
  ];
}

/** Listed and measurable for a day only. */
function storyTasks(desk: Desk, account: string): Task[] {
  return [
    {
      of: "stories",
      post: null,
      since: desk.now - STORY_SECONDS,
      until: null,
      asked: [],
      path: `${account}/stories`,
      params: { fields: "id,media_type,media_product_type,permalink,timestamp" },
      next: (body) =>
        objectsOf(body.data).flatMap((story) => {
          const id = textOf(story.id);
          return id === null ? [] : figuresTasks(desk, id, "STORY", postedAt(story), desk.notebook);
        }),
    },
  ];
}

/** The days that Instagram counts by. */
const ZONE = "America/Los_Angeles";

/** A day's figures settle within two days. */
const NEWEST_DAYS = 3;
/** At most 30 days a query (a clock change makes one longer), about 90 in all. */
const DAYS_A_QUERY = 28;
const DAYS_KEPT = 90;
/** Totals come a day a call: without batches a visit asks for fewer. */
const DAYS_WITHOUT_BATCHES = 4;

const DAY_ANSWERS = ["days_reach", "days_totals", "days_follows"] as const;

/** Whole days that are over, as their ends, the newest first. */
function wholeDays(end: Instant, count: number): { since: Instant; until: Instant }[] {
  const today = dayOf(end, ZONE);
  return Array.from({ length: count }, (_, index) => ({
    since: startOfDay(addDays(today, -index - 1), ZONE),
    until: startOfDay(addDays(today, -index), ZONE),
  }));
}

const newestDays = (now: Instant) => wholeDays(now, NEWEST_DAYS);

function daysBack({ days: end, days_from = 0 }: BackFill, now: Instant, batches: boolean) {
  if (end === null) return [];
  const oldest = now - DAYS_KEPT * SECONDS_A_DAY;
  const count = batches ? DAYS_A_QUERY : DAYS_WITHOUT_BATCHES;
  return wholeDays(end, count).filter(({ since, until }) => since >= oldest && until > days_from);
}

function daysRead(
  fill: BackFill,
  back: ReturnType<typeof daysBack>,
  now: Instant,
  batches: boolean,
): BackFill {
  const next = { ...fill, days: back.at(-1)?.since ?? null };
  return daysBack(next, now, batches).length > 0 ? next : { ...next, days: null };
}

function daysTasks(
  desk: Desk,
  account: string,
  days: readonly { since: Instant; until: Instant }[],
): Task[] {
  const [newest, oldest] = [days[0], days.at(-1)];
  if (!newest || !oldest) return [];
  const insights = (
    of: (typeof DAY_ANSWERS)[number],
    kind: string,
    metrics: readonly string[],
    { since, until }: { since: Instant; until: Instant },
    params: Record<string, string>,
  ): Task =>
    insightsTask(desk, {
      of,
      post: null,
      since,
      until,
      path: `${account}/insights`,
      params: { period: "day", since: String(since), until: String(until), ...params },
      kind,
      metrics,
    });
  const all = { since: oldest.since, until: newest.until };
  return [
    insights("days_reach", "account", ["reach"], all, { metric_type: "time_series" }),
    ...days.flatMap((day) => [
      insights("days_totals", "account", ["views", "profile_views"], day, {
        metric_type: "total_value",
      }),
      // without the breakdown it has no value at all
      insights("days_follows", "account", ["follows_and_unfollows"], day, {
        metric_type: "total_value",
        breakdown: "follow_type",
      }),
    ]),
  ];
}
