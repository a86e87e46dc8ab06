/** What was just done with a report, and making it anew, whoever may. */
import type { ReportView } from "../../functions/present/views/report.ts";
import { reportJustWords } from "../language/report-just.ts";
import { speechOf } from "../language/speech.ts";

export function Just({ view }: { view: ReportView }) {
  const { chrome, just } = view;
  if (!just) return null;
  return (
    <div class="note no-print" role="status">
      <p>{reportJustWords[chrome.language].just[just]}</p>
      {just === "settings" && <MakeAnew view={view} />}
    </div>
  );
}

/** Also where its figures did not move: somebody else signs, or a note was forgotten. An older version is not made anew. */
export function MakeAnew({ view }: { view: ReportView }) {
  const { chrome, report, revision, may_make, moved } = view;
  // where the figures moved it is asked there
  if (!may_make || revision === null || moved || newerThan(view)) return null;
  return (
    <form class="no-print" method="post" action={`/report/${report.month}`}>
      <button type="submit" class="plain">
        {reportJustWords[chrome.language].make}
      </button>
    </form>
  );
}

/** The newest of the month's, where this is an older one. */
export const newerThan = ({ revision, revisions }: ReportView) => {
  const newest = revisions.at(-1);
  return revision !== null && newest && newest.revision > revision ? newest : null;
};

/** Who filed the one does not see that another took its place, unless it is said. */
export function Superseded({ view }: { view: ReportView }) {
  const { chrome, report } = view;
  const newer = newerThan(view);
  if (!newer) return null;
  const words = reportJustWords[chrome.language];
  return (
    <div class="note weak no-print" role="status">
      <p>
        {words.superseded(speechOf(chrome).instant(newer.made_at))}{" "}
        <a href={`/report/${report.month}`}>{words.newest}</a>
      </p>
    </div>
  );
}
