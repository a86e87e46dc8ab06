/** What the Data tab shows and its part of the API answers alike: accounts, runs, links, imports, settings. */
import { publishedIn } from "../analyse/published-in.ts";
import { dayOf, monthOf } from "../model/day.ts";
import type { SeenRun } from "../model/run.ts";
import { openSealKey, seal, unseal } from "../model/seal.ts";
import { presetPeriod } from "../present/choice.ts";
import { toAccountLine, toImportLine, toLinkLine, toLinkUrl } from "../present/data-lines.ts";
import type { AccountLine, ImportLine } from "../present/views/data.ts";
import type { LinkLine } from "../present/views/link.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listFirstDays } from "../store/days.ts";
import { listImports } from "../store/imports.ts";
import { type LinkRow, listLinks } from "../store/links.ts";
import { listMonths } from "../store/months.ts";
import { listFirstPosts } from "../store/posts.ts";
import { listRuns } from "../store/runs.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { shown, todayOf, visibleAccounts } from "./reading.ts";

export async function accountLines(
  c: Ctx,
  accounts: readonly AccountRow[],
): Promise<AccountLine[]> {
  const ids = accounts.map(({ id }) => id);
  const first = await listFirstPosts(c.env.DB, ids);
  const days = await listFirstDays(c.env.DB, ids);
  const year = presetPeriod("1y", todayOf(c));
  const months = await listMonths(c.env.DB, ids, monthOf(year.from), monthOf(year.to));
  return accounts.map((account) => {
    const at = first.get(account.id);
    const own = months.filter(({ account_id }) => account_id === account.id);
    const first_post_on = at === undefined ? null : dayOf(at, c.get("time_zone"));
    const known = [first_post_on, days.get(account.id)].filter((day) => day != null).sort();
    return toAccountLine(shown(account), {
      posts: publishedIn(
        own.flatMap(({ posts }) => posts),
        year,
      ),
      first_post_on,
      first_day_on: known[0] ?? null,
    });
  });
}

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
  const rows = await listLinks(c.env.DB);
  const known = await visibleAccounts(c, null);
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
const PLACE = "links";

/** `null` without a key: then the address is shown once, and never again. */
export async function sealedToken(c: Ctx, token: string): Promise<string | null> {
  const key = await openSealKey(c.env.CREDENTIALS_KEY);
  return key && seal(key, PLACE, token);
}

export async function tokenOf(c: Ctx, { sealed }: LinkRow): Promise<string | null> {
  const key = sealed === null ? null : await openSealKey(c.env.CREDENTIALS_KEY);
  return key && sealed !== null ? unseal(key, PLACE, sealed) : null;
}

/** The newest imports are the ones that somebody may want to undo. */
const MOST_IMPORTS = 100;

export const importLines = async (c: Ctx): Promise<ImportLine[]> =>
  (await listImports(c.env.DB, MOST_IMPORTS)).map(toImportLine);

export function settingsOf(c: Ctx) {
  const { name, language, x_ceiling_usd, demo } = c.get("library");
  return { name, language, time_zone: c.get("time_zone"), x_ceiling_usd, demo };
}
