/** Parts 7 and 8: what hindered, and what is to be done next. */
import { addMonths } from "../../functions/model/month.ts";
import type { ReportAdvice, ReportStreak } from "../../functions/model/report.ts";
import { differenceWords } from "../language/difference.ts";
import { adviceWords } from "../language/report-advice.ts";
import { stepWords } from "../language/steps.ts";
import { levelPosts, ratioInWords } from "../language/works.ts";
import { namesOf } from "./account-name.ts";
import { type Block, line, textCell } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";

export function noteBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  return [
    ...(report.notes.length === 0
      ? [line(words.no_notes)]
      : [
          {
            kind: "table",
            name: words.parts.notes,
            title: null,
            shape: "words",
            head: [words.columns.days, words.columns.note],
            rows: report.notes.map((note) => [
              textCell(speaker.days(note.from_on, note.to_on)),
              textCell(note.text, [
                [
                  note.accounts?.map(speaker.account).join(", ") ?? words.all,
                  note.left_out && words.left_out,
                ]
                  .filter(Boolean)
                  .join(" · "),
              ]),
            ]),
          } satisfies Block,
        ]),
    ...(report.outages.length === 0
      ? [line(words.no_outages)]
      : [
          line(words.outages),
          { kind: "list", numbered: false, items: outageItems(speaker) } satisfies Block,
        ]),
  ];
}

/** A line an account. */
function outageItems(speaker: Speaker): { text: string }[] {
  const days = new Map<string, string[]>();
  for (const { account, from, to } of speaker.report.outages) {
    const name = speaker.account(account);
    days.set(name, [...(days.get(name) ?? []), speaker.days(from, to)]);
  }
  return [...days].map(([name, spans]) => ({ text: `${name}: ${spans.join(", ")}` }));
}

export function adviceBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  if (report.advice.length === 0) return [line(words.no_advice)];
  const items = report.advice.map((advice) => ({ text: adviceInWords(speaker, advice) }));
  return [{ kind: "list", numbered: true, items }];
}

export function adviceInWords(speaker: Speaker, advice: ReportAdvice): string {
  const { spoken, speech, report } = speaker;
  const words = adviceWords[spoken.language];
  switch (advice.rule) {
    case "collector":
      return words.collector(namesOf(spoken, advice.accounts, report.accounts));
    case "weak":
      return weakInWords(speaker, advice.streak);
    case "silence":
      return words.silence(speaker.account(advice.account), speech.day(advice.from));
    case "event":
      return words.event(
        advice.title,
        stepWords[spoken.language][advice.step].toLowerCase(),
        speech.day(advice.to),
      );
    case "answers":
      return words.answers(speaker.account(advice.account), advice.questions);
    case "unpromoted":
      return words.unpromoted(advice.title, advice.done, advice.due);
    case "target": {
      const { metric, needed_a_month: needed } = advice;
      const account =
        advice.account === null ? words.all_accounts : speaker.account(advice.account);
      return words.target[metric](account, neededInWords(speaker, metric, needed));
    }
    case "few_plans":
      return words.few_plans(
        speech.month(`${addMonths(report.month, 1)}-01`),
        advice.planned,
        speech.count(Math.round(advice.usual)),
      );
    case "figures":
      return words.figures(namesOf(spoken, advice.accounts, report.accounts));
    case "works": {
      const { account, claim } = advice;
      return words.works(
        levelPosts(spoken, claim.factor, claim.level),
        account === null ? words.all_accounts : speaker.account(account),
        ratioInWords(spoken.language, claim.ratio),
      );
    }
    case "repeat": {
      const { post } = advice;
      const caption = speaker.caption(post, 60);
      return words.repeat(
        caption === null ? words.untitled : `“${caption}”`,
        speaker.account(post.account),
        speech.day(post.published_on),
      );
    }
  }
}

/** Of followers a ratio of growth, such as 1.021; of the others the value itself. */
function neededInWords(
  { speech }: Speaker,
  metric: Extract<ReportAdvice, { rule: "target" }>["metric"],
  needed: number,
): string {
  if (metric === "followers") return speech.percent(needed - 1);
  return metric === "engagement_rate" ? speech.percent(needed) : speech.decimal(needed);
}

/** What differed most is tried first. */
function weakInWords({ spoken, names, ...speaker }: Speaker, streak: ReportStreak): string {
  const words = adviceWords[spoken.language].weak;
  const account = speaker.account(streak.account);
  const since = speaker.dayOf(streak.started_at);
  const [difference] = streak.differences;
  if (!difference) return words.none(account, since);
  const { before } = differenceWords(spoken, streak.posts, difference);
  switch (difference.what) {
    case "format":
      return words.format(account, since, names.formats[difference.now]);
    case "topic":
      return words.topic(account, since, names.topics[difference.now]);
    case "hour":
      return words.hour(account, since, before);
    case "gap_days":
      return words.gap_days(account, since, before);
  }
}
