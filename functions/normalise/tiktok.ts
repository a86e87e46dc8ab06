import type { Answer } from "../model/answer.ts";
import { bodiesOf, countOf, objectOf, textOf } from "../model/json.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { formatInLink } from "./tiktok-format.ts";
import { tiktokPosts, type VideoWords } from "./tiktok-posts.ts";
import { tiktokSnapshot } from "./tiktok-snapshot.ts";

/**
 * TikTok's Display API → Snapshot. It knows likes, comments, shares and views of public videos; no reach, no saves, no
 * watch time, no days.
 *
 * Answers: `profile`, `posts` and `older_posts` (pages of the list, and re-readings by id), `gone`.
 */
export function fromTikTok(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const user = objectOf(objectOf(bodiesOf(answers, "profile")[0]?.data).user);
  return {
    ...tiktokSnapshot(answers, seen, user, tiktokPosts(answers, seen, WORDS)),
    external_id: textOf(user.open_id) ?? seen.external_id,
    followers: countOf(user.follower_count),
  };
}

const WORDS: VideoWords = {
  id: "id",
  rest: (video, url) => ({
    format: formatInLink(url),
    caption: textOf(video.video_description) ?? textOf(video.title),
    likes: countOf(video.like_count),
    comments: countOf(video.comment_count),
    shares: countOf(video.share_count),
    views: countOf(video.view_count),
  }),
};
