import { addDays, dayOf, SECONDS_A_DAY, startOfDay } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "./accounts.ts";
import { topicOf } from "./posts.ts";
import { randomOf } from "./random.ts";

export const DEMO_TIME_ZONE = "Asia/Jakarta";

/** When the library posts: around opening, at lunch, after school and after dinner. */
const HOURS: readonly (readonly [number, number])[] = [
  [8, 10],
  [9, 16],
  [10, 12],
  [12, 14],
  [13, 6],
  [15, 12],
  [16, 14],
  [18, 10],
  [19, 16],
  [20, 8],
];

/** The hours among which that of a post is drawn: those of every post, and one more of what works. */
function hoursOf(account: DemoAccount, post: number): typeof HOURS {
  const { works } = account;
  if (!works || topicOf(account, post) !== works.topic) return HOURS;
  const others = HOURS.reduce((sum, [, weight]) => sum + weight, 0);
  return [...HOURS, [works.hour, (others * works.often) / (1 - works.often)]];
}

/**
 * When each post of an account is published, newest first. Everything is counted back from `now`, so that the newest
 * posts, and what happened to them, are always the same; the newest is of yesterday, so that none lies ahead.
 */
export function demoTimes(account: DemoAccount, now: Instant, days: number): Instant[] {
  const today = dayOf(now, DEMO_TIME_ZONE);
  const times: Instant[] = [];
  let daysBack = 1;
  for (let post = 0; ; post++) {
    const random = randomOf(account.seed, "time", post);
    const midnight = startOfDay(addDays(today, -Math.floor(daysBack)), DEMO_TIME_ZONE);
    const at =
      midnight + random.pick(hoursOf(account, post)) * 3600 + Math.floor(random.unit() * 3600);
    if (at < now - days * SECONDS_A_DAY) return times.sort((a, b) => b - a);
    times.push(at);
    daysBack += account.pace * (0.5 + random.unit()) + pauseBefore(account, post);
  }
}

/** How far ahead posts are made up. */
export const LATER_DAYS = 1_200;

/**
 * When the posts after `now` are published, each with its number: the first is -1. What is made up for one `now` does not
 * depend on how far ahead is looked, so that the library goes on living.
 */
export function laterTimes(account: DemoAccount, now: Instant): { post: number; at: Instant }[] {
  const today = dayOf(now, DEMO_TIME_ZONE);
  const times: { post: number; at: Instant }[] = [];
  let daysOn = -1;
  for (let post = -1; daysOn < LATER_DAYS; post--) {
    const random = randomOf(account.seed, "time", post);
    daysOn += account.pace * (0.5 + random.unit());
    const midnight = startOfDay(addDays(today, Math.floor(daysOn)), DEMO_TIME_ZONE);
    const at =
      midnight + random.pick(hoursOf(account, post)) * 3600 + Math.floor(random.unit() * 3600);
    if (at > now) times.push({ post, at });
  }
  return times.sort((a, b) => b.at - a.at);
}

const pauseBefore = ({ incidents }: DemoAccount, post: number): number =>
  incidents.reduce(
    (days, one) => days + (one.kind === "pause" && one.post === post ? one.days : 0),
    0,
  );
