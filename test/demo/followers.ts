import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "./accounts.ts";
import { randomOf } from "./random.ts";

/** Two years: over so many days the account came from `before` to `now`. */
const TWO_YEARS_DAYS = 730;

/** The share of followers who leave on a usual day. */
const LEAVING = 0.0006;

/** How long new followers come in from a viral post. */
const VIRAL_DAYS = 14;

/** Followers at the end of a day, and who came and went on it. */
export type FollowerDay = { followers: number; gained: number; lost: number };

/**
 * An account's followers, newest day first: day 0 ends at `now`, day 1 a day before.
 * @param times when its posts were published, newest first
 */
export function demoFollowers(
  account: DemoAccount,
  now: Instant,
  days: number,
  times: readonly Instant[],
): FollowerDay[] {
  const fromViral = viralPosts(account).map(({ post, followers }) => ({
    at: times[post] ?? now,
    followers,
  }));
  const usual = usualGrowth(account);

  const list: FollowerDay[] = [];
  let followers = account.followers.now;
  for (let day = 0; day <= days; day++) {
    const random = randomOf(account.seed, "followers", day);
    const end = now - day * SECONDS_A_DAY;
    const lost = Math.round(followers * LEAVING * Math.exp(0.6 * random.normal()));
    const viral = fromViral.reduce((sum, one) => sum + one.followers * arriving(end - one.at), 0);
    const net = usual * (1 + 0.9 * random.normal()) + viral;
    // chance decides about the part of a follower, so that small growth is not rounded away
    const gained = Math.max(0, Math.floor(net + lost + random.unit()));
    list.push({ followers, gained, lost });
    followers = Math.max(1, followers - gained + lost);
  }
  return list;
}

/** The days after `now`, nearest first: the first ends a day after it. */
export function laterFollowers(account: DemoAccount, days: number): FollowerDay[] {
  const usual = usualGrowth(account);
  let { now: followers } = account.followers;
  return Array.from({ length: days }, (_, index) => {
    const random = randomOf(account.seed, "followers", -1 - index);
    const lost = Math.round(followers * LEAVING * Math.exp(0.6 * random.normal()));
    const net = usual * (1 + 0.9 * random.normal());
    const gained = Math.max(0, Math.floor(net + lost + random.unit()));
    followers += gained - lost;
    return { followers, gained, lost };
  });
}

const viralPosts = ({ incidents }: DemoAccount) => incidents.filter((one) => one.kind === "viral");

/** Followers more on a day on which nothing special happens. */
function usualGrowth(account: DemoAccount): number {
  const viral = viralPosts(account).reduce((sum, { followers }) => sum + followers, 0);
  return (account.followers.now - account.followers.before - viral) / TWO_YEARS_DAYS;
}

/** The share of a viral post's followers who come on the day that ends so many seconds after it. */
function arriving(seconds: number): number {
  const day = Math.floor(seconds / SECONDS_A_DAY);
  return day < 0 || day >= VIRAL_DAYS ? 0 : 2 ** -(day + 1);
}
