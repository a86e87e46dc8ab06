import { dayNumber, instantOfWall, SECONDS_A_DAY } from "./day.ts";
import type { PlanFields } from "./plan.ts";
import type { Instant } from "./snapshot.ts";

const HOUR = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** `HH:MM` as a clock on the wall shows it: `25:61` is none. */
export const isHour = (text: string): boolean => HOUR.test(text);

/**
 * When a plan is due; without an hour the first instant of its day.
 * `plannedAt({ on: "2026-12-01", at: "09:30" }, "Asia/Jakarta")` is 2026-12-01T02:30:00Z in seconds.
 */
export function plannedAt({ on, at }: Pick<PlanFields, "on" | "at">, time_zone: string): Instant {
  const [, hour = 0, minute = 0] = (at === null ? [] : (HOUR.exec(at) ?? [])).map(Number);
  return instantOfWall(dayNumber(on) * SECONDS_A_DAY + hour * 3600 + minute * 60, time_zone);
}

export const MINUTES_A_DAY = SECONDS_A_DAY / 60;

/** Of two times of `HH:MM`, around the clock: `minutesApart("23:30", "01:00")` is 90. */
export function minutesApart(one: string, other: string): number {
  const apart = Math.abs(minutesOf(one) - minutesOf(other));
  return Math.min(apart, MINUTES_A_DAY - apart);
}

/** Since midnight. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return 60 * hour + minute;
}
