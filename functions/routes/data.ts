/** The Data tab: accounts, how they are collected, links, imports, settings. */
import { Hono } from "hono";
import { connectable } from "../jobs/consent.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { collectionLine, runLine, xSpend } from "../present/collection.ts";
import type { DataTabView } from "../present/view.ts";
import { listCollections } from "../store/collections.ts";
import { type ExcusedRow, listExcused } from "../store/excused.ts";
import { findNewestRun, listRuns } from "../store/runs.ts";
import { findCollectSettings } from "../store/x-spend.ts";
import { viewers } from "./access.ts";
import { accountLines } from "./accounts.ts";
import { MOST_RUNS } from "./collecting.ts";
import type { Ctx, Env } from "./env.ts";
import { importLines } from "./imports.ts";
import { linkLines } from "./links.ts";
import { chromeOf, page } from "./page.ts";
import { visibleAccounts } from "./reading.ts";
import { settingsOf } from "./settings.ts";

export const data = new Hono<Env>();

// a run that found nothing new moves no figure, and is news here all the same
data.get("/data", viewers, async (c) =>
  page(c, () => dataView(c), [await findNewestRun(c.env.DB)]),
);

async function dataView(c: Ctx): Promise<DataTabView> {
  const chrome = chromeOf(c);
  const now = c.get("now");
  const admin = chrome.role === "admin";
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const seen = new Set(accounts.map(({ id }) => id));
  const collections = (await listCollections(c.env.DB)).filter((one) => seen.has(one.account_id));
  const runs = await listRuns(c.env.DB, MOST_RUNS);
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
    excused: admin ? (await listExcused(c.env.DB)).map(excusedLine) : [],
  };
}

const excusedLine = ({ account_id: account, from_on: from, to_on: to, reason }: ExcusedRow) => ({
  account,
  from,
  to,
  reason,
});
