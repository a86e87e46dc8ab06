/** The Data tab: accounts, how they are collected, links, imports, settings. */
import { Hono } from "hono";
import type { DataTabView } from "../present/view.ts";
import { viewers } from "./access.ts";
import { accountLines } from "./accounts.ts";
import type { Ctx, Env } from "./env.ts";
import { importLines } from "./imports.ts";
import { linkLines } from "./links.ts";
import { chromeOf, page } from "./page.ts";
import { visibleAccounts } from "./reading.ts";
import { settingsOf } from "./settings.ts";

export const data = new Hono<Env>();

data.get("/data", viewers, (c) => page(c, () => dataView(c)));

async function dataView(c: Ctx): Promise<DataTabView> {
  const chrome = chromeOf(c);
  const admin = chrome.role === "admin";
  const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
  return {
    screen: "data",
    chrome,
    accounts: await accountLines(c, accounts),
    collection: [],
    runs: [],
    x_spend: null,
    connectable: [],
    settings: admin ? { ...settingsOf(c), rebuilding: false } : null,
    links: admin ? await linkLines(c) : [],
    imports: admin ? await importLines(c) : [],
  };
}
