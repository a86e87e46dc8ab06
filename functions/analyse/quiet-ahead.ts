/** The silence that is coming, with what is planned: known while there is time to plan one post more. */
import { addDays, calendarOf } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";
import { FEWEST_GAPS } from "./gap-norm.ts";
import { heldDown, openDaysBetween, usualGap } from "./quiet.ts";

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
  /** ISO 8601. */
  now: string;
  /** Days that are no silence, both ends included. */
  closed?: readonly { from: Day; to: Day }[];
};

/**
 * The first gap ahead that is longer than the account's own rhythm allows. A plan of today or later counts as a post; one
 * whose day is over and that nobody saw kept does not.
 *
 * @param post_times when its posts were published, ISO 8601, any order
 * @param plan_times when those are due that no post has kept, ISO 8601, any order
 * @returns `null` as long as its posts have fewer than ten gaps: plans alone make no rhythm
 */
export function aheadSilence(
  post_times: readonly string[],
  plan_times: readonly string[],
  { time_zone, now, closed = [] }: AheadOptions,
): AheadSilence | null {
  const dayOf = calendarOf(time_zone);
  const daysOf = (times: readonly string[]) => times.map((time) => dayOf(Date.parse(time) / 1000));
  const [today = ""] = daysOf([now]);
  const posted = new Set(daysOf(post_times).filter((day) => day <= today));
  const planned = new Set(daysOf(plan_times).filter((day) => day >= today));
  if (posted.size <= FEWEST_GAPS) return null;
  const days = [...new Set([...posted, ...planned])].sort();
  const open = openDaysBetween(closed);
  const known: number[] = [];
  for (const [index, from] of days.entries()) {
    const next = days[index + 1] ?? null;
    const gap = next === null ? Number.POSITIVE_INFINITY : Math.max(1, open(from, next));
    const usual = usualGap(known);
    const ahead = next === null || !posted.has(next);
    if (usual && ahead && gap > usual.limit) {
      return {
        from,
        last_planned: planned.has(from) ? from : null,
        unusual_on: firstBeyond(from, usual.limit, open),
        next_planned: next,
      };
    }
    known.push(heldDown(gap, usual));
  }
  return null;
}

/** The day at whose end the gap since `from` is longer than the limit; closed days put it off. */
function firstBeyond(from: Day, limit: number, open: (from: Day, to: Day) => number): Day {
  let day = addDays(from, Math.floor(limit));
  while (open(from, addDays(day, 1)) <= limit) day = addDays(day, 1);
  return day;
}
