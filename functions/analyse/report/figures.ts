/** A month's figures of each account, and of all together, beside the month before and the same month of last year. */

import { monthOf } from "../../model/day.ts";
import type { Absence, FigureRow } from "../../model/figure.ts";
import { HEADLINE_METRICS } from "../../model/metric.ts";
import type { ReportFigure } from "../../model/report.ts";
import {
  type AccountHead,
  type AccountPeriod,
  accountPeriods,
  isChoice,
  type MonthOf,
} from "../account-period.ts";
import { compareCounts, NO_COMPARISON } from "../comparison.ts";
import { figureBlocks } from "../figure-blocks.ts";
import { counted } from "./counted.ts";
import type { ReportPeriods } from "./periods.ts";

type DatedMonth = MonthOf & { month: string };

/**
 * @param months of each account the month and the one before, oldest first; @param lastYear the month a year ago
 */
export type FigureSources = {
  accounts: readonly AccountHead[];
  months: readonly DatedMonth[];
  lastYear: readonly DatedMonth[];
  periods: ReportPeriods;
};

export type FoundFigures = {
  accounts: { period: AccountPeriod; figures: ReportFigure[] }[];
  /** Empty of one account. */
  all: ReportFigure[];
};

/** In the order in which a report lists them. */
const ORDER: readonly ReportFigure["measure"][] = [
  "followers",
  "posts",
  "reach",
  "views",
  "interactions",
  "engagement_rate",
];

const inOrder = (a: ReportFigure, b: ReportFigure): number =>
  ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure);

export function reportFigures({
  accounts,
  months,
  lastYear,
  periods,
}: FigureSources): FoundFigures {
  const { now, before, year } = periods;
  const current = months.filter(({ month }) => month === monthOf(now.from));
  const against = accountPeriods(accounts, months, now, "before", before);
  // the month before does not stand for what was known a year ago
  const yearAgo = accountPeriods(accounts, [...lastYear, ...current], now, "year", year);
  const blocks = figureBlocks(against, now, "followers", "before", before);
  const yearBlocks = figureBlocks(yearAgo, now, "followers", "year", year);
  const known = new Set(lastYear.map(({ account_id }) => account_id));

  const headline = (account: number | null): ReportFigure[] =>
    HEADLINE_METRICS.flatMap((metric, index) => {
      const row = blocks[index]?.rows.find((one) => one.account === account);
      if (!row) return [];
      const then = yearBlocks[index]?.rows.find((one) => one.account === account);
      const comparable = account === null ? known.size > 0 : known.has(account);
      return [figureOf(metric, row, comparable && then ? then : null)];
    });

  const found = against.map((period, index) => {
    const { account } = period;
    const own = counted(period.now, account);
    const earlier = counted(period.before, account);
    const then = counted(yearAgo[index]?.before ?? NOTHING, account);
    const figures = [
      ...headline(account.id),
      ...(["posts", "interactions"] as const).map(
        (measure): ReportFigure => ({
          measure,
          value: own[measure],
          absence: own[measure] === null ? absenceOf(own.posts, account) : null,
          formula: null,
          parts: measure === "posts" ? {} : { posts: own.posts },
          before: compareCounts(own[measure], earlier[measure]),
          year: compareCounts(own[measure], then[measure]),
        }),
      ),
    ];
    return { period, figures: figures.sort(inOrder) };
  });
  if (accounts.length < 2) return { accounts: found, all: [] };
  const rows = (measure: ReportFigure["measure"]): ReportFigure[] =>
    found.flatMap(({ figures }) => figures.filter((one) => one.measure === measure));
  const all = [
    ...headline(null).filter(({ measure }) => measure === "followers"),
    allOf("posts", rows("posts")),
    allOf("interactions", rows("interactions")),
  ];
  return { accounts: found, all: all.sort(inOrder) };
}

const NOTHING = { days: [], posts: [] };

const figureOf = (
  measure: (typeof HEADLINE_METRICS)[number],
  { value, absence, formula, parts, change }: FigureRow,
  year: FigureRow | null,
): ReportFigure => ({
  measure,
  value,
  absence,
  formula,
  parts: { ...parts, ...(year?.parts.days_before ? { days_year: year.parts.days_before } : {}) },
  before: change,
  year: year?.change ?? NO_COMPARISON,
});

/** @param posts `null`: how many there are is not known */
const absenceOf = (posts: number | null, account: AccountHead): Absence => {
  if (posts !== null) return "not_read";
  return isChoice(account) ? "not_enough" : "no_data";
};

function allOf(measure: "posts" | "interactions", rows: readonly ReportFigure[]): ReportFigure {
  const values = rows.flatMap(({ value }) => value ?? []);
  const value = values.length === 0 ? null : sum(values);
  const past = (of: "before" | "year"): number | null => {
    // the sum of other accounts than then would be another thing
    const same = rows.every((row) => (row.value === null) === (row[of].before === null));
    return same && value !== null ? sum(rows.flatMap((row) => row[of].before ?? [])) : null;
  };
  return {
    measure,
    value,
    absence: value === null ? "no_data" : null,
    formula: null,
    parts: { accounts: values.length },
    before: compareCounts(value, past("before")),
    year: compareCounts(value, past("year")),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
