/** Everything that one run changes, and the one batch that writes it: all of it or nothing. */
import type { Instant } from "../model/snapshot.ts";
import {
  type AccountReadingRow,
  deleteAccountReadings,
  saveAccountReadings,
} from "../store/account-readings.ts";
import { type AccountRow, lostTheRace, saveAccounts, saveIdentity } from "../store/accounts.ts";
import { type CommentRow, saveComments } from "../store/comments.ts";
import { type DayReadingRow, saveDayReadings } from "../store/day-readings.ts";
import { type DayKey, type DayRow, deleteDays, saveDays } from "../store/days.ts";
import { touchLibrary } from "../store/library.ts";
import { type MonthKey, packMonths } from "../store/months.ts";
import { deletePostDetails, type PostDetailsRow, savePostDetails } from "../store/post-details.ts";
import {
  deletePostReadings,
  type PostReadingRow,
  savePostReadings,
} from "../store/post-readings.ts";
import {
  deriveFollowersAtPublish,
  insertPosts,
  type PostKey,
  type PostRow,
  type Stretch,
  saveDetails,
  saveFigures,
  savePostKeys,
} from "../store/posts.ts";

export type Change = {
  accounts: AccountRow[];
  /** Accounts whose handle or id changed. */
  identities: AccountRow[];
  accountReadings: { save: AccountReadingRow[]; remove: AccountReadingRow[] };
  dayReadings: DayReadingRow[];
  posts: { insert: PostRow[]; figures: PostRow[]; details: PostRow[] };
  keys: PostKey[];
  postDetails: { save: PostDetailsRow[]; remove: PostDetailsRow[] };
  postReadings: { save: PostReadingRow[]; remove: PostReadingRow[] };
  comments: CommentRow[];
  days: { save: DayRow[]; remove: DayKey[] };
  stretches: Stretch[];
  months: MonthKey[];
  last_read_at: Instant | null;
};

export const noChange = (): Change => ({
  accounts: [],
  identities: [],
  accountReadings: { save: [], remove: [] },
  dayReadings: [],
  posts: { insert: [], figures: [], details: [] },
  keys: [],
  postDetails: { save: [], remove: [] },
  postReadings: { save: [], remove: [] },
  comments: [],
  days: { save: [], remove: [] },
  stretches: [],
  months: [],
  last_read_at: null,
});

/** The change as statements, in the order that foreign keys and derivations need. */
export const statements = (db: D1Database, change: Change): D1PreparedStatement[] => [
  ...saveAccounts(db, change.accounts),
  ...saveIdentity(db, change.identities),
  ...insertPosts(db, change.posts.insert),
  ...saveFigures(db, change.posts.figures),
  ...saveDetails(db, change.posts.details),
  ...savePostKeys(db, change.keys),
  ...deletePostDetails(db, change.postDetails.remove),
  ...savePostDetails(db, change.postDetails.save),
  ...deletePostReadings(db, change.postReadings.remove),
  ...savePostReadings(db, change.postReadings.save),
  ...deleteAccountReadings(db, change.accountReadings.remove),
  ...saveAccountReadings(db, change.accountReadings.save),
  ...saveDayReadings(db, change.dayReadings),
  ...saveComments(db, change.comments),
  ...saveDays(db, change.days.save),
  ...deleteDays(db, change.days.remove),
  ...deriveFollowersAtPublish(db, change.stretches),
  ...packMonths(db, change.months),
  touchLibrary(db, change.last_read_at),
];

/** Writers that meet try again so many times; each of them lost to one that got through. */
const ATTEMPTS = 8;

/**
 * Reads, derives and writes until no other writer comes between.
 * @param attempt reads and derives; what it returns is written in one batch, an empty list not at all
 */
export async function untilWritten<Result>(
  db: D1Database,
  attempt: () => Promise<{ result: Result; statements: D1PreparedStatement[] }>,
): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    const { result, statements } = await attempt();
    if (statements.length === 0) return result;
    try {
      await db.batch(statements);
      return result;
    } catch (error) {
      if (tried === ATTEMPTS || !lostTheRace(error)) throw error;
    }
  }
}
