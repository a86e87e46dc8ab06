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

/** What storing would do. */
export type Preview = {
  accounts: PreviewAccount[];
  posts_added: number;
  /** Known posts that would change. */
  posts_updated: number;
  posts_unchanged: number;
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
