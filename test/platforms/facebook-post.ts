/** A Page's post: what it says, its attachments, its counts, its insights. */

import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { Incoming } from "./call.ts";
import { commentsEdge } from "./facebook-comment.ts";
import { isVideo, videoId } from "./facebook-video.ts";
import type { Field } from "./fields.ts";
import { badParameter, refuse } from "./graph-errors.ts";
import { graphTime, type Node, type Parameters } from "./graph-node.ts";
import { daily, lifetime, metricsOf } from "./insights.ts";
import { daysEnding } from "./meta-days.ts";
import { mustBePage, mustHave, mustOpen } from "./permission.ts";
import { shownFigures } from "./shown.ts";
import { nowOf } from "./state.ts";
import type { WorldAccount, WorldPost } from "./world.ts";

const STATUS_TYPE: Record<string, string> = {
  image: "added_photos",
  carousel: "added_photos",
  video: "added_video",
  short_video: "added_video",
  live: "added_video",
  link: "shared_story",
  text: "mobile_status_update",
};

export function postNode(call: Incoming, page: WorldAccount, post: WorldPost): Node {
  const { changes } = call.state;
  const now = nowOf(call.state);
  const { external_id: id } = post;
  const figures = shownFigures(page, post, changes, now);
  const newest = post.comments.findLast(({ at }) => at <= now);
  return {
    type: "PagePost",
    id,
    usual: ["created_time", "message", "id"],
    empty: ["message_tags", "parent_id", "place", "properties", "scheduled_publish_time", "via"],
    fields: {
      id: () => id,
      created_time: () => graphTime(post.published_at),
      updated_time: () => graphTime(newest?.at ?? post.published_at),
      message: () => post.caption,
      story: () => undefined,
      permalink_url: () => post.url,
      status_type: () => STATUS_TYPE[post.format],
      is_published: () => true,
      is_hidden: () => false,
      is_expired: () => false,
      full_picture: () =>
        post.format === "text" ? undefined : `https://scontent.example/${id}_full.jpg`,
      picture: () => (post.format === "text" ? undefined : `https://scontent.example/${id}.jpg`),
      from: () => ({ id: page.external_id, name: page.name }),
      attachments: () => attachmentsOf(post),
      shares: () => ((figures.shares ?? 0) > 0 ? { count: figures.shares } : undefined),
    },
    edges: {
      comments: commentsEdge(call, page, post, figures.comments ?? 0),
      reactions: (parameters) => reactionsOf(parameters, figures.likes ?? 0),
      likes: (parameters) => reactionsOf({ ...parameters, type: "LIKE" }, figures.likes ?? 0),
      insights: (parameters, fields) => {
        mustOpen(call, page.external_id, "read_insights");
        mustHave(call, "read_insights");
        mustBePage(call);
        return picked(postInsights(call, page, post, parameters), fields);
      },
    },
  };
}

/** Of each metric only what was asked for. */
export function picked<T extends { data: object[] }>(answer: T, fields: readonly Field[]): T {
  if (fields.length === 0) return answer;
  const wanted = new Set(fields.map(({ name }) => name));
  const data = answer.data.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => wanted.has(name) || name === "id")),
  );
  return { ...answer, data };
}

function attachmentsOf(post: WorldPost) {
  const bare = post.external_id.split("_")[1] ?? "";
  const one = (media_type: string, type: string, id: string, more = {}) => ({
    data: [
      {
        media_type,
        type,
        target: { id, url: post.url },
        media: { image: { src: `https://scontent.example/${id}.jpg`, height: 720, width: 720 } },
        url: post.url,
        ...more,
      },
    ],
  });
  switch (post.format) {
    case "image":
      return one("photo", "photo", `6${bare}`);
    case "carousel":
      return one("album", "album", `6${bare}`, { subattachments: { data: [] } });
    case "video":
    case "short_video":
    case "live":
      return one("video", "video_inline", videoId(post));
    case "link":
      return one("link", "share", "", { title: "Perpustakaan", target: { url: post.url } });
    default:
      return undefined;
  }
}

/** What part of the reactions each is; likes are the rest. */
const REACTIONS: Record<string, number> = {
  LOVE: 0.22,
  WOW: 0.02,
  HAHA: 0.02,
  SAD: 0.01,
  ANGRY: 0.005,
  CARE: 0.04,
};

function reactionSplit(all: number): Record<string, number> {
  const others = Object.entries(REACTIONS).map(([type, part]) => [type, Math.floor(all * part)]);
  const sum = others.reduce((total, [, count]) => total + Number(count), 0);
  return { LIKE: all - sum, ...Object.fromEntries(others) };
}

/** People's names are nobody's business here: the counts alone. */
function reactionsOf({ type, summary }: Parameters, all: number) {
  const known = { ...reactionSplit(all), NONE: 0 };
  if (type !== undefined && !Object.hasOwn(known, type)) {
    refuse(badParameter(`Param type must be one of {${Object.keys(known).join(", ")}}`));
  }
  const total_count = type === undefined ? all : (reactionSplit(all)[type] ?? 0);
  return { data: [], ...(summary === undefined ? {} : { summary: { total_count } }) };
}

type PostValue = (figures: PostFigures) => number | Record<string, number>;
type PostFigures = {
  views: number;
  reach: number;
  clicks: number;
  likes: number;
  watchMs: number;
  video: boolean;
};

const POST_METRICS: Record<string, PostValue> = {
  post_media_view: ({ views }) => views,
  post_total_media_view_unique: ({ reach }) => reach,
  post_clicks: ({ clicks }) => clicks,
  post_clicks_by_type: ({ clicks }): Record<string, number> => ({ "other clicks": clicks }),
  post_reactions_by_type_total: ({ likes }) => {
    const split = Object.entries(reactionSplit(likes)).filter(([, count]) => count > 0);
    return Object.fromEntries(split.map(([type, count]) => [type.toLowerCase(), count]));
  },
  post_reactions_like_total: ({ likes }) => reactionSplit(likes).LIKE ?? 0,
};

/** Known of any post, and told of those with a video. */
const VIDEO_POST_METRICS: Record<string, PostValue> = {
  post_video_views: ({ views }) => Math.round(views * 0.7),
  post_video_avg_time_watched: ({ watchMs, views }) =>
    views === 0 ? 0 : Math.round(watchMs / views),
  post_video_view_time: ({ watchMs }) => watchMs,
};

function postInsights(
  call: Incoming,
  page: WorldAccount,
  post: WorldPost,
  parameters: Parameters,
): { data: object[] } {
  const now = nowOf(call.state);
  const known = { ...POST_METRICS, ...VIDEO_POST_METRICS };
  const metrics = metricsOf(call, parameters, (name) => Object.hasOwn(known, name));
  const shown = shownFigures(page, post, call.state.changes, now);
  const figures = {
    views: shown.views ?? 0,
    reach: shown.reach ?? 0,
    clicks: shown.clicks ?? 0,
    likes: shown.likes ?? 0,
    watchMs: (shown.watch_seconds ?? 0) * 1000,
    video: isVideo(post.format),
  };
  const data = metrics.flatMap((name): object[] => {
    if (Object.hasOwn(VIDEO_POST_METRICS, name) && !figures.video) return [];
    const entry = lifetime(post.external_id, name, known[name]?.(figures) ?? 0);
    // the one metric that Meta answers twice when no period is asked for
    const twice = name === "post_total_media_view_unique" && parameters.period === undefined;
    return twice ? [entry, unseenToday(post, now)] : [entry];
  });
  return { data };
}

function unseenToday(post: WorldPost, now: Instant) {
  const days = daysEnding({ since: now - SECONDS_A_DAY, until: now }, now);
  const values = days.map(({ end }) => ({ value: 0, end }));
  return daily(post.external_id, "post_total_media_view_unique", values);
}
