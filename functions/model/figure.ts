/** The words of a figure on the screen: what it is, by which formula, from which numbers, against what. */
import type { HeadlineMetric, RateBase } from "./metric.ts";
import type { Platform } from "./platform.ts";
import type { Instant } from "./snapshot.ts";

/** How a figure is made: `analyse/figures.ts` computes each, `web/language/figures.ts` says each in words. */
export type Formula =
  | "median_post_rate"
  | "median_post_rate_by_reach"
  | "median_post_rate_by_views"
  | "mean_daily_reach"
  | "median_post_reach"
  | "sum_daily_views"
  | "sum_post_views"
  | "last_followers";

/** The numbers that went into a figure, by name; each has its words in `web/language/figures.ts`. */
export type FigurePart =
  | "posts"
  | "too_early"
  | "interactions"
  /** What a rate is taken of, in the median; and how many posts lack it. */
  | RateBase
  | `without_${RateBase}`
  | "days"
  /** The known days of the period before, where they are another number: its sum is taken as of as many days. */
  | "days_before"
  /** The same of the year before, in a report. */
  | "days_year"
  | "median_post_reach"
  | "followers_before"
  | "followers_change"
  | "followers_gained"
  | "followers_lost"
  | "accounts";

export type FigureParts = { [Part in FigurePart]?: number | null };

/** Why there is no value. */
export type Absence = "not_available" | "not_read" | "not_enough" | "no_followers" | "no_data";

/** A figure beside that of the period of equal length before. */
export type Comparison = {
  /** The value before. */
  before: number | null;
  /** Value minus value before: percentage points for a rate (as a fraction), units for the rest. */
  difference: number | null;
  /** Difference ÷ before; `null` when before is 0 or unknown. */
  ratio: number | null;
  /**
   * `up` and `down` only where it is more than chance or noise; `same`: inside it; `few`: too little to say; `sum`: a sum of
   * accounts, which has no posts or days of its own to test; `none`: nothing to compare with.
   */
  meaning: "up" | "down" | "same" | "few" | "sum" | "none";
};

/** One figure of one account (or of all together), ready to be opened to its formula. */
export type FigureRow = {
  /** `null`: all accounts together. */
  platform: Platform | null;
  /** The account's id where the row is one account; `null` for all together. */
  account: number | null;
  handle: string | null;
  value: number | null;
  absence: Absence | null;
  change: Comparison;
  /** Oldest first; `null` breaks the line. */
  spark: (number | null)[];
  formula: Formula;
  /** For example `{posts: 12, too_early: 2, interactions: 310, followers: 1204}`. */
  parts: FigureParts;
  read_at: Instant | null;
  /** It was not collected: it came in a file, or was typed. */
  brought: boolean;
  /** It is made of posts that somebody chose: the account's other posts are not known. */
  of_choice: boolean;
};

export type FigureBlock = { metric: HeadlineMetric; rows: FigureRow[] };
