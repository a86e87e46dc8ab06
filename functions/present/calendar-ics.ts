/** The library's calendar as a file that other calendars subscribe to: iCalendar, RFC 5545. */
import ical, {
  escape as escaped,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { AccountName } from "../model/account.ts";
import type { AlmanacDay } from "../model/almanac.ts";
import { addDays, dayOf, type Period, startOfDay } from "../model/day.ts";
import type { LibraryEvent } from "../model/event.ts";
import type { Plan, PlanState } from "../model/plan.ts";
import { plannedAt } from "../model/plan-time.ts";
import { PLATFORM_NAMES } from "../model/platform.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { CalendarWords } from "./views/calendar-file.ts";
import type { Language } from "./views/chrome.ts";

/** What the file reaches over, in days from today: what is older is history, what is later is not planned yet. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 180;

/** A post takes no time of its own: so long stands a plan in a day's column to be seen. */
const PLAN_SECONDS = 30 * 60;

/** How often a subscriber should look again; who asks more often is answered 304. */
const REFRESH_SECONDS = 3600;

const STATUS_OF: Record<PlanState, ICalEventStatus> = {
  idea: ICalEventStatus.TENTATIVE,
  planned: ICalEventStatus.CONFIRMED,
  dropped: ICalEventStatus.CANCELLED,
};

/** When what an entry says was last changed: it is stamped with that, so that the same content is the same bytes. */
type Changed = { changed_at: Instant };

export type CalendarPlan = Omit<Plan, "accounts" | "series" | "trial"> &
  Changed & { accounts: readonly (AccountName & { published: boolean })[] };

export type CalendarEvent = Omit<LibraryEvent, "visitors" | "cost"> & Changed;

export type CalendarFile = {
  /** What the calendar is called where it is subscribed to: the library's name. */
  name: string;
  /** The installation's, behind the `@` of every id. */
  host: string;
  time_zone: string;
  language: Language;
  words: CalendarWords;
  now: Instant;
  plans: readonly CalendarPlan[];
  events: readonly CalendarEvent[];
  /** `null`: not asked for. */
  almanac: readonly (AlmanacDay & Changed)[] | null;
  /** Days without a post and without a plan, both ends included; `null`: not asked for. */
  gaps: readonly Period[] | null;
};

type Entry = ICalEventData & { id: string; start: Date };

/** The whole file, in the order of time whatever the order of what is given; its last line ends too. */
export function toCalendar(file: CalendarFile): string {
  const entries = [
    ...file.plans.map((plan) => planEntry(plan, file)),
    ...file.events.map((event) => eventEntry(event, file)),
    ...(file.almanac ?? []).map((day) => almanacEntry(day, file)),
    ...(file.gaps ?? []).map((gap) => gapEntry(gap, file)),
  ].filter(within(file));
  const calendar = ical({
    // the library escapes every text but this one
    name: escaped(clean(file.name), false),
    prodId: { company: "Denyut", product: "Denyut", language: file.language },
    ttl: REFRESH_SECONDS,
    events: entries.sort((a, b) => a.start.getTime() - b.start.getTime() || (a.id < b.id ? -1 : 1)),
  });
  return `${calendar.toString()}\r\n`;
}

function planEntry(plan: CalendarPlan, { host, time_zone, words }: CalendarFile): Entry {
  const at = plannedAt(plan, time_zone);
  return {
    id: `plan-${plan.id}@${host}`,
    sequence: plan.version - 1,
    stamp: dateOf(plan.changed_at),
    ...(plan.at === null
      ? wholeDays({ from: plan.on, to: plan.on })
      : { start: dateOf(at), end: dateOf(at + PLAN_SECONDS) }),
    summary: clean(plan.title),
    description: lines([
      ...plan.accounts.map(
        ({ platform, handle, published }) =>
          `${PLATFORM_NAMES[platform]} ${handle}${published ? `: ${words.published}` : ""}`,
      ),
      plan.person === null ? null : `${words.person}: ${plan.person}`,
      plan.note,
    ]),
    status: STATUS_OF[plan.state],
    ...seen(words.categories.plan),
  };
}

const eventEntry = (event: CalendarEvent, { host, words }: CalendarFile): Entry => ({
  id: `event-${event.id}@${host}`,
  sequence: event.version - 1,
  stamp: dateOf(event.changed_at),
  start: dateOf(event.starts_at),
  // an end that nobody said is left out: it is not guessed
  end: event.ends_at === null || event.ends_at <= event.starts_at ? null : dateOf(event.ends_at),
  summary: clean(event.title),
  location: event.place === null ? null : clean(event.place),
  description: lines([event.note, event.hashtags.map((tag) => `#${tag}`).join(" ")]),
  url: event.url === null ? null : addressOf(event.url),
  status: ICalEventStatus.CONFIRMED,
  categories: [{ name: clean(words.categories.event) }],
});

const almanacEntry = (
  day: AlmanacDay & Changed,
  { host, language, words }: CalendarFile,
): Entry => ({
  id: `almanac-${day.key}@${host}`,
  stamp: dateOf(day.changed_at),
  ...wholeDays({ from: day.from_on, to: day.to_on }),
  summary: clean(language === "id" ? day.name_id : day.name_en),
  description: lines([day.certainty === "computed" ? words.computed : null]),
  status: day.certainty === "computed" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  ...seen(words.categories[day.kind]),
});

/** Derived, and no row's: both days stand in its id, so that one that grew is another. */
const gapEntry = (gap: Period, { host, time_zone, words }: CalendarFile): Entry => ({
  id: `gap-${gap.from}-${gap.to}@${host}`,
  stamp: dateOf(startOfDay(gap.from, time_zone)),
  ...wholeDays(gap),
  summary: clean(words.gap),
  status: ICalEventStatus.TENTATIVE,
  ...seen(words.categories.gap),
});

/** It takes nobody's time: whoever sees it is free. */
const seen = (category: string) => ({
  transparency: ICalEventTransparency.TRANSPARENT,
  categories: [{ name: clean(category) }],
});

/** The end of whole days is the day after the last. */
const wholeDays = ({ from, to }: Period) => ({
  allDay: true,
  start: midnight(from),
  end: midnight(addDays(to, 1)),
});

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dateOf = (at: Instant): Date => new Date(at * 1000);

/** Whole days are held against days, instants against the library's. */
function within({ now, time_zone }: CalendarFile): (entry: Entry) => boolean {
  const today = dayOf(now, time_zone);
  const [first, last] = [addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD)];
  return ({ allDay, start, end }) => {
    const dayAt = (date: Date) =>
      allDay ? date.toISOString().slice(0, 10) : dayOf(date.getTime() / 1000, time_zone);
    const until = end instanceof Date ? new Date(end.getTime() - 1000) : start;
    return dayAt(start) <= last && dayAt(until) >= first;
  };
}

/** Without what no calendar's text may hold: control characters but the tab and line ends, and halves of letters. */
const clean = (text: string): string => text.toWellFormed().replaceAll(/(?![\t\r\n])\p{Cc}/gu, "");

const lines = (parts: readonly (string | null)[]): string | null =>
  parts
    .map((part) => clean(part ?? ""))
    .filter((part) => part !== "")
    .join("\n") || null;

/** An address is no text: the signs that the library would put a backslash before are written by their codes. */
/** Any other is no address that a reader could open, and some are none by the rules of RFC 3986. */
const WEB = /^https?:\/\//i;

const addressOf = (url: string): string | null =>
  URL.canParse(url) && WEB.test(url)
    ? new URL(url).href.replaceAll(/[,;\\]/g, encodeURIComponent)
    : null;
