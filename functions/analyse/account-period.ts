/** What every screen is made from: an account with its days and posts in a period and in the one just before. */
import { type Period, periodBefore } from "../model/day.ts";
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
  before: Part;
  /** Everything that was loaded, oldest first. */
  posts: FigurePost[];
};

/** @param rows in order of their days */
function inside<Row>(rows: readonly Row[], dayOf: (row: Row) => Day, { from, to }: Period): Row[] {
  return rows.filter((row) => from <= dayOf(row) && dayOf(row) <= to);
}

/** @param before what was known before the first of the days */
function partOf(
  { days, posts }: { days: readonly FigureDay[]; posts: readonly FigurePost[] },
  before: number | null,
  period: Period,
): Part {
  const earlier = days.findLast((day) => day.date < period.from && day.followers !== null);
  return {
    days: inside(days, (day) => day.date, period),
    posts: inside(posts, (post) => post.published_on, period),
    followers_before: earlier?.followers ?? before,
  };
}

/** @param months of all accounts, by account and month, from the period before on */
export const accountPeriods = (
  accounts: readonly AccountHead[],
  months: readonly MonthOf[],
  period: Period,
): AccountPeriod[] =>
  accounts.map((account) => {
    const own = months.filter((month) => month.account_id === account.id);
    const before = own[0]?.followers_before ?? null;
    const days = own.flatMap((month) => month.days);
    const posts = own.flatMap((month) => month.posts);
    return {
      account,
      now: partOf({ days, posts }, before, period),
      before: partOf({ days, posts }, before, periodBefore(period)),
      posts,
    };
  });

/** The first day, in the period or the one before, of which anything is known; `null`: nothing is. */
export function knownFrom({ before, now }: Pick<AccountPeriod, "before" | "now">): Day | null {
  const firsts = [before, now].flatMap(({ days, posts }) => [
    days[0]?.date ?? [],
    posts[0]?.published_on ?? [],
  ]);
  return firsts.flat().sort()[0] ?? null;
}
