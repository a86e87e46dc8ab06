/** When a post could go out in an empty stretch: at hours that are known to do well, else at those that are the library's own. */
import {
  addDays,
  dayOf,
  daysOf,
  hourOf,
  type Period,
  startOfDay,
  weekdayOf,
} from "../model/day.ts";
import { bandOf, HOUR_BANDS, type HourBand } from "../model/hour-band.ts";
import { plannedAt } from "../model/plan-time.ts";
import type { Post } from "../model/post.ts";
import type { Day, Instant } from "../model/snapshot.ts";

const MOST_SLOTS = 3;

/** Habits are those of the last year. */
const HABIT_DAYS = 365;

/** Fewer posts in a band are no habit. */
const FEWEST_POSTS = 5;

export type Slot = {
  on: Day;
  /** `HH:00` by the library's clock. */
  at: string;
  /** `claimed`: posts at these hours do better, surely enough to say so; `habit`: the library posts then, no more is known. */
  basis: "claimed" | "habit";
  /** The account of which it is claimed; `null`: of all together, or of none. */
  claimed_of: number | null;
};

/** Hours that do worse are not offered, nor first those of which two accounts' claims disagree. */
type HourClaim = {
  factor: string;
  level: string;
  direction: 1 | -1;
  account_id?: number | null;
};

/** When an account posts: the hours of its posts by the library's clock, in each band in order, and how many there are a weekday (1 is Monday). */
export type Habits = {
  hours: ReadonlyMap<HourBand, readonly number[]>;
  weekdays: ReadonlyMap<number, number>;
};

type Clock = { time_zone: string; now: Instant };

/**
 * Those of the last year, found once for all stretches.
 * @param posts the account's, any order; those of which the day alone is known say nothing of hours
 */
export function habitsOf(
  posts: readonly Pick<Post, "published_at" | "published_precision">[],
  { time_zone, now }: Clock,
): Habits {
  const since = startOfDay(addDays(dayOf(now, time_zone), -HABIT_DAYS), time_zone);
  const weekdays = new Map<number, number>();
  const hours = new Map<HourBand, number[]>(HOUR_BANDS.map((band) => [band, []]));
  for (const { published_at, published_precision } of posts) {
    if (published_precision !== "second" || published_at > now || published_at < since) continue;
    const weekday = weekdayOf(dayOf(published_at, time_zone));
    weekdays.set(weekday, (weekdays.get(weekday) ?? 0) + 1);
    const hour = hourOf(published_at, time_zone);
    hours.get(bandOf(hour))?.push(hour);
  }
  for (const used of hours.values()) used.sort((one, other) => one - other);
  return { hours, weekdays };
}

type SlotOptions = Clock & {
  /** What is claimed of the account, or of the accounts that the stretch is of and of all together. */
  claims?: readonly HourClaim[];
};

/**
 * Up to three slots, in the order of time. The best band goes to each of the days first, those weekdays before on which the
 * library posts most; where the days are fewer than three the next band follows.
 */
export function slotsFor(
  stretch: Period,
  { hours, weekdays }: Habits,
  { time_zone, now, claims = [] }: SlotOptions,
): Slot[] {
  const postsOn = (day: Day): number => weekdays.get(weekdayOf(day)) ?? 0;
  const days = daysOf(stretch).sort((a, b) => postsOn(b) - postsOn(a) || (a < b ? -1 : 1));
  const slots: Slot[] = [];
  for (const band of bandsFor(hours, claims)) {
    for (const on of days) {
      if (slots.length < MOST_SLOTS && plannedAt({ on, at: band.at }, time_zone) > now) {
        slots.push({ on, ...band });
      }
    }
  }
  return slots.sort((a, b) => (`${a.on} ${a.at}` < `${b.on} ${b.at}` ? -1 : 1));
}

/** The bands that may be offered, the best first: claimed ones, then by how often they are used, then the earlier. */
function bandsFor(used: Habits["hours"], claims: readonly HourClaim[]): Omit<Slot, "on">[] {
  const claimsOf = (band: HourBand) =>
    claims.filter(({ factor, level }) => factor === "hours" && level === band);
  return HOUR_BANDS.map((band) => ({
    claim: agreed(claimsOf(band)),
    claimed_of: ofWhom(claimsOf(band)),
    hours: used.get(band) ?? [],
  }))
    .filter(({ claim, hours }) => hours.length >= FEWEST_POSTS && claim >= 0)
    .sort((a, b) => b.claim - a.claim || b.hours.length - a.hours.length)
    .map(({ claim, claimed_of, hours }) => ({
      at: `${String(middleOf(hours)).padStart(2, "0")}:00`,
      basis: claim > 0 ? "claimed" : "habit",
      claimed_of: claim > 0 ? claimed_of : null,
    }));
}

/** 0 where nothing is claimed, and where one account's claim contradicts another's. */
const agreed = (claims: readonly HourClaim[]): number => {
  const directions = new Set(claims.map(({ direction }) => direction));
  return directions.size === 1 ? (claims[0]?.direction ?? 0) : 0;
};

/** One account alone, or `null`: several, or all together. */
const ofWhom = (claims: readonly HourClaim[]): number | null =>
  claims.length === 1 ? (claims[0]?.account_id ?? null) : null;

/** The middle one, of two the earlier: an hour at which a post did go out. */
const middleOf = (hours: readonly number[]): number =>
  hours[Math.floor((hours.length - 1) / 2)] ?? 0;
