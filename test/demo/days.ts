import { addDays, dayOf, SECONDS_A_DAY, startOfDay } from "../../functions/model/day.ts";
import type { Day, DayReading, Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "./accounts.ts";
import type { FollowerDay } from "./followers.ts";
import type { DemoPost } from "./posts.ts";
import { randomOf } from "./random.ts";

/** Meta's days are Pacific ones. */
export const META_TIME_ZONE = "America/Los_Angeles";

/** Of the people whom a post reaches in the end, how many it reaches on its first, second and third day. */
const REACHED_BY_DAY = [0.6, 0.25, 0.1] as const;

/** People who find an account on a day without a post, a follower. */
const QUIET_REACH = 0.035;

/**
 * What the platform says of the account's days, newest first: the Pacific day before `now`, and those before it.
 * `null` on a platform that says nothing.
 */
export const demoDays = (
  account: DemoAccount,
  now: Instant,
  followers: readonly FollowerDay[],
  posts: readonly DemoPost[],
): DayReading[] | null =>
  account.days ? followers.map((day, index) => demoDay(account, now, index, day, posts)) : null;

/** @param index its place counted from the Pacific day before `now`, which is 0; those after it are below 0 */
export function demoDay(
  account: DemoAccount,
  now: Instant,
  index: number,
  day: FollowerDay,
  posts: readonly DemoPost[],
): DayReading {
  const random = randomOf(account.seed, "day", index);
  const date = addDays(newestDay(now), -index);
  const end_time = startOfDay(addDays(date, 1), META_TIME_ZONE);
  const quiet = day.followers * QUIET_REACH * Math.exp(0.2 * random.normal());
  const reach = Math.round(quiet + reachedOn(end_time, posts));
  return {
    date,
    reach,
    views: Math.round(reach * 1.7 * Math.exp(0.1 * random.normal())),
    profile_views: Math.round(reach * 0.035 * Math.exp(0.3 * random.normal())),
    followers_gained: day.gained,
    followers_lost: day.lost,
    end_time,
    time_zone: META_TIME_ZONE,
  };
}

/** The newest Pacific day that is over at `now`. */
export const newestDay = (now: Instant): Day => addDays(dayOf(now, META_TIME_ZONE), -1);

const reachedOn = (end: Instant, posts: readonly DemoPost[]): number =>
  posts.reduce((sum, { published_at, final }) => {
    const day = Math.floor((end - published_at) / SECONDS_A_DAY);
    return sum + (final.reach ?? 0) * (REACHED_BY_DAY[day] ?? 0);
  }, 0);
