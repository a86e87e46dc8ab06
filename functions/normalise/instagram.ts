import type { Answer } from "../model/answer.ts";
import type { Format } from "../model/format.ts";
import { bodiesOf, countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { type DayMetric, NO_FIGURES } from "../model/metric.ts";
import type { CommentReading, Instant, PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { asksSomething } from "./asks.ts";
import { secondsOf } from "./facebook.ts";
import { gonePosts } from "./gone.ts";
import { handleOf } from "./handle.ts";
import { dailyFigures, instantOf, lifetimeFigures, openDays } from "./insights.ts";
import { byPost, postsRead } from "./listed.ts";
import { webAddress } from "./permalink.ts";

/** The Graph API's answers about an Instagram account → Snapshot. See collect/meta/instagram.ts for what each answers. */
export function fromInstagram(answers: readonly Answer[], seen: Seen): Snapshot | null {
  if (answers.length === 0) return null;
  const [profile = {}] = bodiesOf(answers, "profile");
  const handle = handleOf(textOf(profile.username) ?? seen.handle);
  // Instagram's own login has an id for each app as well: only `user_id` is the account's
  const account = textOf(profile.user_id) ?? seen.external_id ?? textOf(profile.id);
  const posts = postsOf(answers, seen);
  return {
    platform: "instagram",
    account: handle,
    external_id: account,
    name: textOf(profile.name),
    read_at: seen.now,
    followers: countOf(profile.followers_count),
    days: daysOf(answers, seen.now),
    posts: [...posts, ...gonePosts(answers, seen)],
    comments: commentsOf(answers, posts, seen, { id: account, handle }),
  };
}

const TOTALS: Record<string, DayMetric> = {
  reach: "reach",
  views: "views",
  profile_views: "profile_views",
};

function daysOf(answers: readonly Answer[], now: Instant) {
  const days = openDays(now);
  for (const { metric, end, count } of bodiesOf(answers, "days_reach").flatMap(dailyFigures)) {
    if (metric === "reach") days.note(end, "reach", count);
  }
  for (const { of, until, body } of answers) {
    if (until === null) continue;
    if (of === "days_totals") {
      for (const [metric, value] of lifetimeFigures([objectOf(body)])) {
        const known = TOTALS[metric];
        if (known) days.note(until, known, value);
      }
    }
    if (of === "days_follows") {
      const { gained, lost } = followsOf(objectOf(body));
      days.note(until, "followers_gained", gained);
      days.note(until, "followers_lost", lost);
    }
  }
  return days.all();
}

/** In this metric FOLLOWER means "followed" and NON_FOLLOWER "unfollowed". */
function followsOf(body: JsonObject) {
  const [metric] = objectsOf(body.data);
  const [split] = objectsOf(objectOf(metric?.total_value).breakdowns);
  const results = objectsOf(split?.results);
  const of = (kind: string) =>
    countOf(
      results.find(({ dimension_values: names }) => Array.isArray(names) && names.includes(kind))
        ?.value,
    );
  return { gained: of("FOLLOWER"), lost: of("NON_FOLLOWER") };
}

function postsOf(answers: readonly Answer[], seen: Seen): PostReading[] {
  const insights = byPost(answers, "insights");
  const media = postsRead(answers, seen, ({ timestamp }) => instantOf(timestamp));
  for (const story of bodiesOf(answers, "stories").flatMap(({ data }) => objectsOf(data))) {
    const id = textOf(story.id);
    if (id !== null) media.set(id, { ...story, media_product_type: "STORY" });
  }
  return [...media].flatMap(([id, medium]) => {
    const published_at = instantOf(medium.timestamp);
    if (published_at === null) return [];
    const figures = lifetimeFigures(insights.get(id) ?? []);
    const figure = (name: string) => figures.get(name) ?? null;
    return [
      {
        ...NO_FIGURES,
        external_id: id,
        url: webAddress(textOf(medium.permalink)),
        published_at,
        published_precision: "second" as const,
        format: formatOf(medium),
        caption: textOf(medium.caption),
        paid: medium.media_product_type === "AD" ? true : null,
        removed_at: null,
        // left out when the account hides its likes
        likes: countOf(medium.like_count) ?? figure("likes"),
        comments: countOf(medium.comments_count),
        shares: figure("shares"),
        saves: figure("saved"),
        reach: figure("reach"),
        views: figure("views"),
        watch_seconds: secondsOf(figures.get("ig_reels_video_view_total_time")),
      },
    ];
  });
}

const MEDIA: Record<string, Format> = {
  IMAGE: "image",
  VIDEO: "video",
  CAROUSEL_ALBUM: "carousel",
};

/** `media_type` never says REELS: the product type decides first. */
function formatOf({ media_type, media_product_type }: JsonObject): Format {
  if (media_product_type === "STORY") return "story";
  if (media_product_type === "REELS") return "short_video";
  return MEDIA[textOf(media_type) ?? ""] ?? "other";
}

function commentsOf(
  answers: readonly Answer[],
  posts: readonly PostReading[],
  seen: Seen,
  account: { id: string | null; handle: string },
): CommentReading[] {
  const known = new Set([...posts, ...seen.posts].map(({ external_id }) => external_id));
  const comments = new Map<string, CommentReading>();
  const keep = (comment: JsonObject, post: string, reply_to: string | null) => {
    const external_id = textOf(comment.id);
    const at = instantOf(comment.timestamp);
    if (external_id === null || at === null) return;
    const ours = isOurs(comment, account);
    const asks = ours ? null : asksSomething(comment.text);
    comments.set(external_id, { external_id, post, at, ours, reply_to, asks });
  };
  for (const { of, post, asked, body } of answers) {
    if (post === null || !known.has(post)) continue;
    const items = objectsOf(objectOf(body).data);
    if (of === "comments") {
      for (const comment of items) {
        keep(comment, post, null);
        const replies = objectsOf(objectOf(comment.replies).data);
        for (const reply of replies) keep(reply, post, textOf(comment.id));
      }
    }
    if (of === "replies") for (const reply of items) keep(reply, post, asked[0] ?? null);
  }
  return [...comments.values()];
}

/** The writer's id where it is given, else the name. */
function isOurs(comment: JsonObject, { id, handle }: { id: string | null; handle: string }) {
  const from = objectOf(comment.from);
  const writer = textOf(from.username) ?? textOf(comment.username);
  if (id !== null && textOf(from.id) === id) return true;
  return writer !== null && handleOf(writer) === handle;
}
