import { isDay, startOfDay } from "../model/day.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import type { Instant, PostReading, Precision, Snapshot } from "../model/snapshot.ts";
import { instantOnDay } from "./id-instant.ts";
import { readInstant } from "./instant.ts";
import { postIdInLink } from "./permalink.ts";
import { fullPostId } from "./post-id.ts";
import { handleOf, type PostWire, type SnapshotWire } from "./snapshot-schema.ts";

/** A Snapshot of the wire that the schema let through, in the model's own form. */
export function fromWire(wire: SnapshotWire, { time_zone }: { time_zone: string }): Snapshot {
  const account_id = trimmed(wire.external_id);
  return {
    platform: wire.platform,
    account: handleOf(wire.account),
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
    posts: (wire.posts ?? []).map((post) => postOf(post, wire.platform, account_id, time_zone)),
    comments: (wire.comments ?? []).map((comment) => ({
      external_id: comment.external_id.trim(),
      post: fullPostId(wire.platform, account_id, comment.post.trim()),
      at: instantOf(comment.at),
      ours: comment.ours,
      reply_to: trimmed(comment.reply_to),
    })),
  };
}

function postOf(
  post: PostWire,
  platform: Platform,
  account_id: string | null,
  zone: string,
): PostReading {
  const url = trimmed(post.url);
  const id = trimmed(post.external_id) ?? (url && postIdInLink(platform, url));
  const [published_at, precision] = publishedOf(post.published_at, platform, id, zone);
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) figures[counter] = post[counter] ?? null;
  return {
    external_id: id && fullPostId(platform, account_id, id),
    url,
    published_at,
    published_precision: post.published_precision === "day" ? "day" : precision,
    format: post.format ?? null,
    caption: post.caption == null ? null : cleanText(post.caption),
    paid: post.paid ?? null,
    removed_at: post.removed_at ? instantOf(post.removed_at) : null,
    ...figures,
  };
}

/** A bare date is the start of the library's day, unless the post's id holds an instant of that day. */
function publishedOf(
  text: string,
  platform: Platform,
  id: string | null,
  zone: string,
): [Instant, Precision] {
  if (!isDay(text)) return [instantOf(text), "second"];
  const at = instantOnDay(platform, id, text, [zone]);
  return at === null ? [startOfDay(text, zone), "day"] : [at, "second"];
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
