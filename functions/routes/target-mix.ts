/** The mix that the library wishes for: a plain form, by topic or by kind of post, and the same over HTTP. */
import { setTargetMix } from "../jobs/planning/target-mix.ts";
import { fault, Problem } from "../model/problem.ts";
import { isMixedBy, MIX_LEVELS, type MixedBy, type TargetMix } from "../model/target-mix.ts";
import { newTargetMix, typedMix } from "../normalise/target-mix.ts";
import type { TargetMixView } from "../present/views/works.ts";
import { findTargetMix } from "../store/target-mix.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { wholePlanningOf } from "./planning.ts";

export const targetMix = {
  "GET /works/mix": (c) => page(c, () => asKept(c)),

  "POST /works/mix": async (c) => {
    const planning = wholePlanningOf(c);
    const form = await formOf(c);
    const said = form.get("by") ?? undefined;
    const by = mixedBy(said);
    // a form that lost its fields on the way wishes for nothing, and takes no wish away
    if (!isMixedBy(said) || !MIX_LEVELS[by].some((level) => form.has(level))) {
      throw new Problem(
        "invalid",
        "by must be topic or format, with its shares; nothing was stored",
        [fault("by", "not_one_of")],
      );
    }
    const typed = Object.fromEntries(MIX_LEVELS[by].map((level) => [level, form.get(level) ?? ""]));
    return orAgain(
      c,
      async () => {
        await setTargetMix(c.env.DB, planning, by, typedMix(by, typed));
        return c.redirect(`/works/mix?by=${by}&just=saved`, 303);
      },
      async ({ problems: faults }) => viewOf(c, by, typed, faults),
    );
  },

  "GET /api/target-mix": (c) => cachedRead(c, async () => c.json(await toldMix(c))),

  "POST /api/target-mix": async (c) => {
    const planning = wholePlanningOf(c);
    const { by, shares } = newTargetMix(await jsonOf(c));
    await setTargetMix(c.env.DB, planning, by, shares);
    return c.json(await toldMix(c), 200, NO_STORE);
  },
} satisfies Handlers;

async function toldMix(c: Ctx): Promise<Required<TargetMix>> {
  const mix = await findTargetMix(c.env.DB);
  return { topic: mix?.topic ?? {}, format: mix?.format ?? {} };
}

const mixedBy = (text: string | undefined): MixedBy => (isMixedBy(text) ? text : "topic");

async function asKept(c: Ctx): Promise<TargetMixView> {
  wholePlanningOf(c);
  const by = mixedBy(c.req.query("by"));
  const shares = Object.entries((await findTargetMix(c.env.DB))?.[by] ?? {});
  const typed = shares.map(([level, share]) => [level, String(Math.round(share * 100))]);
  return viewOf(c, by, Object.fromEntries(typed), []);
}

const viewOf = (
  c: Ctx,
  by: MixedBy,
  typed: TargetMixView["typed"],
  faults: TargetMixView["faults"],
): TargetMixView => ({
  screen: "target_mix",
  chrome: chromeOf(c),
  by,
  typed,
  faults,
  saved: c.req.query("just") === "saved",
});
