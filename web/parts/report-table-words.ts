import type { Report } from "../../functions/model/report.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { ReportTableWords } from "../../functions/present/views/report-table.ts";
import { reportTableWords } from "../language/report-table.ts";
import { speakerOf } from "./report-speaker.ts";

/** What a report's table says; of a month that is not over the columns beside it say which days they are of. */
export function wordsOfReportTable(language: Language, report: Report): ReportTableWords {
  const said = reportTableWords(language);
  const { words, running, month_before, month_last_year } = speakerOf(report, language);
  if (!running) return said;
  const { columns, units } = said;
  return {
    ...said,
    columns: {
      ...columns,
      before: `${columns.before} (${month_before})`,
      year: `${columns.year} (${month_last_year})`,
    },
    units: { ...units, last_followers: words.last_day },
  };
}
