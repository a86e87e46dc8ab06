import type { DayMetric } from "./metric.ts";
import type { Platform } from "./platform.ts";
import type { Day, PostReading } from "./snapshot.ts";

export type PreviewAccount = {
  platform: Platform;
  handle: string;
  name: string | null;
  /** `renamed`: known under another handle, `was`, by its id or its posts. */
  state: "known" | "new" | "renamed";
  was: string | null;
  /** Another name by which the file calls it: one of before. */
  called: string | null;
};

/**
 * What becomes of a day's figures: `added` nothing was known of it, `extended` a figure joins those that were, `replaced` one
 * that was known changes, `unchanged` nothing does.
 */
export type News = "added" | "extended" | "replaced" | "unchanged";

/** What snapshots bring, in what a person knows: posts, days, follower counts. */
export type Tally = {
  posts_added: number;
  /** Known posts that change. */
  posts_updated: number;
  posts_unchanged: number;
  days_added: number;
  days_extended: number;
  days_replaced: number;
  days_unchanged: number;
  /** Days whose last follower count was not known. */
  followers_added: number;
  followers_replaced: number;
  followers_unchanged: number;
};

export const NO_TALLY: Tally = {
  posts_added: 0,
  posts_updated: 0,
  posts_unchanged: 0,
  days_added: 0,
  days_extended: 0,
  days_replaced: 0,
  days_unchanged: 0,
  followers_added: 0,
  followers_replaced: 0,
  followers_unchanged: 0,
};

/** What a file says of one day, as it would stand. */
export type PreviewDay = Record<DayMetric, number | null> & {
  date: Day;
  followers: number | null;
};

/** What storing would do. */
export type Preview = Tally & {
  accounts: PreviewAccount[];
  /** Days of an account that the platform's own figures are of. */
  days: number;
  /** Follower counts. */
  followers: number;
  /** The library's days, from the first that something is of to the last; `null`: of none. */
  from: Day | null;
  to: Day | null;
  /** The first posts of the file, as they would stand. */
  first: PostReading[];
};
