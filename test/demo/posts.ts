import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import { type Figures, NO_FIGURES } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { Topic } from "../../functions/model/topic.ts";
import type { DemoAccount, Incident } from "./accounts.ts";
import { captionOf, TOPIC_WEIGHTS } from "./captions.ts";
import { type Random, randomOf } from "./random.ts";

export type DemoPost = {
  external_id: string;
  url: string;
  published_at: Instant;
  format: Format;
  caption: string;
  paid: boolean;
  removed_at: Instant | null;
  /** Hours until it has half of its figures. */
  halfAgeHours: number;
  /** What it comes to in the end. */
  final: Figures;
};

/** Four digits of an id tell the place; those after the history count down from here. */
const LAST_PLACE = 10_000;

/** Watched seconds a view. */
const WATCHED: Partial<Record<Format, number>> = { short_video: 8, video: 14, live: 45 };

/**
 * An account's posts, newest first.
 * @param followersAt followers when a post is published
 */
export const demoPosts = (
  account: DemoAccount,
  times: readonly Instant[],
  followersAt: (at: Instant) => number,
): DemoPost[] => times.map((at, index) => demoPost(account, at, index, followersAt(at)));

/** What the post at a place is about, known before it is made: what works here has an hour of its own. */
export const topicOf = (account: DemoAccount, index: number): Topic =>
  randomOf(account.seed, "post", index).pick(TOPIC_WEIGHTS);

/** @param index its place counted from the newest of the history, which is 0; those after the history are below 0 */
export function demoPost(
  account: DemoAccount,
  at: Instant,
  index: number,
  followers: number,
): DemoPost {
  const random = randomOf(account.seed, "post", index);
  const topic = random.pick(TOPIC_WEIGHTS);
  const format = random.pick(account.formats);
  const external_id = postId(account, at, index);
  const removed = account.incidents.find((one) => one.kind === "removed" && one.post === index);
  return {
    external_id,
    url: postUrl(account, external_id),
    published_at: at,
    format,
    caption: captionOf(topic, random),
    paid: account.incidents.some((one) => one.kind === "paid" && one.post === index),
    removed_at: removed?.kind === "removed" ? at + removed.afterDays * SECONDS_A_DAY : null,
    halfAgeHours: account.halfAgeHours * Math.exp(0.2 * random.normal()),
    final: finalFigures(account, index, format, topic, followers, random),
  };
}

/** How much more or less than usual an incident makes of a post; 1 = nothing happened. */
const timesOf = (incidents: readonly Incident[], index: number): number =>
  incidents.reduce((times, one) => {
    if (one.kind === "slump") {
      return index >= one.newest && index <= one.oldest ? times * one.times : times;
    }
    return (one.kind === "viral" || one.kind === "paid") && one.post === index
      ? times * one.times
      : times;
  }, 1);

function finalFigures(
  account: DemoAccount,
  index: number,
  format: Format,
  topic: Topic,
  followers: number,
  random: Random,
): Figures {
  const stray = (share: number) => Math.exp(account.noise * share * random.normal());
  const luck = stray(1);
  const incident = timesOf(account.incidents, index);
  // formats and topics draw alike here, but for that one
  const kind = account.works?.topic === topic ? account.works.times : 1;
  const interactions = followers * account.rate * kind * luck * incident;
  // a post that pleases is shown to more people, but not as many more
  const seen = followers * (luck * kind) ** 0.6 * incident ** 0.85;
  const part = (share: number) => Math.round(interactions * share * stray(0.5));
  const reach = account.reach === null ? null : Math.round(seen * account.reach * stray(0.3));
  const views = Math.round(seen * account.views * stray(0.2));
  const watched = account.platform === "instagram" || account.platform === "facebook";
  return {
    ...NO_FIGURES,
    likes: Math.round(interactions * (1 - account.comments - account.shares)),
    comments: part(account.comments),
    shares: part(account.shares),
    saves: account.saves === null ? null : part(account.saves),
    reach,
    views: reach === null ? views : Math.max(views, reach),
    clicks: account.clicks === null ? null : Math.round(seen * account.clicks * stray(0.5)),
    watch_seconds: watched && format in WATCHED ? Math.round(views * (WATCHED[format] ?? 0)) : null,
  };
}

/** X and TikTok ids hold the instant of publishing, as the real ones do. */
function postId({ platform, external_id }: DemoAccount, at: Instant, place: number): string {
  const index = place < 0 ? LAST_PLACE + place : place;
  switch (platform) {
    case "x":
      return String(((BigInt(at) * 1000n - 1_288_834_974_657n) << 22n) + BigInt(index));
    case "tiktok":
      return String((BigInt(at) << 32n) + BigInt(index));
    case "facebook":
      return `${external_id}_${at}${String(index).padStart(4, "0")}`;
    case "instagram":
      return `179${at}${String(index).padStart(4, "0")}`;
  }
}

function postUrl({ platform, handle }: DemoAccount, id: string): string {
  const address: Record<Platform, string> = {
    instagram: `https://www.instagram.com/p/demo${id}/`,
    facebook: `https://www.facebook.com/${handle}/posts/${id.split("_")[1]}`,
    tiktok: `https://www.tiktok.com/@${handle}/video/${id}`,
    x: `https://x.com/${handle}/status/${id}`,
  };
  return address[platform];
}
