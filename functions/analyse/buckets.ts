/** A period cut into days, weeks (from Monday) or months, and each figure of a bucket. A bucket without data is `null`. */
import { addDays, daysOf, type Grain, monthOf, type Period, weekOf } from "../model/day.ts";
import type { Formula } from "../model/figure.ts";
import type { HeadlineMetric, RateBase } from "../model/metric.ts";
import type { Day } from "../model/snapshot.ts";
import {
  figureBy,
  isDaily,
  type PeriodRows,
  periodReach,
  periodViews,
  rateFormula,
} from "./figures.ts";

export type Point = { date: Day; value: number | null };

/** The first day of the bucket that a day falls into. */
export function bucketOf(day: Day, grain: Grain): Day {
  if (grain === "day") return day;
  return grain === "week" ? weekOf(day) : `${monthOf(day)}-01`;
}

/** The first days of all buckets of a period, in order. */
export function bucketsOf(period: Period, grain: Grain): Day[] {
  if (grain === "day") return daysOf(period);
  const dates: Day[] = [];
  for (
    let date = bucketOf(period.from, grain);
    date <= period.to;
    date = bucketAfter(date, grain)
  ) {
    dates.push(date);
  }
  return dates;
}

/** @param date the first day of a bucket */
const bucketAfter = (date: Day, grain: Grain): Day =>
  bucketOf(addDays(date, DAYS_ON[grain]), grain);

/** From the first day of a bucket into the next one. */
const DAYS_ON: Record<Grain, number> = { day: 1, week: 7, month: 31 };

/**
 * The grain at which a line stays readable on a phone: two years are drawn weekly. A rate is of posts, and most days have
 * none or one.
 */
export function readableGrain(days: number, metric?: HeadlineMetric): Grain {
  if (days <= (metric === "engagement_rate" ? 14 : 92)) return "day";
  return days <= 800 ? "week" : "month";
}

/** Which formula an account's figure has in a period: what its platform gives decides. */
export function formulaOf(metric: HeadlineMetric, rows: PeriodRows, base: RateBase): Formula {
  switch (metric) {
    case "engagement_rate":
      return rateFormula(base);
    case "reach":
      return periodReach(rows).formula;
    case "views":
      return periodViews(rows).formula;
    case "followers":
      return "last_followers";
  }
}

/** A period cut into buckets: once for all of its lines. */
export type Cut = {
  grain: Grain;
  dates: Day[];
  /** The buckets that the period holds only a piece of: a sum over one would look like a fall. None where there are no others. */
  pieces: Day[];
};

export function cut(period: Period, grain: Grain): Cut {
  const dates = bucketsOf(period, grain);
  const beyond = bucketOf(addDays(period.to, 1), grain);
  const pieces = dates.filter((date) => date < period.from || date === beyond);
  return { grain, dates, pieces: pieces.length < dates.length ? pieces : [] };
}

/** The rows of each bucket. @param rows in order of their days */
export function inBuckets<Row>(
  rows: readonly Row[],
  dayOf: (row: Row) => Day,
  { grain, dates }: Cut,
): Row[][] {
  let at = 0;
  const pass = (beyond: Day): void => {
    while (at < rows.length && dayOf(rows[at] as Row) < beyond) at += 1;
  };
  pass(dates[0] ?? "");
  return dates.map((date, index) => {
    const first = at;
    pass(dates[index + 1] ?? bucketAfter(date, grain));
    return rows.slice(first, at);
  });
}

/** One point for each bucket, oldest first. */
export const points = (
  metric: HeadlineMetric,
  rows: PeriodRows,
  buckets: Cut,
  base: RateBase = "followers",
): Point[] =>
  // by the formula of the whole period: what an account gives decides, and not what a bucket happens to hold
  pointsBy(formulaOf(metric, rows, base), rows, buckets);

/** The same where the formula is known. */
export function pointsBy(formula: Formula, rows: PeriodRows, buckets: Cut): Point[] {
  const daily = isDaily(formula);
  const days = inBuckets(daily ? rows.days : [], ({ date }) => date, buckets);
  const posts = inBuckets(daily ? [] : rows.posts, ({ published_on }) => published_on, buckets);
  return buckets.dates.map((date, index) => ({
    date,
    value: figureBy(formula, { days: days[index] ?? [], posts: posts[index] ?? [] }),
  }));
}
