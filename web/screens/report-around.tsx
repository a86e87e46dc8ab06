/** What stands around the paper, and is not printed: other months, the files, other versions, and making it anew. */
import type { ReportView } from "../../functions/present/views/report.ts";
import { reportWords } from "../language/report.ts";
import { speechOf } from "../language/speech.ts";
import { inLanguage } from "../links.ts";
import { More } from "../parts/field.tsx";
import { Island } from "../parts/island.tsx";
import type { ReportProps } from "../parts/report-of.ts";

/** Besides the one that is open. */
const MOST_MONTHS = 4;

const reportPath = (month: string): string => `/report/${month}`;

export function OtherMonths({ view: { chrome, report, months } }: { view: ReportView }) {
  const words = reportWords[chrome.language];
  const speech = speechOf(chrome);
  if (months.length < 2) return null;
  const links = months.map(({ month, draft }) => {
    const name = speech.month(`${month}-01`);
    return (
      <a
        key={month}
        href={reportPath(month)}
        aria-current={month === report.month ? "page" : undefined}
      >
        {draft ? words.month_draft(name) : name}
      </a>
    );
  });
  return (
    <nav class="no-print" aria-label={words.months}>
      <div class="options">{links.slice(0, MOST_MONTHS)}</div>
      {links.length > MOST_MONTHS && (
        <More title={words.months}>
          <div class="options">{links.slice(MOST_MONTHS)}</div>
        </More>
      )}
    </nav>
  );
}

/** The table as it is; the workbook and the document are made by the browser once they are asked for. */
export function Files({ view }: { view: ReportView }) {
  const { chrome, report, revision } = view;
  const { language } = chrome;
  const words = reportWords[language];
  return (
    <div class="no-print">
      <More title={words.files}>
        <p class="small">{words.files_help}</p>
        <Island name="report" props={{ language, report, revision } satisfies ReportProps}>
          <p class="actions">
            <Csv of="" name={words.csv} view={view} />
            <Csv of="-posts" name={words.csv_posts} view={view} />
            <button class="quiet" type="button" data-file="xlsx" hidden>
              {words.xlsx}
            </button>
            <button class="quiet" type="button" data-file="docx" hidden>
              {words.docx}
            </button>
            <button class="quiet" type="button" data-print hidden>
              {words.print}
            </button>
          </p>
          <p class="said" role="status" />
        </Island>
      </More>
    </div>
  );
}

/** Of the version that is shown. */
function Csv({ of, name, view }: { of: "" | "-posts"; name: string; view: ReportView }) {
  const { chrome, report, revision } = view;
  const asked = revision === null ? "" : `?revision=${revision}`;
  return (
    <a
      class="button quiet"
      href={inLanguage(`${reportPath(report.month)}${of}.csv${asked}`, chrome.language)}
      download
    >
      {name}
    </a>
  );
}

/** The figures are not any more what was signed: said to all, and mended by whoever may. */
export function Moved({ view: { chrome, report, moved, may_make } }: { view: ReportView }) {
  const words = reportWords[chrome.language];
  if (!moved) return null;
  return (
    <div class="note no-print" role="status">
      <p>
        <b>{words.moved}</b> {may_make ? words.make_help : words.moved_viewer}
      </p>
      {may_make && (
        <form method="post" action={reportPath(report.month)} class="form lead">
          <button type="submit" class="quiet">
            {words.make}
          </button>
        </form>
      )}
    </div>
  );
}

export function Versions({ view: { chrome, report, revision, revisions } }: { view: ReportView }) {
  const words = reportWords[chrome.language];
  const speech = speechOf(chrome);
  if (revisions.length < 2) return null;
  return (
    <section class="no-print">
      <h2>{words.revisions}</h2>
      <ul class="rows">
        {revisions.map((one) => (
          <li key={one.revision}>
            <a
              class="action"
              href={`${reportPath(report.month)}?revision=${one.revision}`}
              aria-current={one.revision === revision ? "page" : undefined}
            >
              {words.version(one.revision, speech.instant(one.made_at))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
