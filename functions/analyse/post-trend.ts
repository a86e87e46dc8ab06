/**
 * A figure of posts over time: one dot a post, and the running median as the line that carries.
 *
 * The median of the last 15 posts: one post says little, and a line through all of them is hair. It looks back only, also
 * to posts from before the period, so that its newest value is not moved by what comes later; a new meaning of the figure
 * begins it anew.
 */
import { median } from "simple-statistics";
import { dayNumber, daysBetween, type Grain, type Period } from "../model/day.ts";
import type { Formula } from "../model/figure.ts";
import type { FigurePost } from "../model/figure-rows.ts";
import type { RateBase } from "../model/metric.ts";
import { counts } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import { FEWEST_SPOTS, RUNNING_POSTS, type Spot } from "../model/trend.ts";
import { bucketOf } from "./buckets.ts";
import { engagementRateBy } from "./rates.ts";

/** A line through so many days without a post would tell of a time in which nothing was. */
const SILENCE_DAYS = 28;

type PostFormula = Extract<Formula, `median_post_${string}`>;

export const isOfPosts = (formula: Formula): formula is PostFormula =>
  formula.startsWith("median_post_");

const BASES: Record<Exclude<PostFormula, "median_post_reach">, RateBase> = {
  median_post_rate: "followers",
  median_post_rate_by_reach: "reach",
  median_post_rate_by_views: "views",
};

/** What a post brings to a median by this formula; `null`: it is not counted there, or not known. */
export function postValue(post: FigurePost, formula: PostFormula): number | null {
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
  posts: readonly FigurePost[],
  formula: PostFormula,
  period: Period,
  grain: Grain,
  breaks: readonly Day[],
): PostTrend {
  const first = dayNumber(period.from);
  const valued = valuedPosts(posts, formula, period);
  const dots: PostTrend["dots"] = [];
  const line: Spot[] = [];
  let start = 0;
  valued.forEach(({ on, value }, index) => {
    const before = valued[index - 1];
    const next = valued[index + 1];
    const anew = breaks.some((broken) => before && before.on < broken && broken <= on);
    if (anew) start = index;
    if (on < period.from) return;
    const day = dayNumber(on) - first;
    const silent = before && daysBetween(before.on, on) > SILENCE_DAYS;
    if ((anew || silent) && line.length > 0) line.push([day, null]);
    dots.push([day, value]);
    const isLast = next === undefined || bucketOf(next.on, grain) !== bucketOf(on, grain);
    if (!isLast) return;
    const running = valued.slice(Math.max(start, index + 1 - RUNNING_POSTS), index + 1);
    if (running.length >= FEWEST_SPOTS) {
      line.push([day, median(running.map((one) => one.value))]);
    }
  });
  return { dots, line: dots.length < FEWEST_SPOTS ? [] : line };
}

/** The period's posts that bring a value, and of those before it as many as a running median looks back to. */
function valuedPosts(
  posts: readonly FigurePost[],
  formula: PostFormula,
  { from, to }: Period,
): { on: Day; value: number }[] {
  const valued: { on: Day; value: number }[] = [];
  let earlier = 0;
  for (let at = posts.length - 1; at >= 0 && earlier < RUNNING_POSTS; at -= 1) {
    const post = posts[at] as FigurePost;
    const on = post.published_on;
    const value = on > to ? null : postValue(post, formula);
    if (value === null) continue;
    if (on < from) earlier += 1;
    valued.push({ on, value });
  }
  return valued.reverse();
}
