/**
 * Instants at which a reading was seen again unchanged, packed: a cron is regular, so a thousand confirmations an hour
 * apart are one run. Nothing is lost: `instantsOf(repeatsOf(instants))` gives them all back.
 */
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant } from "../model/snapshot.ts";

/** The repeats with one more instant, later than all of theirs. */
export function withInstant(repeats: readonly Repeat[], at: Instant): Repeat[] {
  const last = repeats.at(-1);
  const earlier = repeats.slice(0, -1);
  if (last && last[2] === 0) return [...earlier, [last[0], at, at - last[0]]];
  if (last && at - last[1] === last[2]) return [...earlier, [last[0], at, last[2]]];
  return [...repeats, [at, at, 0]];
}

/** Ascending instants, packed. */
export function repeatsOf(instants: readonly Instant[]): Repeat[] {
  const repeats: Repeat[] = [];
  for (const at of instants) {
    const last = repeats.at(-1);
    if (last && last[2] === 0) {
      last[1] = at;
      last[2] = at - last[0];
    } else if (last && at - last[1] === last[2]) last[1] = at;
    else repeats.push([at, at, 0]);
  }
  return repeats;
}

export const instantsOf = (repeats: readonly Repeat[]): Instant[] =>
  repeats.flatMap(([from, to, step]) =>
    Array.from(
      { length: step === 0 ? 1 : (to - from) / step + 1 },
      (_, index) => from + index * step,
    ),
  );

/** Does one of the instants equal `at`? */
export const hasInstant = (repeats: readonly Repeat[], at: Instant): boolean =>
  repeats.some(
    ([from, to, step]) => from <= at && at <= to && (step === 0 || (at - from) % step === 0),
  );

/** The first of the instants from one on; `null`: none is that late. */
export function firstFrom(repeats: readonly Repeat[], at: Instant): Instant | null {
  for (const [from, to, step] of repeats) {
    if (at <= from) return from;
    if (at <= to) return from + Math.ceil((at - from) / step) * step;
  }
  return null;
}

/** The last of the instants up to one; `null`: none is that early. */
export function lastUpTo(repeats: readonly Repeat[], at: Instant): Instant | null {
  for (const [from, to, step] of repeats.toReversed()) {
    if (at >= to) return to;
    if (at >= from) return from + Math.floor((at - from) / step) * step;
  }
  return null;
}

/** Every day on which one of the instants falls, in order, each with the last of them. */
export function daysOfRepeats(
  repeats: readonly Repeat[],
  dayOf: (at: Instant) => Day,
): Map<Day, Instant> {
  const days = new Map<Day, Instant>();
  for (const [from, to, step] of repeats) {
    // hourly repeats of years: jump from day to day instead of asking the calendar every hour
    let at = from;
    while (at <= to) {
      const day = dayOf(at);
      const last = step === 0 ? at : lastOfDay(at, to, step, day, dayOf);
      days.set(day, last);
      if (step === 0) break;
      at = last + step;
    }
  }
  return days;
}

/** The last instant of a run, from `at` on, that falls on the day. */
function lastOfDay(
  at: Instant,
  to: Instant,
  step: number,
  day: Day,
  dayOf: (at: Instant) => Day,
): Instant {
  let low = 0;
  // a day never holds more steps than its longest length, 25 hours, has room for
  let high = Math.min((to - at) / step, Math.ceil((25 * 3600) / step));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (dayOf(at + middle * step) === day) low = middle;
    else high = middle - 1;
  }
  return at + low * step;
}
