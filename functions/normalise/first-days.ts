/** The first days of which a file says something: from them a person sees whether it was read rightly. */
import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { PreviewDay } from "../model/preview.ts";
import type { ExportReading } from "./export-row.ts";

/** So many show it. */
const FIRST_DAYS = 3;

const NOTHING = Object.fromEntries(DAY_METRICS.map((metric) => [metric, null])) as Record<
  DayMetric,
  null
>;

/** In the order of the file, with which they are compared. */
export function firstDays(
  readings: readonly Pick<ExportReading, "day" | "followers">[],
): PreviewDay[] {
  const days = readings.flatMap(({ day, followers }): PreviewDay[] => {
    if (followers) return [{ ...NOTHING, date: followers.date, followers: followers.count }];
    if (!day || DAY_METRICS.every((metric) => day[metric] === null)) return [];
    const figures = Object.fromEntries(DAY_METRICS.map((metric) => [metric, day[metric]]));
    return [{ ...(figures as Record<DayMetric, number | null>), date: day.date, followers: null }];
  });
  return days.slice(0, FIRST_DAYS);
}
