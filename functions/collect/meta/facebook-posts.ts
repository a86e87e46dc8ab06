/** A page's posts and their figures. */
import { type JsonObject, textOf } from "../../model/json.ts";
import type { KnownPost } from "../../model/visit.ts";
import { videoOf } from "./facebook-item.ts";
import { reelTasks } from "./facebook-reels.ts";
import { insightsTask } from "./insights.ts";
import { type Desk, postTask, type Task } from "./tasks.ts";

export const POST_FIELDS = [
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

const POST_METRICS = ["post_media_view", "post_total_media_view_unique", "post_clicks"];
const VIDEO_METRICS = [...POST_METRICS, "post_video_view_time"];

export function postTasks(desk: Desk, item: JsonObject): Task[] {
  const post = textOf(item.id);
  return post === null ? [] : [figuresTask(desk, post, videoOf(item) !== null)];
}

function figuresTask(desk: Desk, post: string, video: boolean): Task {
  return insightsTask(desk, {
    of: "insights",
    post,
    since: null,
    until: null,
    path: [post, "insights"],
    params: { period: "lifetime" },
    kind: video ? "video" : "post",
    metrics: video ? VIDEO_METRICS : POST_METRICS,
  });
}

export function dueTasks(
  desk: Desk,
  { external_id: post, format }: KnownPost,
  reels: Set<string>,
): Task[] {
  const isReel = format === "short_video";
  const video = isReel || format === "video" || format === "live";
  return [
    {
      ...postTask(post, POST_FIELDS),
      next: (item) => {
        const id = videoOf(item);
        if (isReel && id !== null) reels.add(id);
        return isReel ? reelTasks(desk, post, id, reels) : [];
      },
    },
    figuresTask(desk, post, video),
  ];
}
