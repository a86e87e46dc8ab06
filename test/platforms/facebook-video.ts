/** Videos, reels and past live videos of a Page. */
import type { Format } from "../../functions/model/format.ts";
import type { Incoming } from "./call.ts";
import { graphTime, type Node, type Parameters } from "./graph-node.ts";
import { lifetime, metricsOf } from "./insights.ts";
import { mustHave, mustOpen } from "./permission.ts";
import { shownFigures } from "./shown.ts";
import { nowOf } from "./state.ts";
import { chanceOf, type WorldAccount, type WorldPost } from "./world.ts";

export const isVideo = (format: Format): boolean =>
  format === "video" || format === "short_video" || format === "live";

const bare = (post: WorldPost): string => post.external_id.split("_")[1] ?? "";

/** A video is an object of its own, with an id of its own. */
export const videoId = (post: WorldPost): string => `9${bare(post)}`;
export const liveId = (post: WorldPost): string => `8${bare(post)}`;

function lengthSeconds(page: WorldAccount, post: WorldPost): number {
  const random = chanceOf(page, "length", post.external_id);
  const [least, most] =
    post.format === "live" ? [1_200, 4_800] : post.format === "video" ? [60, 240] : [15, 75];
  return Math.round((least + (most - least) * random.unit()) * 1000) / 1000;
}

export function videoNode(call: Incoming, page: WorldAccount, post: WorldPost): Node {
  const now = nowOf(call.state);
  const figures = shownFigures(page, post, call.state.changes, now);
  return {
    type: "Video",
    id: videoId(post),
    usual: ["created_time", "description", "id"],
    empty: ["custom_labels", "picture", "place", "source", "status", "title"],
    fields: {
      id: () => videoId(post),
      created_time: () => graphTime(post.published_at),
      updated_time: () => graphTime(post.published_at),
      description: () => post.caption,
      permalink_url: () => `/${page.external_id}/videos/${videoId(post)}/`,
      length: () => lengthSeconds(page, post),
      post_id: () => bare(post),
      views: () => figures.views ?? undefined,
      live_status: () => (post.format === "live" ? "VOD" : undefined),
      published: () => true,
    },
    edges: {
      video_insights: (parameters) => {
        mustOpen(call, page.external_id, "read_insights");
        mustHave(call, "read_insights");
        return videoInsights(call, page, post, parameters);
      },
    },
  };
}

/** Live videos count viewers in a text. */
export function liveNode(call: Incoming, page: WorldAccount, post: WorldPost): Node {
  const figures = shownFigures(page, post, call.state.changes, nowOf(call.state));
  return {
    type: "LiveVideo",
    id: liveId(post),
    usual: ["status", "title", "id"],
    fields: {
      id: () => liveId(post),
      status: () => "VOD",
      title: () => post.caption.slice(0, 60),
      description: () => post.caption,
      creation_time: () => graphTime(post.published_at - 600),
      broadcast_start_time: () => graphTime(post.published_at),
      planned_start_time: () => undefined,
      live_views: () => 0,
      total_views: () => String(figures.views ?? 0),
      permalink_url: () => `/${page.external_id}/videos/${videoId(post)}/`,
      video: ({ fields }) =>
        fields.length === 0
          ? { id: videoId(post) }
          : { id: videoId(post), length: lengthSeconds(page, post) },
    },
    edges: {},
  };
}

type VideoValue = (figures: VideoFigures) => number | Record<string, number>;
type VideoFigures = {
  views: number;
  watchMs: number;
  likes: number;
  shares: number;
  comments: number;
};

const averageMs = ({ watchMs, views }: VideoFigures) =>
  views === 0 ? 0 : Math.round(watchMs / views);

const VIDEO_METRICS: Record<string, VideoValue> = {
  total_video_views: ({ views }) => views,
  total_video_complete_views: ({ views }) => Math.round(views * 0.2),
  total_video_avg_time_watched: averageMs,
  total_video_view_total_time: ({ watchMs }) => watchMs,
  post_video_avg_time_watched: averageMs,
  post_video_view_time: ({ watchMs }) => watchMs,
};

/** Reels have words of their own, and lack some of a video's. */
const REEL_METRICS: Record<string, VideoValue> = {
  blue_reels_play_count: ({ views }) => Math.round(views * 0.92),
  fb_reels_total_plays: ({ views }) => views,
  fb_reels_replay_count: ({ views }) => views - Math.round(views * 0.92),
  post_video_avg_time_watched: averageMs,
  post_video_view_time: ({ watchMs }) => watchMs,
  post_video_social_actions: ({ comments, shares }): Record<string, number> => ({
    COMMENT: comments,
    SHARE: shares,
  }),
  post_video_likes_by_reaction_type: ({ likes }): Record<string, number> => ({
    REACTION_LIKE: likes,
  }),
  post_video_followers: () => 0,
};

function videoInsights(
  call: Incoming,
  page: WorldAccount,
  post: WorldPost,
  parameters: Parameters,
) {
  const known = post.format === "short_video" ? REEL_METRICS : VIDEO_METRICS;
  const metrics = metricsOf(call, parameters, (name) => Object.hasOwn(known, name));
  const shown = shownFigures(page, post, call.state.changes, nowOf(call.state));
  const figures = {
    views: shown.views ?? 0,
    watchMs: (shown.watch_seconds ?? 0) * 1000,
    likes: shown.likes ?? 0,
    shares: shown.shares ?? 0,
    comments: shown.comments ?? 0,
  };
  const data = metrics.map((name) => lifetime(videoId(post), name, known[name]?.(figures) ?? 0));
  return { data };
}
