/** What every read begins with: the accounts that the caller may see and asked for, and their months. */
import { type AccountPeriod, accountPeriods, loadedFor } from "../analyse/account-period.ts";
import { dayOf, monthOf, type Period } from "../model/day.ts";
import { isId } from "../model/id.ts";
import { isPlatform, PLATFORMS, type Platform } from "../model/platform.ts";
import { fault, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { choiceOf } from "../present/choice.ts";
import type { Choice } from "../present/views/chrome.ts";
import { type AccountRow, listAccounts } from "../store/accounts.ts";
import type { LinkRow } from "../store/links.ts";
import type { AccountsWith, MonthOwners, Span } from "../store/month-columns.ts";
import { listAccountsWithFigures, type MonthFigures } from "../store/month-figures.ts";
import type { AccountMonth, Month } from "../store/month-packing.ts";
import { listAccountsWithMonths } from "../store/months.ts";
import { type AccountYear, saveYears } from "../store/years.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";

export const todayOf = (c: Ctx): Day => dayOf(c.get("now"), c.get("time_zone"));

const inOrder = (a: AccountRow, b: AccountRow): number =>
  PLATFORMS.indexOf(a.platform) - PLATFORMS.indexOf(b.platform) || a.id - b.id;

/** Of all accounts, those that the holder of a link may see, in the order in which every screen lists them; hidden ones are not shown. */
export function visibleOf(accounts: readonly AccountRow[], link: LinkRow | null): AccountRow[] {
  const allowed = allowedAccounts(link);
  return accounts
    .filter(({ id, hidden_at }) => hidden_at === null && (!allowed || allowed.includes(id)))
    .sort(inOrder);
}

export const visibleAccounts = async (c: Ctx, link: LinkRow | null): Promise<AccountRow[]> =>
  visibleOf(await listAccounts(c.env.DB), link);

const handleIn = (text = ""): string => text.trim().replace(/^@/, "").toLowerCase();

/** The account that a handle names among these, or named before. Throws for one that nobody has or had. */
export function withHandle(accounts: readonly AccountRow[], handle: string | undefined) {
  if (!handle) return [...accounts];
  const name = handleIn(handle);
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
export const chosenOf = async (c: Ctx): Promise<Chosen> =>
  chosenAmong(c, await listAccounts(c.env.DB));

function chosenAmong(c: Ctx, all: readonly AccountRow[]): Chosen {
  const visible = visibleOf(all, c.get("caller")?.link ?? null);
  const offered = PLATFORMS.filter((platform) => visible.some((one) => one.platform === platform));
  const choice = choiceOf(c.req.query(), todayOf(c), offered);
  const accounts = withHandle(visible, c.req.query("account")).filter(
    ({ platform }) => !choice.platforms || choice.platforms.includes(platform),
  );
  return { choice, visible, accounts };
}

/** What the address asks for, before it is known which platforms have an account. */
export const askedOf = (c: Ctx): Choice => choiceOf(c.req.query(), todayOf(c), PLATFORMS);

/** The same with the months of the chosen accounts, as `ask` reads them: in one question. */
async function chosenWith<Of extends AccountMonth>(
  c: Ctx,
  periodOf: (asked: Choice) => Period,
  ask: (span: Span, owners: MonthOwners) => Promise<AccountsWith<Of>>,
): Promise<Chosen & { months: Of[] }> {
  // the period does not depend on the accounts
  const asked = askedOf(c);
  const { from, to } = periodOf(asked);
  const { accounts, months, unkept } = await ask(
    { from: monthOf(from), to: monthOf(to) },
    {
      platforms: asked.platforms,
      ids: allowedAccounts(c.get("caller")?.link ?? null),
      handle: handleIn(c.req.query("account")) || null,
    },
  );
  keepYears(c, unkept);
  const chosen = chosenAmong(c, accounts);
  const ids = new Set(chosen.accounts.map(({ id }) => id));
  return { ...chosen, months: months.filter(({ account_id }) => ids.has(account_id)) };
}

/** With the posts of whole months and what they say. */
export const chosenMonths = (c: Ctx): Promise<Chosen & { months: Month[] }> =>
  chosenWith(
    c,
    (asked) => asked,
    (span, owners) =>
      listAccountsWithMonths(c.env.DB, { ...span, captions: true, days: false }, owners),
  );

/** Of the years that were read by the month, those that are over: this one would be taken away by the next reading. */
export function keepYears(c: Ctx, unkept: readonly AccountYear[]): void {
  const now = Number(todayOf(c).slice(0, 4));
  const over = unkept.filter(({ year }) => year < now);
  if (over.length === 0) return;
  const saved = saveYears(c.env.DB, over).run();
  c.executionCtx.waitUntil(saved.catch((error) => console.error(error)));
}

/** The chosen accounts with what figures take of their days and posts, in the period and in the one it is compared with. */
export async function chosenPeriods(
  c: Ctx,
): Promise<Chosen & { months: MonthFigures[]; periods: AccountPeriod[] }> {
  const { months, ...chosen } = await chosenWith(
    c,
    (asked) => loadedFor(asked, asked.against),
    (span, owners) => listAccountsWithFigures(c.env.DB, span, owners),
  );
  const { accounts, choice } = chosen;
  return { ...chosen, months, periods: accountPeriods(accounts, months, choice, choice.against) };
}

/** An account as it is shown: its name is the one a person typed, else the platform's. */
export const shown = (row: AccountRow): AccountRow => ({
  ...row,
  name: row.given_name ?? row.name,
});

/** `:id` of an address: the row's own whole number. */
export function idOf(c: Ctx): number {
  const text = c.req.param("id") ?? "";
  if (!isId(text)) throw new Problem("not_found", "there is no such id");
  return Number(text);
}

/** `:platform` of an address. */
export function platformOf(c: Ctx): Platform {
  const platform = c.req.param("platform") ?? "";
  if (!isPlatform(platform)) throw new Problem("not_found", "there is no such platform");
  return platform;
}
