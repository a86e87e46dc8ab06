/** What every screen is made from: an account with its days and posts in a period and in the one that it is compared with. */
import {
  type Against,
  addDays,
  comparedPeriod,
  monthOf,
  type Period,
  periodBefore,
} from "../model/day.ts";
import type { FigureDay, FigurePost } from "../model/figure-rows.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Instant } from "../model/snapshot.ts";

export type AccountHead = {
  id: number;
  platform: Platform;
  handle: string;
  last_read_at: Instant | null;
  followers_at: Instant | null;
  /** The newest push or collection; what is newer came by file or by hand. */
  collected_at: Instant | null;
};

/**
 * Are its posts only a choice? TikTok lets a person export some fifteen videos that they picked; as long as nothing collects
 * or pushes the account, nobody knows the others, and no gap, no regularity and no median of all posts follows from these.
 */
export const isChoice = ({
  platform,
  collected_at,
}: Pick<AccountHead, "platform" | "collected_at">): boolean =>
  platform === "tiktok" && collected_at === null;

/** Of one account: consecutive months, oldest first. */
export type MonthOf = {
  account_id: number;
  followers_before: number | null;
  days: readonly FigureDay[];
  posts: readonly FigurePost[];
};

export type Part = {
  days: FigureDay[];
  posts: FigurePost[];
  /** The last follower count known before the part. */
  followers_before: number | null;
};

export type AccountPeriod = {
  account: AccountHead;
  now: Part;
  /** With what it is compared; empty where there is no such period. */
  before: Part;
  /** Of the period and before it, oldest first, whatever it is compared with. */
  posts: FigurePost[];
  /** The first day, in the period or the one just before, of which anything is known; `null`: nothing is. */
  known_from: Day | null;
};

const NOTHING: Part = { days: [], posts: [], followers_before: null };

/** How many of the rows are of days before this one. @param rows in order of their days */
function placeOf<Row>(rows: readonly Row[], dayOf: (row: Row) => Day, day: Day): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dayOf(rows[middle] as Row) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dateOf = ({ date }: FigureDay): Day => date;
const publishedOn = ({ published_on }: FigurePost): Day => published_on;

/** @param rows in order of their days */
const inside = <Row>(rows: readonly Row[], dayOf: (row: Row) => Day, { from, to }: Period): Row[] =>
  rows.slice(placeOf(rows, dayOf, from), placeOf(rows, dayOf, addDays(to, 1)));

/** @param before what was known before the first of the days */
function partOf(
  { days, posts }: { days: readonly FigureDay[]; posts: readonly FigurePost[] },
  before: number | null,
  period: Period,
): Part {
  let followers_before: number | null = null;
  for (let at = placeOf(days, dateOf, period.from) - 1; at >= 0; at -= 1) {
    followers_before = days[at]?.followers ?? null;
    if (followers_before !== null) break;
  }
  return {
    days: inside(days, dateOf, period),
    posts: inside(posts, publishedOn, period),
    followers_before: followers_before ?? before,
  };
}

/**
 * @param months of all accounts, by account and month, from the first day of `loadedFor` on
 * @param compared where that is not what `against` says of the period, as of months, which are not equally long
 */
export const accountPeriods = (
  accounts: readonly AccountHead[],
  months: readonly MonthOf[],
  period: Period,
  against: Against = "before",
  compared: Period | null = comparedPeriod(period, against),
): AccountPeriod[] => {
  const just_before = periodBefore(period);
  return accounts.map((account) => {
    const own = months.filter((month) => month.account_id === account.id);
    const before = own[0]?.followers_before ?? null;
    const days = own.flatMap((month) => month.days);
    // what a person hid is in no figure: of one post alone a sum would tell it
    const posts = own.flatMap((month) => month.posts).filter(({ hidden }) => !hidden);
    const part = (of: Period) => partOf({ days, posts }, before, of);
    const now = part(period);
    return {
      account,
      now,
      before: compared ? part(compared) : NOTHING,
      posts: against === "before" ? posts : posts.filter(sinceMonth(monthOf(just_before.from))),
      known_from: knownFrom(part(just_before), now),
    };
  });
};

const sinceMonth =
  (month: string) =>
  ({ published_on }: FigurePost): boolean =>
    monthOf(published_on) >= month;

/** The days that have to be known for a period and what it is compared with. */
export function loadedFor(period: Period, against: Against): Period {
  const firsts = [periodBefore(period).from, comparedPeriod(period, against)?.from ?? period.from];
  return { from: firsts.sort()[0] ?? period.from, to: period.to };
}

function knownFrom(before: Part, now: Part): Day | null {
  const firsts = [before, now].flatMap(({ days, posts }) => [
    days[0]?.date ?? [],
    posts[0]?.published_on ?? [],
  ]);
  return firsts.flat().sort()[0] ?? null;
}
