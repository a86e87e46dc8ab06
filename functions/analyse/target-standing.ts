/** How far a target is, from the months that the screens read. */
import { addDays, monthOf } from "../model/day.ts";
import type { FigureDay, FigurePost } from "../model/figure-rows.ts";
import { counts, stands } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import type { TargetFields } from "../model/target.ts";
import type { TargetStanding } from "../model/target-standing.ts";
import { followersOutlook, type MonthEnd } from "./outlook.ts";
import { engagementRateBy } from "./rates.ts";
import { postsSoFar, rateSoFar } from "./target-so-far.ts";

/** An account that the target is of, with its months, oldest first. */
export type TargetAccount = {
  followers: number | null;
  months: readonly { month: string; days: readonly FigureDay[]; posts: readonly FigurePost[] }[];
};

/** A month's end is as it was read at most so many days before. */
const DAYS_BEFORE_END = 3;

/** @param accounts all that it is of: the followers of all together are known where those of each are */
export function targetStanding(
  target: TargetFields,
  accounts: readonly TargetAccount[],
  today: Day,
): TargetStanding {
  const { metric, value, year } = target;
  switch (metric) {
    case "followers": {
      const now = sumOrNull(accounts.map(({ followers }) => followers));
      const ends = monthEnds(accounts, monthOf(today));
      const outlook = followersOutlook(ends, target, { on: today, followers: now });
      const { needed_a_month, low, high, word } = outlook;
      return { metric, now, needed_a_month, low, high, word };
    }
    case "engagement_rate": {
      const rates = postsOf(accounts, year)
        .filter((post) => post.mature && counts(post))
        .flatMap((post) => engagementRateBy(post, "followers") ?? []);
      const { posts, median, word } = rateSoFar(rates, value);
      return { metric, posts, now: median, word };
    }
    case "posts_per_month": {
      const posts = postsOf(accounts, year).filter(stands);
      const over = monthsOver(year, monthOf(today));
      const { months, kept, mean } = postsSoFar(
        over.map((month) => posts.filter((post) => monthOf(post.published_on) === month).length),
        value,
      );
      return { metric, months, kept, mean };
    }
  }
}

const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.length === 0 || values.includes(null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** Of all months that are over and that any of the accounts has. */
function monthEnds(accounts: readonly TargetAccount[], running: string): MonthEnd[] {
  const months = new Set(accounts.flatMap((one) => one.months.map(({ month }) => month)));
  return [...months]
    .filter((month) => month < running)
    .map((month) => ({
      month,
      followers: sumOrNull(accounts.map((account) => endOf(account, month))),
    }));
}

function endOf({ months }: TargetAccount, month: string): number | null {
  const days = months.find((one) => one.month === month)?.days ?? [];
  const last = addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1);
  const from = addDays(last, -DAYS_BEFORE_END);
  return (
    days.findLast(({ date, followers }) => followers !== null && date >= from)?.followers ?? null
  );
}

const postsOf = (accounts: readonly TargetAccount[], year: number): FigurePost[] =>
  accounts.flatMap(({ months }) =>
    months.filter(({ month }) => month.startsWith(`${year}-`)).flatMap(({ posts }) => posts),
  );

/** Of a year, before the month that runs. */
const monthsOver = (year: number, running: string): string[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`).filter(
    (month) => month < running,
  );
