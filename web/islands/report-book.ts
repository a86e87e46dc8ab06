/**
 * The report's tables as a workbook. Every text is written as a text, so that none is ever computed, whatever it begins with;
 * what is not known is an empty cell, for a spreadsheet counts with the others.
 */
import writeBook from "write-excel-file/universal";
import type { Comparison } from "../../functions/model/figure.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { ReportFigure, ReportPost } from "../../functions/model/report.ts";
import { unitOf } from "../parts/report-figures.ts";
import { paperOf, type ReportProps } from "../parts/report-of.ts";
import type { Cell, Paper, TableBlock } from "../parts/report-paper.ts";
import { type Speaker, speakerOf } from "../parts/report-speaker.ts";
import { plainText } from "./plain-text.ts";

type Written =
  | { value: string; type: StringConstructor; fontWeight?: "bold"; wrap?: boolean }
  | { value: number; type: NumberConstructor; format: string }
  | null;
type Sheet = { name: string; rows: Written[][]; widths: number[] };

const FORMATS: Record<NonNullable<Cell["as"]>, string> = {
  count: "#,##0",
  percent: "0.0%",
  times: "0.0",
};

/** In letters. */
const WIDE = 44;
const NARROW = 16;
/** More letters a cell does not hold. */
const MOST_LETTERS = 32_000;

export async function bookOf({ report, revision, language }: ReportProps): Promise<Blob> {
  const speaker = speakerOf(report, language);
  const paper = paperOf(report, revision, language);
  const sheets = named([
    summarySheet(speaker, paper),
    figureSheet(speaker),
    ...tablesOf(paper).map(tableSheet),
    postSheet(speaker),
  ]);
  return writeBook(
    sheets.map(({ name, rows, widths }) => ({
      data: rows,
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
}

const text = (value: string): Written => ({
  value: plainText(value).slice(0, MOST_LETTERS),
  type: String,
});
const bold = (value: string): Written => ({
  value: plainText(value),
  type: String,
  fontWeight: "bold",
});
const number = (value: number | null, as: Cell["as"] = "count"): Written =>
  value === null ? null : { value, type: Number, format: FORMATS[as ?? "count"] };

/** What a sheet may be called: 31 letters, none of seven signs, and no two alike. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    const base = plainText(sheet.name)
      .replaceAll(/[[\]:*?/\\]/g, " ")
      .slice(0, 28)
      .trim();
    let name = base;
    for (let again = 2; taken.has(name.toLowerCase()); again++) name = `${base} ${again}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** The figures have a sheet of their own, with each change in a column. */
const tablesOf = (paper: Paper): TableBlock[] =>
  paper.parts.flatMap(({ name, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "table" && (name !== "figures" || block.target) ? block : [],
    ),
  );

function tableSheet({ name, head, rows }: TableBlock): Sheet {
  const notes = rows.map((row) => row.flatMap(({ under }) => under ?? []).join("; "));
  const noted = notes.some((note) => note !== "");
  return {
    name,
    rows: [
      head.map(bold),
      ...rows.map((row, at) => [...row.map(cellOf), ...(noted ? [text(notes[at] ?? "")] : [])]),
    ],
    widths: [WIDE, ...head.slice(1).map(() => NARROW), ...(noted ? [WIDE] : [])],
  };
}

const cellOf = ({ text: said, value, as }: Cell): Written =>
  value === undefined ? text(said) : number(value, as);

/** What stands on top, the sentences, and what is to be done. */
function summarySheet({ words, report }: Speaker, paper: Paper): Sheet {
  const rows: Written[][] = [
    ...paper.letterhead.map((line) => [text(line)]),
    [bold(paper.heading)],
    [text(report.library)],
    ...paper.facts.map(([name, value]) => [text(name), text(value)]),
    ...(paper.draft ? [[bold(paper.draft.title), text(paper.draft.help)]] : []),
  ];
  for (const part of paper.parts) {
    if (part.name !== "summary" && part.name !== "next") continue;
    rows.push([], [bold(part.title)]);
    for (const block of part.blocks) {
      if (block.kind === "sentence" || block.kind === "line") rows.push([text(block.text)]);
      if (block.kind === "sentence") {
        for (const [name, value] of block.evidence) rows.push([text(`  ${name}`), text(value)]);
      }
      if (block.kind === "list") rows.push(...block.items.map((item) => [text(item.text)]));
    }
  }
  return { name: words.parts.summary, rows, widths: [WIDE, WIDE] };
}

function figureSheet(speaker: Speaker): Sheet {
  const { report, words, month, month_before, month_last_year } = speaker;
  const { account, measure, unit, change } = words.columns;
  const blocks: [string, readonly ReportFigure[]][] = [
    ...report.accounts.map(
      ({ platform, handle, figures }) =>
        [`${PLATFORM_NAMES[platform]} · ${handle}`, figures] as const,
    ),
    [words.all, report.all],
  ].map(([name, figures]) => [String(name), figures as readonly ReportFigure[]]);
  return {
    name: words.parts.figures,
    rows: [
      [account, measure, unit, month, month_before, change, month_last_year, change].map(bold),
      ...blocks.flatMap(([name, figures]) =>
        figures.map((figure) => figureRow(speaker, name, figure)),
      ),
    ],
    widths: [32, 22, WIDE, NARROW, NARROW, NARROW, NARROW, NARROW],
  };
}

function figureRow(speaker: Speaker, account: string, figure: ReportFigure): Written[] {
  const { measure, value, before, year } = figure;
  const as = measure === "engagement_rate" ? "percent" : "count";
  const compared = ({ before: was, difference, meaning }: Comparison): Written[] =>
    meaning === "none" ? [null, null] : [number(was, as), number(difference, as)];
  return [
    text(account),
    text(speaker.words.measures[measure]),
    text(unitOf(speaker, figure) ?? ""),
    number(value, as),
    ...compared(before),
    ...compared(year),
  ];
}

/** Every post, a word a column. */
function postSheet(speaker: Speaker): Sheet {
  const { report, words, names, speech } = speaker;
  const { columns } = words;
  const row = (post: ReportPost, at: number): Written[] => [
    number(at + 1),
    text(`${PLATFORM_NAMES[post.account.platform]} · ${post.account.handle}`),
    text(
      post.precision === "day"
        ? post.published_on
        : `${post.published_on} ${speech.time(post.published_at)}`,
    ),
    text(post.format === null ? "" : names.format[post.format]),
    text(post.topic === null ? "" : names.topics[post.topic]),
    text(post.caption ?? ""),
    text(post.url ?? ""),
    ...[post.likes, post.comments, post.shares, post.interactions].map((one) => number(one)),
    number(post.engagement_rate, "percent"),
    number(post.reach),
    number(post.views),
    number(post.score, "times"),
  ];
  return {
    name: columns.posts,
    rows: [
      [
        columns.number,
        columns.account,
        columns.published,
        columns.format,
        columns.topic,
        columns.text,
        columns.address,
        columns.likes,
        columns.comments,
        columns.shares,
        columns.interactions,
        columns.rate,
        columns.reach,
        columns.views,
        columns.score,
      ].map(bold),
      ...report.posts.map(row),
    ],
    widths: [6, 32, 18, 16, 20, WIDE, WIDE, ...Array.from({ length: 8 }, () => NARROW)],
  };
}
