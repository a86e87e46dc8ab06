/**
 * How old a post is when half of its reactions are there: learned from the account's own readings, drawn towards the
 * platform's usual while they are few. The one free number of the curve in `maturity.ts`.
 */
import { median } from "simple-statistics";
import type { Platform } from "../model/platform.ts";
import { GROWN_UP_HOURS, PRIOR_HALF_AGE_HOURS, STEEPNESS } from "./maturity.ts";

/** A post as old as this has nearly its final count. */
export const SETTLED_HOURS = 7 * 24;

/** With fewer reactions the share reached is too coarse to say when half was. */
export const ENOUGH_INTERACTIONS = 10;

/** Outside of this a reading says little of where half lies. */
const TELLING = { from: 0.1, to: 0.9 };

/** The prior's weight in posts. */
const PRIOR_POSTS = 5;

/** A count of interactions, seen at an age. */
export type GrowthReading = { age_hours: number; interactions: number };

/**
 * ln of one post's half-age in hours, from its readings in the order of time: the curve solved for H at every reading
 * that shows between a tenth and nine tenths of the final count, and the median of these. A count that fell is a
 * correction, so the curve is the running maximum. To be stored with the post.
 *
 * @returns `null` when the post is too young, drew too little, or was not read while it grew
 * @example
 * postLogHalfAge([{ age_hours: 6, interactions: 50 }, { age_hours: 200, interactions: 100 }]); // ln 6
 */
export function postLogHalfAge(readings: readonly GrowthReading[]): number | null {
  const growth: GrowthReading[] = [];
  let most = 0;
  for (const { age_hours, interactions } of readings) {
    if (age_hours <= 0 || age_hours > GROWN_UP_HOURS) continue;
    most = Math.max(most, interactions);
    growth.push({ age_hours, interactions: most });
  }
  const last = growth.at(-1);
  if (!last || last.age_hours < SETTLED_HOURS || most < ENOUGH_INTERACTIONS) return null;
  const logs = growth.flatMap(({ age_hours, interactions }) => {
    const share = interactions / most;
    if (share <= TELLING.from || share >= TELLING.to) return [];
    return Math.log(age_hours) + Math.log((1 - share) / share) / STEEPNESS;
  });
  return logs.length > 0 ? median(logs) : null;
}

/**
 * The account's half-age in hours, to two digits: its posts' median, and the platform's usual as if five posts said it.
 * Two digits, so that it rarely moves: when it does, every post is judged again.
 *
 * @param postLogs of its settled posts, as `postLogHalfAge` says them
 * @example
 * halfAge([], "instagram"); // 12
 * halfAge([Math.log(6), Math.log(6), Math.log(6), Math.log(6), Math.log(6)], "instagram"); // 8.5: midway, in ln
 */
export function halfAge(postLogs: readonly number[], platform: Platform): number {
  const n = postLogs.length;
  const own = n > 0 ? n * median(postLogs) : 0;
  const log = (own + PRIOR_POSTS * Math.log(PRIOR_HALF_AGE_HOURS[platform])) / (n + PRIOR_POSTS);
  return Number(Math.exp(log).toPrecision(2));
}
