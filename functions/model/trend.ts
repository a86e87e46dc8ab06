import type { HeadlineMetric } from "./metric.ts";
import type { Day } from "./snapshot.ts";

/** An account's figures in one bucket of a period: a day, a week or a month. */
export type TrendRow = Record<HeadlineMetric, number | null> & {
  /** Its first day. */
  date: Day;
  /** The period holds all of it, and it is over. */
  whole: boolean;
  posts: number;
  /** Of those posts; `null` when none is known. */
  interactions: number | null;
};

/** A value on a day, by its number in the period: 0 is the first. `null` breaks a line. */
export type Spot = [day: number, value: number | null];

/** What is usual: the middle half. */
export type Range = { low: number; high: number };

/** The running median of a figure of posts is of so many. */
export const RUNNING_POSTS = 15;

/** Fewer than these are dots, and no line. */
export const FEWEST_SPOTS = 5;
