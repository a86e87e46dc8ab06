import { SECONDS_A_DAY } from "./day.ts";
import type { Format } from "./format.ts";
import type { Platform } from "./platform.ts";
import type { Instant } from "./snapshot.ts";

/** A post that is known here. `comments`: the last known count; `due`: its figures are to be read again now. */
export type KnownPost = {
  external_id: string;
  published_at: Instant;
  format: Format | null;
  url: string | null;
  comments: number | null;
  due: boolean;
};

/** What is known of an account before it is visited. */
export type Seen = {
  handle: string;
  external_id: string | null;
  name: string | null;
  /** The visit's instant: the `read_at` of everything that it reads. */
  now: Instant;
  /** Those of the last 90 days that are not gone, the newest first. */
  posts: KnownPost[];
};

/** A post this young still grows fast: it is read every hour. */
export const YOUNG_SECONDS = 48 * 3600;

/** A post is not read again beyond this age. */
export const OLDEST_READ_AGAIN = 90 * SECONDS_A_DAY;

/** How often a post is read again, by its age in seconds: hourly to 48 h, six-hourly to 7 days, daily to 30, weekly to 90. */
const READ_AGAIN = [
  { until: YOUNG_SECONDS, every: 3600 },
  { until: 7 * SECONDS_A_DAY, every: 6 * 3600 },
  { until: 30 * SECONDS_A_DAY, every: SECONDS_A_DAY },
  { until: OLDEST_READ_AGAIN, every: 7 * SECONDS_A_DAY },
] as const;

/** A story is gone from its platform after so many seconds. */
export const STORY_SECONDS = SECONDS_A_DAY;

/** Seconds between two readings of a post of this age; `null` when it is not read any more. */
export function readingInterval(platform: Platform, age: number): number | null {
  const step = READ_AGAIN.find(({ until }) => age <= until);
  if (!step) return null;
  // X costs money, and charges a post once a day
  const often = platform === "x" && age > YOUNG_SECONDS;
  return often ? Math.max(step.every, SECONDS_A_DAY) : step.every;
}
