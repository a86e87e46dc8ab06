/** The four figures of an account over a period, each with the numbers it was made from. */
import { mean, median, sum } from "simple-statistics";
import type { Daily } from "../model/daily.ts";
import type { FigureParts, Formula } from "../model/figure.ts";
import type { RateBase } from "../model/metric.ts";
import { counts, type Post } from "../model/post.ts";
import { audienceOf, engagementRateBy } from "./rates.ts";

/** An account's days and posts of one period, oldest first. */
export type PeriodRows = { days: readonly Daily[]; posts: readonly Post[] };

export type Figure = {
  value: number | null;
  formula: Formula;
  /** The single posts' or days' values, oldest first. */
  samples: number[];
  /** The numbers that went into it, by name. */
  parts: FigureParts;
};

const known = (values: readonly (number | null)[]): number[] =>
  values.filter((value) => value !== null);

/** Posts that count, in norms and in figures. */
const countedPosts = (rows: PeriodRows): Post[] => rows.posts.filter(counts);

type Making = {
  /** The single values that a figure is made of: posts' or days', oldest first. */
  samples: (rows: PeriodRows) => (number | null)[];
  /** @param values one or more */
  made: (values: number[]) => number;
};

const ofRates = (base: RateBase): Making => ({
  samples: (rows) =>
    countedPosts(rows)
      .filter((post) => post.mature)
      .map((post) => engagementRateBy(post, base)),
  made: median,
});

/** How each figure is made, of a period or of a bucket of it. */
const MAKING: Record<Formula, Making> = {
  median_post_rate: ofRates("followers"),
  median_post_rate_by_reach: ofRates("reach"),
  median_post_rate_by_views: ofRates("views"),
  mean_daily_reach: { samples: ({ days }) => days.map((day) => day.reach), made: mean },
  median_post_reach: {
    samples: (rows) => countedPosts(rows).map((post) => post.reach),
    made: median,
  },
  sum_daily_views: { samples: ({ days }) => days.map((day) => day.views), made: sum },
  sum_post_views: { samples: ({ posts }) => posts.map((post) => post.views), made: sum },
  last_followers: {
    samples: ({ days }) => days.map((day) => day.followers),
    made: (values) => values.at(-1) ?? 0,
  },
};

const samplesOf = (formula: Formula, rows: PeriodRows): number[] =>
  known(MAKING[formula].samples(rows));

function figure(formula: Formula, rows: PeriodRows, parts: FigureParts): Figure {
  const samples = samplesOf(formula, rows);
  const value = samples.length === 0 ? null : MAKING[formula].made(samples);
  return { value, formula, samples, parts };
}

/** The figure by this formula; `null` where nothing is known. */
export const figureBy = (formula: Formula, rows: PeriodRows): number | null =>
  figure(formula, rows, {}).value;

const RATE_FORMULAS: Record<RateBase, Formula> = {
  followers: "median_post_rate",
  reach: "median_post_rate_by_reach",
  views: "median_post_rate_by_views",
};

export const rateFormula = (base: RateBase): Formula => RATE_FORMULAS[base];

/**
 * The median over the posts published in the period that are mature: at least 48 hours old at their newest reading.
 * The others were read too early.
 */
export function periodEngagementRate(rows: PeriodRows, base: RateBase = "followers"): Figure {
  const posts = countedPosts(rows);
  const mature = posts.filter((post) => post.mature);
  const rated = mature.filter((post) => engagementRateBy(post, base) !== null);
  const audiences = known(rated.map((post) => audienceOf(post, base)));
  return figure(rateFormula(base), rows, {
    posts: rated.length,
    too_early: posts.length - mature.length,
    [`without_${base}` as const]: mature.filter(
      (post) => post.interactions !== null && audienceOf(post, base) === null,
    ).length,
    interactions: rated.length === 0 ? null : sum(rated.map((post) => post.interactions ?? 0)),
    [base]: audiences.length === 0 ? null : median(audiences),
  });
}

/**
 * Reach is people: days are never added up. Where the platform counts no daily reach of the account, the median reach
 * of the posts stands in, named so.
 */
export function periodReach(rows: PeriodRows): Figure {
  const days = samplesOf("mean_daily_reach", rows).length;
  return figure(days > 0 ? "mean_daily_reach" : "median_post_reach", rows, {
    days,
    posts: samplesOf("median_post_reach", rows).length,
    median_post_reach: figureBy("median_post_reach", rows),
  });
}

/**
 * Views are additive. Without daily figures of most days, as after a file of two days, their sum would pass for the
 * whole period's: then the views of the posts published in the period, named so.
 */
export function periodViews(rows: PeriodRows): Figure {
  const days = samplesOf("sum_daily_views", rows).length;
  const posts = samplesOf("sum_post_views", rows).length;
  const tooFewDays = days < rows.days.length / 2 && posts > 0;
  const formula = days > 0 && !tooFewDays ? "sum_daily_views" : "sum_post_views";
  return figure(formula, rows, { days, posts });
}

/** The last count known in the period, or before it. @param before the last known before the period */
export function periodFollowers(rows: PeriodRows, before: number | null): Figure {
  const { value, formula, samples } = figure("last_followers", rows, {});
  const sumOf = (values: readonly (number | null)[]): number | null =>
    known(values).length === 0 ? null : sum(known(values));
  return {
    value: value ?? before,
    formula,
    samples,
    parts: {
      days: samples.length,
      followers_before: before,
      followers_change: value === null || before === null ? null : value - before,
      followers_gained: sumOf(rows.days.map((day) => day.followers_gained)),
      followers_lost: sumOf(rows.days.map((day) => day.followers_lost)),
    },
  };
}
