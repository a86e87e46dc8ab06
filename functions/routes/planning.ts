/** What every change of the library's week begins with: who makes it, and what of it they may. */
import type { Planning } from "../jobs/planning/rewrite.ts";
import type { AccountRow } from "../store/accounts.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";

/** The admin's own logins bear no name that a person gave. */
export function planningOf(c: Ctx): Planning {
  const caller = c.get("caller");
  const link = caller?.kind === "plan" ? caller.link : null;
  return {
    now: c.get("now"),
    time_zone: c.get("time_zone"),
    author: { link: link?.id ?? null, who: link?.name ?? "" },
    allowed: allowedAccounts(caller?.link ?? null),
  };
}

/** May whoever asks change the calendar? */
export function mayPlan(c: Ctx): boolean {
  const kind = c.get("caller")?.kind;
  return kind === "admin" || kind === "plan";
}

/** The accounts that one may plan for: those that are shown. */
export const plannable = (accounts: readonly AccountRow[]) =>
  accounts.map(({ id, platform, handle }) => ({ id, platform, handle }));
