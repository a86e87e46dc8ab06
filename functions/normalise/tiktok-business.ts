import type { Answer } from "../model/answer.ts";
import { bodiesOf, countOf, flagOf, objectOf, textOf } from "../model/json.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { tiktokComments } from "./tiktok-comments.ts";
import { tiktokDays } from "./tiktok-days.ts";
import { formatOf } from "./tiktok-format.ts";
import { tiktokPosts, type VideoWords } from "./tiktok-posts.ts";
import { tiktokSnapshot } from "./tiktok-snapshot.ts";

/**
 * TikTok's Business (Accounts) API → Snapshot: days in UTC, saves, reach and watch time of posts, comments with `owner`.
 *
 * Answers: `account` (profile and days), `posts` and `older_posts` (pages of the list, and re-readings by id), `comments`, `replies` (both
 * with the post's id), `gone`.
 */
export function fromTikTokBusiness(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const accounts = bodiesOf(answers, "account").map((body) => objectOf(body.data));
  const profile = accounts[0] ?? {};
  const posts = tiktokPosts(answers, seen, WORDS);
  return {
    // the answers do not say whose they are: the account's id is what was asked with
    ...tiktokSnapshot(answers, seen, profile, posts),
    followers: countOf(profile.followers_count),
    days: tiktokDays(accounts, seen.now),
    comments: tiktokComments(answers, posts, seen),
  };
}

const WORDS: VideoWords = {
  id: "item_id",
  rest: (video) => {
    const views = countOf(video.video_views);
    // a video that nobody saw for a week comes without reach and watch time, or with zeros in their place
    const unlessEmpty = (count: number | null) => (count === 0 && views !== 0 ? null : count);
    return {
      format: formatOf(textOf(video.media_type)),
      caption: textOf(video.caption),
      paid: flagOf(video.is_ad),
      likes: countOf(video.likes),
      comments: countOf(video.comments),
      shares: countOf(video.shares),
      // TikTok's own spelling wavers
      saves: countOf(video.favorites ?? video.favorities),
      reach: unlessEmpty(countOf(video.reach)),
      views,
      watch_seconds: unlessEmpty(countOf(video.total_time_watched)),
    };
  },
};
