/** One trial: what it says once it has ended, before that how far it is, and what was drawn. */

import { LONGEST_WHY } from "../../functions/model/trial.ts";
import type { TrialView } from "../../functions/present/views/trial.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { accountName } from "../parts/account-name.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Field, More } from "../parts/field.tsx";
import { Just } from "../parts/just-changed.tsx";
import { Rich } from "../parts/rich.tsx";
import {
  powerInWords,
  sideInSentence,
  trialName,
  trialState,
  verdictInWords,
} from "../parts/trial-sentence.ts";
import { CALENDAR } from "./calendar.tsx";
import { Changes } from "./plan-changes.tsx";
import { Lots } from "./trial-lots.tsx";
import { TrialRules } from "./trial-rules.tsx";

export const trialTitle = ({ chrome, trial }: TrialView): string =>
  trialWords[chrome.language].one(trialName(chrome, trial));

export function TrialPage({ view }: { view: TrialView }) {
  const { chrome, trial, accounts, changed, lots, faults } = view;
  const words = trialWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const speech = speechOf(chrome);
  const stale = faults.some(({ code }) => code === "stale_version");
  return (
    <>
      {changed && (
        <Just
          said={changed.what === "started" ? words.just.started(lots.length) : words.just.broken}
          changed={changed}
          language={chrome.language}
        />
      )}
      <Back href={CALENDAR} name={tabs.calendar} label={back_to(tabs.calendar)} />
      <h1>{trialTitle(view)}</h1>
      <p class="lead soft">
        {[
          accountName(trial.account, accounts),
          speech.period(trial.starts_on, trial.ends_on),
          trialState(chrome, trial),
        ].join(" · ")}
      </p>
      <Faults
        language={chrome.language}
        lead={stale ? words.stale : words.not_done}
        faults={faults.filter(({ code }) => code !== "stale_version")}
        nameOf={(path) => words.fields[path] ?? null}
      />
      {stale && (
        <p class="note weak" role="alert">
          {words.stale} {trialState(chrome, trial)}
        </p>
      )}
      <Said view={view} />
      <More title={words.rules}>
        <TrialRules
          chrome={chrome}
          kind={trial.kind}
          a={sideInSentence(chrome, trial, "a")}
          b={sideInSentence(chrome, trial, "b")}
          hours={trial.kind === "hours" ? trial : null}
        />
      </More>
      <Lots view={view} />
      <Ending view={view} />
      <Changes view={view} words={{ ...words, fields: words.changed }} />
    </>
  );
}

/** What it says; while it runs how far it is, and why nothing else. */
function Said({ view: { chrome, trial } }: { view: TrialView }) {
  const words = trialWords[chrome.language];
  const said = verdictInWords(chrome, trial);
  if (said) {
    return (
      <div class="lead stack">
        <p>
          <b>
            <Rich text={said.headline} />
          </b>
        </p>
        {said.evidence.map((text) => (
          <p key={text} class="soft">
            {text}
          </p>
        ))}
      </div>
    );
  }
  const { progress, power } = trial;
  return (
    <div class="lead stack">
      {progress && (
        <p>
          {progress.over === 0
            ? words.progress_none
            : words.progress(progress.published, progress.over, progress.kept)}
        </p>
      )}
      <p>
        {powerInWords(chrome, power)}, {words.if_kept}.{" "}
        <span class="soft">
          {power.posts === 0 ? words.power_usual : words.power_of(power.posts)}
        </span>
      </p>
      <p class="soft">{words.no_results(speechOf(chrome).day(trial.says_on))}</p>
      <p class="soft">{words.content}</p>
    </div>
  );
}

/** Before it begins it can be taken away, then broken off. */
function Ending({ view: { chrome, trial, may_plan, may_remove } }: { view: TrialView }) {
  const words = trialWords[chrome.language];
  if (!may_plan || trial.state !== "running") return null;
  return (
    <section>
      <More title={may_remove ? words.remove : words.stop}>
        <p class="small soft">{may_remove ? words.remove_help : words.stop_help}</p>
        <form method="post" action={`/trials/${trial.id}`} class="form" autocomplete="off">
          <input type="hidden" name="version" value={trial.version} />
          {!may_remove && <Field label={words.why} name="why" maxLength={LONGEST_WHY} />}
          <button
            name="do"
            value={may_remove ? "remove" : "break"}
            class="quiet danger"
            type="submit"
          >
            {may_remove ? words.remove : words.stop}
          </button>
        </form>
      </More>
    </section>
  );
}
