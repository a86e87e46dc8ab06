import type { HeadlineMetric } from "./metric.ts";
import type { Day } from "./snapshot.ts";

/** An account's figures in one bucket of a period: a day, a week or a month. */
export type TrendRow = Record<HeadlineMetric, number | null> & {
  /** Its first day. */
  date: Day;
  posts: number;
  /** Of those posts; `null` when none is known. */
  interactions: number | null;
};
