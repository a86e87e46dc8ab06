/** The one thing to know of the calendar. */
import { addDays, daysBetween } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";
import type { Ahead, CalendarHeadline, PlanLine } from "./views/calendar.ts";

/** So far ahead a silence is told of on top: two weeks are time enough to plan something. */
const SOON_DAYS = 14;

type Known = {
  accounts: number;
  today: Day;
  /** The last day that was looked at. */
  until: Day;
  plans: readonly PlanLine[];
  ahead: readonly Ahead[];
};

/** What is late comes first: it was promised. Then who is silent, who will be, the nearest week that is thin. */
export function calendarHeadline({
  accounts,
  today,
  until,
  plans,
  ahead,
}: Known): CalendarHeadline {
  if (accounts === 0) return { kind: "no_accounts" };
  const late = plans.filter(({ seen }) => seen === "late").length;
  if (late > 0) return { kind: "late", plans: late };
  const silent = ahead.find((one) => one.kind === "silent");
  if (silent) return silent;
  const soon = ahead
    .filter((one) => one.kind === "will_be_silent")
    .filter(({ unusual_on }) => daysBetween(today, unusual_on) <= SOON_DAYS)
    .sort((a, b) => (a.unusual_on < b.unusual_on ? -1 : 1));
  if (soon[0]) return soon[0];
  const coming = plans.filter(
    ({ on, state }) => state === "planned" && today <= on && on <= until,
  ).length;
  if (coming === 0) return { kind: "nothing_planned", until };
  const thin = ahead
    .filter((one) => one.kind === "thin_week")
    .filter(({ monday }) => monday <= addDays(today, SOON_DAYS))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
  return thin[0] ?? { kind: "calm", plans: coming, until };
}
