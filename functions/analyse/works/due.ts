/** Whose look is made next, of the month that runs: one account at a time, and all together once each has its own. */
import type { LookState } from "../../model/look.ts";
import type { Instant } from "../../model/snapshot.ts";

/** How far an account's look of the month is. */
export type LookStanding = {
  state: LookState;
  posts: number;
  /** The accounts that were judged. */
  of: readonly number[];
  made_at: Instant;
  /** Posts of before the month that came since. */
  late: number;
  finished: boolean;
};

/** Where so many come beside those that were judged, another history is judged. */
const LATE_SHARE = 0.5;

/** Is its look of this month still to be made, or made of another history than there is now? */
const isLookDue = (look: LookStanding | null): boolean => {
  if (!look?.finished) return true;
  if (look.late === 0) return false;
  // nothing was said that could move within the month
  return look.state === "learning" || look.late >= LATE_SHARE * look.posts;
};

/** All of them together. */
export type Pooled = { pool: true; of: number[] };

/**
 * The account whose look is next, the accounts that are judged together, or `null`: nothing is due.
 *
 * @param accounts those that are shown, by id, with the month's look of each
 * @param pool that of all together
 */
export function dueLook(
  accounts: readonly { id: number; look: LookStanding | null }[],
  pool: LookStanding | null,
): { account_id: number } | Pooled | null {
  const due = accounts.filter(({ look }) => isLookDue(look));
  // who has none yet before who is to have another
  const next = due.find(({ look }) => !look?.finished) ?? due[0];
  if (next) return { account_id: next.id };
  const ready = accounts.filter(({ look }) => look?.state === "ready");
  // of one alone there is nothing to add
  if (ready.length < 2) return null;
  const of = ready.map(({ id }) => id);
  const newest = Math.max(...ready.map(({ look }) => look?.made_at ?? 0));
  const stands = pool?.finished && pool.of.join() === of.join() && pool.made_at >= newest;
  return stands ? null : { pool: true, of };
}
