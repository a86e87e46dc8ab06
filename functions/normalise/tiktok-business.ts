import type { Answer } from "../model/answer.ts";
import { addDays, isDay, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import type { Format } from "../model/format.ts";
import {
  bodiesOf,
  countOf,
  flagOf,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
} from "../model/json.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type {
  CommentReading,
  DayReading,
  Instant,
  PostReading,
  Snapshot,
} from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { gonePosts } from "./gone.ts";
import { webAddress } from "./permalink.ts";
import { handleOf } from "./snapshot-schema.ts";
import { tiktokPosts } from "./tiktok-posts.ts";

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
  const posts = tiktokPosts(answers, seen, videoOf);
  return {
    platform: "tiktok",
    account: handleOf(textOf(profile.username) ?? seen.handle),
    // the answers do not say whose they are: the account's id is what was asked with
    external_id: seen.external_id,
    name: textOf(profile.display_name),
    read_at: seen.now,
    followers: countOf(profile.followers_count),
    days: daysOf(accounts, seen.now),
    posts: [...posts.values(), ...gonePosts(answers, seen)],
    comments: commentsOf(answers, posts, seen),
  };
}

/** TikTok's figures of a day are complete only a day after its end, at the earliest. */
const DAY_LAG = SECONDS_A_DAY;

function daysOf(accounts: readonly JsonObject[], now: Instant): DayReading[] {
  const days = new Map<string, DayReading>();
  for (const metric of accounts.flatMap(({ metrics }) => objectsOf(metrics))) {
    const date = textOf(metric.date);
    if (date === null || !isDay(date)) continue;
    const end_time = startOfDay(addDays(date, 1), "UTC");
    if (end_time + DAY_LAG > now) continue;
    const day: DayReading = {
      date,
      end_time,
      time_zone: "UTC",
      reach: countOf(metric.unique_video_views),
      views: countOf(metric.video_views),
      profile_views: countOf(metric.profile_views),
      followers_gained: countOf(metric.daily_new_followers),
      followers_lost: countOf(metric.daily_lost_followers),
    };
    days.set(date, day);
  }
  return [...days.values()];
}

function videoOf(video: JsonObject): PostReading | null {
  const external_id = textOf(video.item_id);
  const published_at = countOf(video.create_time);
  if (external_id === null || published_at === null) return null;
  const views = countOf(video.video_views);
  // a video that nobody saw for a week comes without reach and watch time, or with zeros in their place
  const unlessEmpty = (count: number | null) => (count === 0 && views !== 0 ? null : count);
  return {
    ...NO_FIGURES,
    external_id,
    url: webAddress(textOf(video.share_url)),
    published_at,
    published_precision: "second",
    format: formatOf(textOf(video.media_type)),
    caption: textOf(video.caption),
    paid: flagOf(video.is_ad),
    removed_at: null,
    likes: countOf(video.likes),
    comments: countOf(video.comments),
    shares: countOf(video.shares),
    // TikTok's own spelling wavers
    saves: countOf(video.favorites ?? video.favorities),
    reach: unlessEmpty(countOf(video.reach)),
    views,
    watch_seconds: unlessEmpty(countOf(video.total_time_watched)),
  };
}

/** A photo post on TikTok is a set to swipe through. */
function formatOf(type: string | null): Format | null {
  if (type === null) return null;
  if (type === "VIDEO") return "short_video";
  return type === "PHOTO" ? "carousel" : "other";
}

function commentsOf(
  answers: readonly Answer[],
  posts: ReadonlyMap<string, PostReading>,
  seen: Seen,
): CommentReading[] {
  const places = new Set([...posts.keys(), ...seen.posts.map((post) => post.external_id)]);
  const comments = new Map<string, CommentReading>();
  for (const { of, post, body } of answers) {
    if ((of !== "comments" && of !== "replies") || post === null || !places.has(post)) continue;
    for (const comment of objectsOf(objectOf(objectOf(body).data).comments)) {
      for (const said of [comment, ...objectsOf(comment.reply_list)]) {
        const reading = commentOf(said, post);
        if (reading) comments.set(reading.external_id, reading);
      }
    }
  }
  return [...comments.values()];
}

function commentOf(comment: JsonObject, post: string): CommentReading | null {
  const external_id = textOf(comment.comment_id);
  const at = countOf(comment.create_time);
  const ours = flagOf(comment.owner);
  if (external_id === null || at === null || ours === null) return null;
  const parent = textOf(comment.parent_comment_id);
  const isAnswer = parent !== null && ![external_id, post, "0"].includes(parent);
  return { external_id, post, at, ours, reply_to: isAnswer ? parent : null };
}
