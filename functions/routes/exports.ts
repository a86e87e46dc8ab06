/** The public export: files for spreadsheets and other tools, under a token in the address. */
import { oneAnInstant } from "../analyse/one-instant.ts";
import { engagementRate, engagementRateByReach, engagementRateByViews } from "../analyse/rates.ts";
import { addDays, dayOf, isoInstant, monthOf, type Period, startOfDay } from "../model/day.ts";
import { EXPORTS, type ExportName, isExportName } from "../model/export-columns.ts";
import { type Fault, inWords, Problem } from "../model/problem.ts";
import { MOST_DAYS, periodOf } from "../present/choice.ts";
import { type Cell, toCsv } from "../present/csv.ts";
import { dataPackage } from "../present/data-package.ts";
import {
  accountRow,
  dayRows,
  type ExportRow,
  postRow,
  snapshotRow,
} from "../present/export-rows.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listMonths } from "../store/months.ts";
import { listReadingsBetween } from "../store/post-readings.ts";
import { listPostTexts } from "../store/posts.ts";
import type { Answers } from "./addresses.ts";
import { cached } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, languageOf, page } from "./page.ts";
import { shownName, todayOf, visibleAccounts, withHandle } from "./reading.ts";
import { exportedStreaks } from "./streaks.ts";

export const exports = {
  "GET /export/v1/:token/": (c) => {
    const { origin, pathname } = new URL(c.req.url);
    return page(c, () => ({
      screen: "export",
      chrome: { ...chromeOf(c), role: null },
      base: origin + pathname,
    }));
  },

  "GET /export/v1/:token/datapackage.json": (c) => {
    const { name, last_read_at } = c.get("library");
    return cached(c, [], () =>
      c.json(dataPackage(name, last_read_at === null ? null : isoInstant(last_read_at))),
    );
  },

  "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}": (c) => {
    const file = c.req.param("file") ?? "";
    const [name = "", extension = ""] = file.split(".");
    if (!isExportName(name) || !Object.hasOwn(TYPES, extension)) {
      throw new Problem("not_found", `there is no file ${file.slice(0, 60)}`);
    }
    return answerFile(c, name, extension as Extension);
  },
} satisfies Answers;

const TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
} as const;
type Extension = keyof typeof TYPES;

function answerFile(c: Ctx, name: ExportName, extension: Extension) {
  const { from = "", to = "", account = "", dialect = "", download = "" } = c.req.query();
  const excel = dialect === "excel";
  const language = languageOf(c);
  const asked = [
    from,
    to,
    account,
    extension,
    excel && language,
    download === "1",
    c.get("export_link").id,
  ];
  return cached(c, asked.map(String), async () => {
    const accounts = withHandle(await visibleAccounts(c, c.get("export_link")), account);
    const { rows, next } = await rowsOf(c, name, accounts);
    const body = bodyOf(name, extension, rows, () =>
      toCsv(EXPORTS[name], cellsOf(name, rows), { excel, language }),
    );
    return c.body(body, 200, {
      "content-type": TYPES[extension],
      ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
      ...(download === "1"
        ? { "content-disposition": `attachment; filename="denyut-${name}.${extension}"` }
        : {}),
    });
  });
}

type Row = Record<string, Cell>;
type Rows = { rows: Row[]; next: string | null };

const cellsOf = (name: ExportName, rows: readonly Row[]): Cell[][] =>
  rows.map((row) => EXPORTS[name].map((column) => row[column.name] ?? null));

function bodyOf(
  name: ExportName,
  extension: Extension,
  rows: readonly Row[],
  csv: () => string,
): string {
  switch (extension) {
    case "csv":
      return csv();
    case "json":
      return JSON.stringify({ [name]: rows });
    case "ndjson":
      return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  }
}

async function rowsOf(c: Ctx, name: ExportName, accounts: readonly AccountRow[]): Promise<Rows> {
  switch (name) {
    case "accounts":
      return { rows: accounts.map((one) => accountRow(exported(one))), next: null };
    case "days":
      return { rows: await daysOf(c, accounts), next: null };
    case "posts":
      return { rows: await postsOf(c, accounts), next: null };
    case "snapshots":
      return readingsOf(c, accounts);
    case "streaks":
      return { rows: await exportedStreaks(c, accounts, exportPeriod(c)), next: null };
  }
}

const exported = (account: AccountRow) => ({ ...account, name: shownName(account) });

/** What was asked for; without it everything of the last five years. */
function exportPeriod(c: Ctx): Period {
  const { from, to } = c.req.query();
  const today = todayOf(c);
  const faults: Fault[] = [];
  const period = periodOf(
    { from: from || (to ? undefined : addDays(today, -MOST_DAYS)), to },
    today,
    faults,
  );
  if (faults.length > 0) {
    throw new Problem("invalid", inWords(faults), faults);
  }
  return period;
}

async function daysOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"days">[]> {
  const period = exportPeriod(c);
  const months = await monthsOf(c, accounts, period);
  return accounts
    .flatMap((account) => {
      const own = months.filter((month) => month.account_id === account.id);
      const all = {
        account: exported(account),
        followers_before: own[0]?.followers_before ?? null,
        days: own.flatMap((month) => month.days),
        posts: own.flatMap((month) => month.posts),
      };
      return dayRows(all, c.get("time_zone"));
    })
    .filter(({ date }) => period.from <= String(date) && String(date) <= period.to)
    .sort((a, b) => (String(a.date) < String(b.date) ? -1 : Number(a.date !== b.date)));
}

async function postsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"posts">[]> {
  const period = exportPeriod(c);
  const zone = c.get("time_zone");
  const months = await monthsOf(c, accounts, period);
  const texts = await listPostTexts(
    c.env.DB,
    accounts.map(({ id }) => id),
    startOfDay(period.from, zone),
    startOfDay(addDays(period.to, 1), zone) - 1,
  );
  const textOf = new Map(texts.map((text) => [text.id, text]));
  return months
    .flatMap((month) => month.posts)
    .filter(({ hidden }) => !hidden)
    .sort((a, b) => a.published_at - b.published_at || a.id - b.id)
    .flatMap((post) => {
      const account = accounts.find(({ id }) => id === post.account_id);
      const text = textOf.get(post.id);
      if (!account || !text) return [];
      const rates = {
        by_followers: engagementRate(post),
        by_reach: engagementRateByReach(post),
        by_views: engagementRateByViews(post),
      };
      return postRow(exported(account), post, text, rates, zone);
    });
}

const monthsOf = (c: Ctx, accounts: readonly AccountRow[], { from, to }: Period) =>
  listMonths(
    c.env.DB,
    accounts.map(({ id }) => id),
    monthOf(from),
    monthOf(to),
  );

/** Two years of readings are a third of a million rows: an answer holds a month of them and says where the next begins. */
const MOST_READING_DAYS = 31;
const USUAL_READING_DAYS = 28;

async function readingsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<Rows> {
  const zone = c.get("time_zone");
  const newest = dayOf(c.get("library").last_read_at ?? c.get("now"), zone);
  const { from, to } = c.req.query();
  const asked =
    from || to ? exportPeriod(c) : { from: addDays(newest, 1 - USUAL_READING_DAYS), to: newest };
  const last = addDays(asked.from, MOST_READING_DAYS - 1);
  const period = { from: asked.from, to: last < asked.to ? last : asked.to };
  const read = await listReadingsBetween(
    c.env.DB,
    accounts.map(({ id }) => id),
    startOfDay(period.from, zone),
    startOfDay(addDays(period.to, 1), zone) - 1,
  );
  const readings = oneAnInstant(read, (a, b) => a.account_id === b.account_id && a.post === b.post);
  const rows = readings.flatMap((reading) => {
    const account = accounts.find(({ id }) => id === reading.account_id);
    return account ? snapshotRow(exported(account), reading) : [];
  });
  return { rows, next: period.to < asked.to ? nextPage(c, addDays(period.to, 1), asked.to) : null };
}

function nextPage(c: Ctx, from: string, to: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set("from", from);
  url.searchParams.set("to", to);
  return url.href;
}
