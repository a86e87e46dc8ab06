/** Trials over HTTP: listed, begun, broken off; taken away as long as they have not begun. */
import { breakOffTrial, removeTrial, startTrial } from "../jobs/planning/trials.ts";
import { newTrial, trialChange } from "../normalise/trial.ts";
import { findTrial } from "../store/trials.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { plannable, planningOf } from "./planning.ts";
import { removalWire } from "./plans.ts";
import { idOf, todayOf, visibleAccounts } from "./reading.ts";
import { seenTrial, seenTrials, toTrialJson } from "./trial-reading.ts";

export const trials = {
  "GET /api/trials": (c) =>
    cachedRead(c, async () => {
      const accounts = visibleAccounts(c, c.get("caller")?.link ?? null).then(plannable);
      const lines = await seenTrials(c, accounts, { progress: true });
      return c.json({ trials: lines.map(toTrialJson) });
    }),

  "POST /api/trials": async (c) => {
    const { fields, title } = newTrial(await jsonOf(c), todayOf(c));
    const { id } = await startTrial(c.env.DB, planningOf(c), fields, title);
    return c.json({ trial: await shown(c, id) }, 201, NO_STORE);
  },

  "PATCH /api/trials/:id": async (c) => {
    const id = idOf(c);
    await breakOffTrial(c.env.DB, planningOf(c), id, trialChange(await jsonOf(c)));
    return c.json({ trial: await shown(c, id) }, 200, NO_STORE);
  },

  "DELETE /api/trials/:id": async (c) => {
    const id = idOf(c);
    const { version } = checked(removalWire, await jsonOf(c));
    await removeTrial(c.env.DB, planningOf(c), id, version);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },
} satisfies Handlers;

const shown = async (c: Ctx, id: number) =>
  toTrialJson(await seenTrial(c, await findTrial(c.env.DB, id)));
