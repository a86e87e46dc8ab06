/** What every change of the library's week begins with: who makes it, and what of it they may. */

import { isOpenTo, type Planning } from "../jobs/planning/rewrite.ts";
import { addDays, type Period } from "../model/day.ts";
import { dayFault, LAST_DAY } from "../model/known-days.ts";
import type { ChangedThing, PersonChange } from "../model/person-change.ts";
import { type Fault, fault, inWords, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import type { AccountRow } from "../store/accounts.ts";
import { findNewestChange } from "../store/changes.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { todayOf } from "./reading.ts";

/** The admin's own logins bear no name that a person gave. */
export function planningOf(c: Ctx): Planning {
  const caller = c.get("caller");
  const link = caller?.kind === "plan" ? caller.link : null;
  return {
    now: c.get("now"),
    time_zone: c.get("time_zone"),
    author: { link: link?.id ?? null, who: link?.name ?? "" },
    allowed: allowedAccounts(caller?.link ?? null),
    admin: caller?.kind === "admin",
  };
}

/** The same for what is the whole library's: a link that is limited to some of its accounts does not change that. */
export function wholePlanningOf(c: Ctx): Planning {
  const planning = planningOf(c);
  if (planning.allowed === null) return planning;
  throw new Problem(
    "forbidden",
    "this link opens some accounts alone, and this is the whole library's",
  );
}

/** May a change be told? Not where it was, or is, of an account that the link does not open. */
export const mayTell = (c: Ctx, change: Pick<PersonChange, "before" | "after">): boolean =>
  isOpenTo({ allowed: allowedAccounts(c.get("caller")?.link ?? null) }, change);

/** May whoever asks change the calendar? */
export function mayPlan(c: Ctx): boolean {
  const kind = c.get("caller")?.kind;
  return kind === "admin" || kind === "plan";
}

/** May whoever asks change what is the whole library's: events, short links, topics' words, the almanac? */
export const mayPlanAll = (c: Ctx): boolean =>
  mayPlan(c) && allowedAccounts(c.get("caller")?.link ?? null) === null;

/**
 * `from=` and `to=` of plans, which lie ahead: one that is left out is so many days ago, or no end.
 * Throws for a day that does not exist or is of no year that is known here, and for a period backwards.
 */
export function plannedPeriod(c: Ctx, back_days: number): Period {
  const { from, to } = c.req.query();
  const faults: Fault[] = [];
  for (const [name, day] of [
    ["from", from],
    ["to", to],
  ] as const) {
    const code = day ? dayFault(day) : null;
    if (code) faults.push(fault(name, code));
  }
  const period = { from: from || addDays(todayOf(c), -back_days), to: to || LAST_DAY };
  if (faults.length === 0 && period.from > period.to) faults.push(fault("from", "backwards"));
  if (faults.length > 0) throw new Problem("invalid", inWords(faults), faults);
  return period;
}

/** The accounts that one may plan for: those that are shown. */
export const plannable = (accounts: readonly AccountRow[]) =>
  accounts.map(({ id, platform, handle }) => ({ id, platform, handle }));

/** To the day in the calendar, where what was done can be taken back. @param month that was shown; `null`: the agenda */
export async function backToCalendar(
  c: Ctx,
  what: ChangedThing,
  subject: number,
  on: Day | null,
  month: string | null,
): Promise<Response> {
  const change = await findNewestChange(c.env.DB, what, subject);
  const query = new URLSearchParams({
    ...(month && /^\d{4}-\d\d$/.test(month) ? { month } : {}),
    ...(change ? { changed: String(change.id) } : {}),
  });
  return c.redirect(`/calendar?${query}${on === null ? "" : `#d-${on}`}`, 303);
}
