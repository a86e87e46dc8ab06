/** Trials in lines, and the way to a new one: a section for any screen. */
import type { AccountName } from "../../functions/model/account.ts";
import type { TrialLine } from "../../functions/present/views/trial.ts";
import type { Spoken } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { accountName } from "./account-name.ts";
import { Rich } from "./rich.tsx";
import { namedIn, trialHref } from "./trial-links.ts";
import { trialName, trialState, verdictInWords } from "./trial-sentence.ts";

/**
 * @param accounts all that may be seen: their names are told apart by them
 * @param account the one that a new trial is offered for; left out: it is asked for
 */
export function Trials(props: {
  chrome: Spoken;
  trials: readonly TrialLine[];
  accounts: readonly AccountName[];
  may_plan: boolean;
  account?: AccountName | null;
}) {
  const { chrome, trials, accounts, may_plan, account } = props;
  const words = trialWords[chrome.language];
  const may_try = may_plan && accounts.length > 0;
  if (trials.length === 0 && !may_try) return null;
  return (
    <section id="trials">
      <h2>{words.title}</h2>
      <p class="small soft">{words.help}</p>
      {trials.length > 0 && (
        <ul class="rows">
          {trials.map((trial) => (
            <li key={trial.id} class="stacked">
              <a href={`/trials/${trial.id}`}>{trialName(chrome, trial)}</a>
              <small>
                {accountName(trial.account, accounts)} · {trialState(chrome, trial)}
              </small>
              <Said chrome={chrome} trial={trial} />
            </li>
          ))}
        </ul>
      )}
      {may_try && (
        <p class="actions">
          <a class="action" href={trialHref(namedIn(account ?? null))}>
            {words.add}
          </a>
        </p>
      )}
    </section>
  );
}

/** The verdict alone; how sure it is stands on its page. */
function Said({ chrome, trial }: { chrome: Spoken; trial: TrialLine }) {
  const said = trial.state === "ended" ? verdictInWords(chrome, trial) : null;
  return said && <Rich text={said.headline} />;
}
