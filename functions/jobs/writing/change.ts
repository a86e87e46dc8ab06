/** Everything that one run changes, and the one batch that writes it: all of it or nothing. */
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  deleteAccountReadings,
  saveAccountReadings,
} from "../../store/account-readings.ts";
import { type AccountRow, lostTheRace, saveAccounts, saveIdentity } from "../../store/accounts.ts";
import { type CommentRow, saveComments } from "../../store/comments.ts";
import { type DayReadingRow, saveDayReadings } from "../../store/day-readings.ts";
import { type DayKey, type DayRow, deleteDays, listDays, saveDays } from "../../store/days.ts";
import { touchLibrary } from "../../store/library.ts";
import { deleteEmptyMonths, type MonthKey, packMonths, saveVerdicts } from "../../store/months.ts";
import { saveNorms } from "../../store/norms.ts";
import {
  deletePostDetails,
  type PostDetailsRow,
  savePostDetails,
} from "../../store/post-details.ts";
import {
  deletePostReadings,
  type PostReadingRow,
  savePostReadings,
} from "../../store/post-readings.ts";
import {
  deletePostKeys,
  deletePosts,
  deriveFollowersAtPublish,
  insertPosts,
  type PostKey,
  type PostRow,
  type Stretch,
  saveDetails,
  saveFigures,
  savePostKeys,
} from "../../store/posts.ts";
import { moveStreaks, saveStreaks } from "../../store/streaks.ts";
import { type JudgedRows, judge, NOTHING_JUDGED } from "../judging/judge.ts";
import { type DaysChange, deriveDays, touchedDays } from "./derive-days.ts";

export type Change = {
  accounts: AccountRow[];
  /** Accounts whose handle or id changed. */
  identities: AccountRow[];
  accountReadings: { save: AccountReadingRow[]; remove: AccountReadingRow[] };
  dayReadings: DayReadingRow[];
  posts: { insert: PostRow[]; figures: PostRow[]; details: PostRow[]; remove: PostRow[] };
  keys: { save: PostKey[]; remove: PostKey[] };
  postDetails: { save: PostDetailsRow[]; remove: PostDetailsRow[] };
  postReadings: { save: PostReadingRow[]; remove: PostReadingRow[] };
  comments: CommentRow[];
  days: { save: DayRow[]; remove: DayKey[] };
  stretches: Stretch[];
  months: MonthKey[];
  judgement: JudgedRows;
  last_read_at: Instant | null;
};

export const noChange = (): Change => ({
  accounts: [],
  identities: [],
  accountReadings: { save: [], remove: [] },
  dayReadings: [],
  posts: { insert: [], figures: [], details: [], remove: [] },
  keys: { save: [], remove: [] },
  postDetails: { save: [], remove: [] },
  postReadings: { save: [], remove: [] },
  comments: [],
  days: { save: [], remove: [] },
  stretches: [],
  months: [],
  judgement: NOTHING_JUDGED,
  last_read_at: null,
});

/** Judges the accounts of a change, once all else of it is known, and looks up the followers of its new posts on the way. */
export async function judgeChange(db: D1Database, change: Change, anew = false): Promise<void> {
  const { insert, figures, details } = change.posts;
  const posts = [...insert, ...figures, ...details];
  change.judgement = await judge(db, {
    accounts: change.accounts,
    posts: [...new Map(posts.map((row) => [row.id, row])).values()],
    inserted: new Set(insert.map(({ id }) => id)),
    removed: change.posts.remove,
    stretches: [
      ...change.stretches,
      ...insert.map(({ account_id, published_at: at }) => ({ account_id, from: at, to: at })),
    ],
    accountReadings: change.accountReadings,
    postReadings: change.postReadings.save,
    anew,
  });
  for (const row of insert) {
    const { followers = null, estimated = false } = change.judgement.followers.get(row.id) ?? {};
    row.followers_at_publish = followers;
    row.followers_estimated = Number(estimated);
  }
}

/** The days that these changes touch, as they will be. */
export async function changeDays(
  db: D1Database,
  change: Change,
  days: readonly DaysChange[],
): Promise<void> {
  const touched = touchedDays(days);
  change.days = deriveDays(days, touched.length === 0 ? [] : await listDays(db, touched));
}

/** The change as statements, in the order that foreign keys and derivations need. */
export const statements = (db: D1Database, change: Change): D1PreparedStatement[] => [
  // what an account is called no longer is free for a new one of the same request
  ...saveIdentity(db, change.identities),
  ...saveAccounts(db, change.accounts),
  ...insertPosts(db, change.posts.insert),
  ...saveFigures(db, change.posts.figures),
  ...saveDetails(db, change.posts.details),
  ...deletePostKeys(db, change.keys.remove),
  ...savePostKeys(db, change.keys.save),
  ...deletePostDetails(db, change.postDetails.remove),
  ...savePostDetails(db, change.postDetails.save),
  ...deletePostReadings(db, change.postReadings.remove),
  ...savePostReadings(db, change.postReadings.save),
  ...deleteAccountReadings(db, change.accountReadings.remove),
  ...saveAccountReadings(db, change.accountReadings.save),
  ...deletePosts(db, change.posts.remove),
  ...saveDayReadings(db, change.dayReadings),
  ...saveComments(db, change.comments),
  ...saveDays(db, change.days.save),
  ...deleteDays(db, change.days.remove),
  ...deriveFollowersAtPublish(db, change.stretches),
  ...judgementStatements(db, change.months, change.judgement),
  // a post that moved, or a day that went, may have been a month's last
  ...(change.posts.details.length + change.days.remove.length > 0 ? [deleteEmptyMonths(db)] : []),
  touchLibrary(db, change.last_read_at),
];

/** A month that is packed anyway takes its verdicts along, for one written row instead of two. */
export function judgementStatements(
  db: D1Database,
  months: readonly MonthKey[],
  { verdicts, norms, streaks }: JudgedRows,
): D1PreparedStatement[] {
  const keyOf = ({ account_id, month }: { account_id: number; month: string }) =>
    `${account_id} ${month}`;
  const found = new Map(verdicts.map((one) => [keyOf(one), one.verdicts]));
  const packed = new Set(months.map(keyOf));
  return [
    ...packMonths(
      db,
      months.map((key) => {
        const said = found.get(keyOf(key));
        return said === undefined ? key : { ...key, verdicts: said };
      }),
    ),
    ...saveVerdicts(
      db,
      verdicts.filter((one) => !packed.has(keyOf(one))),
    ),
    ...saveNorms(db, norms),
    ...saveStreaks(db, streaks.save),
    ...moveStreaks(db, streaks.move),
  ];
}

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
