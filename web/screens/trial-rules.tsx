import type { TrialKind } from "../../functions/model/trial.ts";
import type { Spoken } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";

/** What holds for a trial from the moment it is drawn, and changes no more. */
export function TrialRules(props: { chrome: Spoken; kind: TrialKind; a: string; b: string }) {
  const { chrome, kind, a, b } = props;
  const words = trialWords[chrome.language];
  return (
    <>
      <ul class="small soft reasons">
        {[words.rule[kind](a, b), words.rule_kept[kind], ...words.rules_rest].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>
        <a class="action" href="/method#trials">
          {words.method}
        </a>
      </p>
    </>
  );
}
