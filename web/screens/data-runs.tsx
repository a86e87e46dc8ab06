/** What each collection did: one line that opens. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { AccountsData, RunLine } from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { speechOf } from "../language/speech.ts";
import { More } from "../parts/field.tsx";
import { problemWords } from "./data-accounts.tsx";

export function Runs({ view }: { view: AccountsData }) {
  const { chrome, runs } = view;
  const words = dataWords[chrome.language];
  const [newest] = runs;
  return (
    <section id="runs">
      {newest ? (
        <More
          title={words.runs_newest(
            speechOf(chrome).instant(newest.started_at),
            newest.problems.length,
          )}
        >
          <ul class="rows">
            {runs.map((run) => (
              <OneRun key={run.id} view={view} run={run} />
            ))}
          </ul>
        </More>
      ) : (
        <p class="soft small">{words.no_runs}</p>
      )}
    </section>
  );
}

function OneRun({ view: { chrome }, run }: { view: AccountsData; run: RunLine }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const counts = words.run_counts(run.calls, run.readings, run.seconds);
  return (
    <li class="stacked">
      <span>
        {speech.instant(run.started_at)}
        {counts !== "" && <small class="under">{counts}</small>}
      </span>
      {run.problems.length === 0 ? (
        <small>{words.no_problem}</small>
      ) : (
        run.problems.map((problem, index) => (
          <small key={index} class="weak">
            {problem.platform && `${PLATFORM_NAMES[problem.platform]}`}
            {problem.account && ` @${problem.account}`}
            {(problem.platform || problem.account) && ": "}
            {problemWords(chrome.language, problem)}
          </small>
        ))
      )}
    </li>
  );
}
