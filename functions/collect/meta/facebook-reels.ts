/** Which videos are reels or broadcasts, which the list of posts does not tell, and the figures of reels. */
import { SECONDS_A_DAY } from "../../model/day.ts";
import { type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Seen } from "../../model/visit.ts";
import { createdAt, videoOf } from "./facebook-item.ts";
import type { Params } from "./graph.ts";
import { graphInstant } from "./graph-instant.ts";
import { insightsTask } from "./insights.ts";
import { paged } from "./paged.ts";
import type { Desk, Task } from "./tasks.ts";

const REEL_METRICS = ["post_video_view_time", "fb_reels_total_plays"];

/** The videos that are known to be reels: those of known posts, and (once the edge is read) those that it lists. */
export function reelVideos(seen: Seen, items: readonly JsonObject[]): Set<string> {
  const reels = seen.posts.filter(({ format }) => format === "short_video");
  const posts = new Set(reels.map(({ external_id }) => external_id));
  const videos = items.filter((item) => posts.has(textOf(item.id) ?? "")).map(videoOf);
  return new Set(videos.filter((id) => id !== null));
}

/** What tells a reel and a broadcast from any other video, asked when there is a video of which it is not known. */
export function videoEdges(
  page: string,
  seen: Seen,
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
  const edge = (of: string, name: string, params: Params, asked: string): Task => ({
    of,
    post: null,
    since: null,
    until: null,
    asked: asked.split(","),
    path: [page, name],
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

export function reelTasks(
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
      path: [video, "video_insights"],
      params: {},
      kind: "reel",
      metrics: REEL_METRICS,
    }),
  ];
}
