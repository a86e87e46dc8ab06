import type { Answer } from "../model/answer.ts";
import { bodiesOf, countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type { PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { gonePosts } from "./gone.ts";
import { isRead } from "./listed.ts";
import { handleOf } from "./snapshot-schema.ts";

/**
 * TikTok's Display API → Snapshot. It knows likes, comments, shares and views of public videos; no reach, no saves, no
 * watch time, no days.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages of the list, and re-readings by id), `gone`.
 */
export function fromTikTok(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const user = objectOf(objectOf(bodiesOf(answers, "profile")[0]?.data).user);
  const posts = new Map<string, PostReading>();
  const isWanted = isRead(seen);
  for (const { of, body } of answers) {
    if (of !== "posts" && of !== "older_posts") continue;
    for (const video of objectsOf(objectOf(objectOf(body).data).videos)) {
      const reading = videoOf(video);
      if (!reading?.external_id) continue;
      if (of === "posts" && !isWanted(reading.external_id, reading.published_at)) continue;
      posts.set(reading.external_id, reading);
    }
  }
  return {
    platform: "tiktok",
    // the handle comes with a permission of its own
    account: handleOf(textOf(user.username) ?? seen.handle),
    external_id: textOf(user.open_id) ?? seen.external_id,
    name: textOf(user.display_name),
    read_at: seen.now,
    followers: countOf(user.follower_count),
    days: [],
    posts: [...posts.values(), ...gonePosts(answers, seen)],
    comments: [],
  };
}

function videoOf(video: JsonObject): PostReading | null {
  const external_id = textOf(video.id);
  const published_at = countOf(video.create_time);
  if (external_id === null || published_at === null) return null;
  const url = textOf(video.share_url);
  return {
    ...NO_FIGURES,
    external_id,
    url,
    published_at,
    published_precision: "second",
    format: url?.includes("/photo/") ? "carousel" : "short_video",
    caption: textOf(video.video_description) ?? textOf(video.title),
    paid: null,
    removed_at: null,
    likes: countOf(video.like_count),
    comments: countOf(video.comment_count),
    shares: countOf(video.share_count),
    views: countOf(video.view_count),
  };
}
