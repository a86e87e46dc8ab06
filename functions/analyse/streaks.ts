/**
 * Weak content streaks of one account, for anyone who wants to evaluate the method: the fold of `judge.ts` over the weak
 * side alone, with nothing kept.
 *
 * @example
 * weakStreaks(posts, { platform: "instagram" });
 * // [{ start: "p31", end: null, posts: ["p31", …], severity: 0.46, false_alarm_every: 563, peak: 4.5 }]
 */
import { isFormat } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";
import type { Precision } from "../model/snapshot.ts";
import type { Streak, StreakPost } from "../model/streak.ts";
import { NO_BURST } from "./burst.ts";
import { PRIOR_HALF_AGE_HOURS } from "./maturity.ts";
import { streakOf } from "./streak-of.ts";
import { FLAG, hold, NEW_TRACK, step } from "./track.ts";
import { voteOf } from "./vote.ts";

/** A post as it was seen at one moment. */
export type SeenPost<Id> = {
  id: Id;
  /** ISO 8601 (without a zone: UTC; only a date: left out of bursts), or seconds since 1970. */
  published_at: string | number;
  format: string | null;
  interactions: number | null;
  followers: number | null;
  /** Its age when it was seen. */
  age_hours: number;
};

export type Options = {
  platform: Platform;
  /** The account's own half-age; left out: the platform's usual one. */
  half_age_hours?: number;
  /** The sum that raises the flag; left out: 4, by chance once in 338 posts. */
  threshold?: number;
};

export type WeakStreak<Id> = {
  start: Id;
  /** `null` while it is open. */
  end: Id | null;
  posts: Id[];
  severity: number;
  false_alarm_every: number;
  peak: number;
};

/**
 * @param posts of one account, oldest first; paid, deleted and album posts sorted out before
 * @returns oldest first; what is found of a prefix of `posts` is found again with more of them, but for how it ends
 * @throws {RangeError} for a `published_at` that is no instant
 */
export function weakStreaks<Id>(
  posts: readonly SeenPost<Id>[],
  options: Options,
): WeakStreak<Id>[] {
  const { platform, half_age_hours = PRIOR_HALF_AGE_HOURS[platform], threshold = FLAG } = options;
  const account = { platform, half_age_hours };
  const streaks: Streak[] = [];
  let burst = NO_BURST;
  let track = NEW_TRACK;
  posts.forEach((post, index) => {
    const vote = voteOf(asStreakPost(post, index), burst, account);
    burst = vote.burst;
    if (!vote.entry) return;
    const held = hold(track.norm, vote.entry);
    const { track: next, closed } = step(track, "weak", held, vote.weight, threshold);
    track = next;
    if (closed) streaks.push(streakOf("weak", closed, closed));
  });
  const { flagged, members } = track;
  if (flagged) streaks.push(streakOf("weak", { flagged, members }, null));

  const idOf = (index: number) => (posts[index] as SeenPost<Id>).id;
  return streaks.map(({ start, end, posts: members, severity, false_alarm_every, peak }) => ({
    start: idOf(start),
    end: end === null ? null : idOf(end),
    posts: members.map(({ id }) => idOf(id)),
    severity,
    false_alarm_every,
    peak,
  }));
}

/** The caller's ids may be anything: inside, a post is known by its place. */
function asStreakPost<Id>(post: SeenPost<Id>, index: number): StreakPost {
  const { seconds, precision } = instant(post.published_at);
  const format = post.format?.toLowerCase() ?? "other";
  return {
    id: index,
    published_at: seconds,
    published_precision: precision,
    format: isFormat(format) ? format : "other",
    interactions: post.interactions !== null && post.interactions >= 0 ? post.interactions : null,
    followers: post.followers,
    read_at: Math.round(seconds + post.age_hours * 3600),
  };
}

function instant(said: string | number): { seconds: number; precision: Precision } {
  // seconds since 1970 reach 1e11 in the year 5138: a larger number is milliseconds
  if (typeof said === "number" && Number.isFinite(said)) {
    return { seconds: Math.round(said > 1e11 ? said / 1000 : said), precision: "second" };
  }
  const text = String(said).trim().replace(" ", "T");
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes("T");
  const seconds = Math.round(Date.parse(zoned ? text : `${text}Z`) / 1000);
  if (Number.isNaN(seconds)) throw new RangeError(`published_at is no instant: ${said}`);
  return { seconds, precision: text.includes("T") ? "second" : "day" };
}
