/** The calendar as a file that others subscribe to. */
import { wordsOfCalendar } from "#page";
import { emptyStretches } from "../analyse/empty-stretches.ts";
import { almanacOf } from "../model/almanac-days-between.ts";
import { addDays, type Period, startOfDay } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";
import { toCalendarDay } from "../present/almanac-lines.ts";
import { type CalendarPlan, toCalendar } from "../present/calendar-ics.ts";
import type { Language } from "../present/views/chrome.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listAlmanac } from "../store/almanac.ts";
import { listEvents } from "../store/events.ts";
import { listPlans, type PlanRow, planOfRow } from "../store/plans.ts";
import type { Ctx } from "./env.ts";
import { todayOf } from "./reading.ts";

/** Wider than what the file shows: a day here may be another there. */
const BACK_DAYS = 31;
const AHEAD_DAYS = 181;

/** `?with=almanac,gaps`: what goes along beside plans and events. */
export const withParts = (c: Ctx): string[] =>
  (c.req.query("with") ?? "").split(",").filter((part) => part === "almanac" || part === "gaps");

/** @param accounts those that the link opens */
export async function calendarFile(
  c: Ctx,
  accounts: readonly AccountRow[],
  language: Language,
): Promise<string> {
  const today = todayOf(c);
  const period = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) };
  const zone = c.get("time_zone");
  const [plans, corrections, events] = await Promise.all([
    listPlans(c.env.DB, period),
    listAlmanac(c.env.DB),
    listEvents(c.env.DB, {
      from: startOfDay(period.from, zone),
      to: startOfDay(addDays(period.to, 1), zone) - 1,
    }),
  ]);
  return toCalendar({
    name: c.get("library").name,
    host: new URL(c.req.url).host,
    time_zone: zone,
    language,
    words: wordsOfCalendar(language),
    now: c.get("now"),
    plans: plans.flatMap((row) => entryOf(row, accounts)),
    events,
    almanac: withParts(c).includes("almanac")
      ? almanacOf(corrections, period.from, period.to).map((day) => ({
          ...toCalendarDay(day),
          changed_at: SHIPPED_AT,
        }))
      : null,
    gaps: withParts(c).includes("gaps") ? gapsOf(plans, today) : null,
  });
}

/** So far ahead empty days are told, as in the calendar itself. */
const GAP_DAYS = 35;

const gapsOf = (plans: readonly PlanRow[], today: Day): Period[] =>
  emptyStretches(
    plans.flatMap(({ state, on_day }) => (state === "planned" ? on_day : [])),
    today,
    addDays(today, GAP_DAYS - 1),
  );

/** The almanac is stamped once: it says the same every day. */
const SHIPPED_AT = Date.UTC(2026, 0, 1) / 1000;

function entryOf(row: PlanRow, accounts: readonly AccountRow[]): CalendarPlan[] {
  const { accounts: _ids, series: _series, ...plan } = planOfRow(row);
  const seen = row.matches.flatMap(({ account, post }) => {
    const found = accounts.find(({ id }) => id === account);
    return found
      ? { platform: found.platform, handle: found.handle, published: post !== null }
      : [];
  });
  return seen.length === 0 ? [] : [{ ...plan, changed_at: row.changed_at, accounts: seen }];
}
