/**
 * The rules that people use instead. Each says of an account as seen now how alarming it looks; it is flagged from a limit
 * on. `usual` is the limit as the rule is usually set, `limits` what it may be tuned to for an equal rate of false alarms.
 */

import { NO_BURST } from "../../functions/analyse/burst.ts";
import { cusum } from "../../functions/analyse/cusum.ts";
import { PRIOR_HALF_AGE_HOURS } from "../../functions/analyse/maturity.ts";
import { usual } from "../../functions/analyse/standing.ts";
import type { SeenPost } from "../../functions/analyse/streaks.ts";
import { hold } from "../../functions/analyse/track.ts";
import { voteOf } from "../../functions/analyse/vote.ts";
import { isFormat } from "../../functions/model/format.ts";
import type { Platform } from "../../functions/model/platform.ts";

export type Seen = readonly SeenPost<number>[];

export type Rival = {
  name: string;
  alarm: (posts: Seen, platform: Platform) => number;
  usual: number;
};

const rate = (post: SeenPost<number>) => (post.interactions ?? 0) / (post.followers ?? 1);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The newest post's rate against the average of those before it: 0.5 = half of it is missing. */
const belowAverage: Rival = {
  name: "last post below half of the average rate",
  usual: 0.5,
  alarm: (posts) => {
    const rates = posts.map(rate);
    return 1 - (rates.at(-1) ?? 0) / mean(rates.slice(0, -1));
  },
};

/** How many posts in a row lie below the mean of the 20 before each. */
const inARow: Rival = {
  name: "3 in a row below the mean",
  usual: 3,
  alarm: (posts) => {
    const rates = posts.map(rate);
    let count = 0;
    while (
      count < rates.length - 20 &&
      (rates.at(-1 - count) ?? 0) < mean(rates.slice(-21 - count, -1 - count))
    ) {
      count++;
    }
    return count;
  },
};

/** The mean of three against the band of the 20 before, in its standard deviations. */
const bollinger: Rival = {
  name: "Bollinger band, mean of 3",
  usual: 2,
  alarm: (posts) => {
    const rates = posts.map(rate);
    const before = rates.slice(-23, -3);
    const middle = mean(before);
    const sd = Math.sqrt(mean(before.map((value) => (value - middle) ** 2)));
    return (middle - mean(rates.slice(-3))) / sd;
  },
};

/** One beyond 3, two of three beyond 2, four of five beyond 1, eight below: how far the four limits could be widened. */
const westernElectric: Rival = {
  name: "Western Electric on log residuals",
  usual: 1,
  alarm: (posts, platform) => {
    const low = shortfalls(posts, platform).map(({ z }) => z);
    const beyond = (of: number, needed: number) =>
      low.slice(-of).sort((a, b) => b - a)[needed - 1] ?? 0;
    const run = low.length - 1 - low.findLastIndex((z) => z <= 0);
    return Math.max(beyond(1, 1) / 3, beyond(3, 2) / 2, beyond(5, 4), run / 8);
  },
};

/** The same sum as the rank CUSUM's, of median and quartiles instead of ranks. */
const robustCusum: Rival = {
  name: "CUSUM of robust z",
  usual: 4,
  alarm: (posts, platform) =>
    shortfalls(posts, platform).reduce((sum, { z, weight }) => cusum(sum, z, weight), 0),
};

/** Shortfalls in robust standard deviations, with the same front end as the rank CUSUM: age, format, followers, bursts. */
function shortfalls(posts: Seen, platform: Platform): { z: number; weight: number }[] {
  const account = { platform, half_age_hours: PRIOR_HALF_AGE_HOURS[platform] };
  const found: { z: number; weight: number }[] = [];
  let burst = NO_BURST;
  let norm: Parameters<typeof hold>[0] = [];
  for (const post of posts) {
    const published_at = Number(post.published_at);
    const vote = voteOf(
      {
        id: post.id,
        published_at,
        published_precision: "second",
        format: post.format !== null && isFormat(post.format) ? post.format : null,
        interactions: post.interactions,
        followers: post.followers,
        read_at: published_at + Math.round(post.age_hours * 3600),
      },
      burst,
      account,
    );
    burst = vote.burst;
    if (!vote.entry) continue;
    const held = hold(norm, vote.entry);
    if (held.standing) {
      const { low, high } = usual(norm);
      // the quartiles of a normal variable are 1.349 standard deviations apart
      const sd = Math.log(high / low) / 1.349;
      found.push({ z: -held.standing.deviation / sd, weight: vote.weight * held.standing.trust });
    }
    norm = held.norm;
  }
  return found;
}

export const RIVALS: readonly Rival[] = [
  belowAverage,
  inARow,
  bollinger,
  westernElectric,
  robustCusum,
];
