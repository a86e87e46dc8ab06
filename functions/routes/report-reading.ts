/** A month's report as whoever asks may see it: as it was signed, or a draft of what is known. */
import { reportFigures } from "../analyse/report/figures.ts";
import { haveMoved } from "../analyse/report/moved.ts";
import { reportPeriods } from "../analyse/report/periods.ts";
import { reportFor } from "../analyse/report/report-for.ts";
import { seenIn } from "../analyse/report/seen-in.ts";
import { draftedReport } from "../jobs/reporting/make-report.ts";
import { monthOf } from "../model/day.ts";
import { addMonths, isMonth } from "../model/month.ts";
import { Problem } from "../model/problem.ts";
import type { Report } from "../model/report.ts";
import { REPORT_JUST, type ReportView } from "../present/views/report.ts";
import { touchLibrary } from "../store/library.ts";
import type { AccountsWith } from "../store/month-columns.ts";
import type { MonthFigures } from "../store/month-figures.ts";
import { listAccountsWithFigures } from "../store/month-figures.ts";
import { closeReportNotices } from "../store/notices.ts";
import {
  findReport,
  listReports,
  type MadeReport,
  markOpened,
  type ReportRow,
} from "../store/reports.ts";
import { allowedAccounts, isReader } from "./access.ts";
import type { Ctx } from "./env.ts";
import { chromeOf } from "./page.ts";
import { todayOf, visibleOf } from "./reading.ts";

const unknown = (): Problem => new Problem("not_found", "there is no such report");

/** `:month` of an address, up to the one that runs. Throws `not_found`. */
export function monthAsked(c: Ctx, text = c.req.param("month") ?? ""): string {
  if (!isMonth(text) || text > monthOf(todayOf(c))) throw unknown();
  return text;
}

/** `?revision=`; `null`: the newest. */
function revisionAsked(c: Ctx): number | null {
  const text = c.req.query("revision");
  if (!text) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw unknown();
  return Number(text);
}

export type SeenReport = Pick<
  ReportView,
  "report" | "revision" | "revisions" | "moved" | "months"
> & {
  /** As it is kept; `null`: a draft. */
  row: ReportRow | null;
};

export async function seenReport(c: Ctx, month: string): Promise<SeenReport> {
  const running = monthOf(todayOf(c));
  const revision = revisionAsked(c);
  if (month === running) {
    if (revision !== null) throw unknown();
    const [made, draft] = await Promise.all([listReports(c.env.DB), draftOf(c, month)]);
    return asDraft(c, draft, made);
  }
  const [made, row, now] = await Promise.all([
    listReports(c.env.DB),
    findReport(c.env.DB, month, revision),
    listAccountsWithFigures(
      c.env.DB,
      { from: addMonths(month, -1), to: month },
      { platforms: null, ids: allowedAccounts(c.get("caller")?.link ?? null), handle: null },
    ),
  ]);
  if (!row) {
    // nor is there a draft of a month of which nothing is known
    if (revision !== null || !now.months.some((one) => one.month === month)) throw unknown();
    return asDraft(c, await draftOf(c, month), made);
  }
  const report = reportFor(row.body, seenBy(c, row.body, now.accounts));
  return {
    row,
    report,
    revision: row.revision,
    revisions: revisionsOf(made, month),
    moved: haveMoved(report, figuresNow(c, month, now)),
    months: monthsOf(made, running, month),
  };
}

/** The admin, who can bring back what is hidden, is shown what was signed. */
function seenBy(
  c: Ctx,
  report: Report,
  accounts: AccountsWith<MonthFigures>["accounts"],
): number[] | null {
  const caller = c.get("caller");
  return caller?.kind === "admin"
    ? null
    : seenIn(report, accounts, allowedAccounts(caller?.link ?? null));
}

const draftOf = (c: Ctx, month: string): Promise<Report> =>
  draftedReport(c.env.DB, { month, now: c.get("now"), time_zone: c.get("time_zone") });

const asDraft = (c: Ctx, draft: Report, made: readonly MadeReport[]): SeenReport => ({
  row: null,
  report: reportFor(draft, allowedAccounts(c.get("caller")?.link ?? null)),
  revision: null,
  revisions: [],
  moved: false,
  months: monthsOf(made, monthOf(todayOf(c)), draft.month),
});

const revisionsOf = (made: readonly MadeReport[], month: string): SeenReport["revisions"] =>
  made
    .filter((one) => one.month === month)
    .map(({ revision, made_at }) => ({ revision, made_at }))
    .reverse();

/** Those with a report, the running one, and the one that is shown. */
function monthsOf(
  made: readonly MadeReport[],
  running: string,
  shown: string,
): SeenReport["months"] {
  const kept = new Set(made.map(({ month }) => month));
  return [...new Set([running, shown, ...kept])]
    .sort()
    .reverse()
    .map((month) => ({ month, draft: !kept.has(month) }));
}

function figuresNow(c: Ctx, month: string, { accounts, months }: AccountsWith<MonthFigures>) {
  const visible = visibleOf(accounts, c.get("caller")?.link ?? null);
  const periods = reportPeriods(month, todayOf(c));
  return reportFigures({ accounts: visible, months, lastYear: [], periods }).accounts.map(
    ({ period, figures }) => ({ id: period.account.id, figures }),
  );
}

/** Once, by its page: a program that reads figures opens nothing. Nobody waits for it, and where it fails the next who opens it is the first. */
function noteOpened(c: Ctx, { month, revision, opened_at }: ReportRow): void {
  if (opened_at !== null || !isReader(c) || c.req.method !== "GET") return;
  const { DB } = c.env;
  const noted = DB.batch([
    markOpened(DB, { month, revision }, c.get("now")),
    closeReportNotices(DB, c.get("now"), month),
    touchLibrary(DB, null),
  ]);
  c.executionCtx.waitUntil(noted.catch((error) => console.error(error)));
}

export async function reportView(c: Ctx, month: string): Promise<ReportView> {
  const { row, ...seen } = await seenReport(c, month);
  if (row) noteOpened(c, row);
  return {
    screen: "report",
    chrome: chromeOf(c),
    ...seen,
    may_make: c.get("caller")?.kind === "admin",
    ...justOf(c),
  };
}

/** What was just done, as the form's answer says it. */
function justOf(c: Ctx): Pick<ReportView, "just"> {
  const just = REPORT_JUST.find((one) => one === c.req.query("just"));
  return just && c.get("caller")?.kind === "admin" ? { just } : {};
}
