/** Targets: a page with its plain forms, and the same over HTTP. */
import { changeTarget, createTarget, removeTarget } from "../jobs/planning/targets.ts";
import { Problem } from "../model/problem.ts";
import { newTarget, targetChange, typedValue } from "../normalise/target.ts";
import { toTargetJson } from "../present/target-lines.ts";
import type { TargetsView, TypedTarget } from "../present/views/targets.ts";
import { findTarget } from "../store/targets.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { plannable, planningOf } from "./planning.ts";
import { removalWire } from "./plans.ts";
import { idOf, todayOf, visibleAccounts } from "./reading.ts";
import { listedTargets, targetLines } from "./target-reading.ts";

export const targets = {
  "GET /targets": (c) => page(c, () => targetsView(c)),

  "POST /targets": async (c) => {
    const form = await formOf(c);
    return kept(c, typedTarget(form), async ({ year, account, metric, value }) => {
      const fields = {
        year: Number(year),
        account: account === "" ? null : Number(account),
        metric,
        value: typedValue(metric, value),
      };
      await createTarget(c.env.DB, planningOf(c), newTarget(fields));
    });
  },

  "POST /targets/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    const version = Number(form.get("version"));
    return kept(c, typedTarget(form), async ({ value }) => {
      if (form.get("do") === "remove") return removeTarget(c.env.DB, planningOf(c), id, version);
      const metric = await metricOf(c, id);
      const said = targetChange({ version, value: typedValue(metric, value) }, metric);
      await changeTarget(c.env.DB, planningOf(c), id, said);
    });
  },

  "GET /api/targets": (c) =>
    cachedRead(c, async () => c.json({ targets: (await allLines(c)).map(toTargetJson) })),

  "POST /api/targets": async (c) => {
    const row = await createTarget(c.env.DB, planningOf(c), newTarget(await jsonOf(c)));
    return c.json({ target: await written(c, row?.id) }, 201, NO_STORE);
  },

  "PATCH /api/targets/:id": async (c) => {
    const id = idOf(c);
    const said = targetChange(await jsonOf(c), await metricOf(c, id));
    await changeTarget(c.env.DB, planningOf(c), id, said);
    return c.json({ target: await written(c, id) }, 200, NO_STORE);
  },

  "DELETE /api/targets/:id": async (c) => {
    const id = idOf(c);
    const { version } = checked(removalWire, await jsonOf(c));
    await removeTarget(c.env.DB, planningOf(c), id, version);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },
} satisfies Handlers;

async function allLines(c: Ctx) {
  const [accounts, listed] = await Promise.all([
    visibleAccounts(c, c.get("caller")?.link ?? null),
    listedTargets(c, null),
  ]);
  return targetLines(c, listed, accounts);
}

async function written(c: Ctx, id: number | undefined) {
  const line = (await allLines(c)).find((one) => one.id === id);
  return line ? toTargetJson(line) : null;
}

async function metricOf(c: Ctx, id: number) {
  const row = await findTarget(c.env.DB, id);
  if (!row) throw new Problem("not_found", "there is no such target");
  return row.metric;
}

async function targetsView(c: Ctx): Promise<TargetsView> {
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const year = todayOf(c).slice(0, 4);
  return {
    screen: "targets",
    chrome: chromeOf(c),
    accounts: plannable(accounts),
    targets: await targetLines(c, await listedTargets(c, null), accounts),
    typed: { year, account: "", metric: "followers", value: "" },
    faults: [],
  };
}

const typedTarget = (form: URLSearchParams): TypedTarget => ({
  year: form.get("year") ?? "",
  account: form.get("account") ?? "",
  metric: form.get("metric") ?? "followers",
  value: form.get("value") ?? "",
});

/** Back to the page, also with what was refused. */
const kept = (
  c: Ctx,
  typed: TypedTarget,
  act: (typed: TypedTarget) => Promise<void>,
): Promise<Response> =>
  orAgain(
    c,
    async () => {
      await act(typed);
      return c.redirect("/targets", 303);
    },
    async ({ problems: faults }) => ({ ...(await targetsView(c)), typed, faults }),
  );
