/**
 * What is true on the platforms: two libraries, their posts, followers, days, stories and comments, before and after the
 * instant at which the demo's history ends. Nothing here remembers or forgets: the same `ended` gives the same world, and
 * any instant can be asked about in any order.
 */
import { dayOf, daysBetween, daysOf, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Format } from "../../functions/model/format.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { CommentReading, Day, DayReading, Instant } from "../../functions/model/snapshot.ts";
import { DEMO_ACCOUNTS, type DemoAccount } from "../demo/accounts.ts";
import { commentsOn } from "../demo/comments.ts";
import { demoDay, newestDay } from "../demo/days.ts";
import { demoFollowers, laterFollowers } from "../demo/followers.ts";
import { type DemoPost, demoPost, demoPosts } from "../demo/posts.ts";
import { randomOf } from "../demo/random.ts";
import { DEMO_TIME_ZONE, demoTimes, LATER_DAYS, laterTimes } from "../demo/times.ts";
import { BRANCH_ACCOUNTS } from "./branch.ts";
import { type Story, storiesOn } from "./stories.ts";

export type World = {
  /** The demo's history ends here; everything later was made up for the platforms alone. */
  ended: Instant;
  accounts: WorldAccount[];
};

export type WorldAccount = DemoAccount & {
  /** Newest first, those of the future included. */
  all: WorldPost[];
  followersAt: (at: Instant) => number;
  /** The platform's own (Pacific) day; `null` before the account's history or when the day is not over. */
  day: (date: Day, now: Instant) => DayReading | null;
  /** Followers at the end of a Pacific day. */
  followersOn: (date: Day) => number;
  /** Stories published in the 24 hours before an instant. */
  storiesAt: (now: Instant) => Story[];
  storiesBetween: (from: Instant, to: Instant) => Story[];
};

export type WorldPost = DemoPost & {
  /** What people wrote under it and what the library answered, those of the future included, oldest first. */
  comments: CommentReading[];
};

export type WorldOptions = {
  /** How far the history goes back; left out: two years, as the demo's. */
  days?: number;
};

/** After the history the library also tries formats that it had not used before. */
const LATER_FORMATS: Partial<Record<Platform, readonly (readonly [Format, number])[]>> = {
  facebook: [["short_video", 12]],
  x: [["video", 8]],
};

/** Of the later posts one in so many is taken off again, after so many days. */
const REMOVED_ONE_IN = 45;
const REMOVED_AFTER_DAYS = 4;

/** Comments under a post that a platform shows: of the history as many as the demo tells, later on more. */
const COMMENTS_OF_HISTORY = 3;
const COMMENTS_LATER = 60;

/** A world takes half a second to make and never changes: the last ones are kept. */
const worlds = new Map<string, World>();
const WORLDS_KEPT = 2;

/** @param ended the demo's `now`; cut to the full hour, as the demo does */
export function worldOf(ended: Instant, { days = 730 }: WorldOptions = {}): World {
  const hour = Math.floor(ended / 3600) * 3600;
  const name = `${hour} ${days}`;
  const made = worlds.get(name) ?? {
    ended: hour,
    accounts: [...DEMO_ACCOUNTS, ...BRANCH_ACCOUNTS].map((one) => worldAccount(one, hour, days)),
  };
  worlds.set(name, made);
  const [oldest] = worlds.keys();
  if (worlds.size > WORLDS_KEPT && oldest !== undefined) worlds.delete(oldest);
  return made;
}

function worldAccount(account: DemoAccount, ended: Instant, days: number): WorldAccount {
  const times = demoTimes(account, ended, days);
  const before = demoFollowers(account, ended, days, times);
  const later = laterFollowers(account, LATER_DAYS);
  /** Followers at `ended` and so many days after it; before it with a minus. */
  const followersDay = (day: number) => (day > 0 ? later[day - 1] : before[-day]);

  const followersAt = (at: Instant): number => {
    const day = (at - ended) / SECONDS_A_DAY;
    const from = followersDay(Math.floor(day))?.followers ?? account.followers.before;
    if (day <= 0) return from;
    const to = followersDay(Math.floor(day) + 1)?.followers ?? from;
    return from + Math.floor((to - from) * (day - Math.floor(day)));
  };

  const history = demoPosts(account, times, followersAt);
  const laterAccount = {
    ...account,
    formats: [...account.formats, ...(LATER_FORMATS[account.platform] ?? [])],
  };
  const future = laterTimes(account, ended).map(({ post, at }) => {
    const made = demoPost(laterAccount, at, post, followersAt(at));
    const removed_at = post % REMOVED_ONE_IN === 0 ? at + REMOVED_AFTER_DAYS * SECONDS_A_DAY : null;
    return { ...made, removed_at };
  });
  const commented = (most: number) => (post: DemoPost) => ({
    ...post,
    comments: commentsOn(account, post, most).sort((a, b) => a.at - b.at),
  });
  const all = [
    ...future.map(commented(COMMENTS_LATER)),
    ...history.map(commented(COMMENTS_OF_HISTORY)),
  ];

  const known = new Map<Day, DayReading | null>();
  const day = (date: Day, now: Instant): DayReading | null => {
    let reading = known.get(date);
    if (reading === undefined) {
      const index = daysBetween(date, newestDay(ended));
      const followers = followersDay(-index);
      reading = followers ? demoDay(account, ended, index, followers, all) : null;
      known.set(date, reading);
    }
    return reading && (reading.end_time ?? 0) <= now ? reading : null;
  };

  const storiesBetween = (from: Instant, to: Instant): Story[] => {
    const first = dayOf(from, DEMO_TIME_ZONE);
    return daysOf({ from: first, to: dayOf(to, DEMO_TIME_ZONE) })
      .flatMap((date) => storiesOn(account, date, followersAt))
      .filter(({ published_at }) => published_at > from && published_at <= to)
      .reverse();
  };

  return {
    ...account,
    all,
    followersAt,
    followersOn: (date) => followersDay(-daysBetween(date, newestDay(ended)))?.followers ?? 0,
    day,
    storiesAt: (now) => storiesBetween(now - SECONDS_A_DAY, now),
    storiesBetween,
  };
}

/** A stream of chance for what a platform tells beyond the demo's figures. */
export const chanceOf = (account: DemoAccount, ...what: (string | number)[]) =>
  randomOf(account.seed, ...what);
