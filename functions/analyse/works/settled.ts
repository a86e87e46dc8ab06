/**
 * The posts that a month's look judges: those of the 24 months before it that have settled. A post published less than two
 * days before the month begins waits for the next look: else it would join in the midst of the month, and the claims with it.
 */
import {
  dayNumber,
  hourOf,
  isDay,
  startOfDay,
  wallDayNumber,
  weekdayOfNumber,
} from "../../model/day.ts";
import { bandOf, type HourBand } from "../../model/hour-band.ts";
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

/** What is still asked of one that settled: it lies between two slices of a look, so no more than that. */
export type SettledPost = Pick<
  WorksPost,
  "id" | "format" | "topic" | "caption_length" | "question" | "followers"
> & {
  /** In small letters, each once, sorted. */
  hashtags: string[];
  interactions: number;
  at: Instant;
  /** The library's day, as `dayNumber` counts it. */
  day: number;
  /** `null`: of a post of which the day alone is known. */
  hours: HourBand | null;
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
  const span = spanOf(month, time_zone);
  const known = posts.flatMap((post): Known | [] => {
    const at = instantOf(post.published_at, time_zone);
    return at < span.from || at >= span.cut ? [] : { post, at, day: wallDayNumber(at, time_zone) };
  });
  const settled = [...Map.groupBy(known, ({ post: { account = "" } }) => account)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => settledOf(own, span))
    .filter((own) => own.length > 0);
  const newest = newestOf(accounts ?? settled.length);
  return settled.map((own) => own.slice(-newest));
}

/** One of the months that are looked at. */
type Known = { post: WorksPost; at: Instant; day: number };

/** What is looked at, and between which days a Monday lies whose week is whole in it. */
type Span = {
  time_zone: string;
  from: Instant;
  cut: Instant;
  firstWhole: number;
  lastWhole: number;
};

function spanOf(month: string, time_zone: string): Span {
  const days = { from: `${addMonths(month, -LOOK_MONTHS)}-01`, before: `${month}-01` };
  return {
    time_zone,
    from: startOfDay(days.from, time_zone),
    cut: startOfDay(days.before, time_zone),
    firstWhole: dayNumber(days.from),
    lastWhole: dayNumber(days.before) - 7,
  };
}

/** @param own all of one account */
function settledOf(own: readonly Known[], span: Span): SettledPost[] {
  const { time_zone, cut, firstWhole, lastWhole } = span;
  const weeks = new Map<number, number>();
  for (const { day } of own) {
    const monday = mondayOf(day);
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  const settled = own.flatMap(({ post, at, day }): Cut | [] => {
    const { interactions, age_hours, paid = false, precision = "second" } = post;
    const counts = interactions !== null && interactions >= 0 && !paid;
    const old = age_hours * 3600 >= MATURE_AGE_SECONDS && at <= cut - MATURE_AGE_SECONDS;
    if (!counts || !old) return [];
    const hourKnown = precision === "second" && !isDay(String(post.published_at));
    const hours = hourKnown ? bandOf(hourOf(at, time_zone)) : null;
    const monday = mondayOf(day);
    const whole = monday >= firstWhole && monday <= lastWhole;
    const week_posts = whole ? (weeks.get(monday) ?? 1) : null;
    const { id, format, topic, caption_length, question, followers } = post;
    const hashtags = [...new Set(post.hashtags.map((tag) => tag.toLowerCase()))].sort();
    return {
      ...{ id, format, topic, hashtags, caption_length, question, followers },
      ...{ interactions, at, day, hours, week_posts },
    };
  });
  return withWholeWeeks(settled.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
}

const mondayOf = (day: number): number => day + 1 - weekdayOfNumber(day);

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

/** A day alone is the library's, and begins at its midnight. */
function instantOf(said: string | Instant, time_zone: string): Instant {
  if (typeof said === "number") return said;
  const at = isDay(said) ? startOfDay(said, time_zone) : Math.round(Date.parse(said) / 1000);
  if (Number.isNaN(at)) throw new RangeError(`published_at is no instant: ${said}`);
  return at;
}
