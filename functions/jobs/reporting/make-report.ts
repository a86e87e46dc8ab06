/** A month's report made and kept: once, and anew only where it would say something else. */
import { dueReport } from "../../analyse/report/due.ts";
import { madeReport } from "../../analyse/report/made.ts";
import { dayOf } from "../../model/day.ts";
import { daysOfMonth } from "../../model/month.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";
import { touchLibrary } from "../../store/library.ts";
import { closeReportNotices, openNotices } from "../../store/notices.ts";
import { findMonthState, findReport, insertReport, rewriteReport } from "../../store/reports.ts";
import { untilWritten } from "../writing/until-written.ts";
import { type Asked, reportSources } from "./sources.ts";

/** As it would be made now, and kept nowhere. */
export const draftedReport = async (db: D1Database, asked: Asked): Promise<Report> =>
  madeReport({ ...(await reportSources(db, asked)), draft: true });

/** `dressed`: its letterhead and who signs were put anew on the one that stands. */
export type Made = { revision: number; made: boolean; dressed?: true };

/**
 * The first report of a month, with its notice, in one batch. Of two who make it at once one does, and the other finds it.
 * @returns `made: false` where it stands already
 */
export const makeReport = (db: D1Database, asked: Asked): Promise<Made> =>
  keptReport(db, asked, { anew: false, notice: true });

/**
 * By a person: the first, or a revision where it says something else of the month. What was signed stands as it is; another
 * letterhead is no other report, and is put on the one that stands.
 * @throws {Problem} `invalid` as long as the month is not over; `not_found` where nothing is known of it
 */
export async function remakeReport(db: D1Database, asked: Asked): Promise<Made> {
  const { month, now, time_zone } = asked;
  if (dayOf(now, time_zone) <= daysOfMonth(month).to) {
    throw new Problem("invalid", "the month is not over: there is only a draft of it", [
      fault("month", "in_the_future"),
    ]);
  }
  const { made, known } = await findMonthState(db, month);
  if (!made && !known) throw new Problem("not_found", "nothing is known of that month");
  return keptReport(db, asked, { anew: true, notice: false });
}

const keptReport = (
  db: D1Database,
  asked: Asked,
  { anew, notice }: { anew: boolean; notice: boolean },
): Promise<Made> =>
  untilWritten(db, async () => {
    const { month, now, time_zone } = asked;
    const stands = await findReport(db, month, null);
    const unchanged = (revision: number) => ({ result: { revision, made: false }, statements: [] });
    if (stands && !anew) return unchanged(stands.revision);
    const body = madeReport({ ...(await reportSources(db, asked)), draft: false });
    if (stands && saysTheSame(stands.body, body)) {
      const { settings } = body;
      if (JSON.stringify(stands.body.settings) === JSON.stringify(settings)) {
        return unchanged(stands.revision);
      }
      return {
        result: { revision: stands.revision, made: false, dressed: true },
        statements: [
          rewriteReport(db, { ...stands, body: { ...stands.body, settings } }),
          touchLibrary(db, null, { time_zone, written: ROWS_OF_A_REPORT }),
        ],
      };
    }
    const revision = (stands?.revision ?? 0) + 1;
    return {
      result: { revision, made: true },
      statements: [
        ...insertReport(db, { month, revision, made_at: now, opened_at: null, body }),
        ...(notice
          ? [
              closeReportNotices(db, now),
              ...openNotices(db, [{ kind: "report", account_id: null, month }], now),
            ]
          : []),
        touchLibrary(db, null, { time_zone, written: ROWS_OF_A_REPORT }),
      ],
    };
  });

/** Its row and that of its key, the notice and its. */
const ROWS_OF_A_REPORT = 4;

/** Of the month. When it was made, what is to be done next, and on whose paper it is, is another matter. */
function saysTheSame(a: Report, b: Report): boolean {
  const said = ({ made_at: _at, advice: _advice, settings: _paper, ...report }: Report) =>
    JSON.stringify(report);
  return said(a) === said(b);
}

/**
 * The hourly look: is last month's report due and not made? One question, which a library asks every hour of a month.
 * @returns whether it was made here: whoever did that has few queries left
 */
export async function makeDueReport(
  db: D1Database,
  { now, time_zone }: { now: Instant; time_zone: string },
): Promise<boolean> {
  const month = dueReport(now, time_zone);
  if (month === null) return false;
  const { made, known } = await findMonthState(db, month);
  // before the library had anything there is nothing to tell
  if (made || !known) return false;
  return (await makeReport(db, { month, now, time_zone })).made;
}
