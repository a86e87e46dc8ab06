/** The Data tab: accounts, how they are collected, links, imports, settings. */
import { connectable } from "../jobs/collecting/consent.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { collectionLine, runLine, xSpend } from "../present/collection.ts";
import { toExcusedLine } from "../present/data-lines.ts";
import type { DataTabView } from "../present/views/data.ts";
import { listStandings } from "../store/collections.ts";
import { listExcused } from "../store/excused.ts";
import { findLinksState } from "../store/links.ts";
import { findRunsState } from "../store/runs.ts";
import { findCollectSettings } from "../store/x-spend.ts";
import type { Handlers } from "./addresses.ts";
import { accountLines, importLines, linkLines, seenRuns, settingsOf } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { visibleAccounts } from "./reading.ts";

export const data = {
  "GET /data": async (c) => page(c, () => dataView(c), await besideFigures(c)),
} satisfies Handlers;

/** What this tab shows and no figure moves with: a run that found nothing new, the links, the apps that are set up. */
async function besideFigures(c: Ctx): Promise<(string | number | null)[]> {
  const runs = await findRunsState(c.env.DB);
  if (c.get("caller")?.kind !== "admin") return runs;
  const links = await findLinksState(c.env.DB, c.get("now"));
  return [...runs, ...links, ...connectable(c.env)];
}

async function dataView(c: Ctx): Promise<DataTabView> {
  const chrome = chromeOf(c);
  const now = c.get("now");
  const admin = chrome.role === "admin";
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const collections = (await listStandings(c.env.DB)).flatMap((one) => {
    const account = accounts.find(({ id }) => id === one.account_id);
    return account ? { ...one, platform: account.platform } : [];
  });
  const runs = await seenRuns(c);
  const spend = await findCollectSettings(c.env.DB, monthOf(isoInstant(now)));
  return {
    screen: "data",
    chrome,
    accounts: await accountLines(c, accounts),
    collection: collections.map((one) => collectionLine(one, now)),
    runs: runs.map((run) => runLine(run, accounts)),
    x_spend: spend && xSpend(collections, spend, now),
    connectable: admin ? connectable(c.env) : [],
    settings: admin
      ? { ...settingsOf(c), rebuilding: accounts.some(({ rebuilding }) => rebuilding !== null) }
      : null,
    links: admin ? await linkLines(c) : [],
    imports: admin ? await importLines(c) : [],
    excused: admin ? (await listExcused(c.env.DB)).map(toExcusedLine) : [],
  };
}
