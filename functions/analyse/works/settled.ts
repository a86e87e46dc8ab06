/**
 * The posts that a month's look judges: those of the 24 months before it that have settled. A post published less than two
 * days before the month begins waits for the next look: else it would join in the midst of the month, and the claims with it.
 */
import { dayNumber, isDay, startOfDay, wallDayNumber, weekdayOfNumber } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import { MATURE_AGE_SECONDS } from "../../model/post.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { WorksPost } from "./post.ts";

/** A look reaches so far back. */
export const LOOK_MONTHS = 24;

/** Older ones were made for another audience. */
const NEWEST = 400;
/** A large account must not be the whole pool. */
const NEWEST_POOLED = 250;
/** All together: a tick has no time for more; but thirty posts of an account are the fewest that say anything. */
const MOST_IN_POOL = 1_000;
const FEWEST_EACH = 40;

/** Of each of so many accounts that are judged together at most so many posts. */
export const newestOf = (accounts: number): number =>
  accounts <= 1
    ? NEWEST
    : Math.max(FEWEST_EACH, Math.min(NEWEST_POOLED, Math.floor(MOST_IN_POOL / accounts)));

export type SettledPost = Omit<WorksPost, "interactions"> & {
  interactions: number;
  at: Instant;
  /** The library's day, as `dayNumber` counts it. */
  day: number;
  hour_known: boolean;
  /**
   * The account's posts in the same week, this one included, whether they settled or not, of those that were given. A week that
   * is cut off would look like a quiet one: it counts as the whole one beside it.
   */
  week_posts: number;
};

export type When = {
  time_zone: string;
  month: string;
  /** How many accounts are judged together; left out: those that are given. */
  accounts?: number;
};

/**
 * @returns by account, in the order of their names, each oldest first
 * @throws {RangeError} for a `published_at` that is no instant
 */
export function settledPosts(
  posts: readonly WorksPost[],
  { time_zone, month, accounts }: When,
): SettledPost[][] {
  const days = { from: `${addMonths(month, -LOOK_MONTHS)}-01`, before: `${month}-01` };
  const from = startOfDay(days.from, time_zone);
  const cut = startOfDay(days.before, time_zone);
  const firstWhole = dayNumber(days.from);
  const lastWhole = dayNumber(days.before) - 7;
  const known = posts.flatMap((post) => {
    const at = instantOf(post.published_at, time_zone);
    if (at < from || at >= cut) return [];
    const day = wallDayNumber(at, time_zone);
    const monday = day + 1 - weekdayOfNumber(day);
    return { post, at, day, monday, key: `${monday} ${accountOf(post)}` };
  });

  const weeks = new Map<string, number>();
  for (const { key } of known) weeks.set(key, (weeks.get(key) ?? 0) + 1);

  const settled = known.flatMap(({ post, at, day, monday, key }): Cut | [] => {
    const { interactions, age_hours, paid = false, precision = "second" } = post;
    const counts = interactions !== null && interactions >= 0 && !paid;
    const old = age_hours * 3600 >= MATURE_AGE_SECONDS && at <= cut - MATURE_AGE_SECONDS;
    if (!counts || !old) return [];
    const hour_known = precision === "second" && !isDay(String(post.published_at));
    const whole = monday >= firstWhole && monday <= lastWhole;
    const week_posts = whole ? (weeks.get(key) ?? 1) : null;
    return { ...post, interactions, at, day, hour_known, week_posts };
  });
  const byAccount = Map.groupBy(settled, accountOf);
  const newest = newestOf(accounts ?? byAccount.size);
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) =>
      withWholeWeeks(own.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))).slice(-newest),
    );
}

type Cut = Omit<SettledPost, "week_posts"> & {
  /** `null`: its week is not whole in what is looked at. */
  week_posts: number | null;
};

/** @param posts of one account, oldest first */
function withWholeWeeks(posts: readonly Cut[]): SettledPost[] {
  let beside = posts.find(({ week_posts }) => week_posts !== null)?.week_posts ?? 1;
  return posts.map((post) => {
    beside = post.week_posts ?? beside;
    return { ...post, week_posts: beside };
  });
}

const accountOf = ({ account = "" }: Pick<WorksPost, "account">): string => account;

/** A day alone is the library's, and begins at its midnight. */
function instantOf(said: string | Instant, time_zone: string): Instant {
  if (typeof said === "number") return said;
  const at = isDay(said) ? startOfDay(said, time_zone) : Math.round(Date.parse(said) / 1000);
  if (Number.isNaN(at)) throw new RangeError(`published_at is no instant: ${said}`);
  return at;
}
