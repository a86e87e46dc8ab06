/** An account erased for good, slice by slice, within what a day may write. */
import { PLATFORM_NAMES } from "../../model/platform.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import { MOST_WRITTEN } from "../../model/room.ts";
import { type AccountRow, findEveryone } from "../../store/accounts.ts";
import {
  beginErasing,
  type Called,
  eraseSlice,
  type Going,
  listGoing,
  listMergedWith,
} from "../../store/erasing.ts";
import { addWritten, findRoom, recomputeLibrary } from "../../store/library.ts";
import { forgetGoneAccounts } from "../../store/links.ts";
import { forgetPages } from "../../store/pages.ts";
import type { Progress } from "./undo.ts";

/** What comes in needs the rest of the day's rows. */
const SHARE = 0.6;

/** `waits`: the day's share is spent; the cron goes on with it tomorrow. */
export type Erasing = Progress & { waits: boolean };

/**
 * Takes the account out of every list, with those that were merged into it, and does the first slice; of one that is on its
 * way out already the next.
 * @throws {Problem} `not_found`; `conflict` for one that was merged into another
 */
export async function eraseAccount(db: D1Database, id: number): Promise<Erasing> {
  if (!(await listGoing(db)).some((going) => going.id === id)) {
    const ids = await listMergedWith(db, id);
    if (!ids.includes(id)) throw new Problem("not_found", "there is no such account");
    const { accounts, parked } = await findEveryone(db);
    if (parked.some((one) => one.id === id)) {
      throw new Problem("conflict", `the account ${FAULT_MESSAGES.merged_already}`, [
        fault("", "merged_already"),
      ]);
    }
    const called = [...accounts, ...parked].filter((one) => ids.includes(one.id)).flatMap(namesOf);
    const begin = [...beginErasing(db, ids, called), forgetPages(db), recomputeLibrary(db)];
    await addWritten(db, await db.batch(begin)).run();
  }
  return goOnErasing(db);
}

/** Under which it was ever known here. */
const namesOf = ({ platform, handle, old_handles, merged }: AccountRow): Called[] =>
  [handle, ...old_handles.map((old) => old.handle), merged?.handle ?? handle].map((one) => ({
    platform: PLATFORM_NAMES[platform],
    handle: one,
  }));

/** The next slice of whatever is on its way out. */
export async function goOnErasing(db: D1Database): Promise<Erasing> {
  const [before, { written }] = await Promise.all([listGoing(db), findRoom(db)]);
  if (before.length === 0) return { done: true, remaining: 0, waits: false };
  if (written >= SHARE * MOST_WRITTEN) {
    return { done: false, remaining: leftOf(before), waits: true };
  }
  const slice = [...eraseSlice(db), forgetGoneAccounts(db), recomputeLibrary(db)];
  await addWritten(db, await db.batch(slice)).run();
  const after = await listGoing(db);
  return { done: after.length === 0, remaining: leftOf(after), waits: false };
}

/** In posts and days, and the accounts themselves. */
const leftOf = (going: readonly Going[]): number =>
  going.reduce((sum, { left }) => sum + left + 1, 0);
