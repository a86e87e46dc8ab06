/** An account erased for good, slice by slice, within what a day may write. */
import { reportFor } from "../../analyse/report/report-for.ts";
import { PLATFORM_NAMES } from "../../model/platform.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import { type CloudflarePlan, FREE } from "../../model/room.ts";
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
import { listReportsNaming, rewriteReport } from "../../store/reports.ts";
import type { Progress } from "./undo.ts";

/** What comes in needs the rest of the day's rows. */
const SHARE = 0.6;

/** `waits`: the day's share is spent; the cron goes on with it tomorrow. */
export type Erasing = Progress & { waits: boolean };

/**
 * Takes the account out of every list, with those that were merged into it, which is as much as a slice; of one that is on its
 * way out already it does the next.
 * @throws {Problem} `not_found`; `conflict` for one that was merged into another
 */
export async function eraseAccount(
  db: D1Database,
  id: number,
  plan: CloudflarePlan = FREE,
): Promise<Erasing> {
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
    return goOnErasing(db, { ...plan, slices: plan.slices - 1 });
  }
  return goOnErasing(db, plan);
}

/** Under which it was ever known here. */
const namesOf = ({ platform, handle, old_handles, merged }: AccountRow): Called[] =>
  [handle, ...old_handles.map((old) => old.handle), merged?.handle ?? handle].map((one) => ({
    platform: PLATFORM_NAMES[platform],
    handle: one,
  }));

/** The next slices of whatever is on its way out, as many as the plan lets one invocation do and the day has room for. */
export async function goOnErasing(db: D1Database, plan: CloudflarePlan = FREE): Promise<Erasing> {
  let [left, { written }] = await Promise.all([listGoing(db), findRoom(db)]);
  const waits = () => left.length > 0 && written >= SHARE * plan.written;
  for (let slices = 0; left.length > 0 && slices < plan.slices && !waits(); slices += 1) {
    const reports = await outOfReports(
      db,
      left.map(({ id }) => id),
    );
    const slice = [
      // what people read first
      ...(reports.length > 0 ? reports : eraseSlice(db)),
      forgetGoneAccounts(db),
      recomputeLibrary(db),
    ];
    await addWritten(db, await db.batch(slice)).run();
    [left, { written }] = await Promise.all([listGoing(db), findRoom(db)]);
  }
  return { done: left.length === 0, remaining: leftOf(left), waits: waits() };
}

/** Each may be as large as a row may. */
const REPORTS_A_SLICE = 2;

/** What was made of it goes out of the reports that were made: its names, captions and figures, and the sums with them. */
async function outOfReports(db: D1Database, going: readonly number[]) {
  const reports = await listReportsNaming(db, going, REPORTS_A_SLICE);
  return reports.map((row) => {
    const left = row.body.accounts.map(({ id }) => id).filter((id) => !going.includes(id));
    return rewriteReport(db, { ...row, body: reportFor(row.body, left) });
  });
}

/** In posts and days, and the accounts themselves. */
const leftOf = (going: readonly Going[]): number =>
  going.reduce((sum, { left }) => sum + left + 1, 0);
