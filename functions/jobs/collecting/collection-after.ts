/** What an account's collection is after a visit: pure, so that every fault's consequence can be read in one place. */
import type { CollectFault } from "../../collect/fault.ts";
import type { Notebook } from "../../collect/notebook.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { COLLECTION_INTERVAL, type RunProblem, TICK_SECONDS } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { CollectionRow } from "../../store/collections.ts";

/** A throttle that does not say when it ends. */
const PAUSE_SECONDS = 3600;
/** X is asked again so often whether there is credit, or a higher ceiling. */
const PAUSED_SECONDS = 6 * 3600;
/** A missing permission is looked for again so often. */
const PERMISSION_SECONDS = 6 * 3600;
/** What opens nothing any more is tried once a day: platforms take their word back at times. */
const DEAD_SECONDS = SECONDS_A_DAY;

/**
 * The full hour, whenever in this one the account had its turn: all are due together again, and take their turns in the
 * order of their ids. So each is read once in every hour, an hour after the last time, and a late turn makes no later one
 * late.
 */
const nextHour = (slot: Instant): Instant =>
  slot - (slot % COLLECTION_INTERVAL) + COLLECTION_INTERVAL;

type Next = Pick<CollectionRow, "state" | "next_due_at">;

/** @param slot the tick's slot: what is due next is due at a slot too */
function nextOf(fault: CollectFault | null, notebook: Notebook, now: Instant, slot: Instant): Next {
  const until = fault?.until ?? null;
  switch (fault?.code) {
    case undefined:
      return {
        state: "ok",
        next_due_at: notebook.unfinished ? slot + TICK_SECONDS : nextHour(slot),
      };
    case "throttled":
    case "blocked":
      return { state: "throttled", next_due_at: until ?? now + PAUSE_SECONDS };
    case "token_dead":
    case "app_refused":
    case "wrong_account":
    case "unknown_account":
      return { state: "dead", next_due_at: slot + DEAD_SECONDS };
    case "credits_depleted":
    case "ceiling_reached":
      // the ceiling can be raised before the month ends
      return { state: "paused", next_due_at: Math.min(until ?? Infinity, slot + PAUSED_SECONDS) };
    case "permission_missing":
      return { state: "ok", next_due_at: slot + PERMISSION_SECONDS };
    case "no_key":
      return { state: "ok", next_due_at: nextHour(slot) };
    default:
      return { state: "ok", next_due_at: slot + TICK_SECONDS };
  }
}

/** Running out of calls is no failure: what was read is stored, and the next tick goes on. */
const succeeded = (fault: CollectFault | null): boolean =>
  fault === null || fault.code === "out_of_calls";

export function collectionAfter(
  row: CollectionRow,
  notebook: Notebook,
  fault: CollectFault | null,
  now: Instant,
  slot: Instant,
): CollectionRow {
  const [problem = null] = problemsOf(notebook, fault);
  return {
    ...row,
    ...nextOf(fault, notebook, now, slot),
    last_success_at: succeeded(fault) ? now : row.last_success_at,
    cursor: notebook.cursor,
    refusals: notebook.refusals,
    memory: notebook.memory,
    problem,
  };
}

/** What ended the visit first, then what it met on its way. */
export const problemsOf = (notebook: Notebook, fault: CollectFault | null): RunProblem[] =>
  fault
    ? [{ code: fault.code, detail: fault.detail }, ...notebook.problems]
    : [...notebook.problems];
