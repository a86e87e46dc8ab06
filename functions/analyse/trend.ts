/** An account's figures, bucket by bucket: one of them as a line, or all of them as rows. */
import { addDays, daysBetween, daysIn, type Grain, type Period } from "../model/day.ts";
import type { Formula } from "../model/figure.ts";
import { HEADLINE_METRICS, type HeadlineMetric, type RateBase } from "../model/metric.ts";
import { breaksIn, MEANING_CHANGED } from "../model/metric-break.ts";
import { type Platform, SUPPLIES } from "../model/platform.ts";
import { stands } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import type { Spot, TrendRow } from "../model/trend.ts";
import type { AccountPeriod } from "./account-period.ts";
import {
  bucketOf,
  type Cut,
  formulaOf,
  inBuckets,
  type Point,
  points,
  pointsBy,
  readableGrain,
} from "./buckets.ts";
import { type PeriodRows, periodFollowers } from "./figures.ts";
import { isOfPosts, type PostTrend, postTrend, postValue } from "./post-trend.ts";

type NotedPoint = Point & { note?: string };

/** With a note where the platform changed what the figure means: the line breaks there. */
export const trendLine = (
  account: AccountPeriod,
  metric: HeadlineMetric,
  period: Period,
  buckets: Cut,
  base: RateBase,
): NotedPoint[] => lineBy(formulaOf(metric, account.now, base), account, metric, period, buckets);

function lineBy(
  formula: Formula,
  { account: { platform }, now }: AccountPeriod,
  metric: HeadlineMetric,
  period: Period,
  buckets: Cut,
): NotedPoint[] {
  const breaks = breaksIn(platform, metric, period.from, period.to).map((day) =>
    bucketOf(day, buckets.grain),
  );
  return pointsBy(formula, now, buckets).map((point) =>
    breaks.includes(point.date) ? { ...point, note: MEANING_CHANGED } : point,
  );
}

/** An account's panel of a chart: its points, and what is drawn and said beside them. */
export type Trend = PostTrend & {
  points: NotedPoint[];
  formula: Formula;
  /** The days on which the figure changed its meaning. */
  breaks: Day[];
  /** How many posts each point is made of; `null` where the figure is not of posts. */
  posts: number[] | null;
  /** Followers: last of the period less last before it; `null` where either is unknown. */
  gained: number | null;
  /** The platform never says this of an account. */
  never: boolean;
};

export function trend(
  account: AccountPeriod,
  metric: HeadlineMetric,
  period: Period,
  buckets: Cut,
  base: RateBase,
): Trend {
  const { now } = account;
  const { platform } = account.account;
  const formula = formulaOf(metric, now, base);
  const breaks = breaksIn(platform, metric, account.posts[0]?.published_on ?? "", period.to);
  const closely = readableGrain(daysIn(period));
  const points = lineBy(formula, account, metric, period, buckets);
  return {
    points,
    formula,
    breaks: breaks.filter((day) => day >= period.from),
    ...(isOfPosts(formula)
      ? postTrend(account.posts, formula, period, closely, breaks)
      : { dots: [], line: dailyLine(metric, points, period) }),
    posts: isOfPosts(formula)
      ? perBucket(
          buckets,
          now.posts.filter((post) => postValue(post, formula) !== null),
        )
      : null,
    gained:
      metric === "followers"
        ? (periodFollowers(now, now.followers_before).parts.followers_change ?? null)
        : null,
    never: neverGiven(platform, metric, base),
  };
}

const neverGiven = (platform: Platform, metric: HeadlineMetric, base: RateBase): boolean => {
  const what = metric === "engagement_rate" ? base : metric;
  return what !== "followers" && !SUPPLIES[what].includes(platform);
};

const perBucket = (buckets: Cut, posts: readonly { published_on: Day }[]): number[] =>
  inBuckets(posts, ({ published_on }) => published_on, buckets).map(({ length }) => length);

/** Of the account's days: a mean stands in the middle of its bucket, the last count at its end; sums are bars, and no line. */
function dailyLine(metric: HeadlineMetric, points: readonly NotedPoint[], period: Period): Spot[] {
  if (metric === "views") return [];
  const last = daysIn(period) - 1;
  return points.flatMap(({ date, value, note }, index) => {
    const next = points[index + 1];
    const begins = Math.max(0, daysBetween(period.from, date));
    const ends = next === undefined ? last : daysBetween(period.from, next.date) - 1;
    const day = metric === "followers" ? ends : Math.floor((begins + ends) / 2);
    const spot: Spot = [day, value];
    return note && index > 0 ? [[begins, null] satisfies Spot, spot] : [spot];
  });
}

/** A row a bucket, each figure by the same formula as on the screen; its posts are those of `publishedIn`. */
export function trendRows(
  rows: PeriodRows,
  buckets: Cut,
  base: RateBase,
  over: Period,
): TrendRow[] {
  const lines = HEADLINE_METRICS.map(
    (metric) => [metric, points(metric, rows, buckets, base)] as const,
  );
  const standing = rows.posts.filter(stands);
  const posts = inBuckets(standing, ({ published_on }) => published_on, buckets);
  return buckets.dates.map((date, index) => {
    const published = posts[index] ?? [];
    const known = published.flatMap((post) => post.interactions ?? []);
    const figures = Object.fromEntries(
      lines.map(([metric, line]) => [metric, line[index]?.value ?? null]),
    ) as Record<HeadlineMetric, number | null>;
    return {
      ...figures,
      date,
      whole: isWhole(date, buckets.grain, over),
      posts: published.length,
      interactions: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** Of a period, what is over: today is not. */
export function overBy({ from, to }: Period, today: Day): Period {
  const yesterday = addDays(today, -1);
  return { from, to: to < yesterday ? to : yesterday };
}

/** The buckets that are not whole: cut by the period, or not over. Their sums would look like a fall. */
export const piecesOf = ({ dates, grain }: Cut, over: Period): Day[] =>
  dates.filter((date) => !isWhole(date, grain, over));

/** @param over up to the last day that is over */
function isWhole(date: Day, grain: Grain, { from, to }: Period): boolean {
  const beyond = bucketOf(addDays(to, 1), grain);
  return date >= from && date < beyond;
}
