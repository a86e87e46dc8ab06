/** The monthly report: its page, its tables, the same as JSON; made anew by the admin. */

import { wordsOfDownload, wordsOfReportTable } from "#page";
import { remakeReport } from "../jobs/reporting/make-report.ts";
import { monthOf } from "../model/day.ts";
import { addMonths } from "../model/month.ts";
import { toReportJson } from "../present/report-json.ts";
import { reportPostTable, reportTable } from "../present/report-table.ts";
import { findMonthState } from "../store/reports.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { languageOf, page } from "./page.ts";
import { todayOf } from "./reading.ts";
import { monthAsked, reportView, seenReport } from "./report-reading.ts";
import { tableFile } from "./table-file.ts";

export const report = {
  "GET /report": async (c) => {
    const running = monthOf(todayOf(c));
    const last = addMonths(running, -1);
    const { made, known } = await findMonthState(c.env.DB, last);
    const { search } = new URL(c.req.url);
    return c.redirect(`/report/${made || known ? last : running}${search}`, 302);
  },

  "GET /report/:file{[0-9-]+(?:posts)?\\.csv}": (c) => {
    const [, asked = "", posts] = FILE.exec(c.req.param("file") ?? "") ?? [];
    const month = monthAsked(c, asked);
    return tableFile(c, `denyut-${month}${posts ? "-posts" : ""}`, async () => {
      const { report: told } = await seenReport(c, month);
      const language = languageOf(c);
      const words = wordsOfDownload(language);
      return posts
        ? reportPostTable(told, {
            words,
            language,
            time_zone: told.time_zone,
            rate_base: "followers",
          })
        : reportTable(told, wordsOfReportTable(language, told), language);
    });
  },

  "GET /report/:month": (c) => page(c, () => reportView(c, monthAsked(c))),

  "POST /report/:month": async (c) => {
    const month = monthAsked(c);
    const { made, dressed } = await remade(c, month);
    const just = made ? "made" : dressed ? "dressed" : "unchanged";
    return c.redirect(`/report/${month}?just=${just}`, 303);
  },

  "GET /api/report/:month": (c) => {
    const month = monthAsked(c);
    return cachedRead(c, async () => c.json(toReportJson(await seenReport(c, month))));
  },

  "POST /api/report/:month": async (c) => {
    const month = monthAsked(c);
    const { revision, made } = await remade(c, month);
    return c.json({ month, revision, made }, made ? 201 : 200, NO_STORE);
  },
} satisfies Handlers;

const FILE = /^(\d{4}-\d\d)(-posts)?\.csv$/;

const remade = (c: Ctx, month: string) =>
  remakeReport(c.env.DB, { month, now: c.get("now"), time_zone: c.get("time_zone") });
