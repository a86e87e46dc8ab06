/** Plans over HTTP: listed, made, changed, taken away; every change noted, and taken back by its number. */
import * as z from "zod";
import {
  bringPlans,
  changePlan,
  createPlans,
  removePlan,
  sayWhich,
} from "../jobs/planning/plans.ts";
import { undoChange } from "../jobs/planning/undo.ts";
import { newPlan, planChange } from "../normalise/plan.ts";
import { fromPlanCsv } from "../normalise/plan-csv.ts";
import { toPlanJson } from "../present/plan-lines.ts";
import { findPlan, listPlans, type PlanRow } from "../store/plans.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { bytesOf, checked, jsonOf, textOf } from "./body.ts";
import { calendarView, seenPlans } from "./calendar-reading.ts";
import type { Ctx } from "./env.ts";
import { plannedPeriod, planningOf } from "./planning.ts";
import { idOf, todayOf, visibleAccounts } from "./reading.ts";

/** A person's word on which post kept a plan in one of its accounts. */
export const matchWire = z
  .strictObject({
    version: z.int().positive(),
    account: z.int().positive(),
    post: z.int().positive().nullish().meta({
      description: "The post; null: none of them, for ever; left out: it is found again",
    }),
  })
  .meta({ id: "PlanMatch" });

export const removalWire = z
  .strictObject({ version: z.int().positive() })
  .meta({ id: "PlanRemoval", description: "The version that was seen" });

/** Without `from=` those of the last four weeks too. */
const BACK_DAYS = 28;

export const plans = {
  "GET /api/plans": (c) =>
    cachedRead(c, async () => {
      const [rows, accounts] = await Promise.all([
        listPlans(c.env.DB, plannedPeriod(c, BACK_DAYS)),
        visibleAccounts(c, c.get("caller")?.link ?? null),
      ]);
      return c.json({ plans: seenPlans(rows, accounts, todayOf(c)).map(toPlanJson) });
    }),

  "POST /api/plans": async (c) => {
    const { fields, days } = newPlan(await jsonOf(c));
    const rows = await createPlans(c.env.DB, planningOf(c), fields, days);
    return c.json({ plans: await shown(c, rows) }, 201, NO_STORE);
  },

  "POST /api/plans/import": async (c) =>
    c.json(await broughtPlans(c, textOf(await bytesOf(c, FILE_MEGABYTES))), 200, NO_STORE),

  "PATCH /api/plans/:id": async (c) => {
    const id = idOf(c);
    const { version, fields } = planChange(await jsonOf(c));
    const row = await changePlan(c.env.DB, planningOf(c), id, version, fields);
    const [plan] = await shown(c, [row]);
    return c.json({ plan }, 200, NO_STORE);
  },

  "DELETE /api/plans/:id": async (c) => {
    const id = idOf(c);
    const { version } = checked(removalWire, await jsonOf(c));
    await removePlan(c.env.DB, planningOf(c), id, version);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },

  "POST /api/plans/:id/post": async (c) => {
    const id = idOf(c);
    const { version, account, post } = checked(matchWire, await jsonOf(c));
    await sayWhich(c.env.DB, planningOf(c), id, { version, account, post });
    const row = await findPlan(c.env.DB, id);
    const [plan] = await shown(c, row ? [row] : []);
    return c.json({ plan }, 200, NO_STORE);
  },

  "GET /api/gaps": (c) =>
    cachedRead(c, async () => {
      const { ahead, days, topics, evergreen } = await calendarView(c);
      const empty = days.flatMap((day) => day.empty ?? []);
      return c.json({ ahead, empty, topics, evergreen });
    }),

  "POST /api/changes/:id/undo": async (c) => {
    const { what, subject } = await undoChange(c.env.DB, planningOf(c), idOf(c));
    return c.json({ [what]: subject, undone: true }, 200, NO_STORE);
  },
} satisfies Handlers;

/** A file of every plan that anybody makes in years. */
export const FILE_MEGABYTES = 2;

/** The plans of a `plans.csv`, all of them or none. */
export async function broughtPlans(c: Ctx, text: string) {
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const lines = fromPlanCsv(text, { time_zone: c.get("time_zone"), accounts });
  return bringPlans(c.env.DB, planningOf(c), lines);
}

async function shown(c: Ctx, rows: readonly PlanRow[]) {
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  return seenPlans(rows, accounts, todayOf(c)).map(toPlanJson);
}
