/** Collecting by hand, and what each collection did. */
import { collectNow } from "../jobs/collecting/collect.ts";
import { isoInstant } from "../model/day.ts";
import { fault, Problem } from "../model/problem.ts";
import { RUN_PROBLEMS, type SeenRun } from "../model/run.ts";
import type { AccountRow } from "../store/accounts.ts";
import { findRunsState, listRuns } from "../store/runs.ts";
import { allowedAccounts } from "./access.ts";
import type { Answers } from "./addresses.ts";
import { cachedRead, instantOrNull } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chosenOf, visibleAccounts } from "./reading.ts";

/** The newest runs that had something to say; older ones are rarely asked for. */
const MOST_LISTED = 50;

export const collecting = {
  "POST /api/collect": async (c) => {
    const account = await accountAsked(c, c.req.query("account"));
    const tick = { now: c.get("now"), stopwatch: () => Date.now() };
    const run = await collectNow(c.env.DB, c.env, tick, account);
    return c.json({ runs: [onTheWire(run, await visibleAccounts(c, null))] });
  },

  // a run that found nothing new moves no figure, and is news here all the same
  "GET /api/runs": async (c) =>
    cachedRead(
      c,
      async () => {
        const { accounts } = await chosenOf(c);
        const runs = await seenRuns(c);
        return c.json({ runs: runs.map((run) => onTheWire(run, accounts)) });
      },
      await findRunsState(c.env.DB),
    ),
} satisfies Answers;

/** The newest runs, without what they counted for a link that is limited to some of the accounts. */
export async function seenRuns(c: Ctx): Promise<SeenRun[]> {
  const runs = await listRuns(c.env.DB, MOST_LISTED);
  const limited = allowedAccounts(c.get("caller")?.link ?? null) !== null;
  return limited
    ? runs.map((run) => ({ ...run, seconds: null, calls: null, readings: null }))
    : runs;
}

/** By its id or its handle; `null`: all that have credentials. */
async function accountAsked(c: Ctx, text: string | undefined): Promise<number | null> {
  if (!text) return null;
  const name = text.trim().replace(/^@/, "").toLowerCase();
  const accounts = await visibleAccounts(c, null);
  const found = accounts.filter(({ id, handle }) => String(id) === name || handle === name);
  if (found.length === 1 && found[0]) return found[0].id;
  throw new Problem("not_found", `there is no account "${text.slice(0, 100)}"`, [
    fault("account", "unknown_account"),
  ]);
}

/** @param accounts those that were asked for, as far as the caller may see them; problems of others are left out */
const onTheWire = (run: SeenRun, accounts: readonly AccountRow[]) => ({
  ...run,
  started_at: isoInstant(run.started_at),
  finished_at: instantOrNull(run.finished_at),
  problems: run.problems
    .filter(({ account_id }) => account_id === null || accounts.some(({ id }) => id === account_id))
    .map((problem) => ({ ...problem, message: RUN_PROBLEMS[problem.code] })),
});
