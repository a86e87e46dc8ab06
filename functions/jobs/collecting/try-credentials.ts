/** Tries credentials before they are kept, and says in the person's words why they open nothing. */
import { CollectFault } from "../../collect/fault.ts";
import { emptyNotebook, type Notebook } from "../../collect/notebook.ts";
import type { Tried } from "../../collect/visit.ts";
import type { Kept } from "../../model/credentials.ts";
import { isoInstant, monthOf } from "../../model/day.ts";
import { type Fault, Problem, type ProblemCode } from "../../model/problem.ts";
import { RUN_PROBLEMS, type RunProblemCode } from "../../model/run.ts";
import type { Connection } from "../../normalise/connection.ts";
import { addSpend, findCollectSettings } from "../../store/x-spend.ts";
import { adapterOf, type CollectEnv } from "./adapters.ts";
import { httpOf, type Tick } from "./tick.ts";
import { allowanceOf } from "./x-allowance.ts";

/** A trial of X costs as every reading does: within the month's ceiling, and booked however it ends. */
export async function tryCredentials(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  { platform, external_id }: Connection,
  kept: Kept,
): Promise<{ tried: Tried; memory: Notebook["memory"] }> {
  const { base, trial } = adapterOf(env, platform, kept.given);
  const month = monthOf(isoInstant(tick.now));
  const allowance = platform === "x" ? allowanceOf(await findCollectSettings(db, month)) : null;
  const notebook = emptyNotebook();
  const http = httpOf(tick);
  // one that rotates while it is tried comes back with what was tried, to be kept with it
  const save = async () => {};
  try {
    const asked = { http, base, external_id, kept, save, allowance, notebook };
    return { tried: await trial(asked), memory: notebook.memory };
  } catch (thrown) {
    if (thrown instanceof CollectFault) throw refusal(thrown);
    throw thrown;
  } finally {
    if (notebook.cost > 0) await addSpend(db, month, notebook.cost).run();
  }
}

/** What is the person's to put right, and what the platform's. */
const REFUSALS: Partial<Record<RunProblemCode, ProblemCode>> = {
  token_dead: "invalid",
  app_refused: "invalid",
  refresh_failed: "invalid",
  permission_missing: "invalid",
  wrong_account: "invalid",
  unknown_account: "invalid",
  ceiling_reached: "invalid",
  throttled: "rate_limited",
};

export function refusal({ code, detail }: CollectFault): Problem {
  const words = RUN_PROBLEMS[code];
  const message = detail === null ? words : `${words} (${detail})`;
  const found: Fault = { path: "credentials", code, message };
  return new Problem(REFUSALS[code] ?? "upstream", `${message}; nothing was stored`, [found]);
}
