/** What the calendar is made of: plans, the posts that were published, the almanac, and where nothing is. */

import type { AlmanacDay } from "../model/almanac.ts";
import { almanacOf } from "../model/almanac-days-between.ts";
import { addDays, dayOf, daysBetween, monthOf, type Period, startOfDay } from "../model/day.ts";
import { eventDays } from "../model/event-days.ts";
import { excerpt } from "../model/excerpt.ts";
import { isId } from "../model/id.ts";
import { claimsSeenBy } from "../model/look.ts";
import { stands } from "../model/post.ts";
import { fault, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { toCalendarDay } from "../present/almanac-lines.ts";
import { named, toPlanLine } from "../present/plan-lines.ts";
import type {
  CalendarDay,
  CalendarView,
  EvergreenLine,
  JustChanged,
  PlanLine,
  PublishedLine,
} from "../present/views/calendar.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listAlmanac } from "../store/almanac.ts";
import { findChange } from "../store/changes.ts";
import { listEvents } from "../store/events.ts";
import type { Month } from "../store/month-packing.ts";
import { listAccountsWithMonths, type MonthSpan } from "../store/months.ts";
import { listPlans, type PlanRow, planOfRow } from "../store/plans.ts";
import { listTextsById } from "../store/posts.ts";
import { listTargets } from "../store/targets.ts";
import { allowedAccounts } from "./access.ts";
import { calendarGaps, RHYTHM_DAYS } from "./calendar-gaps.ts";
import type { Ctx } from "./env.ts";
import { seenNotes } from "./note-reading.ts";
import { listStanding, noticesNow } from "./notice-reading.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayTell, plannable } from "./planning.ts";
import { todayOf, visibleOf } from "./reading.ts";
import { seenTrials } from "./trial-reading.ts";

/** The agenda shows so many days from today on. */
const AGENDA_DAYS = 35;

/** What a trial says is told so long. */
const ENDED_DAYS = 14;

/** A plan that is late for longer is asked for no more. */
const LATE_DAYS = 60;

const MONTH = /^(19|20)\d\d-(0[1-9]|1[0-2])$/;

/** What `?month=` asks for; without it the days from today on. */
function shownDays(c: Ctx): Period & { month: string | null } {
  const month = c.req.query("month") ?? "";
  const today = todayOf(c);
  if (month === "") return { from: today, to: addDays(today, AGENDA_DAYS - 1), month: null };
  if (!MONTH.test(month)) {
    throw new Problem("invalid", "month must be like 2026-12", [fault("month", "not_a_day")]);
  }
  const from = `${month}-01`;
  return { from, to: addDays(`${monthOf(addDays(from, 31))}-01`, -1), month };
}

/** Every account that may be seen, with its posts of some days and what is asked for beside them. */
export async function publishedOf(
  c: Ctx,
  { from, to }: Period,
  { captions = false, days = false }: Pick<MonthSpan, "captions" | "days">,
): Promise<{ accounts: AccountRow[]; months: Month[] }> {
  const link = c.get("caller")?.link ?? null;
  const owners = { platforms: null, ids: allowedAccounts(link), handle: null };
  const span = { from: monthOf(from), to: monthOf(to), captions, days };
  const { accounts, months } = await listAccountsWithMonths(c.env.DB, span, owners);
  return { accounts: visibleOf(accounts, link), months };
}

export async function calendarView(c: Ctx): Promise<CalendarView> {
  const today = todayOf(c);
  const shown = shownDays(c);
  const past = addDays(today, -RHYTHM_DAYS);
  const planned = {
    from: [addDays(today, -LATE_DAYS), shown.from].sort()[0] ?? today,
    to: [addDays(today, AGENDA_DAYS - 1), shown.to].sort().at(-1) ?? today,
  };
  const zone = c.get("time_zone");
  const published = publishedOf(c, { from: past, to: today }, { days: true });
  const [
    { accounts, months },
    standing,
    told,
    plans,
    notes,
    corrections,
    events,
    targets,
    trials,
    changed,
  ] = await Promise.all([
    published,
    listStanding(c),
    publishedOf(c, shown, { captions: true }),
    listPlans(c.env.DB, planned),
    seenNotes(
      c,
      // also of a month of long ago
      { from: [past, shown.from].sort()[0] ?? past, to: planned.to },
      published.then(({ accounts: seen }) => seen),
    ),
    listAlmanac(c.env.DB),
    listEvents(c.env.DB, {
      from: startOfDay(shown.from, zone),
      to: startOfDay(addDays(shown.to, 1), zone) - 1,
    }),
    listTargets(c.env.DB, Number(today.slice(0, 4))),
    seenTrials(
      c,
      published.then(({ accounts: seen }) => plannable(seen)),
      { progress: false },
    ),
    justChanged(c, "plan", "note", "trial"),
  ]);
  // a trial that was broken off would strike its days through for weeks: its page tells of them
  const lines = seenPlans(plans, accounts, today).filter(
    ({ trial, state }) => trial === null || state !== "dropped",
  );
  const almanac = almanacOf(corrections, shown.from, addDays(shown.to, 7)).map(toCalendarDay);
  const days = daysOf(shown, {
    plans: lines,
    posts: publishedLines(c, accounts, told.months, lines),
    almanac,
    events: events.map(({ id, kind, title, place, ...event }) => {
      const days = eventDays(event, zone);
      return { ...days, id, kind, title, place, starts_at: event.starts_at };
    }),
  });
  const { evergreen, ...gaps } = calendarGaps(c, {
    accounts,
    months,
    plans: lines,
    planned_to: planned.to,
    notes,
    days,
    almanac,
    targets,
    notices: noticesNow(c, accounts, standing),
    claims: claimsSeenBy(
      c.get("library").standing_claims,
      accounts.map(({ id }) => id),
    ),
    today,
  });
  return {
    screen: "calendar",
    chrome: chromeOf(c),
    accounts: plannable(accounts),
    may_plan: mayPlan(c),
    today,
    ...shown,
    late: lines.filter(({ seen }) => seen === "late"),
    notes: notes.filter(({ from_on, to_on }) => from_on <= shown.to && to_on >= shown.from),
    trials,
    recent_trials: trials
      .filter(
        ({ state, judged_at }) =>
          state === "running" ||
          (judged_at !== null && today <= addDays(dayOf(judged_at, zone), ENDED_DAYS)),
      )
      .map(({ id }) => id),
    ...gaps,
    evergreen: await withCaptions(c, evergreen),
    changed,
  };
}

async function withCaptions(c: Ctx, lines: readonly EvergreenLine[]): Promise<EvergreenLine[]> {
  if (lines.length === 0) return [];
  const texts = await listTextsById(
    c.env.DB,
    lines.map(({ id }) => id),
  );
  const captions = new Map(texts.map(({ id, caption }) => [id, excerpt(caption)]));
  return lines.map((line) => ({ ...line, caption: captions.get(line.id) ?? null }));
}

/** Those that are for an account that may be seen. */
export const seenPlans = (
  plans: readonly PlanRow[],
  accounts: readonly AccountRow[],
  today: Day,
): PlanLine[] =>
  plans
    .map((row) => toPlanLine(planOfRow(row), row.matches, plannable(accounts), today))
    .filter((line) => line.in.length > 0);

type OfDays = { plans: PlanLine[]; posts: PublishedLine[] } & Pick<
  CalendarDay,
  "almanac" | "events"
>;

function daysOf({ from, to }: Period, { plans, posts, almanac, events }: OfDays): CalendarDay[] {
  const planned = Map.groupBy(plans, ({ on }) => on);
  const published = Map.groupBy(posts, ({ on }) => on);
  const days: CalendarDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({
      day,
      plans: planned.get(day) ?? [],
      posts: published.get(day) ?? [],
      events: events.filter((event) => event.from <= day && day <= event.to),
      almanac: almanac.filter((one) => isSaidOn(one, day, from)),
      empty: null,
    });
  }
  return days;
}

/** What lasts longer is said once, where it begins or the days do. */
const SHORT_DAYS = 3;

const isSaidOn = ({ from_on, to_on }: AlmanacDay, day: Day, first: Day): boolean =>
  daysBetween(from_on, to_on) < SHORT_DAYS
    ? from_on <= day && day <= to_on
    : day === (from_on < first ? first : from_on) && day <= to_on;

export function publishedLines(
  c: Ctx,
  accounts: readonly AccountRow[],
  months: readonly Month[],
  plans: readonly PlanLine[],
): PublishedLine[] {
  const kept = new Map(
    plans.flatMap((plan) =>
      plan.in.flatMap(({ post }) => (post === null ? [] : [[post, plan.id]])),
    ),
  );
  return months
    .flatMap(({ account_id, posts, captions }) => {
      const account = accounts.find(({ id }) => id === account_id);
      return account
        ? posts.flatMap((post, at): PublishedLine[] =>
            stands(post) && !post.hidden
              ? [
                  {
                    id: post.id,
                    account: named(account),
                    on: dayOf(post.published_at, c.get("time_zone")),
                    at: post.published_at,
                    day_only: post.published_precision === "day",
                    caption: excerpt(captions[at] ?? null),
                    topic: post.topic,
                    plan: kept.get(post.id) ?? null,
                  },
                ]
              : [],
          )
        : [];
    })
    .sort((a, b) => a.at - b.at || a.id - b.id);
}

/** `?changed=`: what was just done to a thing of these kinds, so that it can be taken back; only to whoever may. */
export async function justChanged(
  c: Ctx,
  ...kinds: readonly JustChanged["thing"][]
): Promise<JustChanged | null> {
  const asked = c.req.query("changed") ?? "";
  if (!isId(asked) || !mayPlan(c)) return null;
  const change = await findChange(c.env.DB, Number(asked));
  const thing = kinds.find((kind) => kind === change?.what);
  if (!change || !thing || !mayTell(c, change)) return null;
  const { before, after } = change;
  // one that stands tells of itself on its own page
  if (thing === "trial" && after) return null;
  const named = thing === "note" ? (["text", "from_on"] as const) : (["title", "on_day"] as const);
  const [name, first] = named;
  const title = String((after ?? before)?.[name] ?? "");
  const on = after && before && after[first] !== before[first] ? String(after[first]) : null;
  const dropped = after?.state === "dropped" && before?.state !== "dropped";
  const series = after?.series == null ? null : "series";
  const made_as = before ? null : after?.state === "idea" ? "idea" : series;
  const what = !before
    ? "made"
    : !after
      ? "removed"
      : dropped
        ? "dropped"
        : on
          ? "moved"
          : "changed";
  const plans = thing === "trial" && Array.isArray(before?.lots) ? before.lots.length : null;
  return { change: change.id, thing, title, what, made_as, on, plans };
}
