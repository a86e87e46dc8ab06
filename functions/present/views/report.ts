/** The monthly report: what was signed, or a draft of the running month. */
import type { Report } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";

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
  /** May make it anew, and change the letterhead. */
  may_make: boolean;
};
