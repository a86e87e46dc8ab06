/** The days of TikTok's Business API, in UTC. */
import { addDays, isDay, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import { countOf, type JsonObject, objectsOf, textOf } from "../model/json.ts";
import type { DayReading, Instant } from "../model/snapshot.ts";

/** TikTok's figures of a day are complete only a day after its end, at the earliest. */
const DAY_LAG = SECONDS_A_DAY;

export function tiktokDays(accounts: readonly JsonObject[], now: Instant): DayReading[] {
  const days = new Map<string, DayReading>();
  for (const metric of accounts.flatMap(({ metrics }) => objectsOf(metrics))) {
    const date = textOf(metric.date);
    if (date === null || !isDay(date)) continue;
    const end_time = startOfDay(addDays(date, 1), "UTC");
    if (end_time + DAY_LAG > now) continue;
    const day: DayReading = {
      date,
      end_time,
      time_zone: "UTC",
      reach: countOf(metric.unique_video_views),
      views: countOf(metric.video_views),
      profile_views: countOf(metric.profile_views),
      followers_gained: countOf(metric.daily_new_followers),
      followers_lost: countOf(metric.daily_lost_followers),
    };
    days.set(date, day);
  }
  return [...days.values()];
}
