/** A page's days, which Facebook offers for two years. */
import { SECONDS_A_DAY } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { BackFill } from "./back-fill.ts";
import { daysAreDue } from "./days.ts";
import { insightsTask } from "./insights.ts";
import type { Desk, Task } from "./tasks.ts";

const DAY_METRICS = [
  "page_media_view",
  "page_total_media_view_unique",
  "page_views_total",
  "page_daily_follows_unique",
  "page_daily_unfollows_unique",
];

/** How far back the days go that are renewed each time: they settle within two days, and an hour may be lost. */
export const DAYS_BACK = 5 * SECONDS_A_DAY;
/** At most 90 days a query, two years in all. */
const DAYS_A_QUERY = 90 * SECONDS_A_DAY;
const DAYS_OFFERED = 730 * SECONDS_A_DAY;

export function daysTasks(desk: Desk, page: string, fill: BackFill | null): Task[] {
  const { now } = desk;
  // the first stretch of the back-fill ends today
  const due = daysAreDue(desk.notebook, now) && fill?.days !== now;
  const stretches = fill ? stretchesBefore(fill, now) : [];
  if (due) stretches.unshift({ since: now - DAYS_BACK, until: now });
  return stretches.map(({ since, until }) =>
    insightsTask(desk, {
      of: "days",
      post: null,
      since,
      until,
      path: [page, "insights"],
      params: { period: "day", since: String(since), until: String(until) },
      kind: "page",
      metrics: DAY_METRICS,
    }),
  );
}

/** Stretches of days that a visit fetches from the past; they travel in one batch. */
const STRETCHES_A_VISIT = 4;

const oldestDay = ({ days_from }: BackFill, now: Instant): Instant =>
  Math.max(now - DAYS_OFFERED, days_from ?? 0);

function stretchesBefore(fill: BackFill, now: Instant): { since: Instant; until: Instant }[] {
  const { days: end } = fill;
  if (end === null) return [];
  return Array.from({ length: STRETCHES_A_VISIT }, (_, index) => ({
    since: Math.max(end - (index + 1) * DAYS_A_QUERY, oldestDay(fill, now)),
    until: end - index * DAYS_A_QUERY,
  })).filter(({ since, until }) => since < until);
}

/** The back-fill after this visit: nearer to its oldest day. */
export function daysRead(fill: BackFill, now: Instant): BackFill {
  if (fill.days === null) return fill;
  const next = fill.days - STRETCHES_A_VISIT * DAYS_A_QUERY;
  return { ...fill, days: next <= oldestDay(fill, now) ? null : next };
}
