/** What is remembered of an X account, and what was paid for today. */
import { dayOf } from "../../model/day.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Notebook } from "../notebook.ts";

/** What is remembered of an X account between its visits. */
export type XMemory = {
  /** Which words X was found to speak; left out: `tweet`. */
  vocabulary?: "tweet" | "post";
  /** When the own timeline was last read whole, so far back. */
  near_at?: Instant;
  wide_at?: Instant;
  far_at?: Instant;
  /** Conversations in which someone spoke and that are not searched yet, and since when to search. */
  replies?: { since: Instant; posts: string[] };
  paid?: Paid;
};

/** What X has been paid for on a UTC day: it takes no second price for the same thing on the same day. */
export type Paid = {
  on: Day;
  user: boolean;
  /** The oldest and newest own post of a timeline read that day: the timeline has no gaps. */
  from: string | null;
  to: string | null;
  /** Posts that were looked up by id: once a day is enough. */
  looked_up: string[];
};

export const memoryOf = (notebook: Notebook): XMemory => notebook.memory as XMemory;

/** Today's payments; a new UTC day begins with none. */
export function paidToday(memory: XMemory, now: Instant): Paid {
  const on = dayOf(now, "UTC");
  if (memory.paid?.on !== on) {
    memory.paid = { on, user: false, from: null, to: null, looked_up: [] };
  }
  return memory.paid;
}

/** X's ids are numbers too long for a number. */
const isOlder = (a: string, b: string): boolean => BigInt(a) < BigInt(b);

/** Was this own post paid for already? */
export const isPaid = ({ from, to }: Paid, id: string): boolean =>
  from !== null && to !== null && !isOlder(id, from) && !isOlder(to, id);

/** Notes that the timeline was read and paid for over these posts. */
export function notePaid(paid: Paid, ids: readonly string[]): void {
  for (const id of ids) {
    if (paid.from === null || isOlder(id, paid.from)) paid.from = id;
    if (paid.to === null || isOlder(paid.to, id)) paid.to = id;
  }
}
