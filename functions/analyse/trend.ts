/** An account's figures, bucket by bucket: one of them as a line, or all of them as rows. */
import { addDays, type Grain, type Period } from "../model/day.ts";
import { HEADLINE_METRICS, type HeadlineMetric, type RateBase } from "../model/metric.ts";
import { breaksIn, MEANING_CHANGED } from "../model/metric-break.ts";
import { stands } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import type { TrendRow } from "../model/trend.ts";
import type { AccountPeriod } from "./account-period.ts";
import { bucketOf, type Cut, type Point, points } from "./buckets.ts";
import type { PeriodRows } from "./figures.ts";

/** With a note where the platform changed what the figure means: the line breaks there. */
export function trendLine(
  { account: { platform }, now }: AccountPeriod,
  metric: HeadlineMetric,
  period: Period,
  buckets: Cut,
  base: RateBase,
): (Point & { note?: string })[] {
  const breaks = breaksIn(platform, metric, period.from, period.to).map((day) =>
    bucketOf(day, buckets.grain),
  );
  return points(metric, now, buckets, base).map((point) =>
    breaks.includes(point.date) ? { ...point, note: MEANING_CHANGED } : point,
  );
}

/** A row a bucket, each figure by the same formula as on the screen; its posts are those of `publishedIn`. */
export function trendRows(
  rows: PeriodRows,
  buckets: Cut,
  base: RateBase,
  period: Period,
): TrendRow[] {
  const lines = HEADLINE_METRICS.map(
    (metric) => [metric, points(metric, rows, buckets, base)] as const,
  );
  const standing = rows.posts.filter(stands);
  const posts = Map.groupBy(standing, (post) => bucketOf(post.published_on, buckets.grain));
  return buckets.dates.map((date, index) => {
    const published = posts.get(date) ?? [];
    const known = published.flatMap((post) => post.interactions ?? []);
    const figures = Object.fromEntries(
      lines.map(([metric, line]) => [metric, line[index]?.value ?? null]),
    ) as Record<HeadlineMetric, number | null>;
    return {
      ...figures,
      date,
      whole: isWhole(date, buckets.grain, period),
      posts: published.length,
      interactions: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    };
  });
}

/** @param period up to the last day that is over */
function isWhole(date: Day, grain: Grain, { from, to }: Period): boolean {
  const beyond = bucketOf(addDays(to, 1), grain);
  return date >= from && date < beyond;
}
