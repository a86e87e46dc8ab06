/** Trials that ended in the month: what each said, and between what and what. */
import { addDays } from "../../functions/model/day.ts";
import type { ReportTrial } from "../../functions/model/report.ts";
import { toTrialResult } from "../../functions/model/trial.ts";
import { trialWords } from "../language/trials.ts";
import type { Block } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";
import { trialName, verdictInWords } from "./trial-sentence.ts";

export function trialBlocks(speaker: Speaker): Block[] {
  const { report, spoken } = speaker;
  const { trials = [] } = report;
  if (trials.length === 0) return [];
  return [
    { kind: "heading", text: trialWords[spoken.language].title },
    { kind: "list", numbered: false, items: trials.map((trial) => itemOf(speaker, trial)) },
  ];
}

function itemOf(speaker: Speaker, trial: ReportTrial): { text: string; under?: string } {
  const { spoken, speech } = speaker;
  const result = toTrialResult(trial.result);
  const said = verdictInWords(spoken, { ...trial, result, state: "ended", why: null });
  const weeks = speech.stretch(trial.starts_on, addDays(trial.starts_on, 7 * trial.weeks - 1));
  const under = `${trialName(spoken, trial)} ${weeks}`;
  const [first = ""] = said?.evidence ?? [];
  const text = [`${speaker.account(trial.account)}:`, said?.headline.replaceAll("*", ""), first];
  return { text: text.filter(Boolean).join(" "), under };
}
