/** The files whose rows are days of an account. None of them says whose. */
import { dayOf, startOfDay } from "../model/day.ts";
import { FIRST_DAY } from "../model/known-days.ts";
import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { Day } from "../model/snapshot.ts";
import { readDate, wallTime } from "./date-text.ts";
import type { Cells, ExportContext, ReadRow } from "./export-row.ts";

const NOBODY = { handle: null, external_id: null, name: null };

/** X's overview and TikTok's: a column a figure. */
export const readOverviewRow: ReadRow = (cells, context) =>
  dayReading(cells, context, (metric) => cells.count(metric));

/** Meta's daily files: the one figure of which the file is. */
export const readDailyRow: ReadRow = (cells, context) =>
  dayReading(cells, context, (metric) => (metric === context.metric ? cells.count("value") : null));

/** TikTok's follower history: the count at the end of each day. */
export const readFollowersRow: ReadRow = (cells, context) => {
  const date = dayInRow(cells, context, context.library_zone);
  const count = cells.count("followers");
  if (date === null) return null;
  if (count === null) {
    cells.leave("no_figures");
    return null;
  }
  return { account: NOBODY, post: null, day: null, followers: { date, count }, differs: false };
};

function dayReading(
  cells: Cells,
  context: ExportContext,
  figureOf: (metric: DayMetric) => number | null,
) {
  const { time_zone, library_zone } = context;
  const date = dayInRow(cells, context, time_zone);
  if (date === null) return null;
  const figures = Object.fromEntries(
    DAY_METRICS.map((metric) => [metric, figureOf(metric)]),
  ) as Record<DayMetric, number | null>;
  const day = {
    ...figures,
    date,
    end_time: null,
    time_zone: time_zone === library_zone ? null : time_zone,
  };
  return { account: NOBODY, post: null, day, followers: null, differs: false };
}

/** The day of a row; a later one than the file's can't have been in it. */
function dayInRow(cells: Cells, context: ExportContext, zone: string): Day | null {
  const { now, read_at, date_order, file_day, library_zone } = context;
  const date = readDate(cells.text("date") ?? "");
  const day = date && wallTime(date, date_order, file_day)?.day;
  if (!day) {
    cells.refuse("date", "not_a_day");
    return null;
  }
  const code =
    startOfDay(day, zone) > now
      ? "in_the_future"
      : day < FIRST_DAY
        ? "too_early"
        : day > dayOf(read_at, zone) && day > dayOf(read_at, library_zone)
          ? "after_read_at"
          : null;
  if (code === null) return day;
  cells.refuse("date", code);
  return null;
}
