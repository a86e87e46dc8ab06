/**
 * The monthly report: what was signed, or a draft of the running month. Beside it `/report/2026-10.csv`; made anew by a plain
 * `POST /report/2026-10`.
 */
import type { Fault } from "../../model/problem.ts";
import type { Report } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

export const REPORT_JUST = ["made", "unchanged", "dressed", "settings"] as const;
type ReportJust = (typeof REPORT_JUST)[number];

export type ReportView = {
  screen: "report";
  chrome: Chrome;
  report: Report;
  /** 1 for the first that was made of its month; `null`: a draft, which nobody can sign. */
  revision: number | null;
  /** All that were made of the month, oldest first. */
  revisions: { revision: number; made_at: Instant }[];
  /** The month's figures are not any more what this report says. */
  moved: boolean;
  /** The months that can be opened: those with a report, newest first, and the running one's draft on top. */
  months: { month: string; draft: boolean }[];
  /** What was just done: a new revision was made, none was needed, its head and who signs were put on it, or were changed. */
  just?: ReportJust;
  /** May make it anew, and change the letterhead. */
  may_make: boolean;
};

/** What stands in the letterhead's form, as it was typed; a line of the letterhead a line. */
export type TypedReportSettings = {
  letterhead: string;
  place: string;
  approver_title: string;
  approver_name: string;
  approver_nip: string;
  author_title: string;
  author_name: string;
  author_nip: string;
};

export type ReportSettingsView = {
  screen: "report_settings";
  chrome: Chrome;
  typed: TypedReportSettings;
  /** By the form's own names. */
  faults: Fault[];
};
