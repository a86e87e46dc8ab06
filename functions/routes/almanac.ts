/** The almanac: its days of a year, as the library corrected them, over HTTP and as a page with plain forms. */
import { changeAlmanacDay, forgetAlmanacDay, sayAlmanacDay } from "../jobs/planning/almanac.ts";
import type { AlmanacDay, AlmanacFields } from "../model/almanac.ts";
import { almanacOf, decreeMissing } from "../model/almanac-days-between.ts";
import type { Problem } from "../model/problem.ts";
import { almanacChangeWire, almanacWire } from "../normalise/almanac.ts";
import { toAlmanacLine } from "../present/almanac-lines.ts";
import type { AlmanacView } from "../present/views/almanac.ts";
import { type AlmanacRow, listAlmanac } from "../store/almanac.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { mayPlanAll, wholePlanningOf } from "./planning.ts";
import { idOf, todayOf } from "./reading.ts";

export const almanac = {
  "GET /almanac": (c) => page(c, () => almanacView(c, [])),

  "POST /almanac": async (c) => {
    const form = await formOf(c);
    const text = (name: string) => form.get(name) ?? "";
    const id = Number(form.get("id"));
    return orAgain(
      c,
      async () => {
        if (form.get("do") === "back") await forgetAlmanacDay(c.env.DB, wholePlanningOf(c), id);
        else {
          const said = checked(almanacWire, {
            from_on: text("from_on"),
            to_on: text("to_on") || text("from_on"),
            name_id: text("name_id"),
            name_en: text("name_en") || text("name_id"),
            kind: text("kind") || "own",
            certainty: text("certainty") || "decree",
            source: text("source"),
            key: text("key") || null,
            removed: form.get("do") === "remove",
          });
          if (id > 0) await changeAlmanacDay(c.env.DB, wholePlanningOf(c), id, withoutKey(said));
          else await sayAlmanacDay(c.env.DB, wholePlanningOf(c), whole(said));
        }
        return c.redirect(`/almanac?year=${text("from_on").slice(0, 4) || yearOf(c)}`, 303);
      },
      ({ problems }) => almanacView(c, problems),
    );
  },

  "GET /api/almanac": (c) =>
    cachedRead(c, async () => c.json({ days: await daysOf(c, yearOf(c)) })),

  "POST /api/almanac": async (c) => {
    const said = whole(checked(almanacWire, await jsonOf(c)));
    return c.json({ day: await sayAlmanacDay(c.env.DB, wholePlanningOf(c), said) }, 201, NO_STORE);
  },

  "PATCH /api/almanac/:id": async (c) => {
    const said = checked(almanacChangeWire, await jsonOf(c));
    const day = await changeAlmanacDay(c.env.DB, wholePlanningOf(c), idOf(c), withoutKey(said));
    return c.json({ day }, 200, NO_STORE);
  },

  "DELETE /api/almanac/:id": async (c) => {
    await forgetAlmanacDay(c.env.DB, wholePlanningOf(c), idOf(c));
    return c.json({ id: idOf(c), removed: true }, 200, NO_STORE);
  },
} satisfies Handlers;

type Wire = AlmanacFields & { key?: string | null | undefined; removed?: boolean | undefined };

const whole = ({ key = null, removed = false, ...said }: Wire) => ({ ...said, key, removed });

/** What was left out is not said. */
const withoutKey = (said: object): Partial<AlmanacFields & { removed: boolean }> =>
  Object.fromEntries(
    Object.entries(said).filter(([name, value]) => name !== "key" && value !== undefined),
  );

/** `?year=`; else the coming one from October on, when next year's decree is due. */
function yearOf(c: Ctx): number {
  const asked = c.req.query("year") ?? "";
  if (/^20[2-9]\d$/.test(asked)) return Number(asked);
  const today = todayOf(c);
  return Number(today.slice(0, 4)) + (today.slice(5, 7) >= "10" ? 1 : 0);
}

const daysOf = async (c: Ctx, year: number): Promise<(AlmanacDay | AlmanacRow)[]> =>
  almanacOf(await listAlmanac(c.env.DB), `${year}-01-01`, `${year}-12-31`);

async function almanacView(c: Ctx, faults: Problem["problems"]): Promise<AlmanacView> {
  const year = yearOf(c);
  const rows = await listAlmanac(c.env.DB);
  const today = todayOf(c);
  const coming = Number(today.slice(0, 4)) + 1;
  const days = almanacOf(rows, `${year}-01-01`, `${year}-12-31`);
  return {
    screen: "almanac",
    chrome: chromeOf(c),
    may_plan: mayPlanAll(c),
    year,
    this_year: coming - 1,
    decree_missing: decreeMissing(almanacOf(rows, `${coming}-01-01`, `${coming}-12-31`), today),
    days: days.map(toAlmanacLine),
    removed: rows
      .filter(({ removed, from_on }) => removed && from_on.startsWith(String(year)))
      .map(({ id, name_id, name_en, from_on }) => ({ id, name_id, name_en, from_on })),
    faults,
  };
}
