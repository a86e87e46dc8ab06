/** Where the calendar is empty: who is silent or will be, thin weeks, empty days with what could fill them, topics by age. */
import { promptFor } from "../analyse/almanac-prompt.ts";
import { emptyStretches } from "../analyse/empty-stretches.ts";
import { evergreen } from "../analyse/evergreen.ts";
import { neglectedTopics } from "../analyse/quiet.ts";
import { aheadSilence } from "../analyse/quiet-ahead.ts";
import { habitsOf, slotsFor } from "../analyse/slots.ts";
import { thinWeeks } from "../analyse/thin-weeks.ts";
import { unseenDays } from "../analyse/unseen-days.ts";
import type { AlmanacDay } from "../model/almanac.ts";
import { addDays, daysBetween, monthOf, type Period } from "../model/day.ts";
import type { StandingClaim } from "../model/look.ts";
import { closedDays } from "../model/note.ts";
import type { OpenNotice } from "../model/notice.ts";
import { plannedAt } from "../model/plan-time.ts";
import { isTold, type Post } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import { calendarHeadline } from "../present/calendar-headline.ts";
import { named } from "../present/plan-lines.ts";
import type {
  Ahead,
  CalendarDay,
  CalendarView,
  EmptyStretch,
  EvergreenLine,
  PlanLine,
  TopicLine,
} from "../present/views/calendar.ts";
import type { NoteLine } from "../present/views/note.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { Month } from "../store/month-packing.ts";
import type { ListedTarget } from "../store/targets.ts";
import type { Ctx } from "./env.ts";

type Known = {
  accounts: readonly AccountRow[];
  /** Of so long that an account's rhythm is known. */
  months: readonly Month[];
  plans: readonly PlanLine[];
  /** The last day whose plans were read: of what comes after it nothing is known. */
  planned_to: Day;
  notes: readonly NoteLine[];
  days: readonly CalendarDay[];
  almanac: readonly AlmanacDay[];
  /** Of this year. */
  targets: readonly ListedTarget[];
  /** What there is to know now: who is silent is among it, and is judged nowhere else. */
  notices: readonly OpenNotice[];
  /** What is claimed now of these accounts. */
  claims: readonly StandingClaim[];
  today: Day;
};

/** An account with what is known of its rhythm, what is planned for it, and the days that are left out of it. */
type Rhythm = {
  account: AccountRow;
  posts: Post[];
  /** The day of its last post; without one today. */
  last: Day;
  /** The days since then of which anything is known. */
  known: Day[];
  plans: PlanLine[];
  closed: Period[];
};

/** An account's rhythm is that of its last year, and some weeks more for those that post seldom. */
export const RHYTHM_DAYS = 425;

/** What the library may tell again: a few. */
const MOST_EVERGREEN = 5;

export function calendarGaps(
  c: Ctx,
  {
    accounts,
    months,
    plans,
    planned_to,
    notes,
    days,
    almanac,
    targets,
    notices,
    claims,
    today,
  }: Known,
): Pick<CalendarView, "headline" | "days" | "ahead" | "topics" | "evergreen"> {
  const noted = notes.map((note) => ({
    ...note,
    accounts: note.accounts?.map(({ id }) => id) ?? null,
  }));
  const rhythms = accounts.map((account): Rhythm => {
    const own = months.filter(({ account_id }) => account_id === account.id);
    const posts = own.flatMap((month) => month.posts).filter(isTold);
    const last = posts.at(-1)?.published_on ?? today;
    const lately = own.filter(({ month }) => month >= monthOf(last));
    return {
      account,
      posts,
      last,
      known: lately.flatMap(({ days }) => days.map(({ date }) => date)),
      plans: plans.filter((plan) => isToCome(plan, account.id)),
      closed: closedDays(noted, account.id, {
        from: addDays(today, -RHYTHM_DAYS),
        to: planned_to,
      }),
    };
  });
  const ahead = rhythms.flatMap((rhythm) => [
    ...silence(c, rhythm, notices, { from: today, to: planned_to }),
    ...thin(rhythm, targets, today),
  ]);
  const until = days.at(-1)?.day ?? today;
  return {
    headline: calendarHeadline({ accounts: accounts.length, today, until, plans, ahead }),
    days: withEmpty(c, days, { rhythms, almanac, claims, today }),
    ahead,
    topics: rhythms.flatMap((rhythm) => topicsOf(c, rhythm)),
    evergreen: evergreenOf(rhythms, plans, today),
  };
}

/** It is planned there, and no post has kept it yet. An idea is no plan. */
const isToCome = (plan: PlanLine, account: number): boolean =>
  plan.state === "planned" && plan.in.some(({ id, post }) => id === account && post === null);

/** One that lasts, or else the one that comes with what is planned. */
function silence(
  c: Ctx,
  { account, posts, last, known, plans, closed: noted }: Rhythm,
  notices: readonly OpenNotice[],
  { from: today, to: last_known }: Period,
): Ahead[] {
  const lasting = notices.find((one) => one.kind === "silence" && one.account_id === account.id);
  if (lasting?.kind === "silence") {
    const { from, usual_days } = lasting;
    return [{ kind: "silent", account: named(account), from, usual_days }];
  }
  const time_zone = c.get("time_zone");
  const closed = [...unseenDays(last, today, known), ...noted];
  const coming = aheadSilence(
    posts.map(({ published_at }) => published_at),
    plans.map((plan) => plannedAt(plan, time_zone)),
    { time_zone, now: c.get("now"), closed },
  );
  // one that would begin to be unusual later may be ended by a plan that was not read
  if (!coming || coming.unusual_on < today || coming.unusual_on > last_known) return [];
  const { last_planned, unusual_on, next_planned } = coming;
  return [
    {
      kind: "will_be_silent",
      account: named(account),
      last: last_planned ?? last,
      unusual_on,
      planned: last_planned !== null,
      next: next_planned,
    },
  ];
}

const WEEKS_A_MONTH = 365.25 / 12 / 7;

/** Held against the account's own target of posts a month, where it has one; else against its habit. */
function thin(
  { account, posts, plans }: Rhythm,
  targets: readonly ListedTarget[],
  today: Day,
): Ahead[] {
  const own = targets.find(
    (target) => target.metric === "posts_per_month" && target.account === account.id,
  );
  return thinWeeks(
    posts.map(({ published_on }) => published_on),
    plans.map(({ on }) => on),
    { today, target_a_week: own ? own.value / WEEKS_A_MONTH : null },
  ).map(({ week, ...rest }) => ({
    kind: "thin_week",
    account: named(account),
    monday: week,
    ...rest,
  }));
}

type Filling = { rhythms: readonly Rhythm[] } & Pick<Known, "almanac" | "claims" | "today">;

/** The empty days from today on, each stretch at its first day with times that could fill it. */
function withEmpty(
  c: Ctx,
  days: readonly CalendarDay[],
  { rhythms, almanac, claims, today }: Filling,
): CalendarDay[] {
  const taken = days
    .filter(
      ({ plans, posts }) => posts.length > 0 || plans.some(({ state }) => state === "planned"),
    )
    .map(({ day }) => day);
  const first = days[0]?.day ?? today;
  const last = days.at(-1)?.day ?? today;
  const stretches = emptyStretches(taken, first < today ? today : first, last);
  const options = { time_zone: c.get("time_zone"), now: c.get("now"), claims };
  const habits = habitsOf(
    rhythms.flatMap((rhythm) => rhythm.posts),
    options,
  );
  const nameOf = (id: number | null) => {
    const found = rhythms.find(({ account }) => account.id === id);
    return found ? named(found.account) : null;
  };
  const empty = new Map(
    stretches.map((stretch): [Day, EmptyStretch] => [
      stretch.from,
      {
        ...stretch,
        days: daysBetween(stretch.from, stretch.to) + 1,
        slots: slotsFor(stretch, habits, options)
          .filter(({ on }) => !isFree(on, almanac))
          .map((slot) => ({ ...slot, claimed_of: nameOf(slot.claimed_of) })),
        prompt: promptFor(stretch.from, almanac),
      },
    ]),
  );
  return days.map((day) => ({ ...day, empty: empty.get(day.day) ?? null }));
}

/** On a holiday nobody is there to publish. */
const isFree = (day: Day, almanac: readonly AlmanacDay[]): boolean =>
  almanac.some(
    ({ kind, from_on, to_on }) =>
      (kind === "public" || kind === "shared_leave") && from_on <= day && day <= to_on,
  );

const topicsOf = (c: Ctx, { account, posts }: Rhythm): TopicLine[] =>
  neglectedTopics(posts, { time_zone: c.get("time_zone"), now: c.get("now") }).map(
    ({ by_chance_every_weeks: _, ...line }) => ({ account: named(account), ...line }),
  );

/** A plan that was made of an own post names it in its note (web/screens/calendar.tsx). */
const TOLD_AGAIN = /\/posts\/([1-9]\d{0,14})\b/g;

const toldAgain = (plans: readonly PlanLine[]): { id: number; on: Day }[] =>
  plans.flatMap(({ note, on }) =>
    [...(note ?? "").matchAll(TOLD_AGAIN)].map(([, id]) => ({ id: Number(id), on })),
  );

const evergreenOf = (
  rhythms: readonly Rhythm[],
  plans: readonly PlanLine[],
  today: Day,
): EvergreenLine[] => {
  const accounts = new Map(rhythms.map(({ account }) => [account.id, named(account)]));
  return evergreen(
    rhythms.flatMap(({ posts }) => posts),
    today,
    toldAgain(plans),
  )
    .slice(0, MOST_EVERGREEN)
    .flatMap(({ id, account_id, published_on, score }) => {
      const account = accounts.get(account_id);
      return account ? { id, account, published_on, caption: null, score: score ?? 0 } : [];
    });
};
