/** What a post's row keeps of its readings, so that the next one goes on where the last one stopped. */
import type { Counter, DailyCounter, Figures } from "./metric.ts";
import type { Day, Instant, PostReading } from "./snapshot.ts";

/** What is said of a post beside its figures. */
export type Details = Omit<PostReading, Counter>;

/** When each field was last said, by a reading that left a row or by one that did not. */
export type Said = Partial<
  Record<Exclude<keyof Details, "published_at" | "published_precision"> | "published", Instant>
>;

export type Fold = {
  /** The newest stored reading. */
  read_at: Instant;
  last: Figures;
  /** A reading that an import brought is never merged with a collector's: undoing it must leave the collector's. */
  last_imported: boolean;
  /** The latest known value of each counter. */
  known: Figures;
  /** The day of the newest observation, and what was known before it: a number, 0 for a fresh post, `null` unknown. */
  day: Day;
  base: Record<DailyCounter, number | null>;
  /** The counters that an observation on `day` gave. */
  seen: DailyCounter[];
};

/** `fold`: `null` without readings; `imported`: an import has a hand in its details. */
export type PostFold = { fold: Fold | null; said: Said; imported: boolean };

/** Of a post that nothing was read of yet. */
export const NO_FOLD: PostFold = { fold: null, said: {}, imported: false };
