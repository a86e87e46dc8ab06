/** A trend as its panels are drawn: days as their numbers in the period, and of each account what has anything to draw. */
import { daysBetween, daysIn } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import { FEWEST_SPOTS, type Spot } from "../../functions/model/trend.ts";
import type { SeriesPanel, SeriesView } from "../../functions/present/views/series.ts";
import type { ChartProps, Panel } from "./panel.ts";
import { timeTicks } from "./time-ticks.ts";

const isSum = ({ formula }: SeriesPanel): boolean =>
  formula === "sum_daily_views" || formula === "sum_post_views";

/** Has anything to draw. */
export const isKnown = (one: SeriesPanel): boolean =>
  one.dots.length > 0 ||
  one.line.some(([, value]) => value !== null) ||
  (isSum(one) && one.points.some(({ value }) => value !== null));

/** The first days of the buckets, which all accounts share. */
export const datesOf = ({ series }: SeriesView): Day[] =>
  series[0]?.points.map(({ date }) => date) ?? [];

export function toChartProps(view: SeriesView): ChartProps {
  const { choice, series } = view;
  const numberOf = (day: Day): number => daysBetween(choice.from, day);
  const dates = datesOf(view);
  const pieces = new Set(view.pieces);
  return {
    days: daysIn(choice),
    ticks: timeTicks(choice).map(({ day }) => numberOf(day)),
    buckets: dates.map(numberOf),
    pieces: dates.flatMap((date, bucket) => (pieces.has(date) ? [bucket] : [])),
    panels: series.filter(isKnown).map((one) => toPanel(one, view, numberOf)),
  };
}

function toPanel(
  one: SeriesPanel,
  { choice, streaks, notes }: SeriesView,
  numberOf: (day: Day) => number,
): Panel {
  const { platform, account, points, formula, dots, line, range, breaks } = one;
  const few = dots.length === 0 && line.filter(([, value]) => value !== null).length < FEWEST_SPOTS;
  return {
    dots: (few ? line.filter(isValue) : dots).map(([day, value]) => [day, short(value)]),
    line: few ? [] : line.map(([day, value]) => [day, value === null ? null : short(value)]),
    bars: isSum(one) ? points.map(({ value }) => value) : [],
    range,
    shades: streaks
      .filter((streak) => streak.platform === platform && streak.account === account)
      .map(({ kind, from, to }) => ({ kind, from: numberOf(from), to: numberOf(to ?? choice.to) })),
    breaks: breaks.map(numberOf),
    notes: notes
      .filter((note) => isOfPanel(note, one))
      .map(({ from_on, to_on }) => ({ from: numberOf(from_on), to: numberOf(to_on) })),
    from_zero: formula !== "last_followers",
    whole: !formula.startsWith("median_post_rate"),
  };
}

/** One of all accounts goes through all panels. */
const isOfPanel = (
  { accounts }: Pick<SeriesView["notes"][number], "accounts">,
  { platform, account }: SeriesPanel,
): boolean =>
  accounts === null || accounts.some((one) => one.platform === platform && one.handle === account);

const isValue = (spot: Spot): spot is [number, number] => spot[1] !== null;

/** A thousandth of a percent is less than a pixel; counts are whole. */
const short = (value: number): number =>
  value < 1 ? Math.round(value * 1e5) / 1e5 : Math.round(value);
