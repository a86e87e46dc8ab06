/** An account watched as it happens: at each moment only what had been seen by then. */
import { weakStreaks } from "../../functions/analyse/streaks.ts";
import { type DrawnAccount, seenAt } from "./account.ts";
import type { Rival, Seen } from "./rivals.ts";

/** Is the account flagged, seen like this? */
export type Watcher = (posts: Seen, platform: DrawnAccount["platform"]) => boolean;

export const rankCusum =
  (threshold: number): Watcher =>
  (posts, platform) =>
    weakStreaks(posts, { platform, threshold }).at(-1)?.end === null;

export const rivalWatcher =
  (rival: Rival, limit: number): Watcher =>
  (posts, platform) =>
    rival.alarm(posts, platform) >= limit;

/** When one looks: just before the next post, or so many hours after the newest. */
export type Look = "before_next" | { hoursAfter: number };

/** Flagged or not after each post from `from` on. */
export function watched(
  account: DrawnAccount,
  watcher: Watcher,
  from: number,
  to: number,
  look: Look = "before_next",
): boolean[] {
  return Array.from({ length: to - from }, (_, index) => {
    const count = from + index + 1;
    return watcher(seenAt(account, count, moment(account, count, look)), account.platform);
  });
}

/** How alarming a rival finds the account after each post. */
export const alarms = (account: DrawnAccount, rival: Rival, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => {
    const count = from + index + 1;
    const seen = seenAt(account, count, moment(account, count, "before_next"));
    return rival.alarm(seen, account.platform);
  });

function moment({ posts }: DrawnAccount, count: number, look: Look): number {
  const newest = posts[count - 1]?.published_at ?? 0;
  if (look !== "before_next") return newest + look.hoursAfter * 3600;
  // one second before the next post is after the newest, also inside a burst
  return Math.max(newest, (posts[count]?.published_at ?? newest + 7 * 86_400) - 1);
}

/** A flag that comes back within three posts is the same one. */
const SAME_FLAG_POSTS = 3;

/** How many times a flag was raised. */
export function openings(flags: readonly boolean[]): number {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  flags.forEach((flagged, index) => {
    if (!flagged) return;
    if (index - last > SAME_FLAG_POSTS) count++;
    last = index;
  });
  return count;
}
