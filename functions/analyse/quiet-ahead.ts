/** The silence that is coming, with what is planned: known while there is time to plan one post more. */
import { dayFromNumber, wallDayNumber } from "../model/day.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { FEWEST_GAPS } from "./gap-norm.ts";
import { inOrder, openDaysBetween, unusualGap } from "./quiet.ts";

export type AheadSilence = {
  /** The day of the last post or plan before it. */
  from: Day;
  /** The same where that is a plan; `null`: it began with the last post. */
  last_planned: Day | null;
  /** The first day at whose end it is unusual; in the past where it already is. */
  unusual_on: Day;
  /** The plan that would end it, too late; `null`: nothing more is planned. */
  next_planned: Day | null;
};

type AheadOptions = {
  time_zone: string;
  now: Instant;
  /** Days that are no silence, both ends included. */
  closed?: readonly { from: Day; to: Day }[];
};

/**
 * The first gap ahead that is longer than the account's own rhythm allows. A plan of today or later counts as a post; one
 * whose day is over and that nobody saw kept does not.
 *
 * @param post_times when its posts were published, any order
 * @param plan_times when those are due that no post has kept, any order
 * @returns `null` as long as its posts have fewer than ten gaps: plans alone make no rhythm
 */
export function aheadSilence(
  post_times: readonly Instant[],
  plan_times: readonly Instant[],
  { time_zone, now, closed = [] }: AheadOptions,
): AheadSilence | null {
  const numbersOf = (times: readonly Instant[]) =>
    times.map((time) => wallDayNumber(time, time_zone));
  const today = wallDayNumber(now, time_zone);
  const posted = new Set(numbersOf(post_times).filter((day) => day <= today));
  const planned = new Set(numbersOf(plan_times).filter((day) => day >= today));
  if (posted.size <= FEWEST_GAPS) return null;
  const days = inOrder([...posted, ...planned]);
  const open = openDaysBetween(closed);
  const known: number[] = [];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1] ?? null;
    const gap = next === null ? Number.POSITIVE_INFINITY : Math.max(1, open(from, next));
    const unusual = unusualGap(known, gap);
    const ahead = next === null || !posted.has(next);
    if (unusual && ahead) {
      const first = dayFromNumber(from);
      return {
        from: first,
        last_planned: planned.has(from) ? first : null,
        unusual_on: dayFromNumber(firstBeyond(from, unusual.limit, open)),
        next_planned: next === null ? null : dayFromNumber(next),
      };
    }
    known.push(unusual?.limit ?? gap);
  }
  return null;
}

/** The day at whose end the gap since `from` is longer than the limit; closed days put it off. */
function firstBeyond(
  from: number,
  limit: number,
  open: (from: number, to: number) => number,
): number {
  let day = from + Math.floor(limit);
  while (open(from, day + 1) <= limit) day += 1;
  return day;
}
