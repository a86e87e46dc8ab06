import type { Answer } from "../model/answer.ts";
import { bodiesOf, countOf, type JsonObject, objectOf, textOf } from "../model/json.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type { PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { gonePosts } from "./gone.ts";
import { webAddress } from "./permalink.ts";
import { handleOf } from "./snapshot-schema.ts";
import { tiktokPosts } from "./tiktok-posts.ts";

/**
 * TikTok's Display API → Snapshot. It knows likes, comments, shares and views of public videos; no reach, no saves, no
 * watch time, no days.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages of the list, and re-readings by id), `gone`.
 */
export function fromTikTok(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const user = objectOf(objectOf(bodiesOf(answers, "profile")[0]?.data).user);
  const posts = tiktokPosts(answers, seen, videoOf);
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
  const url = webAddress(textOf(video.share_url));
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
