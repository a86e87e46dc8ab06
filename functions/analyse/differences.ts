/**
 * What was different about a streak's posts: clues for a person, not causes. A clue is given only where it stands out.
 */
import { median } from "simple-statistics";
import { hourOf, SECONDS_A_DAY } from "../model/day.ts";
import type { Format } from "../model/format.ts";
import type { Post } from "../model/post.ts";
import type { Instant, Precision } from "../model/snapshot.ts";
import type { Difference, Evidence } from "../model/streak.ts";
import type { Topic } from "../model/topic.ts";

export type Circumstances = {
  published_at: Instant;
  published_precision: Precision;
  format: Format | null;
  topic: Topic | null;
  /** The hour of the day in the library's zone, 0 to 23. */
  hour: number;
};

/** The least that stands out: a quarter of the posts more, three hours, twice or half the gap (and a day). */
const SHARE = 0.25;
const HOURS = 3;
const GAP_RATIO = 2;
const GAP_DAYS = 1;

/** Fewer known values than these on either side say nothing. */
const ENOUGH_POSTS = 3;

/**
 * @param streak its posts, oldest first
 * @param before the norm's posts before it, oldest first
 * @returns the most striking first: each in units of the least that stands out
 */
export function differences(
  streak: readonly Circumstances[],
  before: readonly Circumstances[],
): Difference[] {
  const found = [
    commoner("format", streak, before),
    commoner("topic", streak, before),
    hourMoved(streak, before),
    gapChanged(streak, before),
  ];
  return found
    .filter((one) => one !== null)
    .sort((a, b) => b.strength - a.strength)
    .map(({ difference }) => difference);
}

/** A stored streak's: its posts and the norm's before it, found by their ids. @param posts of the account, oldest first */
export function streakDifferences(
  { posts: streak, before }: Pick<Evidence, "posts" | "before">,
  posts: readonly Post[],
  zone: string,
): Difference[] {
  const named = (ids: readonly number[]): Circumstances[] => {
    const wanted = new Set(ids);
    return posts
      .filter(({ id }) => wanted.has(id))
      .map((post) => ({ ...post, hour: hourOf(post.published_at, zone) }));
  };
  return differences(named(streak.map(([id]) => id)), named(before));
}

type Clue = { difference: Difference; strength: number } | null;

/** The format or topic that gained most, if most of the streak has it. */
function commoner(
  what: "format" | "topic",
  streak: readonly Circumstances[],
  before: readonly Circumstances[],
): Clue {
  const now = streak.flatMap((post) => post[what] ?? []);
  const then = before.flatMap((post) => post[what] ?? []);
  if (now.length < ENOUGH_POSTS || then.length < ENOUGH_POSTS) return null;
  const values = [...new Set(now)].map((value) => ({
    value,
    share: shareOf(value, now),
    before: shareOf(value, then),
  }));
  const [most] = values.sort((a, b) => b.share - b.before - (a.share - a.before));
  if (!most || most.share < 0.5 || most.share - most.before < SHARE) return null;
  const difference = { what, now: most.value, share: most.share, before: most.before };
  return { difference: difference as Difference, strength: (most.share - most.before) / SHARE };
}

const shareOf = <Value>(value: Value, among: readonly Value[]): number =>
  among.filter((other) => other === value).length / among.length;

function hourMoved(streak: readonly Circumstances[], before: readonly Circumstances[]): Clue {
  const now = middleHour(streak);
  const then = middleHour(before);
  if (now === null || then === null) return null;
  const moved = hoursApart(now, then);
  return moved < HOURS
    ? null
    : { difference: { what: "hour", now, before: then }, strength: moved / HOURS };
}

/** The hour that is nearest to all of them round the clock: 23 and 1 meet at midnight. */
function middleHour(posts: readonly Circumstances[]): number | null {
  const hours = posts.flatMap(({ published_precision, hour }) =>
    published_precision === "day" ? [] : hour,
  );
  if (hours.length < ENOUGH_POSTS) return null;
  const away = (middle: number) => hours.reduce((sum, hour) => sum + hoursApart(hour, middle), 0);
  return hours.reduce((best, hour) => (away(hour) < away(best) ? hour : best));
}

const hoursApart = (a: number, b: number): number => {
  const apart = Math.abs(a - b);
  return Math.min(apart, 24 - apart);
};

function gapChanged(streak: readonly Circumstances[], before: readonly Circumstances[]): Clue {
  // the gap before its first post is the streak's own
  const last = before.at(-1);
  const now = gaps(last ? [last, ...streak] : streak);
  const then = gaps(before);
  if (now.length < ENOUGH_POSTS || then.length < ENOUGH_POSTS) return null;
  const days = { now: median(now), before: median(then) };
  const ratio = Math.abs(Math.log(days.now / days.before)) / Math.log(GAP_RATIO);
  const apart = Math.abs(days.now - days.before);
  if (!(ratio >= 1) || apart < GAP_DAYS) return null;
  return { difference: { what: "gap_days", ...days }, strength: Math.min(ratio, apart / GAP_DAYS) };
}

const gaps = (posts: readonly Circumstances[]): number[] =>
  posts
    .slice(1)
    .map((post, index) => (post.published_at - (posts[index]?.published_at ?? 0)) / SECONDS_A_DAY);
