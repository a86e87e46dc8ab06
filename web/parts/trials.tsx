/** Trials in lines, and the way to a new one: a section for any screen. */
import type { Claim } from "../../functions/model/claim.ts";
import type { PlannedAccount } from "../../functions/present/views/calendar.ts";
import type { TrialLine } from "../../functions/present/views/trial.ts";
import type { Spoken } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { accountName } from "./account-name.ts";
import { Rich } from "./rich.tsx";
import { trialName, trialState, verdictInWords } from "./trial-sentence.ts";

/**
 * @param accounts all that may be seen: their names are told apart by them
 * @param account the one that a new trial is offered for; left out: it is asked for
 */
export function Trials(props: {
  chrome: Spoken;
  trials: readonly TrialLine[];
  accounts: readonly PlannedAccount[];
  may_plan: boolean;
  account?: number | undefined;
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
          <a class="action" href={trialHref(account === undefined ? {} : { account })}>
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

/** The form of a new trial, with what is known of its sides. */
export function trialHref(known: {
  account?: number;
  kind?: TrialLine["kind"];
  a?: string;
  b?: string;
}): string {
  const query = new URLSearchParams(
    Object.entries(known).map(([name, value]) => [name, String(value)]),
  );
  return `/trials/new${query.size > 0 ? `?${query}` : ""}`;
}

/**
 * The trial that would tell what a claim cannot: whether it is the format or the hour. `null` where neither is asked.
 * @param account `null`: the claim is of all accounts together
 */
export function trialOfClaim(
  { factor, level, entangled_with }: Pick<Claim, "factor" | "level" | "entangled_with">,
  account: number | null,
): string | null {
  const known = account === null ? {} : { account };
  const asked = [{ factor, level }, ...(entangled_with ? [entangled_with] : [])];
  const hours = asked.find((one) => one.factor === "hours");
  if (hours) return trialHref({ ...known, kind: "hours", a: middleOf(hours.level) });
  const format = asked.find((one) => one.factor === "format");
  return format ? trialHref({ ...known, kind: "formats", a: format.level }) : null;
}

/** A whole hour in the middle of a band: `18-21` is `19:00`. */
function middleOf(band: string): string {
  const [from = 0, to = 0] = band.split("-").map(Number);
  return `${String(Math.floor((from + to) / 2)).padStart(2, "0")}:00`;
}
