/** What the Data tab shows and its part of the API answers alike: accounts, runs, links, imports, settings. */
import { publishedIn } from "../analyse/published-in.ts";
import { dayOf, monthOf, type Period } from "../model/day.ts";
import type { SeenRun } from "../model/run.ts";
import { openSealKey, seal, unseal } from "../model/seal.ts";
import { presetPeriod } from "../present/choice.ts";
import { toAccountLine, toImportLine, toLinkLine, toLinkUrl } from "../present/data-lines.ts";
import type { AccountLine, ImportLine } from "../present/views/data.ts";
import type { LinkLine } from "../present/views/link.ts";
import { type AccountRow, type Beginning, listBeginnings } from "../store/accounts.ts";
import { listImports } from "../store/imports.ts";
import { type LinkRow, listLinks } from "../store/links.ts";
import type { Span } from "../store/month-columns.ts";
import { listAccountsWithFigures, type MonthFigures } from "../store/month-figures.ts";
import { listMonths } from "../store/months.ts";
import { listRuns } from "../store/runs.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { shown, todayOf, visibleAccounts, visibleOf } from "./reading.ts";

/** The year that an account's posts are counted over. */
const yearOf = (c: Ctx): Period => presetPeriod("1y", todayOf(c));

const monthsOf = ({ from, to }: Period): Span => ({ from: monthOf(from), to: monthOf(to) });

/** Every account that may be seen, with its line. */
export async function everyLine(c: Ctx): Promise<{ accounts: AccountRow[]; lines: AccountLine[] }> {
  const link = c.get("caller")?.link ?? null;
  const owners = { platforms: null, ids: allowedAccounts(link), handle: null };
  const [{ accounts: all, months }, beginnings] = await Promise.all([
    listAccountsWithFigures(c.env.DB, monthsOf(yearOf(c)), owners),
    listBeginnings(c.env.DB),
  ]);
  const accounts = visibleOf(all, link);
  return { accounts, lines: linesOf(c, accounts, months, beginnings) };
}

export async function accountLines(
  c: Ctx,
  accounts: readonly AccountRow[],
): Promise<AccountLine[]> {
  const ids = accounts.map(({ id }) => id);
  const [months, beginnings] = await Promise.all([
    listMonths(c.env.DB, ids, { ...monthsOf(yearOf(c)), days: false }),
    listBeginnings(c.env.DB),
  ]);
  return linesOf(c, accounts, months, beginnings);
}

type CountedMonth = {
  account_id: number;
  posts: readonly Pick<MonthFigures["posts"][number], "format" | "removed" | "published_on">[];
};

const linesOf = (
  c: Ctx,
  accounts: readonly AccountRow[],
  months: readonly CountedMonth[],
  beginnings: readonly Beginning[],
): AccountLine[] =>
  accounts.map((account) => {
    const own = months.filter(({ account_id }) => account_id === account.id);
    const { first_post_at = null, first_day = null } =
      beginnings.find(({ id }) => id === account.id) ?? {};
    const first_post_on = first_post_at === null ? null : dayOf(first_post_at, c.get("time_zone"));
    const known = [first_post_on, first_day].filter((day) => day !== null).sort();
    return toAccountLine(shown(account), {
      posts: publishedIn(
        own.flatMap(({ posts }) => posts),
        yearOf(c),
      ),
      first_post_on,
      first_day_on: known[0] ?? null,
    });
  });

/** The newest runs that had something to say; older ones are rarely asked for. */
const MOST_RUNS = 50;

/** The newest runs, without what they counted for a link that is limited to some of the accounts. */
export async function seenRuns(c: Ctx): Promise<SeenRun[]> {
  const runs = await listRuns(c.env.DB, MOST_RUNS);
  const limited = allowedAccounts(c.get("caller")?.link ?? null) !== null;
  return limited
    ? runs.map((run) => ({ ...run, seconds: null, calls: null, readings: null }))
    : runs;
}

export async function linkLines(c: Ctx): Promise<LinkLine[]> {
  const [rows, known] = await Promise.all([listLinks(c.env.DB), visibleAccounts(c, null)]);
  return Promise.all(rows.map(async (row) => linkLine(c, row, await tokenOf(c, row), known)));
}

/** @param token `null` where it cannot be shown again */
export function linkLine(
  c: Ctx,
  row: LinkRow,
  token: string | null,
  known: readonly AccountRow[],
): LinkLine {
  const url = token === null ? null : toLinkUrl(new URL(c.req.url).origin, row.kind, token);
  return toLinkLine(row, url, known);
}

/** Where the tokens of links are kept: sealed there, they open in no other table. */
export const LINK_PLACE = "links";

/** `null` without a key: then the address is shown once, and never again. */
export async function sealedToken(c: Ctx, token: string): Promise<string | null> {
  const key = await openSealKey(c.env.CREDENTIALS_KEY);
  return key && seal(key, LINK_PLACE, token);
}

export async function tokenOf(c: Ctx, { sealed }: LinkRow): Promise<string | null> {
  const key = sealed === null ? null : await openSealKey(c.env.CREDENTIALS_KEY);
  return key && sealed !== null ? unseal(key, LINK_PLACE, sealed) : null;
}

/** The newest imports are the ones that somebody may want to undo. */
const MOST_IMPORTS = 100;

export const importLines = async (c: Ctx): Promise<ImportLine[]> =>
  (await listImports(c.env.DB, MOST_IMPORTS)).map(toImportLine);

export function settingsOf(c: Ctx) {
  const { name, language, x_ceiling_usd, demo, contact } = c.get("library");
  return { name, language, time_zone: c.get("time_zone"), x_ceiling_usd, demo, contact };
}
