/** What was published by topic or by format, month by month, beside what is wished. */
import type { Day } from "./snapshot.ts";
import type { MixedBy, MixLevel } from "./target-mix.ts";

export type MixRow = {
  /** `null`: nothing says what it is about. */
  level: MixLevel | null;
  /** Posts since `since`. */
  posts: number;
  /** 0 to 1; `null`: no wish. */
  wished: number | null;
  /** Posts of each of the months, in their order. */
  months: number[];
};

export type ContentMix = {
  by: MixedBy;
  since: Day;
  /** All posts since then. */
  posts: number;
  /** The newest first. */
  months: { month: string; posts: number }[];
  /** In fixed order; what has neither a post nor a wish is left out. */
  rows: MixRow[];
};
