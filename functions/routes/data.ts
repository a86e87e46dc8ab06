/** The Data tab: accounts, how they are collected, links, imports, settings. */
import { connectable } from "../jobs/collecting/consent.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { isScarce, planOf } from "../model/room.ts";
import { collectionLine, runLine, xSpend } from "../present/collection.ts";
import { toExcusedLine } from "../present/data-lines.ts";
import type { DataTabView } from "../present/views/data.ts";
import { listStandings } from "../store/collections.ts";
import { listGoing } from "../store/erasing.ts";
import { listExcused } from "../store/excused.ts";
import { findRoom } from "../store/library.ts";
import { findLinksState } from "../store/links.ts";
import { findRunsState } from "../store/runs.ts";
import { listTyped } from "../store/typed-imports.ts";
import { findCollectSettings } from "../store/x-spend.ts";
import type { Handlers } from "./addresses.ts";
import { everyLine, importLines, linkLines, seenRuns, settingsOf } from "./data-reading.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";

export const data = {
  "GET /data": async (c) => page(c, () => dataView(c), await besideFigures(c)),
} satisfies Handlers;

/** Half a year of four accounts, typed once a week. */
const MOST_TYPED = 100;

/** What this tab shows and no figure moves with: a run that found nothing new, the links, the apps that are set up. */
async function besideFigures(c: Ctx): Promise<(string | number | null)[]> {
  const admin = c.get("caller")?.kind === "admin";
  const [runs, links] = await Promise.all([
    findRunsState(c.env.DB),
    admin ? findLinksState(c.env.DB, c.get("now")) : [],
  ]);
  return [...runs, ...links, ...(admin ? connectable(c.env) : [])];
}

async function dataView(c: Ctx): Promise<DataTabView> {
  const chrome = chromeOf(c);
  const now = c.get("now");
  const admin = chrome.role === "admin";
  const db = c.env.DB;
  const plan = planOf(c.env.PLAN);
  const [{ accounts, lines }, standings, runs, spend, links, imports, typed, excused, room, going] =
    await Promise.all([
      everyLine(c),
      listStandings(db),
      seenRuns(c),
      findCollectSettings(db, monthOf(isoInstant(now))),
      admin ? linkLines(c) : [],
      admin ? importLines(c) : [],
      admin ? listTyped(db, MOST_TYPED) : [],
      admin ? listExcused(db) : [],
      admin ? findRoom(db) : null,
      admin ? listGoing(db) : [],
    ]);
  const collections = standings.flatMap((one) => {
    const account = accounts.find(({ id }) => id === one.account_id);
    return account ? { ...one, platform: account.platform } : [];
  });
  return {
    screen: "data",
    chrome,
    accounts: lines,
    collection: collections.map((one) => collectionLine(one, now)),
    runs: runs.map((run) => runLine(run, accounts)),
    x_spend: spend && xSpend(collections, spend, now),
    connectable: admin ? connectable(c.env) : [],
    settings: room && {
      ...settingsOf(c),
      rebuilding: accounts.some(({ rebuilding }) => rebuilding !== null),
      going,
      room: { ...room, most: plan, scarce: isScarce(room, plan) },
    },
    links,
    imports,
    typed,
    excused: excused.map(toExcusedLine),
  };
}
