/** Collecting by hand, and what each collection did. */
import { collectNow } from "../jobs/collecting/collect.ts";
import { fault, Problem } from "../model/problem.ts";
import { toRunJson } from "../present/json.ts";
import { findRunsState } from "../store/runs.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import { seenRuns } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { chosenOf, visibleAccounts } from "./reading.ts";

export const collecting = {
  "POST /api/collect": async (c) => {
    const account = await accountAsked(c, c.req.query("account"));
    const tick = { now: c.get("now"), stopwatch: () => Date.now() };
    const run = await collectNow(c.env.DB, c.env, tick, account);
    return c.json({ runs: [toRunJson(run, await visibleAccounts(c, null))] });
  },

  // a run that found nothing new moves no figure, and is news here all the same
  "GET /api/runs": async (c) =>
    cachedRead(
      c,
      async () => {
        const { accounts } = await chosenOf(c);
        const runs = await seenRuns(c);
        return c.json({ runs: runs.map((run) => toRunJson(run, accounts)) });
      },
      await findRunsState(c.env.DB),
    ),
} satisfies Handlers;

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
