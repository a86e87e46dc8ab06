/** How the comments of a stretch were answered: a comment by someone else, by the account's first reply in its thread. */
import { type Answering, FEWEST_FOR_MEDIAN } from "../../model/answering.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Thread } from "../../model/thread.ts";
import { medianWait } from "./median-wait.ts";
import { shareOf } from "./share-of.ts";
import type { Wait } from "./still-waiting.ts";
import { type Clock, everyHour } from "./working-clock.ts";

export type AnsweringOptions = {
  /** As of when: what is answered later is not answered yet. */
  now: Instant;
  /** Of comments that were written in it, both ends included. A backlog that is cleared belongs to the month that left it. */
  period: { from: Instant; to: Instant };
  /** The working-hours clock of an account. */
  working: (account_id: number) => Clock;
};

/**
 * Settled ones are left out, and so is all that nobody here watched, answered or not: of those only the answers would be
 * known, by luck, and a library would look the quicker for every comment that it never saw.
 */
export function answering(
  threads: readonly Thread[],
  { now, period, working }: AnsweringOptions,
): Answering {
  const written = threads.filter(({ at }) => at >= period.from && at <= period.to && at <= now);
  const open = written.filter(({ settled }) => !settled);
  const counted = open.filter(({ watched }) => watched).map((thread) => followed(thread, now));
  const old = counted.filter(({ at, until }) => until - at >= SECONDS_A_DAY);
  const quick = old.filter(({ at, end, answered }) => answered && end - at <= SECONDS_A_DAY);
  const waits = (clockOf: (account_id: number) => Clock): Wait[] =>
    counted.map(({ account_id, at, end, answered }) => ({
      minutes: clockOf(account_id)(at, end),
      answered,
    }));
  return {
    comments: counted.length,
    questions: counted.filter(({ asks }) => asks).length,
    unread: counted.filter(({ asks }) => asks === null).length,
    within_day: shareOf(quick.length, old.length),
    median:
      counted.length < FEWEST_FOR_MEDIAN
        ? null
        : {
            all_hours: medianWait(waits(() => everyHour)),
            working_hours: medianWait(waits(working)),
          },
    unanswered: counted.filter(({ answered }) => !answered).length,
    settled: written.length - open.length,
    unwatched: open.length - counted.length,
  };
}

/** Up to when anybody looked for its answer, and when its wait ended within that. */
function followed({ account_id, at, asks, answered_at, known_until }: Thread, now: Instant) {
  const until = Math.max(at, Math.min(known_until, now));
  const answered = answered_at !== null && answered_at <= until;
  return { account_id, at, asks, until, answered, end: answered ? answered_at : until };
}

/** The same of each account, in their order, and of all their comments together. */
export const answersFor = (
  threads: readonly Thread[],
  account_ids: readonly number[],
  options: AnsweringOptions,
): { all: Answering; accounts: Answering[] } => ({
  all: answering(
    threads.filter(({ account_id }) => account_ids.includes(account_id)),
    options,
  ),
  accounts: account_ids.map((account_id) =>
    answering(
      threads.filter((thread) => thread.account_id === account_id),
      options,
    ),
  ),
});
