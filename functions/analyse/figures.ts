/** The four figures of an account over a period, each with the numbers it was made from. */
import { mean, median, sum } from "simple-statistics";
import type { Daily } from "../model/daily.ts";
import type { FigureParts, Formula } from "../model/figure.ts";
import type { RateBase } from "../model/metric.ts";
import { counts, type Post } from "../model/post.ts";
import { audienceOf, engagementRateBy } from "./rates.ts";

/** An account's days and posts of one period, oldest first. */
export type Stretch = { days: readonly Daily[]; posts: readonly Post[] };

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

const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : median(values);

/** Posts that count, in norms and in figures. */
export const countedPosts = (stretch: Stretch): Post[] => stretch.posts.filter(counts);

const RATE_FORMULAS: Record<RateBase, Formula> = {
  followers: "median_post_rate",
  reach: "median_post_rate_by_reach",
  views: "median_post_rate_by_views",
};

export const rateFormula = (base: RateBase): Formula => RATE_FORMULAS[base];

/**
 * The median over the posts published in the period that are mature: at least 48 hours old at their newest reading.
 * The others were read too early.
 * @param posts those that count
 */
export function periodEngagementRate(posts: readonly Post[], base: RateBase = "followers"): Figure {
  const mature = posts.filter((post) => post.mature);
  const rated = mature.filter((post) => engagementRateBy(post, base) !== null);
  const samples = known(rated.map((post) => engagementRateBy(post, base)));
  return {
    value: medianOf(samples),
    formula: rateFormula(base),
    samples,
    parts: {
      posts: rated.length,
      too_early: posts.length - mature.length,
      [`without_${base}` as const]: mature.filter(
        (post) => post.interactions !== null && audienceOf(post, base) === null,
      ).length,
      interactions: rated.length === 0 ? null : sum(rated.map((post) => post.interactions ?? 0)),
      [base]: medianOf(known(rated.map((post) => audienceOf(post, base)))),
    },
  };
}

/**
 * Reach is people: days are never added up. Where the platform counts no daily reach of the account, the median reach
 * of the posts stands in, named so.
 */
export function periodReach({ days, posts }: Stretch): Figure {
  const daily = known(days.map((day) => day.reach));
  const ofPosts = known(posts.filter(counts).map((post) => post.reach));
  const parts = {
    days: daily.length,
    posts: ofPosts.length,
    median_post_reach: medianOf(ofPosts),
  };
  if (daily.length > 0) {
    return { value: mean(daily), formula: "mean_daily_reach", samples: daily, parts };
  }
  return { value: medianOf(ofPosts), formula: "median_post_reach", samples: ofPosts, parts };
}

/**
 * Views are additive. Without daily figures of most days, as after a file of two days, their sum would pass for the
 * whole period's: then the views of the posts published in the period, named so.
 */
export function periodViews({ days, posts }: Stretch): Figure {
  const daily = known(days.map((day) => day.views));
  const ofPosts = known(posts.map((post) => post.views));
  const parts = { days: daily.length, posts: ofPosts.length };
  const tooFewDays = daily.length < days.length / 2 && ofPosts.length > 0;
  if (daily.length > 0 && !tooFewDays)
    return { value: sum(daily), formula: "sum_daily_views", samples: daily, parts };
  const value = ofPosts.length === 0 ? null : sum(ofPosts);
  return { value, formula: "sum_post_views", samples: ofPosts, parts };
}

/** The last count known in the period, or before it. @param before the last known before the period */
export function periodFollowers({ days }: Stretch, before: number | null): Figure {
  const daily = known(days.map((day) => day.followers));
  const last = daily.at(-1) ?? null;
  const change = last === null || before === null ? null : last - before;
  const gained = known(days.map((day) => day.followers_gained));
  const lost = known(days.map((day) => day.followers_lost));
  return {
    value: last ?? before,
    formula: "last_followers",
    samples: daily,
    parts: {
      days: daily.length,
      followers_before: before,
      followers_change: change,
      followers_gained: gained.length === 0 ? null : sum(gained),
      followers_lost: lost.length === 0 ? null : sum(lost),
    },
  };
}
