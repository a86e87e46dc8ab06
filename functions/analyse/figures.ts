/** The four figures of an account over a period, each with the numbers it was made from. */
import { mean, median, sum } from "simple-statistics";
import type { FigureParts, Formula } from "../model/figure.ts";
import type { FigureDay, FigurePost } from "../model/figure-rows.ts";
import type { RateBase } from "../model/metric.ts";
import { counts } from "../model/post.ts";
import { audienceOf, engagementRateBy } from "./rates.ts";

/** An account's days and posts of one period, oldest first. */
export type PeriodRows = { days: readonly FigureDay[]; posts: readonly FigurePost[] };

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

/** @param made of one or more values, oldest first */
type Making = { made: (values: number[]) => number } & (
  | { ofDay: (day: FigureDay) => number | null }
  | { ofPost: (post: FigurePost) => number | null }
);

const ofRates = (base: RateBase): Making => ({
  ofPost: (post) => (post.mature && counts(post) ? engagementRateBy(post, base) : null),
  made: median,
});

/** How each figure is made, of a period or of a bucket of it: out of a value a day, or a post. */
const MAKING: Record<Formula, Making> = {
  median_post_rate: ofRates("followers"),
  median_post_rate_by_reach: ofRates("reach"),
  median_post_rate_by_views: ofRates("views"),
  mean_daily_reach: { ofDay: (day) => day.reach, made: mean },
  median_post_reach: { ofPost: (post) => (counts(post) ? post.reach : null), made: median },
  sum_daily_views: { ofDay: (day) => day.views, made: sum },
  sum_post_views: { ofPost: (post) => post.views, made: sum },
  last_followers: { ofDay: (day) => day.followers, made: (values) => values.at(-1) ?? 0 },
};

/** Is it made of the account's days, and not of its posts? */
export const isDaily = (formula: Formula): boolean => "ofDay" in MAKING[formula];

function valuesOf<Row>(rows: readonly Row[], of: (row: Row) => number | null): number[] {
  const values: number[] = [];
  for (const row of rows) {
    const value = of(row);
    if (value !== null) values.push(value);
  }
  return values;
}

function samplesOf(formula: Formula, { days, posts }: PeriodRows): number[] {
  const making = MAKING[formula];
  return "ofDay" in making ? valuesOf(days, making.ofDay) : valuesOf(posts, making.ofPost);
}

const madeOf = (formula: Formula, samples: number[]): number | null =>
  samples.length === 0 ? null : MAKING[formula].made(samples);

const figure = (formula: Formula, samples: number[], parts: FigureParts): Figure => ({
  value: madeOf(formula, samples),
  formula,
  samples,
  parts,
});

/** The figure by this formula; `null` where nothing is known. */
export const figureBy = (formula: Formula, rows: PeriodRows): number | null =>
  madeOf(formula, samplesOf(formula, rows));

const RATE_FORMULAS: Record<RateBase, Formula> = {
  followers: "median_post_rate",
  reach: "median_post_rate_by_reach",
  views: "median_post_rate_by_views",
};

export const rateFormula = (base: RateBase): Formula => RATE_FORMULAS[base];

/**
 * The median over the posts published in the period that are mature: at least 48 hours old at their newest reading.
 * The others were read too early. Looked through once: two years of an account are some hundreds.
 */
export function periodEngagementRate({ posts }: PeriodRows, base: RateBase = "followers"): Figure {
  const rates: number[] = [];
  const audiences: number[] = [];
  const found = { too_early: 0, without: 0, interactions: 0 };
  for (const post of posts) {
    if (!counts(post)) continue;
    if (!post.mature) {
      found.too_early += 1;
      continue;
    }
    const { interactions } = post;
    const audience = audienceOf(post, base);
    const rate = engagementRateBy(post, base);
    if (rate !== null) {
      rates.push(rate);
      found.interactions += interactions ?? 0;
      if (audience !== null) audiences.push(audience);
    } else if (interactions !== null && audience === null) found.without += 1;
  }
  return figure(rateFormula(base), rates, {
    posts: rates.length,
    too_early: found.too_early,
    [`without_${base}` as const]: found.without,
    interactions: rates.length === 0 ? null : found.interactions,
    [base]: audiences.length === 0 ? null : median(audiences),
  });
}

/**
 * Reach is people: days are never added up. Where the platform counts no daily reach of the account, the median reach
 * of the posts stands in, named so.
 */
export function periodReach(rows: PeriodRows): Figure {
  const days = samplesOf("mean_daily_reach", rows);
  const posts = samplesOf("median_post_reach", rows);
  const daily = days.length > 0;
  return figure(daily ? "mean_daily_reach" : "median_post_reach", daily ? days : posts, {
    days: days.length,
    posts: posts.length,
    median_post_reach: madeOf("median_post_reach", posts),
  });
}

/**
 * Views are additive. Without daily figures of most days, as after a file of two days, their sum would pass for the
 * whole period's: then the views of the posts published in the period, named so.
 */
export function periodViews(rows: PeriodRows): Figure {
  const days = samplesOf("sum_daily_views", rows);
  const posts = samplesOf("sum_post_views", rows);
  const tooFewDays = days.length < rows.days.length / 2 && posts.length > 0;
  const daily = days.length > 0 && !tooFewDays;
  return figure(daily ? "sum_daily_views" : "sum_post_views", daily ? days : posts, {
    days: days.length,
    posts: posts.length,
  });
}

/** The last count known in the period, or before it. @param before the last known before the period */
export function periodFollowers(rows: PeriodRows, before: number | null): Figure {
  const { value, formula, samples } = figure(
    "last_followers",
    samplesOf("last_followers", rows),
    {},
  );
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
