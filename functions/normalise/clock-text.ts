/** The clock behind a date as files write it, and the zone that some name. */
import { SECONDS_A_DAY } from "../model/day.ts";
import { clockSeconds } from "./instant.ts";

/**
 * Hours ahead of UTC of the zones that a file may name behind its clock: Indonesia's three, its neighbours', and Meta's.
 * What two countries mean differently (CST, IST) is no zone here, and such a date is refused.
 */
const ZONES: Record<string, number> = {
  wib: 7,
  wita: 8,
  wit: 9,
  utc: 0,
  gmt: 0,
  z: 0,
  ict: 7,
  myt: 8,
  sgt: 8,
  pst: -8,
  pdt: -7,
};

const HOUR = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?/.source;
const HALF = /\s*([AP]\.?\s?M\.?)?/.source;
const ZONE = `(?:\\s*\\(?((?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|${Object.keys(ZONES).join("|")})\\)?)?`;

/** Five groups: hour, minute, second, half of the day, zone; all of it may be missing. */
export const CLOCK = `(?:(?:[T ,،]|\\b(?:at|pukul|jam)\\b)+${HOUR}${HALF}${ZONE})?$`;

/** `offset`: how far the named zone is ahead of UTC, in seconds. Both are `null` where they are not said. */
export type ClockText = { clock: number | null; offset: number | null };

/** `null` for a clock that shows no time there is. */
export function clockOf([hour, minute = "0", second = "0", half, zone]: (
  | string
  | undefined
)[]): ClockText | null {
  if (hour === undefined) return { clock: null, offset: null };
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const twelve = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (Number(minute) > 59 || Number(second) > 59) return null;
  const clock = clockSeconds(String(twelve), minute, second);
  // 24:00 is the end of the day, and there is nothing behind it
  if (clock > SECONDS_A_DAY || (clock === SECONDS_A_DAY && half)) return null;
  const offset = zone === undefined ? null : offsetOf(zone);
  return offset === undefined ? null : { clock, offset };
}

/** No zone is further from UTC. */
const FURTHEST = 14 * 3600;

function offsetOf(zone: string): number | undefined {
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named * 3600;
  const [, sign, hours = "", minutes = "0"] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const seconds = clockSeconds(hours, minutes, "0");
  if (seconds > FURTHEST || Number(minutes) > 59) return undefined;
  return sign === "-" ? -seconds : seconds;
}
