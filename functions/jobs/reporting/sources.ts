/** All that a month's report is made of, asked in two rounds. */

import { timelyNotices, trueNow } from "../../analyse/notices.ts";
import { plansAhead } from "../../analyse/report/advice.ts";
import { counted } from "../../analyse/report/counted.ts";
import type { ReportSources } from "../../analyse/report/made.ts";
import { reportPeriods } from "../../analyse/report/periods.ts";
import { targetStanding } from "../../analyse/target-standing.ts";
import { type AccountName, standingIn } from "../../model/account.ts";
import { almanacOf } from "../../model/almanac-days-between.ts";
import { addDays, dayOf, daysIn, secondsIn } from "../../model/day.ts";
import { addMonths, daysOfMonth } from "../../model/month.ts";
import { PLATFORMS } from "../../model/platform.ts";
import { NO_REPORT_SETTINGS } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type AccountRow, listParked } from "../../store/accounts.ts";
import { listAlmanac } from "../../store/almanac.ts";
import { listLiveStandings } from "../../store/collections.ts";
import { listCommented } from "../../store/commented.ts";
import { listLinkedPosts } from "../../store/event-posts.ts";
import { listEvents } from "../../store/events.ts";
import { findReportHead, findWorkingHours } from "../../store/library.ts";
import { listAccountsWithFigures, type MonthFigures } from "../../store/month-figures.ts";
import { listMonthUrls, withEveryUrl } from "../../store/month-urls.ts";
import { listAccountsWithMonths } from "../../store/months.ts";
import { listNotes } from "../../store/notes.ts";
import { listOpenNotices } from "../../store/notices.ts";
import { listPlans } from "../../store/plans.ts";
import { listClicksByEvent } from "../../store/short-links.ts";
import { listStreaksBetween } from "../../store/streaks.ts";
import { type ListedTarget, listTargets } from "../../store/targets.ts";
import { listThreads } from "../../store/threads.ts";
import { listTrials } from "../../store/trials.ts";
import { listWorksOf } from "../../store/works.ts";

/** Whatever is not hidden. */
const EVERYONE = { platforms: null, ids: null, handle: null };

/** Of so many years that are over an outlook takes the month ends. */
const YEARS_BACK = 4;

export type Asked = { month: string; now: Instant; time_zone: string };

export async function reportSources(
  db: D1Database,
  { month, now, time_zone }: Asked,
): Promise<Omit<ReportSources, "draft">> {
  const today = dayOf(now, time_zone);
  const period = reportPeriods(month, today).now;
  const stretch = secondsIn(period, time_zone);
  const ahead = daysOfMonth(addMonths(month, 1));
  const left = { from: today > ahead.from ? today : ahead.from, to: ahead.to };
  const span = { from: addMonths(month, -1), to: month };
  const lastYearMonth = addMonths(month, -12);
  const [
    head,
    whole,
    lastYear,
    urls,
    events,
    notes,
    parked,
    targets,
    collections,
    open,
    plans,
    working_hours,
    almanac,
    trials,
  ] = await Promise.all([
    findReportHead(db),
    listAccountsWithMonths(db, { ...span, captions: true }, EVERYONE),
    listAccountsWithFigures(db, { from: lastYearMonth, to: lastYearMonth }, EVERYONE),
    listMonthUrls(db, month),
    listEvents(db, stretch),
    listNotes(db, period),
    listParked(db),
    listTargets(db, Number(month.slice(0, 4))),
    listLiveStandings(db),
    listOpenNotices(db),
    listPlans(db, left),
    findWorkingHours(db),
    listAlmanac(db),
    listTrials(db),
  ]);
  const { months } = whole;
  const inIt = new Set([...months, ...lastYear.months].map(({ account_id }) => account_id));
  const accounts = whole.accounts
    .filter(({ hidden_at }) => hidden_at === null)
    // one that came later, of which nothing is known then, is no part of that month
    .filter(({ id, created_at }) => inIt.has(id) || dayOf(created_at, time_zone) <= period.to)
    .sort(inOrder);
  const ids = accounts.map(({ id }) => id);
  const eventIds = events.map(({ id }) => id);
  const [streaks, linked, clicks, standings, works, everyUrl, threads, commented] =
    await Promise.all([
      listStreaksBetween(db, ids, stretch.from, stretch.to),
      listLinkedPosts(db, eventIds),
      eventIds.length === 0 ? [] : listClicksByEvent(db, eventIds),
      standingsOf(db, targets, accounts, { month, today: asOf(period.to, today) }),
      listWorksOf(db, ids, { from: month, to: ahead.from.slice(0, 7) }),
      withEveryUrl(
        db,
        urls,
        months
          .filter((one) => one.month === month)
          .flatMap(({ posts }) => posts.map(({ id }) => id)),
      ),
      listThreads(db, ids, stretch),
      listCommented(db, ids),
    ]);
  const connected = new Map(collections.map((one) => [one.account_id, one.connected_at]));
  const nameOf = (id: number | null): AccountName[] =>
    accounts.filter((one) => one.id === id).map(({ platform, handle }) => ({ platform, handle }));
  const timely = timelyNotices(accounts, collections, now);
  const notices = trueNow(
    open.filter(({ account_id }) => account_id === null || ids.includes(account_id)),
    timely,
  );
  const published = (of: string) =>
    sumOrNull(
      accounts.map((account) => {
        const own = months.find((one) => one.account_id === account.id && one.month === of);
        return own ? counted(own, account).posts : 0;
      }),
    );
  return {
    ...{ month, now, time_zone },
    library: head.name,
    settings: head.settings ?? NO_REPORT_SETTINGS,
    accounts: accounts.map((account) => ({
      ...account,
      name: account.given_name ?? account.name,
      connected: connected.has(account.id)
        ? dayOf(connected.get(account.id) ?? 0, time_zone)
        : null,
    })),
    months: months.filter(({ account_id }) => ids.includes(account_id)),
    lastYear: lastYear.months.filter(({ account_id }) => ids.includes(account_id)),
    urls: everyUrl,
    targets: targets
      .filter(({ account, stands_for }) => account === null || ids.includes(stands_for ?? 0))
      .map(({ id, metric, value, account, stands_for }) => ({
        ...{ metric, value },
        account: account === null ? null : stands_for,
        standing: standings.get(id) ?? null,
      })),
    streaks,
    trials: trials.flatMap(({ judged_at, result, stands_for, ...trial }) => {
      const { kind, a, b, starts_on, weeks, power } = trial;
      const isOfMonth = judged_at !== null && stretch.from <= judged_at && judged_at <= stretch.to;
      return isOfMonth && result && stands_for !== null
        ? [{ account: stands_for, kind, a, b, starts_on, weeks, power, result }]
        : [];
    }),
    events: { events, posts: linked, clicks },
    works,
    notes: notes.map((note) => ({ ...note, accounts: standingIn(parked, note.accounts) })),
    answers: {
      ...{ threads, commented, working_hours },
      almanac: almanacOf(almanac, period.from, addDays(period.to, 1)),
    },
    facts: {
      stopped: notices.flatMap((one) => (one.kind === "stopped" ? nameOf(one.account_id) : [])),
      silent: notices.flatMap((one) =>
        one.kind === "silence"
          ? nameOf(one.account_id).map((account) => ({ account, from: one.from }))
          : [],
      ),
      due: notices.flatMap((one) =>
        one.kind === "event"
          ? [{ event_id: one.event_id, title: one.title, step: one.step, to: one.to }]
          : [],
      ),
      old_figures: notices.flatMap((one) => (one.kind === "figures" ? nameOf(one.account_id) : [])),
      plans: plansAhead(
        plans
          // an idea is no plan
          .filter(({ state }) => state === "planned")
          .flatMap(({ matches }) => matches.filter(({ account }) => ids.includes(account))).length,
        left.from > left.to ? 0 : daysIn(left),
        [published(span.from), published(month)],
      ),
    },
  };
}

const inOrder = (a: AccountRow, b: AccountRow): number =>
  PLATFORMS.indexOf(a.platform) - PLATFORMS.indexOf(b.platform) || a.id - b.id;

/** A month that is over is told of as it stood the day after. */
const asOf = (last: string, today: string): string => {
  const after = addDays(last, 1);
  return after < today ? after : today;
};

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** How far each target was then, by its id. */
async function standingsOf(
  db: D1Database,
  targets: readonly ListedTarget[],
  accounts: readonly AccountRow[],
  { month, today }: { month: string; today: string },
) {
  if (targets.length === 0) return new Map();
  const from = `${Number(month.slice(0, 4)) - YEARS_BACK}-01`;
  const { months } = await listAccountsWithFigures(db, { from, to: month }, EVERYONE);
  return new Map(
    targets.map((target) => {
      const own = accounts
        .filter(({ id }) => target.account === null || id === target.stands_for)
        .map(({ id }) => {
          const theirs = months.filter(({ account_id }) => account_id === id);
          return { followers: followersAt(theirs), months: theirs };
        });
      return [target.id, targetStanding(target, own, today)];
    }),
  );
}

/** The last that was known by the end of these months. */
const followersAt = (months: readonly MonthFigures[]): number | null =>
  months.flatMap(({ days }) => days).findLast(({ followers }) => followers !== null)?.followers ??
  null;
