/** What the platforms show at an instant: the world, and what was done to it since. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import { COUNTERS, type Figures } from "../../functions/model/metric.ts";
import type { CommentReading, Instant } from "../../functions/model/snapshot.ts";
import { figuresAt } from "../demo/figures.ts";
import type { WorldAccount, WorldPost } from "./world.ts";
import { chanceOf } from "./world.ts";

/** Something that happened in the world at an instant, and lasts. */
export type Change = { at: Instant } & (
  | { kind: "renamed"; account: string; handle: string }
  | { kind: "post_deleted"; post: string }
  /** The platform takes back counts (removed spam): of one post, or of all of an account. */
  | { kind: "counts_fall"; account?: string; post?: string; times: number }
  /** So many comment on a post of X or TikTok, and the library answers so often, its answers spread over them. */
  | { kind: "discussed"; post: string; comments: number; answers: number }
  /** So many people write under a post of Meta's, or under one comment there, evenly over the next seconds. */
  | { kind: "crowded"; post: string; under?: string; comments: number; seconds: number }
  /** The library answers a comment. */
  | { kind: "answered"; post: string; comment: string }
);

const past = (changes: readonly Change[], at: Instant) => changes.filter((one) => one.at <= at);

export function handleAt(account: WorldAccount, changes: readonly Change[], at: Instant): string {
  const renamed = past(changes, at).findLast(
    (one) => one.kind === "renamed" && one.account === account.external_id,
  );
  return renamed?.kind === "renamed" ? renamed.handle : account.handle;
}

export function removedAt(post: WorldPost, changes: readonly Change[]): Instant | null {
  const deleted = changes.find(
    (one) => one.kind === "post_deleted" && one.post === post.external_id,
  );
  return deleted ? Math.min(deleted.at, post.removed_at ?? deleted.at) : post.removed_at;
}

/** Posts that can be seen, newest first. */
export const postsAt = (
  account: WorldAccount,
  changes: readonly Change[],
  at: Instant,
): WorldPost[] =>
  account.all
    .filter((post) => {
      const removed = removedAt(post, changes);
      return post.published_at <= at && (removed === null || removed > at);
    })
    .map((post) => commented(account, post, changes));

/** A post with what was written under it because of a change, too. */
export function commented(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
): WorldPost {
  const more = changes.flatMap((change, index) => writtenBy(account, post, change, index));
  if (more.length === 0) return post;
  return { ...post, comments: [...post.comments, ...more].sort((a, b) => a.at - b.at) };
}

function writtenBy(
  { platform }: WorldAccount,
  { external_id }: WorldPost,
  change: Change,
  index: number,
): CommentReading[] {
  if (!("post" in change) || change.post !== external_id) return [];
  const write = (at: Instant, place: number, ours: boolean, reply_to: string | null) => {
    const number = `${index + 1}${String(place).padStart(5, "0")}`;
    const [, bare] = external_id.split("_");
    const id = platform === "facebook" ? `${bare}_${at}${number}` : `179${external_id}${number}`;
    return { external_id: id, post: external_id, at, ours, reply_to, asks: false };
  };
  if (change.kind === "answered") return [write(change.at, 0, true, change.comment)];
  if (change.kind !== "crowded") return [];
  const { at, comments, seconds, under = null } = change;
  return Array.from({ length: comments }, (_, place) =>
    write(at + Math.round((place * seconds) / comments), place, false, under),
  );
}

/** In every comment that others write: it may stand nowhere in Denyut. */
export const COMMENT_MARK = "sampurasun";

/** What a comment says. */
export const saidIn = ({ ours, asks }: CommentReading): string => {
  if (ours) return "Terima kasih, Kak!";
  return asks ? `Kak, jam berapa buka? ${COMMENT_MARK}` : `Bagus sekali! ${COMMENT_MARK}`;
};

/** A post's figures, as the demo's maker has them. */
export function shownFigures(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
): Figures {
  const times = fallOf(account, post, changes, at);
  const figures = figuresAt(post, at);
  const discussed = discussionsOf(post, changes, at).flat().length;
  const written = changes.flatMap((change, index) => writtenBy(account, post, change, index));
  const more = discussed + written.filter((comment) => comment.at <= at).length;
  if (more > 0) figures.comments = (figures.comments ?? 0) + more;
  if (times === 1) return figures;
  for (const counter of COUNTERS) {
    const value = figures[counter];
    figures[counter] = value === null ? null : Math.floor(value * times);
  }
  return figures;
}

/** X tells clicks on links to the author alone, and of posts up to 30 days old. */
export const X_PRIVATE_SECONDS = 30 * SECONDS_A_DAY;

/** Clicks on a post of X, as its author is told them; `null` where it has no link. */
export const xClicks = (post: WorldPost, { likes }: Figures): number | null =>
  post.format === "link" ? Math.floor((likes ?? 0) * 1.5) : null;

/** A post's figures, as its owner is told them through the platform's API. */
export function toldFigures(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
): Figures {
  const shown = shownFigures(account, post, changes, at);
  const told = account.platform === "x" && at - post.published_at < X_PRIVATE_SECONDS;
  return told ? { ...shown, clicks: xClicks(post, shown) } : shown;
}

/** TikTok's Display API takes a set of pictures for a video; its Business API tells them apart. */
export const toldFormat = (
  { platform }: WorldAccount,
  { format }: WorldPost,
  business: boolean,
): Format => (platform === "tiktok" && !business ? "short_video" : format);

function fallOf(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
): number {
  return past(changes, at).reduce((times, one) => {
    if (one.kind !== "counts_fall") return times;
    const hit = one.post === post.external_id || one.account === account.external_id;
    return hit ? times * one.times : times;
  }, 1);
}

/**
 * Comments and answers under a post that can be seen, oldest first.
 * @param changes left out where nothing is ever discussed beyond the history
 */
export const commentsAt = (
  post: WorldPost,
  at: Instant,
  changes: readonly Change[] = [],
): CommentReading[] =>
  [...post.comments, ...discussionsOf(post, changes, at).flat()]
    .filter((one) => one.at <= at)
    .sort((a, b) => a.at - b.at);

const discussionsOf = (
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
): CommentReading[][] =>
  past(changes, at).flatMap((one) =>
    one.kind === "discussed" && one.post === post.external_id ? [discussion(post, one)] : [],
  );

/** One a second, the comments and then the answers, the last at the instant of the change. */
function discussion(
  post: WorldPost,
  { at, comments, answers }: Extract<Change, { kind: "discussed" }>,
): CommentReading[] {
  const instantOf = (index: number) => at - (comments + answers - 1) + index;
  const idOf = (index: number) => spokenId(post, instantOf(index), index);
  return Array.from({ length: comments + answers }, (_, index): CommentReading => {
    const ours = index >= comments;
    return {
      external_id: idOf(index),
      post: post.external_id,
      at: instantOf(index),
      ours,
      reply_to: ours ? idOf((index - comments) % comments) : null,
      asks: !ours && index % 2 === 0,
    };
  });
}

/** X's and TikTok's ids hold the instant; kept apart from the ids of the demo's own comments. */
function spokenId(post: WorldPost, at: Instant, index: number): string {
  const place = 200_000n + BigInt(post.external_id.slice(-3)) * 2_000n + BigInt(index);
  return String(
    post.url.includes("tiktok")
      ? (BigInt(at) << 32n) + place
      : ((BigInt(at) * 1000n - 1_288_834_974_657n) << 22n) + place,
  );
}

/** After so long without a view TikTok empties what it knew of reach and watching. */
const IDLE_DAYS = 7;

/** What TikTok's Business API tells beyond the Display API. */
export type BusinessFigures = Figures & { idle: boolean };

export function businessFigures(
  account: WorldAccount,
  post: WorldPost,
  changes: readonly Change[],
  at: Instant,
): BusinessFigures {
  const shown = shownFigures(account, post, changes, at);
  const random = chanceOf(account, "business", post.external_id);
  const views = shown.views ?? 0;
  const before = figuresAt(post, at - IDLE_DAYS * SECONDS_A_DAY).views;
  return {
    ...shown,
    reach: Math.round(views * (0.6 + 0.25 * random.unit())),
    saves: Math.round((shown.likes ?? 0) * (0.08 + 0.1 * random.unit())),
    watch_seconds: post.format === "carousel" ? null : Math.round(views * (4 + 6 * random.unit())),
    idle:
      at - post.published_at > IDLE_DAYS * SECONDS_A_DAY && before === figuresAt(post, at).views,
  };
}
