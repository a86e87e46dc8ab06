/** When collecting happens, and how long it may wait. */
import { type Http, openHttp } from "../../collect/http.ts";
import { COLLECTION_INTERVAL, TICK_SECONDS } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { CollectionRow } from "../../store/collections.ts";

export type Tick = {
  /** The tick's own instant: the cron's `scheduledTime`. Everything that it reads is read then. */
  now: Instant;
  /** Milliseconds of a real clock, for how long it took; left out: nobody measures. */
  stopwatch?: () => number;
  /** How long a platform may take to answer. */
  timeoutMs?: number;
};

/** The way to the platforms, with all the calls that an invocation has. */
export const httpOf = ({ now, timeoutMs }: Tick): Http =>
  openHttp({ now, ...(timeoutMs === undefined ? {} : { timeoutMs }) });

/** The slot in which an instant falls: two ticks of one slot are the same tick. */
export const slotOf = (now: Instant): Instant => now - (now % TICK_SECONDS);

const TICKS_AN_INTERVAL = COLLECTION_INTERVAL / TICK_SECONDS;
/** The last tick at which an account that is due at a full hour is read within that hour. */
const LONGEST_WAIT = COLLECTION_INTERVAL - TICK_SECONDS;

/**
 * Whose turn it is, of all that are collected: an even share of them a tick, those that have been due the longest. One
 * visit is about what the free plan's CPU time holds, so that four accounts are read one a tick, each once an hour. As
 * long as every tick comes a share is enough for all; whoever has waited as long as that allows, as after lost ticks, is
 * visited too.
 */
export function inTurn<Row extends Pick<CollectionRow, "account_id" | "next_due_at">>(
  collections: readonly Row[],
  now: Instant,
): Row[] {
  const share = Math.ceil(collections.length / TICKS_AN_INTERVAL);
  return collections
    .filter(({ next_due_at }) => next_due_at <= now)
    .toSorted((a, b) => a.next_due_at - b.next_due_at || a.account_id - b.account_id)
    .filter(({ next_due_at }, index) => index < share || now - next_due_at >= LONGEST_WAIT);
}
