import { meetsMidnight, offMinutes, type TrialKind } from "../../functions/model/trial.ts";
import type { Spoken } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";

/**
 * What holds for a trial from the moment it is drawn, and changes no more.
 * @param a as it stands in a sentence, like `b`
 * @param hours where two were chosen
 */
export function TrialRules(props: {
  chrome: Spoken;
  kind: TrialKind;
  a: string;
  b: string;
  hours: { a: string; b: string } | null;
}) {
  const { chrome, kind, a, b, hours } = props;
  const words = trialWords[chrome.language];
  const kept =
    kind === "formats"
      ? [words.kept_formats]
      : [
          words.kept_hours(hours && offMinutes(hours)),
          ...(hours === null || meetsMidnight(hours) ? [words.kept_midnight] : []),
        ];
  return (
    <>
      <ul class="small soft reasons">
        {[words.rule(a, b), [...kept, words.kept_day].join(" "), ...words.rules_rest].map(
          (text) => (
            <li key={text}>{text}</li>
          ),
        )}
      </ul>
      <p>
        <a class="action" href="/method#trials">
          {words.method}
        </a>
      </p>
    </>
  );
}
