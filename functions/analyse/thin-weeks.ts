/** Coming weeks for which too little is planned. A comparison of counts: no chance is said of it. */
import { addDays, daysOf, weekOf } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

const WEEKS_AHEAD = 4;

/** What an account usually does is seen in so many whole weeks; of fewer there is no habit. */
const HABIT_WEEKS = 12;

/** The 20 % quantile of twelve is the third: a week is often as quiet as that by itself. */
const QUIET_RANK = Math.ceil(0.2 * HABIT_WEEKS);

/** A week that is closed on more of its days than it is open is out: neither thin nor a habit. */
const MOST_CLOSED = 3;

export type ThinWeek = {
  /** Its Monday. */
  week: Day;
  planned: number;
  /** So many posts would do. */
  needed: number;
  basis: "target" | "habit";
};

type ThinOptions = {
  today: Day;
  weeks?: number;
  /** Posts a week that the library wants; `null`: it has set no target, and its habit stands in. */
  target_a_week: number | null;
  closed?: readonly { from: Day; to: Day }[];
};

/**
 * The thin ones of the weeks that begin after today, in order. The running week is not among them.
 * @param post_days the day of every post, any order, a day as often as it has posts
 * @param plan_days the day of every plan that is not dropped, in the same way
 */
export function thinWeeks(
  post_days: readonly Day[],
  plan_days: readonly Day[],
  { today, weeks = WEEKS_AHEAD, target_a_week, closed = [] }: ThinOptions,
): ThinWeek[] {
  const isOpen = openWeeks(closed);
  const needed = target_a_week ?? habitAWeek(post_days, today, isOpen);
  if (needed === null) return [];
  const counts = countsOf(plan_days);
  const coming = Array.from({ length: weeks }, (_, index) =>
    addDays(weekOf(today), 7 * (index + 1)),
  );
  return coming
    .filter(isOpen)
    .map((week) => ({
      week,
      planned: counts.get(week) ?? 0,
      needed: Math.ceil(needed),
      basis: target_a_week === null ? ("habit" as const) : ("target" as const),
    }))
    .filter(({ planned }) => planned < needed);
}

/** The 20 % quantile of the last whole weeks' counts; `null`: the account has not so many since its first. */
function habitAWeek(
  post_days: readonly Day[],
  today: Day,
  isOpen: (week: Day) => boolean,
): number | null {
  const counts = countsOf(post_days);
  // the week of the first post may have begun before the account did
  const [first] = [...counts.keys()].sort();
  if (first === undefined) return null;
  const known: number[] = [];
  for (
    let week = addDays(weekOf(today), -7);
    week > first && known.length < HABIT_WEEKS;
    week = addDays(week, -7)
  ) {
    if (isOpen(week)) known.push(counts.get(week) ?? 0);
  }
  return known.length < HABIT_WEEKS ? null : (known.sort((a, b) => a - b)[QUIET_RANK - 1] ?? null);
}

function countsOf(days: readonly Day[]): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const day of days) {
    const week = weekOf(day);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  return counts;
}

function openWeeks(closed: readonly { from: Day; to: Day }[]): (week: Day) => boolean {
  const days = new Set(closed.flatMap((period) => daysOf(period)));
  return (week) =>
    daysOf({ from: week, to: addDays(week, 6) }).filter((day) => days.has(day)).length <=
    MOST_CLOSED;
}
