/** Part 3: targets, and each account's figures beside the month before and the same month last year. */

import type { Comparison, Formula } from "../../functions/model/figure.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type {
  ReportAccount,
  ReportFigure,
  ReportMeasure,
  ReportPost,
  ReportTarget,
} from "../../functions/model/report.ts";
import { figureWords } from "../language/figures.ts";
import { targetWords } from "../language/targets.ts";
import { type Block, type Cell, line, textCell } from "./report-paper.ts";
import type { Speaker } from "./report-speaker.ts";

export function figureBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  const known = [...report.accounts.map(({ figures }) => figures), report.all].flat();
  return [
    ...targetBlocks(speaker),
    ...(known.length === 0
      ? [line(words.no_figures)]
      : [
          ...report.accounts.flatMap((account) =>
            account.figures.length > 0
              ? figureTable(speaker, accountTitle(account), account.figures)
              : [],
          ),
          ...(report.all.length > 0 ? figureTable(speaker, words.all, report.all) : []),
          ...paidLines(speaker),
          ...(speaker.cut_month === null
            ? []
            : [line(words.cut_help(speaker.month_before, speaker.cut_month), true)]),
          line(words.comparison_help, true),
          ...formulaLines(speaker, known),
        ]),
  ];
}

/** `Instagram · perpus.pasuruan`: a paper that is filed names the account whole. */
const accountTitle = ({ platform, handle }: ReportAccount): string =>
  `${PLATFORM_NAMES[platform]} · ${handle}`;

function targetBlocks(speaker: Speaker): Block[] {
  const { report, words } = speaker;
  const year = report.month.slice(0, 4);
  if (report.targets.length === 0) return [line(words.no_targets(year))];
  const { what, target, actual, reached } = words.columns;
  return [
    {
      kind: "table",
      name: words.targets(year),
      title: words.targets(year),
      target: true,
      head: [what, target, actual, reached],
      rows: report.targets.map((one) => targetRow(speaker, one)),
    },
  ];
}

const RATE: TargetMetric = "engagement_rate";
type TargetMetric = ReportTarget["metric"];

function targetRow(speaker: Speaker, one: ReportTarget): Cell[] {
  const { words, spoken } = speaker;
  const said = (value: number | null) =>
    one.metric === RATE ? speaker.percent(value) : decimal(speaker, value);
  const whose = one.account === null ? words.all : speaker.account(one.account);
  return [
    textCell(targetWords[spoken.language].metrics[one.metric], [
      whose,
      words.target_of[one.metric],
      outlook(speaker, one),
    ]),
    said(one.value),
    said(one.actual),
    speaker.share(one.reached),
  ];
}

/** A mean of months need not be whole. */
function decimal(speaker: Speaker, value: number | null): Cell {
  const cell = speaker.count(value);
  return value === null || Number.isInteger(value)
    ? cell
    : { ...cell, text: speaker.speech.decimal(value) };
}

function outlook({ spoken }: Speaker, { standing }: ReportTarget): string | null {
  if (standing === null || standing.metric === "posts_per_month") return null;
  return standing.word && targetWords[spoken.language].words[standing.word];
}

function figureTable(speaker: Speaker, title: string, figures: readonly ReportFigure[]): Block[] {
  const { words, month } = speaker;
  return [
    {
      kind: "table",
      name: title,
      title,
      head: [words.columns.measure, month, speaker.month_before, speaker.month_last_year],
      rows: figures.map((figure) => figureRow(speaker, figure)),
    },
  ];
}

function figureRow(speaker: Speaker, figure: ReportFigure): Cell[] {
  const { words } = speaker;
  const { measure } = figure;
  return [
    textCell(words.measures[measure], [unitOf(speaker, figure)]),
    valueCell(speaker, figure),
    comparedCell(speaker, measure, figure.before, adjustedTo(figure, "days_before")),
    comparedCell(speaker, measure, figure.year, adjustedTo(figure, "days_year")),
  ];
}

/** What the row counts, and of how many posts or days; of followers from where to where. */
export function unitOf(speaker: Speaker, figure: ReportFigure): string | null {
  const { words, speech } = speaker;
  const { measure, formula, parts, value } = figure;
  const unit =
    formula !== null
      ? formulaUnit(speaker, formula)
      : measure === "posts" || measure === "interactions"
        ? words.units[measure]
        : null;
  if (value === null) return unit;
  const { followers_before: before, followers_change: change } = parts;
  const more =
    measure === "followers" && typeof before === "number" && typeof change === "number"
      ? words.followers_from(speech.count(before), speech.signed(change))
      : formula?.startsWith("median_post") && parts.posts
        ? words.counted.posts(parts.posts)
        : formula === "mean_daily_reach" && parts.days
          ? words.counted.days(parts.days)
          : null;
  return [unit, more].filter(Boolean).join(", ") || null;
}

/** Of a month that is not over no follower is of its end. */
const formulaUnit = ({ words, running }: Speaker, formula: Formula): string =>
  running && formula === "last_followers" ? words.last_day : words.units[formula];

function valueCell(speaker: Speaker, figure: ReportFigure): Cell {
  const { spoken } = speaker;
  const { measure, value, absence } = figure;
  const cell = speaker.measured(measure, value);
  return value !== null || absence === null
    ? cell
    : { ...cell, text: figureWords[spoken.language].absences[absence] };
}

/** Less than this reads as no change. */
const STEADY = 0.05;
const DOUBLED = 1;
/** Their change is counted, not judged. */
const PLAIN: readonly ReportMeasure[] = ["followers", "posts", "interactions"];

/** A sum of other days than the month's known ones is taken as of as many. `null`: it stands as it is. */
const adjustedTo = ({ parts }: ReportFigure, days: "days_before" | "days_year"): number | null =>
  parts[days] ? (parts.days ?? null) : null;

/** @param days so many days the figure was taken as of */
function comparedCell(
  speaker: Speaker,
  measure: ReportMeasure,
  compared: Comparison,
  days: number | null,
): Cell {
  const { words } = speaker;
  const { before, difference, meaning } = compared;
  if (before === null || difference === null || meaning === "none") {
    return { text: words.no_comparison, value: null, absent: true };
  }
  const up = meaning === "up";
  const sure = up || meaning === "down";
  return {
    ...speaker.measured(measure, before),
    under: [
      `${sure ? (up ? "▲ " : "▼ ") : ""}${changeWords(speaker, measure, compared)}`,
      ...(days === null ? [] : [words.adjusted(days)]),
    ],
    ...(sure ? { tone: up ? "good" : "weak" } : {}),
  };
}

/** `+58`; `naik`; above a doubling `3,2 kali`. */
function changeWords(
  { words, speech }: Speaker,
  measure: ReportMeasure,
  { difference, ratio, meaning }: Comparison,
): string {
  if (PLAIN.includes(measure))
    return difference === 0 ? words.same : speech.signed(difference ?? 0);
  if (meaning === "few") return words.few;
  if (meaning === "up") {
    return ratio !== null && ratio > DOUBLED ? words.times(speech.decimal(ratio + 1)) : words.up;
  }
  if (meaning === "down") return words.down;
  return Math.abs(ratio ?? 1) < STEADY ? words.same : words.unsure;
}

/** What was paid for explains a month, and is no part of its rate: a line an account that has some. */
function paidLines({ report, words, account, speech }: Speaker): Block[] {
  // of an appendix that was cut nobody can count them
  if (report.posts_left_out > 0) return [];
  return report.accounts.flatMap((one) => {
    const paid = paidPosts(report).filter(
      ({ account: of }) => of.platform === one.platform && of.handle === one.handle,
    );
    if (paid.length === 0) return [];
    const known = paid.flatMap(({ interactions }) => interactions ?? []);
    const drew =
      known.length === 0 ? null : speech.count(known.reduce((sum, value) => sum + value, 0));
    const said = words.paid_posts(paid.length, drew);
    return [line(report.accounts.length === 1 ? said : `${account(one)}: ${said}`)];
  });
}

/** Those that stand: what is gone is in no figure. */
const paidPosts = ({ posts }: Speaker["report"]): ReportPost[] =>
  posts.filter(({ paid, removed }) => paid && !removed);

/** Each formula that was used, once. */
function formulaLines(speaker: Speaker, figures: readonly ReportFigure[]): Block[] {
  const { words, spoken, report } = speaker;
  const { formulas } = figureWords[spoken.language];
  const lines = new Set<string>();
  for (const { formula, measure } of figures) {
    if (formula !== null)
      lines.add(
        `${words.measures[measure]} (${formulaUnit(speaker, formula)}): ${formulas[formula]}`,
      );
    else if (measure === "interactions") lines.add(words.interactions_formula);
  }
  if (figures.some(({ measure, value }) => measure === "engagement_rate" && value !== null)) {
    lines.add(words.fewer_help);
  }
  if (paidPosts(report).length > 0) lines.add(words.paid_help);
  return [
    { kind: "heading", text: words.formulas },
    { kind: "list", numbered: false, soft: true, items: [...lines].map((text) => ({ text })) },
  ];
}
