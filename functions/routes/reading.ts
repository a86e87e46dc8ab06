/** What every read begins with: the accounts that the caller may see and asked for, and their months. */
import { type AccountPeriod, accountPeriods } from "../analyse/account-period.ts";
import { dayOf, monthOf, type Period, periodBefore } from "../model/day.ts";
import { isPlatform, PLATFORMS, type Platform } from "../model/platform.ts";
import { fault, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { choiceOf } from "../present/choice.ts";
import type { Choice } from "../present/views/chrome.ts";
import { type AccountRow, listAccounts } from "../store/accounts.ts";
import type { LinkRow } from "../store/links.ts";
import { listMonths } from "../store/months.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";

export const todayOf = (c: Ctx): Day => dayOf(c.get("now"), c.get("time_zone"));

const inOrder = (a: AccountRow, b: AccountRow): number =>
  PLATFORMS.indexOf(a.platform) - PLATFORMS.indexOf(b.platform) || a.id - b.id;

/** The accounts that the holder of a link may see, in the order in which every screen lists them; hidden ones are not shown. */
export async function visibleAccounts(c: Ctx, link: LinkRow | null): Promise<AccountRow[]> {
  const allowed = allowedAccounts(link);
  const accounts = await listAccounts(c.env.DB);
  return accounts
    .filter(({ id, hidden_at }) => hidden_at === null && (!allowed || allowed.includes(id)))
    .sort(inOrder);
}

/** The account that a handle names among these, or named before. Throws for one that nobody has or had. */
export function withHandle(accounts: readonly AccountRow[], handle: string | undefined) {
  if (!handle) return [...accounts];
  const name = handle.trim().replace(/^@/, "").toLowerCase();
  const now = accounts.filter((account) => account.handle === name);
  // an address in a spreadsheet outlives a rename
  const before = accounts.filter(({ old_handles }) =>
    old_handles.some((old) => old.handle === name),
  );
  const found = now.length > 0 ? now : before;
  if (found.length === 0) {
    throw new Problem("not_found", `there is no account "${name.slice(0, 100)}"`, [
      fault("account", "unknown_account"),
    ]);
  }
  return found;
}

export type Chosen = {
  choice: Choice;
  /** All that the caller may see. */
  visible: AccountRow[];
  /** Those of the chosen platforms and handle. */
  accounts: AccountRow[];
};

/** What `platform=`, `account=`, `period=`, `from=` and `to=` ask for. */
export async function chosenOf(c: Ctx): Promise<Chosen> {
  const visible = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const offered = PLATFORMS.filter((platform) => visible.some((one) => one.platform === platform));
  const choice = choiceOf(c.req.query(), todayOf(c), offered);
  const accounts = withHandle(visible, c.req.query("account")).filter(
    ({ platform }) => !choice.platforms || choice.platforms.includes(platform),
  );
  return { choice, visible, accounts };
}

/** The accounts with their days and posts in the period and in the one just before. */
export async function periodsOf(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: Period,
): Promise<AccountPeriod[]> {
  const ids = accounts.map(({ id }) => id);
  const { from } = periodBefore(period);
  const months = await listMonths(c.env.DB, ids, monthOf(from), monthOf(period.to));
  return accountPeriods(accounts, months, period);
}

/** An account as it is shown: its name is the one a person typed, else the platform's. */
export const shown = (row: AccountRow): AccountRow => ({
  ...row,
  name: row.given_name ?? row.name,
});

/** `:id` of an address: the row's own whole number. */
export function idOf(c: Ctx): number {
  const text = c.req.param("id") ?? "";
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Problem("not_found", "there is no such id");
  return Number(text);
}

/** `:platform` of an address. */
export function platformOf(c: Ctx): Platform {
  const platform = c.req.param("platform") ?? "";
  if (!isPlatform(platform)) throw new Problem("not_found", "there is no such platform");
  return platform;
}
