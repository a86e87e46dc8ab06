/** A clock that runs while the library is open: Friday 21:00 to Monday 08:05 are five minutes. */
import {
  dayFromNumber,
  dayNumber,
  instantOfWall,
  type Period,
  SECONDS_A_DAY,
  wallDayNumber,
  weekdayOf,
} from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import { minuteOfDay, type WorkingHours } from "../../model/working-hours.ts";

/** Minutes from one instant to a later one, as a clock counts them. */
export type Clock = (from: Instant, to: Instant) => number;

/** The wall's. */
export const everyHour: Clock = (from, to) => (to - from) / 60;

type ClockOptions = {
  hours: WorkingHours;
  zone: string;
  /** Days on which nobody works, both ends included: holidays, a renovation. */
  closed: readonly Period[];
  /** The days between which it is asked: what lies outside is not counted. */
  within: Period;
};

/** A day's opening: it is over where `to` is `from`. */
type Opening = { from: Instant; to: Instant; before: number };

/**
 * Each day's opening is found once, with the seconds that were open before it; a wait is then the difference of two looks, and
 * costs no question of the zone's clock. Where the clock is changed during an opening, the seconds count that passed.
 */
export function workingClock({ hours, zone, closed, within }: ClockOptions): Clock {
  const first = dayNumber(within.from);
  const openings: Opening[] = [];
  const shut = closedNumbers(closed, within);
  let before = 0;
  for (let day = first; day <= dayNumber(within.to); day += 1) {
    const open = hours.days.includes(weekdayOf(dayFromNumber(day))) && !shut.has(day);
    const at = (clock: string) =>
      instantOfWall(day * SECONDS_A_DAY + 60 * minuteOfDay(clock), zone);
    const from = at(hours.from);
    const to = open ? at(hours.to) : from;
    openings.push({ from, to, before });
    before += to - from;
  }
  const all = before;
  const openUntil = (at: Instant): number => {
    const day = wallDayNumber(at, zone) - first;
    if (day < 0) return 0;
    const opening = openings[day];
    if (!opening) return all;
    return opening.before + Math.min(Math.max(0, at - opening.from), opening.to - opening.from);
  };
  return (from, to) => (openUntil(to) - openUntil(from)) / 60;
}

function closedNumbers(closed: readonly Period[], within: Period): Set<number> {
  const numbers = new Set<number>();
  for (const { from, to } of closed) {
    const last = dayNumber(to < within.to ? to : within.to);
    for (let day = dayNumber(from > within.from ? from : within.from); day <= last; day += 1) {
      numbers.add(day);
    }
  }
  return numbers;
}
