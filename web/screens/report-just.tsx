/** What was just done with a report, and making it anew, whoever may. */
import type { ReportView } from "../../functions/present/views/report.ts";
import { reportJustWords } from "../language/report-just.ts";

export function Just({ view: { chrome, just } }: { view: ReportView }) {
  if (!just) return null;
  return (
    <p class="note no-print" role="status">
      {reportJustWords[chrome.language].just[just]}
    </p>
  );
}

/** Also where its figures did not move: somebody else signs, or a note was forgotten. */
export function MakeAnew({ view: { chrome, report, revision, may_make } }: { view: ReportView }) {
  if (!may_make || revision === null) return null;
  return (
    <form method="post" action={`/report/${report.month}`}>
      <button type="submit" class="plain">
        {reportJustWords[chrome.language].make}
      </button>
    </form>
  );
}
