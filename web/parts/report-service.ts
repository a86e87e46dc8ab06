/** Part 6: how comments were answered, an account a row. */
import {
  FEWEST_FOR_MEDIAN,
  FEWEST_FOR_SHARE,
  type WaitingClock,
} from "../../functions/model/answering.ts";
import type { ReportAnswers } from "../../functions/model/report.ts";
import { namesOf } from "./account-name.ts";
import { type Block, type Cell, line, textCell } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";
import { medianInWords } from "./waits.ts";
import { workingHoursInWords } from "./working-days.ts";

export function serviceBlocks(speaker: Speaker): Block[] {
  const { report, words, spoken } = speaker;
  const { service } = report;
  const said = words.service;
  if (service === null) return [line(said.none)];
  const { accounts, all, without } = service;
  const rows: [string, ReportAnswers][] = accounts.map((one) => [
    speaker.account(one.account),
    one,
  ]);
  if (all !== null) rows.push([words.all, all]);
  const unwatched = accounts.reduce((sum, one) => sum + one.unwatched, 0);
  const unread =
    without.length === 0
      ? []
      : [line(said.without(namesOf(spoken, without, report.accounts)), true)];
  if (rows.every(([, { comments }]) => comments === 0) && unwatched === 0) {
    return [line(said.no_comments), ...unread];
  }
  const { account } = words.columns;
  return [
    {
      kind: "table",
      name: words.parts.service,
      title: null,
      head: [
        account,
        said.comments,
        said.questions,
        said.within_day,
        said.all_hours,
        said.working_hours,
        said.waiting,
      ],
      rows: rows.map(([name, answers]) => serviceRow(speaker, name, answers)),
    },
    line(said.help(workingHoursInWords(speaker.speech, service.working_hours)), true),
    ...(unwatched > 0 ? [line(said.unwatched(unwatched), true)] : []),
    ...unread,
  ];
}

function serviceRow(speaker: Speaker, name: string, answers: ReportAnswers): Cell[] {
  const { comments, questions, within_day, waiting } = answers;
  const said = speaker.words.service;
  const few = (text: string): Cell => ({ text, value: null, absent: true });
  return [
    textCell(name),
    speaker.count(comments),
    speaker.count(questions),
    within_day.of < FEWEST_FOR_SHARE
      ? few(said.few)
      : {
          text: said.of(within_day.part, within_day.of),
          value: within_day.part / within_day.of,
          as: "percent",
        },
    medianCell(speaker, answers, "all_hours"),
    medianCell(speaker, answers, "working_hours"),
    speaker.count(waiting),
  ];
}

function medianCell({ words, speech }: Speaker, answers: ReportAnswers, clock: WaitingClock): Cell {
  const { median, comments } = answers;
  if (median === null || comments < FEWEST_FOR_MEDIAN) {
    return { text: words.service.few, value: null, absent: true };
  }
  const { text, range } = medianInWords(speech, median[clock], clock);
  return textCell(range === null ? text : `${text} (${range})`);
}
