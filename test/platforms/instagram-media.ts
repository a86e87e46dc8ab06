/** Instagram media: pictures, carousels, reels, stories; their metrics differ by product. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { CommentReading } from "../../functions/model/snapshot.ts";
import type { Incoming } from "./call.ts";
import { picked } from "./facebook-post.ts";
import { refuse, tooFewViewers, unknownField, unsupportedMetric } from "./graph-errors.ts";
import { graphTime, type Node, type Parameters, pageOf } from "./graph-node.ts";
import { lifetime, metricsOf, split } from "./insights.ts";
import { mayRead } from "./permission.ts";
import { commentsAt, handleAt, saidIn, shownFigures } from "./shown.ts";
import { nowOf } from "./state.ts";
import { type Story, storyFiguresAt } from "./stories.ts";
import type { WorldAccount, WorldPost } from "./world.ts";

type Product = "FEED" | "REELS" | "STORY";

/** Media younger than so have an empty data set; so old they lose theirs. */
const SILENT_SECONDS = 600;
const KEPT_DAYS = 2 * 365;

/** A story that fewer people saw tells nothing. */
const LEAST_VIEWERS = 5;

const METRICS: Record<Product, readonly string[]> = {
  FEED: [
    "reach",
    "views",
    "shares",
    "total_interactions",
    "likes",
    "comments",
    "saved",
    "follows",
    "profile_visits",
    "profile_activity",
  ],
  REELS: [
    "reach",
    "views",
    "shares",
    "total_interactions",
    "likes",
    "comments",
    "saved",
    "ig_reels_avg_watch_time",
    "ig_reels_video_view_total_time",
    "reels_skip_rate",
  ],
  STORY: [
    "reach",
    "views",
    "shares",
    "total_interactions",
    "follows",
    "profile_visits",
    "profile_activity",
    "replies",
    "navigation",
  ],
};

/** Through Facebook's door alone; they count boosts too, and are not `views`. */
const FACEBOOK_DOOR = ["total_views", "total_likes", "total_comments", "reposts"] as const;

/** Only of media that were shared to Facebook, which none here was. */
const SHARED_TO_FACEBOOK = ["facebook_views", "crossposted_views"] as const;

const ALL = new Set<string>([
  ...Object.values(METRICS).flat(),
  ...FACEBOOK_DOOR,
  ...SHARED_TO_FACEBOOK,
]);

const productOf = (post: WorldPost): Product =>
  post.format === "short_video" || post.format === "video" ? "REELS" : "FEED";

export function mediaNode(call: Incoming, account: WorldAccount, post: WorldPost): Node {
  const { changes } = call.state;
  const now = nowOf(call.state);
  const { external_id: id } = post;
  const figures = shownFigures(account, post, changes, now);
  const product = productOf(post);
  const video = product === "REELS";
  /** Fields of a boosted whole, which only Facebook's door has. */
  const facebookOnly = (name: string, value: number) => () =>
    call.door === "facebook" ? value : refuse(unknownField(name, "IGMedia"));
  const likes = figures.likes ?? 0;
  return {
    type: "IGMedia",
    id,
    usual: ["id"],
    empty: ["alt_text", "current_live_viewer_count"],
    fields: {
      id: () => id,
      caption: () => post.caption,
      media_type: () => (video ? "VIDEO" : post.format === "carousel" ? "CAROUSEL_ALBUM" : "IMAGE"),
      media_product_type: () => product,
      media_url: () => `https://scontent.example/${id}`,
      permalink: () => post.url,
      shortcode: () => `demo${id}`,
      timestamp: () => graphTime(post.published_at),
      like_count: () => likes,
      comments_count: () => figures.comments ?? 0,
      thumbnail_url: () => (video ? `https://scontent.example/${id}.jpg` : undefined),
      is_shared_to_feed: () => (video ? true : undefined),
      is_comment_enabled: () => true,
      username: () => handleAt(account, changes, now),
      owner: () => ({ id: account.external_id }),
      saved_count: facebookOnly("saved_count", figures.saves ?? 0),
      shares_count: facebookOnly("shares_count", figures.shares ?? 0),
      reposts_count: facebookOnly("reposts_count", 0),
      total_views_count: facebookOnly("total_views_count", boosted(figures.views)),
      total_like_count: facebookOnly("total_like_count", boosted(figures.likes)),
      total_comments_count: facebookOnly("total_comments_count", boosted(figures.comments)),
    },
    edges: {
      comments: (parameters, fields) => {
        mayRead(call, account, "manage_comments");
        const all = commentsAt(post, now);
        return pageOf(call, parameters, fields, {
          address: `${id}/comments`,
          items: all.filter(({ reply_to }) => reply_to === null).reverse(),
          id: (comment) => comment.external_id,
          node: (comment) => mediaCommentNode(call, account, comment, all),
          most: 50,
        });
      },
      children: () => ({ data: [] }),
      insights: (parameters, fields) => {
        mayRead(call, account, "manage_insights");
        return picked(mediaInsights(call, account, post, parameters), fields);
      },
    },
  };
}

const boosted = (value: number | null) => Math.round((value ?? 0) * 1.08);

export function mediaCommentNode(
  call: Incoming,
  account: WorldAccount,
  comment: CommentReading,
  all: readonly CommentReading[],
): Node {
  const { external_id: id } = comment;
  const person = Number(id.slice(-4)) % 7;
  const writer = comment.ours
    ? {
        id: account.external_id,
        username: handleAt(account, call.state.changes, nowOf(call.state)),
      }
    : { id: `84120000000${person}`, username: `warga${person}` };
  const answers = all.filter(({ reply_to }) => reply_to === id);
  return {
    type: "IGComment",
    id,
    usual: ["timestamp", "text", "id"],
    fields: {
      id: () => id,
      text: () => saidIn(comment),
      timestamp: () => graphTime(comment.at),
      username: () => writer.username,
      from: () => writer,
      like_count: () => person,
      hidden: () => false,
      parent_id: () => comment.reply_to ?? undefined,
      media: () => ({ id: comment.post }),
    },
    edges:
      answers.length === 0
        ? // without answers the field is left out, and an edge of its own is empty
          { replies: (_, fields) => (fields.length > 0 ? undefined : { data: [] }) }
        : {
            replies: (parameters, fields) =>
              pageOf(call, parameters, fields, {
                address: `${id}/replies`,
                items: answers,
                id: (answer) => answer.external_id,
                node: (answer) => mediaCommentNode(call, account, answer, all),
                most: 50,
              }),
          },
  };
}

/** The metrics asked for, if the product has them all. */
function metricsOfProduct(call: Incoming, product: Product, parameters: Parameters): string[] {
  const metrics = metricsOf(call, parameters, (name) => ALL.has(name));
  const offered: readonly string[] =
    call.door === "facebook" && product !== "STORY"
      ? [...METRICS[product], ...FACEBOOK_DOOR]
      : METRICS[product];
  for (const name of metrics) if (!offered.includes(name)) refuse(unsupportedMetric(name));
  return metrics;
}

function mediaInsights(
  call: Incoming,
  account: WorldAccount,
  post: WorldPost,
  parameters: Parameters,
): { data: object[] } {
  const now = nowOf(call.state);
  const metrics = metricsOfProduct(call, productOf(post), parameters);
  const age = now - post.published_at;
  if (age < SILENT_SECONDS || age > KEPT_DAYS * SECONDS_A_DAY) return { data: [] };
  const shown = shownFigures(account, post, call.state.changes, now);
  const likes = shown.likes ?? 0;
  const comments = shown.comments ?? 0;
  const shares = shown.shares ?? 0;
  const saved = shown.saves ?? 0;
  const views = shown.views ?? 0;
  const watchedMs = (shown.watch_seconds ?? 0) * 1000;
  const values: Record<string, number> = {
    reach: shown.reach ?? 0,
    views,
    likes,
    comments,
    shares,
    saved,
    total_interactions: likes + comments + shares + saved,
    follows: Math.floor(likes * 0.02),
    profile_visits: Math.floor(likes * 0.1),
    profile_activity: Math.floor(likes * 0.01),
    // not the total over the views: plays are counted otherwise
    ig_reels_avg_watch_time: views === 0 ? 0 : Math.round((watchedMs / views) * 1.1),
    ig_reels_video_view_total_time: watchedMs,
    reels_skip_rate: 42,
    reposts: 0,
    total_views: boosted(views),
    total_likes: boosted(likes),
    total_comments: boosted(comments),
  };
  return { data: metrics.map((name) => lifetime(post.external_id, name, values[name] ?? 0)) };
}

/** A story is an object for 24 hours. */
export function mediaStoryNode(call: Incoming, account: WorldAccount, story: Story): Node {
  const now = nowOf(call.state);
  const { external_id: id } = story;
  return {
    type: "IGMedia",
    id,
    usual: ["id"],
    fields: {
      id: () => id,
      media_type: () => (story.video ? "VIDEO" : "IMAGE"),
      media_product_type: () => "STORY",
      media_url: () => `https://scontent.example/${id}`,
      permalink: () => story.url,
      timestamp: () => graphTime(story.published_at),
      caption: () => undefined,
      shortcode: () => `demo${id}`,
      thumbnail_url: () => (story.video ? `https://scontent.example/${id}.jpg` : undefined),
      like_count: () => 0,
      comments_count: () => 0,
      is_shared_to_feed: () => undefined,
      username: () => handleAt(account, call.state.changes, now),
      owner: () => ({ id: account.external_id }),
    },
    edges: {
      comments: () => ({ data: [] }),
      insights: (parameters, fields) => {
        mayRead(call, account, "manage_insights");
        return picked(storyInsights(call, story, parameters), fields);
      },
    },
  };
}

function storyInsights(call: Incoming, story: Story, parameters: Parameters): { data: object[] } {
  const now = nowOf(call.state);
  const metrics = metricsOfProduct(call, "STORY", parameters);
  if (now - story.published_at < SILENT_SECONDS) return { data: [] };
  const figures = storyFiguresAt(story, now);
  if (figures.reach < LEAST_VIEWERS) refuse(tooFewViewers());
  const { reach, views, replies, shares } = figures;
  const values: Record<string, number> = {
    reach,
    views,
    replies,
    shares,
    total_interactions: replies + shares,
    navigation: Math.round(views * 1.3),
  };
  const data = metrics.map((name) => {
    const value = values[name] ?? 0;
    if (name !== "navigation" || parameters.breakdown !== "story_navigation_action_type") {
      return lifetime(story.external_id, name, value);
    }
    return split(story.external_id, name, "story_navigation_action_type", [
      ["tap_forward", Math.round(value * 0.8)],
      ["tap_exit", value - Math.round(value * 0.8)],
    ]);
  });
  return { data };
}
