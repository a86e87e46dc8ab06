/** The monthly report: one page that is read on a phone, printed on A4, signed and filed. */
import type { ReportView } from "../../functions/present/views/report.ts";
import { reportWords } from "../language/report.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { paperOf } from "../parts/report-of.ts";
import type { Paper } from "../parts/report-paper.ts";
import { ShareScreen, ShareSeen } from "../parts/share-screen.tsx";
import { Files, Moved, OtherMonths, Versions } from "./report-around.tsx";
import { Just, MakeAnew, newerThan, Superseded } from "./report-just.tsx";
import { PaperPart } from "./report-part.tsx";
import { Signatures } from "./report-signatures.tsx";

const monthOf = ({ chrome, report }: ReportView): string =>
  speechOf(chrome).month(`${report.month}-01`);

export const reportTitle = (view: ReportView): string =>
  reportWords[view.chrome.language].title(monthOf(view));

export function ReportPage({ view }: { view: ReportView }) {
  const { chrome, report, revision } = view;
  const { language } = chrome;
  const words = reportWords[language];
  const { tabs, back_to } = shellWords[language];
  const paper = paperOf(report, revision, language);
  return (
    <>
      <div class="no-print">
        <div class="row-between">
          <Back href="/" name={tabs.overview} label={back_to(tabs.overview)} />
          <ShareScreen view={view} />
        </div>
      </div>
      <OtherMonths view={view} />
      <Files view={view} />
      {view.just !== "settings" && <MakeAnew view={view} />}
      <Just view={view} />
      {newerThan(view) ? <Superseded view={view} /> : <Moved view={view} />}
      <article class={paper.draft ? "paper unsigned" : "paper"}>
        <Letterhead paper={paper} month={monthOf(view)} />
        {paper.draft && (
          <p class="note weak">
            <b>{paper.draft.title}.</b> {paper.draft.help}
          </p>
        )}
        {view.may_make && report.settings.letterhead.length === 0 && (
          <p class="note no-print">
            {words.no_letterhead} <a href={SETTINGS}>{words.settings_link}</a>
          </p>
        )}
        {paper.parts.map((part) => (
          <PaperPart key={part.name} part={part} language={language} />
        ))}
        <Signatures paper={paper} language={language} />
        <PaperPart part={paper.appendix} language={language} />
      </article>
      <ShareSeen view={view} />
      <Versions view={view} />
      {view.may_make && (
        <div class="actions no-print">
          <a class="action" href={SETTINGS}>
            {words.settings_link}
          </a>
        </div>
      )}
    </>
  );
}

const SETTINGS = "/report/settings";

function Letterhead({ paper, month }: { paper: Paper; month: string }) {
  return (
    <header>
      {paper.letterhead.length > 0 && (
        <div class="letterhead">
          {paper.letterhead.map((line, at) =>
            at === 0 ? <b key={at}>{line}</b> : <span key={at}>{line}</span>,
          )}
        </div>
      )}
      <h1>
        {paper.heading} <span class="block">{month}</span>
      </h1>
      <dl class="facts">
        {paper.facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </header>
  );
}
