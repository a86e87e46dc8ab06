/** What a judgement is given, and what it leaves to be written. */
import type { Stretch } from "../../model/snapshot.ts";
import type { KnownStreak } from "../../model/streak.ts";
import type { AccountReadingRow, CountsAround } from "../../store/account-readings.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";
import type { MonthVerdicts } from "../../store/months.ts";
import type { NormRow } from "../../store/norms.ts";
import type { Growth, PostReadingRow } from "../../store/post-readings.ts";
import type { FollowersAt } from "./followers-at.ts";
import type { Note, StreakChanges } from "./judged-streaks.ts";

/** What is about to be written, as far as a judgement may follow from it. */
export type Upcoming = {
  /** The library's: the hours of the day are its own. */
  time_zone: string;
  /** The accounts that it touches, as they will be. */
  accounts: readonly AccountRow[];
  /** Posts that are new or changed, as they will be. */
  posts: readonly JudgedRow[];
  /** The ids of those that are new. */
  inserted: ReadonlySet<number>;
  removed: readonly { id: number; account_id: number }[];
  /** Where followers at publish will be looked up again. */
  stretches: readonly Stretch[];
  accountReadings: { save: readonly AccountReadingRow[]; remove: readonly AccountReadingRow[] };
  postReadings: readonly PostReadingRow[];
  /** Judge from the first post whatever was kept, and learn nothing new. */
  anew: boolean;
  noted?: Note;
  undone?: Undone;
  /** What is stored of the accounts, where it was read before; `streaks`: those from the norms' checkpoints on. */
  known?: {
    norms: readonly NormRow[];
    streaks: readonly KnownStreak[];
    /** Of posts that may be learned from. */
    growth: readonly Growth[];
    /** Followers when new posts were published. */
    counts: readonly CountsAround[];
  };
};

/** An import that is being undone, and the accounts that are known to have had something of it. */
export type Undone = { id: number; accounts: ReadonlySet<number> };

export type JudgedRows = {
  /** Of the posts that are new, so that they are written once. */
  followers: ReadonlyMap<number, FollowersAt>;
  norms: NormRow[];
  streaks: StreakChanges;
  /** Of every month in which something may be found otherwise. */
  verdicts: MonthVerdicts[];
};

export const NOTHING_JUDGED: JudgedRows = {
  followers: new Map(),
  norms: [],
  streaks: { save: [], move: [], remove: [] },
  verdicts: [],
};
