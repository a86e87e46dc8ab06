/** A report's tables for a spreadsheet: one figure a row, and the posts of its appendix. In a person's words. */
import type { AccountName } from "../model/account.ts";
import { WAITING_CLOCKS } from "../model/answering.ts";
import { PLATFORM_NAMES } from "../model/platform.ts";
import type { Report, ReportAnswers, ReportFigure, ReportTarget } from "../model/report.ts";
import type { Cell } from "./csv.ts";
import { type DownloadContext, percent, type Table, table, toPostTable } from "./download-rows.ts";
import type { Language } from "./views/chrome.ts";
import type { ReportTableWords } from "./views/report-table.ts";

type Row = {
  part: keyof ReportTableWords["parts"];
  /** `null`: all together. */
  account?: AccountName | null;
  detail?: string;
  measure: string;
  value: Cell;
  before?: Cell;
  year?: Cell;
  target?: Cell;
  reached?: Cell;
};

export function reportTable(report: Report, words: ReportTableWords, language: Language): Table {
  const { columns } = words;
  const rows = [
    ...figureRows(report, words, language),
    ...report.targets.map((target) => targetRow(target, words, language)),
    ...levelRows(report, words),
    ...eventRows(report, words),
    ...serviceRows(report, words),
    ...noteRows(report, words),
  ];
  return table(
    Object.values(columns),
    rows.map(({ part, account, detail, measure, value, before, year, target, reached }) => [
      words.parts[part],
      account ? PLATFORM_NAMES[account.platform] : null,
      account === null ? words.all : (account?.handle ?? null),
      detail ?? null,
      measure,
      ...[value, before, year, target, reached].map((cell) => cell ?? null),
    ]),
  );
}

/** The appendix. */
export const reportPostTable = (report: Report, context: DownloadContext): Table =>
  toPostTable(
    report.posts.map(({ account, ...post }) => ({
      ...post,
      platform: account.platform,
      account: account.handle,
      young: false,
      interactions_partial: false,
    })),
    context,
  );

function figureRows(report: Report, words: ReportTableWords, language: Language): Row[] {
  const row = (account: AccountName | null, figure: ReportFigure): Row => {
    const { measure, value, before, year, formula } = figure;
    const unit = formula === null ? undefined : words.units[formula];
    const cell = (one: number | null): Cell =>
      measure === "engagement_rate" ? percent(one, { language }) : whole(one);
    return {
      part: "figures",
      account,
      ...(unit === undefined ? {} : { detail: unit }),
      measure: words.measures[measure],
      value: cell(value),
      before: cell(before.before),
      year: cell(year.before),
    };
  };
  return [
    ...report.all.map((figure) => row(null, figure)),
    ...report.accounts.flatMap((account) => account.figures.map((figure) => row(account, figure))),
  ];
}

function targetRow(
  { account, metric, value, actual, reached }: ReportTarget,
  words: ReportTableWords,
  language: Language,
): Row {
  const cell = (one: number | null): Cell =>
    metric === "engagement_rate" ? percent(one, { language }) : whole(one);
  return {
    part: "targets",
    account,
    measure: words.targets[metric],
    value: cell(actual),
    target: cell(value),
    reached: percent(reached, { language }),
  };
}

function levelRows({ formats, topics }: Report, words: ReportTableWords): Row[] {
  const rows = (
    part: "formats" | "topics",
    detail: string,
    { posts, interactions }: { posts: number; interactions: number | null },
  ): Row[] => [
    { part, detail, measure: words.measures.posts, value: posts },
    { part, detail, measure: words.per_post, value: interactions },
  ];
  return [
    ...formats.flatMap((one) =>
      rows("formats", one.level === null ? words.none : words.formats[one.level], one),
    ),
    ...topics.flatMap((one) =>
      rows("topics", one.level === null ? words.none : words.topics[one.level], one),
    ),
  ];
}

const EVENT_FIGURES = ["posts", "reach", "interactions", "clicks"] as const;

const eventRows = ({ events }: Report, words: ReportTableWords): Row[] =>
  events.flatMap(({ title, steps_done, steps_due, figures, visitors, cost }) => {
    const row = (measure: string, value: Cell): Row => ({
      part: "events",
      detail: title,
      measure,
      value,
    });
    return [
      row(words.event_steps.done, steps_done.length),
      row(words.event_steps.due, steps_due.length),
      ...EVENT_FIGURES.map((figure) => row(words.event[figure], figures[figure])),
      row(words.event.visitors, visitors),
      row(words.event.cost, cost),
    ];
  });

function serviceRows({ service }: Report, words: ReportTableWords): Row[] {
  if (service === null) return [];
  const rows = (account: AccountName | null, answers: ReportAnswers): Row[] => {
    const { comments, questions, within_day, median, waiting } = answers;
    const row = (measure: keyof ReportTableWords["service"], value: Cell): Row => ({
      part: "service",
      account,
      measure: words.service[measure],
      value,
    });
    return [
      row("comments", comments),
      row("questions", questions),
      row("within_day", within_day.part),
      row("old_enough", within_day.of),
      ...WAITING_CLOCKS.flatMap((clock) => [
        row(`median_${clock}`, whole(median?.[clock].minutes ?? null)),
        row(`low_${clock}`, whole(median?.[clock].low ?? null)),
        row(`high_${clock}`, whole(median?.[clock].high ?? null)),
      ]),
      row("waiting", waiting),
    ];
  };
  return [
    ...(service.all === null ? [] : rows(null, service.all)),
    ...service.accounts.flatMap(({ account, ...answers }) => rows(account, answers)),
  ];
}

const noteRows = ({ notes, outages }: Report, words: ReportTableWords): Row[] => [
  ...notes.flatMap(({ from_on, to_on, text, accounts }) =>
    (accounts ?? [null]).map(
      (account): Row => ({
        part: "notes",
        account,
        detail: text,
        measure: words.note,
        value: span(from_on, to_on),
      }),
    ),
  ),
  ...outages.map(
    ({ account, from, to }): Row => ({
      part: "notes",
      account,
      measure: words.outage,
      value: span(from, to),
    }),
  ),
];

const span = (from: string, to: string): string => (from === to ? from : `${from}/${to}`);

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));
