import { isDay, startOfDay } from "../model/day.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import type { Instant, PostReading, Snapshot } from "../model/snapshot.ts";
import { asksSomething } from "./asks.ts";
import { namedHandle } from "./handle.ts";
import { decidedInstant, instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS, readInstant } from "./instant.ts";
import { postIdInLink } from "./permalink.ts";
import { fullPostId } from "./post-id.ts";
import type { PostWire, SnapshotWire } from "./snapshot-schema.ts";

type WireContext = { now: Instant; time_zone: string };

/** A Snapshot of the wire that the schema let through, in the model's own form. */
export function fromWire(wire: SnapshotWire, context: WireContext): Snapshot {
  const account_id = trimmed(wire.external_id);
  const named = namedHandle(wire.platform, wire.account);
  if ("fault" in named) throw new TypeError(`not a handle: ${named.fault}`);
  return {
    platform: wire.platform,
    account: named.handle,
    external_id: account_id,
    name: trimmed(wire.name && cleanText(wire.name)),
    read_at: instantOf(wire.read_at),
    followers: wire.followers ?? null,
    days: (wire.days ?? []).map((day) => ({
      date: day.date,
      reach: day.reach ?? null,
      views: day.views ?? null,
      profile_views: day.profile_views ?? null,
      followers_gained: day.followers_gained ?? null,
      followers_lost: day.followers_lost ?? null,
      end_time: day.end_time ? instantOf(day.end_time) : null,
      time_zone: day.time_zone ?? null,
    })),
    posts: (wire.posts ?? []).map((post) => postOf(post, wire.platform, account_id, context)),
    comments: (wire.comments ?? []).map((comment) => ({
      external_id: comment.external_id.trim(),
      post: fullPostId(wire.platform, account_id, comment.post.trim()),
      at: instantOf(comment.at),
      ours: comment.ours,
      reply_to: trimmed(comment.reply_to),
      asks: comment.ours ? null : (comment.asks ?? asksSomething(comment.text)),
    })),
  };
}

function postOf(
  post: PostWire,
  platform: Platform,
  account_id: string | null,
  context: WireContext,
): PostReading {
  const url = trimmed(post.url);
  const id = trimmed(post.external_id) ?? (url && postIdInLink(platform, url));
  const published = publishedOf(post, instantOfPost(platform, id, url, latestOf(context)), context);
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) figures[counter] = post[counter] ?? null;
  return {
    external_id: id && fullPostId(platform, account_id, id),
    url,
    ...published,
    format: post.format ?? null,
    caption: post.caption == null ? null : cleanText(post.caption),
    paid: post.paid ?? null,
    removed_at: post.removed_at ? instantOf(post.removed_at) : null,
    ...figures,
  };
}

/** An id that holds a later instant than any post can have is of another make. */
const latestOf = ({ now }: WireContext): Instant => now + CLOCK_LEEWAY_SECONDS;

/**
 * The stated instant, unless the post's id holds another one, which decides. A day, as a bare date or by its precision, is
 * the start of the library's day where the id does not say more.
 */
function publishedOf(
  { published_at, published_precision }: PostWire,
  made: Instant | null,
  { time_zone }: WireContext,
): Pick<PostReading, "published_at" | "published_precision"> {
  const bare = isDay(published_at);
  const stated = bare ? startOfDay(published_at, time_zone) : instantOf(published_at);
  if (bare || published_precision === "day") {
    return made === null
      ? { published_at: stated, published_precision: "day" }
      : { published_at: made, published_precision: "second" };
  }
  return { published_at: decidedInstant(stated, made), published_precision: "second" };
}

/** Text as it can be stored: no NUL, and no half of a surrogate pair, which UTF-8 cannot say. */
export const cleanText = (text: string): string => text.replaceAll("\0", "").toWellFormed();

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

/** An instant that the schema has let through. */
function instantOf(text: string): Instant {
  const at = readInstant(text);
  if (typeof at !== "number") throw new TypeError(`not an instant: ${at}`);
  return at;
}
