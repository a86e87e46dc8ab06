/** How far back the own timeline is read at which visit. */
import { dayNumber, dayOf, SECONDS_A_DAY } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { XMemory } from "./memory.ts";

/** How far back the own timeline is read, in seconds: each stretch at its own pace. */
const NEAR = 2 * SECONDS_A_DAY;
export const WIDE = 30 * SECONDS_A_DAY;
const FAR = 90 * SECONDS_A_DAY;
const FAR_EVERY_DAYS = 7;

/**
 * Since when the timeline is read: two days back on every visit, thirty on the first of a UTC day, ninety once a week;
 * after an outage at least as far as it was read last.
 * @param pace 1; at 5 the longer stretches wait five times as long
 */
export function lookbackOf({ near_at, wide_at, far_at }: XMemory, now: Instant, pace = 1): Instant {
  const daysSince = (at: Instant | undefined) =>
    at === undefined ? Infinity : dayNumber(dayOf(now, "UTC")) - dayNumber(dayOf(at, "UTC"));
  const isFar = daysSince(far_at) >= pace * FAR_EVERY_DAYS;
  const back = isFar ? FAR : daysSince(wide_at) >= pace ? WIDE : NEAR;
  return Math.min(now - back, near_at ?? now);
}

/** Notes how far back the timeline is known now. */
export function noteLookback(memory: XMemory, since: Instant | null, now: Instant): void {
  const back = since === null ? FAR : now - since;
  memory.near_at = now;
  if (back >= WIDE) memory.wide_at = now;
  if (back >= FAR) memory.far_at = now;
}

/** When a post of that age was last in a stretch that was read; 0 when it never was. */
export function lastReadAt(
  { near_at = 0, wide_at = 0, far_at = 0 }: XMemory,
  published: Instant,
): Instant {
  if (published >= near_at - NEAR) return near_at;
  return published >= wide_at - WIDE ? wide_at : far_at;
}
