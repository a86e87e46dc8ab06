import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { DemoPost } from "./posts.ts";

/** Posts of the last three months were read by the hour while they grew; older ones once a day. */
const READ_BY_THE_HOUR_DAYS = 90;
const HOURLY_AGES = [1, 3, 6, 12, 24, 48] as const;
const DAILY_AGES_HOURS = [0, 24, 48] as const;
const LATER_AGES_DAYS = [4, 7, 14, 30] as const;

/**
 * When a post was read, oldest first: at full hours, or at the daily reading, which is at `now`'s time of day. A post
 * that is gone is read once more, which is when that is noticed.
 */
export function readingTimes(post: DemoPost, now: Instant): Instant[] {
  const { published_at, removed_at } = post;
  const hourly = now - published_at < READ_BY_THE_HOUR_DAYS * SECONDS_A_DAY;
  const toHour = (at: Instant) => Math.ceil(at / 3600) * 3600;
  const young = hourly
    ? HOURLY_AGES.map((hours) => toHour(published_at + hours * 3600))
    : DAILY_AGES_HOURS.map((hours) => dailyReadingFrom(published_at + hours * 3600, now));
  const later = LATER_AGES_DAYS.map((days) =>
    dailyReadingFrom(published_at + days * SECONDS_A_DAY, now),
  );
  const growing = now - published_at < 30 * SECONDS_A_DAY ? [now] : [];
  const gone = removed_at === null ? Number.POSITIVE_INFINITY : dailyReadingFrom(removed_at, now);
  const all = [...young, ...later, ...growing, gone].filter((at) => at <= now && at <= gone);
  return [...new Set(all)].sort((a, b) => a - b);
}

/** The first daily reading at an instant or after it. */
export const dailyReadingFrom = (at: Instant, now: Instant): Instant =>
  now - Math.floor((now - at) / SECONDS_A_DAY) * SECONDS_A_DAY;
