/**
 * The demo library's history as it would have been collected: Snapshots on the wire, oldest first. Counted back from
 * `now`, so that it always ends today; the same `now` gives the same history, to the byte.
 */
import { isoInstant, SECONDS_A_DAY } from "../../functions/model/day.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import type { CommentReading, DayReading, Instant } from "../../functions/model/snapshot.ts";
import type { PostWire, SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { DEMO_ACCOUNTS, type DemoAccount } from "./accounts.ts";
import { demoComments } from "./comments.ts";
import { demoDays } from "./days.ts";
import { figuresAt } from "./figures.ts";
import { demoFollowers } from "./followers.ts";
import { type DemoPost, demoPosts } from "./posts.ts";
import { dailyReadingFrom, readingTimes } from "./readings.ts";
import { demoTimes } from "./times.ts";

export const DEMO_NAME = "Perpustakaan Kota Pasuruan (demo)";

export type DemoOptions = {
  /** How far the history goes back; left out: two years. */
  days?: number;
};

/** @param now the history ends at the full hour before it */
export function demoSnapshots(now: Instant, { days = 730 }: DemoOptions = {}): SnapshotWire[] {
  const end = Math.floor(now / 3600) * 3600;
  return DEMO_ACCOUNTS.flatMap((account) => accountSnapshots(account, end, days))
    .sort((a, b) => a.at - b.at)
    .map(({ snapshot }) => snapshot);
}

function accountSnapshots(account: DemoAccount, now: Instant, days: number) {
  const times = demoTimes(account, now, days);
  const followers = demoFollowers(account, now, days, times);
  const followersAt = (at: Instant) =>
    followers[Math.ceil((now - at) / SECONDS_A_DAY)]?.followers ?? account.followers.before;
  const posts = demoPosts(account, times, followersAt);
  const platformDays = demoDays(account, now, followers, posts);

  const postsRead = new Map<Instant, PostWire[]>();
  const commentsRead = new Map<Instant, CommentReading[]>();
  for (const post of posts) {
    for (const at of readingTimes(post, now)) append(postsRead, at, postWireAt(post, at));
    for (const comment of demoComments(account, post, now)) {
      append(commentsRead, dailyReadingFrom(comment.at, now), comment);
    }
  }

  const daily = followers.map((_, index) => now - index * SECONDS_A_DAY);
  return [...new Set([...daily, ...postsRead.keys()])].map((at) => {
    const day = platformDays && at % SECONDS_A_DAY === now % SECONDS_A_DAY;
    const dayRead = day ? platformDays[(now - at) / SECONDS_A_DAY] : undefined;
    const snapshot: SnapshotWire = {
      platform: account.platform,
      account: account.handle,
      external_id: account.external_id,
      name: account.name,
      read_at: isoInstant(at),
      followers: followersAt(at),
    };
    const read = postsRead.get(at);
    const comments = commentsRead.get(at);
    if (dayRead) snapshot.days = [dayWire(dayRead)];
    if (read) snapshot.posts = read;
    if (comments) snapshot.comments = comments.map((one) => ({ ...one, at: isoInstant(one.at) }));
    return { at, snapshot };
  });
}

function postWireAt(post: DemoPost, at: Instant): PostWire {
  const gone = post.removed_at !== null && at >= post.removed_at;
  const figures = gone ? NO_FIGURES : figuresAt(post, at);
  const known = Object.entries(figures).filter(([, value]) => value !== null);
  return {
    external_id: post.external_id,
    url: post.url,
    published_at: isoInstant(post.published_at),
    format: post.format,
    caption: post.caption,
    ...(post.paid ? { paid: true } : {}),
    ...(gone ? { removed_at: isoInstant(at) } : {}),
    ...Object.fromEntries(known),
  };
}

const dayWire = (day: DayReading) => ({
  ...day,
  end_time: day.end_time === null ? null : isoInstant(day.end_time),
});

function append<T>(lists: Map<Instant, T[]>, at: Instant, value: T): void {
  const list = lists.get(at);
  if (list) list.push(value);
  else lists.set(at, [value]);
}
