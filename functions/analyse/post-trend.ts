/**
 * A figure of posts over time: one dot a post, and the running median as the line that carries.
 *
 * The median of the last 15 posts: one post says little, and a line through all of them is hair. It looks back only, also
 * to posts from before the period, so that its newest value is not moved by what comes later; a new meaning of the figure
 * begins it anew.
 */
import { median } from "simple-statistics";
import { daysOf, type Grain, type Period } from "../model/day.ts";
import type { Formula } from "../model/figure.ts";
import type { RateBase } from "../model/metric.ts";
import { counts, type Post } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import { FEWEST_SPOTS, RUNNING_POSTS, type Spot } from "../model/trend.ts";
import { bucketOf } from "./buckets.ts";
import { engagementRateBy } from "./rates.ts";

type PostFormula = Extract<Formula, `median_post_${string}`>;

export const isOfPosts = (formula: Formula): formula is PostFormula =>
  formula.startsWith("median_post_");

const BASES: Record<Exclude<PostFormula, "median_post_reach">, RateBase> = {
  median_post_rate: "followers",
  median_post_rate_by_reach: "reach",
  median_post_rate_by_views: "views",
};

/** What a post brings to a median by this formula; `null`: it is not counted there, or not known. */
export function postValue(post: Post, formula: PostFormula): number | null {
  if (!counts(post)) return null;
  if (formula === "median_post_reach") return post.reach;
  return post.mature ? engagementRateBy(post, BASES[formula]) : null;
}

export type PostTrend = { dots: [day: number, value: number][]; line: Spot[] };

/**
 * @param posts from before the period on, oldest first
 * @param grain how closely the line is drawn: its value after the last post of each day, week or month
 * @param breaks the days on which the figure changed its meaning
 */
export function postTrend(
  posts: readonly Post[],
  formula: PostFormula,
  period: Period,
  grain: Grain,
  breaks: readonly Day[],
): PostTrend {
  const dayNumbers = new Map(daysOf(period).map((day, number) => [day, number]));
  const valued = posts.flatMap((post) => {
    const value = post.published_on > period.to ? null : postValue(post, formula);
    return value === null ? [] : [{ on: post.published_on, value }];
  });
  const dots: PostTrend["dots"] = [];
  const line: Spot[] = [];
  let start = 0;
  valued.forEach(({ on, value }, index) => {
    const before = valued[index - 1]?.on;
    const number = dayNumbers.get(on);
    if (before !== undefined && breaks.some((day) => before < day && day <= on)) {
      start = index;
      if (number !== undefined && line.length > 0) line.push([number, null]);
    }
    if (number === undefined) return;
    dots.push([number, value]);
    const next = valued[index + 1]?.on;
    const isLast = next === undefined || bucketOf(next, grain) !== bucketOf(on, grain);
    const running = valued.slice(Math.max(start, index + 1 - RUNNING_POSTS), index + 1);
    if (isLast && running.length >= FEWEST_SPOTS) {
      line.push([number, median(running.map((one) => one.value))]);
    }
  });
  return { dots, line: dots.length < FEWEST_SPOTS ? [] : line };
}
