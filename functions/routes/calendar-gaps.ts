/** Where the calendar is empty: who is silent, and how long ago each topic was posted about. */
import { neglectedTopics, quietSpells } from "../analyse/quiet.ts";
import { addDays, daysBetween, isoInstant, SECONDS_A_DAY } from "../model/day.ts";
import { type Post, stands } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import { calendarHeadline } from "../present/calendar-headline.ts";
import { named } from "../present/plan-lines.ts";
import type {
  Ahead,
  CalendarDay,
  CalendarView,
  PlanLine,
  TopicLine,
} from "../present/views/calendar.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { Month } from "../store/month-packing.ts";
import type { Ctx } from "./env.ts";

type Known = {
  accounts: readonly AccountRow[];
  /** Of so long that an account's rhythm is known. */
  months: readonly Month[];
  plans: readonly PlanLine[];
  days: CalendarDay[];
  today: Day;
};

/** An account with what is known of its rhythm. */
type Rhythm = { account: AccountRow; posts: Post[]; known: ReadonlySet<Day> };

export function calendarGaps(
  c: Ctx,
  { accounts, months, plans, days, today }: Known,
): Pick<CalendarView, "headline" | "days" | "ahead" | "topics" | "evergreen"> {
  const rhythms = accounts.map((account): Rhythm => {
    const own = months.filter(({ account_id }) => account_id === account.id);
    return {
      account,
      posts: own.flatMap(({ posts }) => posts).filter((post) => stands(post) && !post.hidden),
      known: new Set(own.flatMap((month) => month.days.map(({ date }) => date))),
    };
  });
  const ahead = rhythms.flatMap((rhythm) => silentNow(c, rhythm, today));
  const until = days.at(-1)?.day ?? today;
  return {
    headline: calendarHeadline({ accounts: accounts.length, today, until, plans, ahead }),
    days,
    ahead,
    topics: rhythms.flatMap((rhythm) => topicsOf(c, rhythm)),
    evergreen: [],
  };
}

function silentNow(c: Ctx, { account, posts, known }: Rhythm, today: Day): Ahead[] {
  const spells = quietSpells(
    posts.map(({ published_at }) => isoInstant(published_at)),
    {
      time_zone: c.get("time_zone"),
      // today is not over
      now: isoInstant(c.get("now") - SECONDS_A_DAY),
      closed: unseenDays(posts.at(-1)?.published_on ?? today, today, known),
    },
  );
  return spells
    .filter(({ to }) => to === null)
    .map(({ from, usual_days }) => ({ kind: "silent", account: named(account), from, usual_days }));
}

/** A day of which nothing is known was not looked at, and is no silence. */
function unseenDays(after: Day, before: Day, known: ReadonlySet<Day>) {
  const between = Math.max(0, daysBetween(after, before) - 1);
  return Array.from({ length: between }, (_, index) => addDays(after, index + 1))
    .filter((day) => !known.has(day))
    .map((day) => ({ from: day, to: day }));
}

const topicsOf = (c: Ctx, { account, posts }: Rhythm): TopicLine[] =>
  neglectedTopics(
    posts.map(({ id, published_at, topic }) => ({
      id,
      published_at: isoInstant(published_at),
      topic,
    })),
    { time_zone: c.get("time_zone"), now: isoInstant(c.get("now")) },
  ).map(({ by_chance_every_weeks: _, ...line }) => ({ account: named(account), ...line }));
