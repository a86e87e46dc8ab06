/**
 * The Overview's figures: for each of the four, one row an account with the change and a small line, and one for all together
 * where like is added to like.
 */
import { median, sum } from "simple-statistics";
import { type Against, addDays, comparedPeriod, daysIn, type Period } from "../model/day.ts";
import type {
  Absence,
  Comparison,
  FigureBlock,
  FigureParts,
  FigureRow,
  Formula,
} from "../model/figure.ts";
import { HEADLINE_METRICS, type HeadlineMetric, type RateBase } from "../model/metric.ts";
import { breaksIn } from "../model/metric-break.ts";
import { type Platform, SUPPLIES } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import { type AccountHead, type AccountPeriod, isChoice, type Part } from "./account-period.ts";
import { type Cut, cut, pointsBy, readableGrain } from "./buckets.ts";
import { compare, compareFollowers, NO_COMPARISON } from "./comparison.ts";
import {
  type Figure,
  isDaily,
  periodEngagementRate,
  periodFollowers,
  periodReach,
  periodViews,
} from "./figures.ts";

/** With fewer posts a median is one post's story. */
const FEWEST_POSTS = 3;

/** @param compared where that is not what `against` says of the period */
export function figureBlocks(
  accounts: readonly AccountPeriod[],
  period: Period,
  base: RateBase,
  against: Against = "before",
  compared: Period | null = comparedPeriod(period, against),
): FigureBlock[] {
  const days = cut(period, readableGrain(daysIn(period)));
  return HEADLINE_METRICS.map((metric) => {
    const rows = accounts.map((account) =>
      accountRow(metric, account, { period, compared, days, base }),
    );
    return { metric, rows: [...rows, ...allRow(metric, accounts, rows)] };
  });
}

type Asked = {
  period: Period;
  compared: Period | null;
  days: Cut;
  base: RateBase;
};

/** Did the figure change its meaning in or between the two periods, so that they are of two things? */
function isOtherThing(
  metric: HeadlineMetric,
  platform: Platform,
  { period, compared, base }: Pick<Asked, "period" | "compared" | "base">,
): boolean {
  if (!compared) return true;
  // a rate is of what it is taken of
  const of = metric === "engagement_rate" && base !== "followers" ? base : metric;
  return breaksIn(platform, of, addDays(compared.from, 1), period.to).length > 0;
}

function accountRow(
  metric: HeadlineMetric,
  { account, now, before }: AccountPeriod,
  { period, compared, days, base }: Asked,
): FigureRow {
  const figure = figureOf(metric, now, base);
  const known = figureOf(metric, before, base);
  const whole = compared !== null && isWhole(figure, period) && isWhole(known, compared);
  const earlier = whole ? known : overAsManyDays(known, figure);
  const value = shown(figure);
  return {
    platform: account.platform,
    account: account.id,
    handle: account.handle,
    value,
    absence: value === null ? absenceOf(metric, figure, now, account.platform) : null,
    change: isOtherThing(metric, account.platform, { period, compared, base })
      ? NO_COMPARISON
      : metric === "followers"
        ? compareFollowers(value, adjoins(compared, period) ? now.followers_before : earlier.value)
        : beside(value, figure, earlier, shown(earlier)),
    spark: sparkOf(figure, now, days),
    formula: figure.formula,
    parts: { ...figure.parts, ...(whole ? {} : daysBefore(figure, earlier)) },
    of_choice: isChoice(account) && !isDaily(figure.formula),
    ...sourceOf(metric, account),
  };
}

/** Does the one end where the other begins? Then what was known before it is the count at its end, however long before. */
const adjoins = (compared: Period | null, period: Period): boolean =>
  compared !== null && addDays(compared.to, 1) === period.from;

/** When it was read, and whether it came from the platform itself. */
function sourceOf(
  metric: HeadlineMetric,
  account: AccountHead,
): Pick<FigureRow, "read_at" | "brought"> {
  const read_at = metric === "followers" ? account.followers_at : account.last_read_at;
  return { read_at, brought: (read_at ?? 0) > (account.collected_at ?? 0) };
}

function figureOf(metric: HeadlineMetric, part: Part, base: RateBase): Figure {
  switch (metric) {
    case "engagement_rate":
      return periodEngagementRate(part, base);
    case "reach":
      return periodReach(part);
    case "views":
      return periodViews(part);
    case "followers":
      return periodFollowers(part, part.followers_before);
  }
}

const MEDIANS: readonly Formula[] = [
  "median_post_rate",
  "median_post_rate_by_reach",
  "median_post_rate_by_views",
  "median_post_reach",
];

/** Two whole months stand each as it is, the shorter one too. */
const isWhole = ({ samples }: Figure, period: Period): boolean => samples.length === daysIn(period);

/** A sum of five known days is no fall against one of seven: the earlier one is taken as of as many days. */
function overAsManyDays(earlier: Figure, now: Figure): Figure {
  const both = [earlier, now].every(
    ({ formula, samples }) => formula === "sum_daily_views" && samples.length > 0,
  );
  if (!both || earlier.value === null) return earlier;
  const share = now.samples.length / earlier.samples.length;
  return { ...earlier, value: Math.round(earlier.value * share) };
}

const daysBefore = (now: Figure, earlier: Figure): FigureParts =>
  now.formula === "sum_daily_views" &&
  earlier.formula === now.formula &&
  earlier.samples.length !== now.samples.length
    ? { days_before: earlier.samples.length }
    : {};

/** A median of one or two posts is not shown. */
const shown = ({ value, formula, samples }: Figure): number | null =>
  MEDIANS.includes(formula) && samples.length < FEWEST_POSTS ? null : value;

/** Figures made by different formulas are different things: no comparison. */
const beside = (
  value: number | null,
  now: Figure,
  before: Figure,
  beforeShown: number | null,
): Comparison =>
  compare(value, now.formula === before.formula ? beforeShown : null, {
    now: now.samples,
    before: before.samples,
  });

function absenceOf(
  metric: HeadlineMetric,
  figure: Figure,
  part: Part,
  platform: Platform,
): Absence {
  if (figure.samples.length > 0) return "not_enough";
  // what was read said nothing of it
  const unread = (what: "reach" | "views"): Absence =>
    SUPPLIES[what].includes(platform) ? "not_read" : "not_available";
  if (metric === "engagement_rate") {
    const { without_followers, without_reach, without_views } = figure.parts;
    if ((without_followers ?? 0) > 0) return "no_followers";
    // asked for as what a rate is taken of
    if ((without_reach ?? 0) > 0) return unread("reach");
    if ((without_views ?? 0) > 0) return unread("views");
    return part.posts.length > 0 ? "not_enough" : "no_data";
  }
  if (metric === "followers" || part.posts.length === 0) return "no_data";
  return unread(metric);
}

/** A small line has room for so many points. */
const SPARK_POINTS = 28;

/** The period's days or weeks where days are known; else its posts in order, several to a point when they are many. */
function sparkOf(figure: Figure, part: Part, days: Cut): (number | null)[] {
  if (isDaily(figure.formula)) {
    const left = figure.formula === "sum_daily_views" ? days.pieces : [];
    return pointsBy(figure.formula, part, days)
      .filter(({ date }) => !left.includes(date))
      .map(({ value }) => value);
  }
  const { samples } = figure;
  const each = Math.ceil(samples.length / SPARK_POINTS) || 1;
  return Array.from({ length: Math.ceil(samples.length / each) }, (_, index) =>
    median(samples.slice(index * each, (index + 1) * each)),
  );
}

/**
 * All accounts together, where like is added to like: followers, and the views of posts. A rate of all would move with the mix
 * of platforms, and reach is people, who may be the same.
 */
function allRow(
  metric: HeadlineMetric,
  accounts: readonly AccountPeriod[],
  rows: readonly FigureRow[],
): FigureRow[] {
  if (rows.length < 2) return [];
  const row = {
    platform: null,
    account: null,
    handle: null,
    spark: [],
    read_at: newest(accounts.map(({ account }) => sourceOf(metric, account).read_at)),
    brought: false,
    of_choice: false,
  };
  if (metric === "followers") return [{ ...row, ...sumOfAll(rows), formula: "last_followers" }];
  const alike = rows.every((one) => one.formula === "sum_post_views" && !one.of_choice);
  if (metric !== "views" || !alike) return [];
  const few = rows.every(({ change: { meaning } }) => meaning === "few" || meaning === "none");
  const summed = sumOfAll(rows);
  if (summed.value === null) return [];
  return [{ ...row, ...summed, change: sizesOnly(summed.change, few), formula: "sum_post_views" }];
}

type AllFigure = Pick<FigureRow, "value" | "absence" | "change" | "parts">;

function sumOfAll(rows: readonly FigureRow[]): AllFigure {
  const values = rows.flatMap((one) => one.value ?? []);
  const value = values.length === 0 ? null : sum(values);
  // the sum of other accounts than before would be another thing
  const same = rows.every((one) => (one.value === null) === (one.change.before === null));
  const before = rows.flatMap(({ change }) => change.before ?? []);
  const past = same && value !== null ? sum(before) : null;
  return {
    value,
    absence: value === null ? "no_data" : null,
    change: compareFollowers(value, past),
    parts: { accounts: values.length },
  };
}

/** A sum over platforms has no samples to test: its change is told without a colour, and not where none has enough. */
const sizesOnly = (change: Comparison, few: boolean): Comparison =>
  change.meaning === "none" ? change : { ...change, meaning: few ? "few" : "sum" };

const newest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce<Instant | null>(
    (latest, at) => (at !== null && at > (latest ?? 0) ? at : latest),
    null,
  );
