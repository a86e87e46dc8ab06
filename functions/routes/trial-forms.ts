/** What the forms of trials do: plain ones, which work without a script. */
import { breakOffTrial, removeTrial, startTrial } from "../jobs/planning/trials.ts";
import { newTrial, trialChange } from "../normalise/trial.ts";
import { findNewestChange } from "../store/changes.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { backToCalendar, planningOf } from "./planning.ts";
import { idOf, todayOf } from "./reading.ts";
import { newTrialView, trialView, typedTrial } from "./trial-reading.ts";

export const trialForms = {
  "POST /trials": async (c) => {
    const form = await formOf(c);
    const account = Number(form.get("account"));
    const kind = form.get("kind") ?? "";
    const typed = typedTrial(form);
    return orAgain(
      c,
      async () => {
        const said = { ...typed, account, kind, at: typed.at || null };
        const { fields, title } = newTrial(said, todayOf(c));
        const { id } = await startTrial(c.env.DB, planningOf(c), fields, title);
        return toTrial(c, id);
      },
      ({ problems: faults }) => newTrialView(c, { account, kind, typed, faults }),
    );
  },

  "POST /trials/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    const version = Number(form.get("version"));
    return orAgain(
      c,
      async () => {
        if (form.get("do") === "remove") {
          await removeTrial(c.env.DB, planningOf(c), id, version);
          return backToCalendar(c, "trial", id, null, null);
        }
        const said = trialChange({ version, state: "broken", why: form.get("why") || null });
        await breakOffTrial(c.env.DB, planningOf(c), id, said);
        return toTrial(c, id);
      },
      ({ problems }) => trialView(c, id, problems),
    );
  },
} satisfies Handlers;

/** To its page, where what was done can be taken back. */
export async function toTrial(c: Ctx, id: number): Promise<Response> {
  const change = await findNewestChange(c.env.DB, "trial", id);
  return c.redirect(`/trials/${id}${change ? `?changed=${change.id}` : ""}`, 303);
}
