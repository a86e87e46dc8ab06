import type { Answer } from "../model/answer.ts";
import type { Format } from "../model/format.ts";
import { bodiesOf, countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { type DayMetric, NO_FIGURES } from "../model/metric.ts";
import type { CommentReading, PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { asksSomething } from "./asks.ts";
import { gonePosts } from "./gone.ts";
import { handleOf } from "./handle.ts";
import { dailyFigures, instantOf, lifetimeFigures, openDays } from "./insights.ts";
import { byPost, postsRead } from "./listed.ts";
import { webAddress } from "./permalink.ts";

/** The Graph API's answers about a Facebook page → Snapshot. See collect/meta/facebook.ts for what each answers. */
export function fromFacebook(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const [profile = {}] = bodiesOf(answers, "profile");
  const page = textOf(profile.id) ?? seen.external_id;
  const posts = [...postsOf(answers, seen), ...storiesOf(answers, page)];
  return {
    platform: "facebook",
    // a page needs no name in its address; its number then stands there
    account: handleOf(
      textOf(profile.username) ?? (profile.id ? (page ?? seen.handle) : seen.handle),
    ),
    external_id: page,
    name: textOf(profile.name),
    read_at: seen.now,
    followers: countOf(profile.followers_count),
    days: daysOf(answers, seen.now),
    posts: [...posts, ...gonePosts(answers, seen)],
    comments: commentsOf(answers, posts, seen, page),
  };
}

const DAY_METRICS: Record<string, DayMetric> = {
  page_total_media_view_unique: "reach",
  page_media_view: "views",
  page_views_total: "profile_views",
  page_daily_follows_unique: "followers_gained",
  page_daily_unfollows_unique: "followers_lost",
};

function daysOf(answers: readonly Answer[], now: number) {
  const days = openDays(now);
  for (const { metric, end, count } of bodiesOf(answers, "days").flatMap(dailyFigures)) {
    const known = DAY_METRICS[metric];
    if (known) days.note(end, known, count);
  }
  return days.all();
}

function postsOf(answers: readonly Answer[], seen: Seen): PostReading[] {
  const insights = byPost(answers, "insights", "reel_insights");
  const formats = videoFormats(answers, seen);
  const read = postsRead(answers, seen, ({ created_time }) => instantOf(created_time));
  return [...read].flatMap(([id, post]) => {
    const published_at = instantOf(post.created_time);
    if (published_at === null) return [];
    const figures = lifetimeFigures(insights.get(id) ?? []);
    return [
      {
        ...NO_FIGURES,
        external_id: id,
        url: webAddress(textOf(post.permalink_url)),
        published_at,
        published_precision: "second" as const,
        format: formatOf(post, id, formats),
        caption: textOf(post.message) ?? textOf(post.story),
        paid: null,
        removed_at: null,
        likes: countOf(objectOf(objectOf(post.reactions).summary).total_count),
        comments: countOf(objectOf(objectOf(post.comments).summary).total_count),
        // asked of every post, and left out where it is zero
        shares: countOf(objectOf(post.shares).count) ?? 0,
        reach: figures.get("post_total_media_view_unique") ?? null,
        // a reel's plays stand in where the page's token is not given its views
        views: figures.get("post_media_view") ?? figures.get("fb_reels_total_plays") ?? null,
        clicks: figures.get("post_clicks") ?? null,
        watch_seconds: secondsOf(figures.get("post_video_view_time")),
      },
    ];
  });
}

/** Meta counts watching in milliseconds. */
export const secondsOf = (ms: number | undefined): number | null =>
  ms === undefined ? null : Math.round(ms / 1000);

type VideoFormat = (post: string, video: string | null) => Format | null;

/** A reel and a broadcast are videos that stand in lists of their own; `null` when those lists were not read. */
function videoFormats(answers: readonly Answer[], seen: Seen): VideoFormat {
  const listed = (of: string) => bodiesOf(answers, of).flatMap(({ data }) => objectsOf(data));
  const reels = new Set(listed("reels").map(({ id }) => textOf(id)));
  const lives = new Set(listed("lives").map(({ video }) => textOf(objectOf(video).id)));
  const read = answers.some(({ of }) => of === "reels");
  return (post, video) => {
    if (seen.posts.find(({ external_id }) => external_id === post)?.format) return null;
    if (video !== null && lives.has(video)) return "live";
    if (video !== null && reels.has(video)) return "short_video";
    return read ? "video" : null;
  };
}

const ATTACHED: Record<string, Format> = { photo: "image", album: "carousel", link: "link" };

/** `null` says nothing: what is known of the post stays. */
function formatOf(post: JsonObject, id: string, ofVideo: VideoFormat): Format | null {
  const [attached] = objectsOf(objectOf(post.attachments).data);
  if (!attached) return textOf(post.message) === null ? "other" : "text";
  const kind = textOf(attached.media_type);
  if (kind === "video") return ofVideo(id, textOf(objectOf(attached.target).id));
  return ATTACHED[kind ?? ""] ?? "other";
}

function storiesOf(answers: readonly Answer[], page: string | null): PostReading[] {
  const insights = byPost(answers, "story_insights");
  return bodiesOf(answers, "stories")
    .flatMap(({ data }) => objectsOf(data))
    .flatMap((story) => {
      const id = textOf(story.post_id);
      const published_at = instantOf(story.creation_time);
      if (id === null || published_at === null) return [];
      const figures = lifetimeFigures(insights.get(id) ?? []);
      return [
        {
          ...NO_FIGURES,
          external_id: page === null || id.includes("_") ? id : `${page}_${id}`,
          url: webAddress(textOf(story.url)),
          published_at,
          published_precision: "second" as const,
          format: "story" as const,
          caption: null,
          paid: null,
          removed_at: null,
          shares: figures.get("pages_fb_story_shares") ?? null,
          reach: figures.get("story_total_media_view_unique") ?? null,
          views: figures.get("story_media_view") ?? null,
        },
      ];
    });
}

function commentsOf(
  answers: readonly Answer[],
  posts: readonly PostReading[],
  seen: Seen,
  page: string | null,
): CommentReading[] {
  const known = new Set([...posts, ...seen.posts].map(({ external_id }) => external_id));
  const comments = new Map<string, CommentReading>();
  for (const [post, bodies] of byPost(answers, "comments")) {
    if (!known.has(post)) continue;
    for (const comment of bodies.flatMap(({ data }) => objectsOf(data))) {
      const external_id = textOf(comment.id);
      const at = instantOf(comment.created_time);
      if (external_id === null || at === null) continue;
      // who wrote it is left out of people whom the page may not see: then it was not the page
      const ours = page !== null && textOf(objectOf(comment.from).id) === page;
      const reply_to = textOf(objectOf(comment.parent).id);
      const asks = ours ? null : asksSomething(comment.message);
      comments.set(external_id, { external_id, post, at, ours, reply_to, asks });
    }
  }
  return [...comments.values()];
}
