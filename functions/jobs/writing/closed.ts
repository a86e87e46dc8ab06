/** A change closed: what follows from the whole of it, and all of it as the statements of one batch. */
import { SHORTEST_SILENCE } from "../../analyse/quiet.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { isMature } from "../../model/post.ts";
import type { Stretch } from "../../model/snapshot.ts";
import { deleteAccountReadings, saveAccountReadings } from "../../store/account-readings.ts";
import { saveAccounts, saveIdentity } from "../../store/accounts.ts";
import { deleteComments, saveComments, settleComment } from "../../store/comments.ts";
import { deleteDayReadings, saveDayReadings } from "../../store/day-readings.ts";
import { deleteDays, saveDays } from "../../store/days.ts";
import { deriveFollowersAtPublish, listMonthsOfPosts } from "../../store/followers-at-publish.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  deleteEmptyMonths,
  listMonthsFrom,
  type MonthKey,
  packMonths,
  saveVerdicts,
} from "../../store/months.ts";
import { endQuestions, endSilences } from "../../store/notices.ts";
import { type PlanRow, saveMatches } from "../../store/plans.ts";
import { deletePostDetails, savePostDetails } from "../../store/post-details.ts";
import { deletePostKeys, savePostKeys } from "../../store/post-keys.ts";
import { deletePostReadings, savePostReadings } from "../../store/post-readings.ts";
import {
  deletePosts,
  insertPosts,
  type PostRow,
  saveDetails,
  saveFigures,
} from "../../store/posts.ts";
import { deleteStreaks, moveStreaks, saveStreaks } from "../../store/streaks.ts";
import { saveThreads } from "../../store/threads.ts";
import { countLate } from "../../store/works.ts";
import { judge } from "../judging/judge.ts";
import type { Note } from "../judging/judged-streaks.ts";
import { type JudgedRows, NOTHING_JUDGED, type Undone } from "../judging/judgement.ts";
import { aroundOf } from "../matching/around.ts";
import { type LinkedAnew, linkedAnew } from "../matching/linked-posts.ts";
import { matchedAmong } from "../matching/match-anew.ts";
import { type AtHand, daysOf } from "./at-hand.ts";
import { type Change, pack } from "./change.ts";
import { deriveDays, touchedDays } from "./derive-days.ts";
import { monthKey } from "./month-key.ts";
import { notePostsSeen } from "./posts-seen.ts";
import { rowsWritten } from "./rows-written.ts";
import { threadsAnew } from "./threads-anew.ts";

export type Closing = {
  /** `anew`: from the first post, whatever was kept; `later`: what is found of the months' posts waits for another batch. */
  judge?: "usual" | "anew" | "later";
  /** `later`: they are packed by the batch that ends what this one is a slice of. */
  months?: "now" | "later";
  /** What was found of the packed months' posts before is void. */
  unjudged?: boolean;
  /** Posts as a person corrected them: written by others of the batch, and judged as they will be. */
  corrected?: readonly JudgedRow[];
  /** Those of them that plans and events are held against anew. */
  retold?: readonly PostRow[];
  noted?: Note | undefined;
  /** The import that is being undone: no streak tells of it any more. */
  undone?: Undone;
  atHand?: AtHand;
  /** Others of the batch, after these, take the months away that are empty. */
  swept?: boolean;
  /** Rows that others of the batch write. */
  beside?: number;
};

/** The change as statements, in the order that foreign keys and derivations need. */
export async function closed(
  db: D1Database,
  change: Change,
  closing: Closing = {},
): Promise<D1PreparedStatement[]> {
  const [days, judged, { plans, links }, threads] = await Promise.all([
    changedDays(db, change, closing),
    judgedRows(db, change, closing),
    keptAndLinked(db, change, closing),
    threadsAnew(db, change),
  ]);
  const months = closing.months === "later" ? [] : await packedMonths(db, change, days, closing);
  const { posts, keys, postDetails, postReadings, accountReadings } = change;
  const statements = [
    // what an account is called no longer is free for a new one of the same request
    ...saveIdentity(db, change.identities),
    ...saveAccounts(db, change.accounts, judged.norms),
    ...insertPosts(db, posts.insert.map(withFollowers(judged))),
    ...saveFigures(db, posts.figures),
    ...saveDetails(db, posts.details),
    ...deletePostKeys(db, keys.remove),
    ...savePostKeys(db, keys.save),
    ...deletePostDetails(db, postDetails.remove),
    ...savePostDetails(db, postDetails.save),
    ...deletePostReadings(db, postReadings.remove),
    ...savePostReadings(db, postReadings.save),
    ...deleteAccountReadings(db, accountReadings.remove),
    ...saveAccountReadings(db, accountReadings.save),
    ...deletePosts(db, posts.remove),
    ...deleteDayReadings(db, change.dayReadings.remove),
    ...saveDayReadings(db, change.dayReadings.save),
    ...deleteComments(db, change.comments.remove),
    ...saveComments(db, change.comments.save),
    ...change.comments.settle.map((row) => settleComment(db, row)),
    ...saveThreads(db, threads),
    ...endQuestions(db, [...new Set(threads.map(({ account_id }) => account_id))]),
    ...saveDays(db, days.save),
    ...deleteDays(db, days.remove),
    ...deriveFollowersAtPublish(db, [
      ...change.recounted,
      ...change.moved,
      // a judgement looks them up for the new posts
      ...(closing.judge === "later" ? posts.insert.map(placeOf) : []),
    ]),
    ...judgementStatements(db, months, judged),
    ...endSilences(db, perhapsSilent(change, closing)),
    ...saveMatches(db, plans),
    ...links.statements,
    // read for the first time when they had long settled: a look may have done without them
    ...countLate(db, posts.insert.filter(isMature)),
    // a post that moved, or a day that went, may have been a month's last
    ...(!closing.swept && posts.details.length + days.remove.length > 0
      ? [deleteEmptyMonths(db)]
      : []),
  ];
  const written = rowsWritten(statements, change, judged) + links.written + (closing.beside ?? 0);
  const { last_read_at, time_zone } = change;
  const { guard: events } = links;
  return [...statements, touchLibrary(db, last_read_at, { time_zone, written, events })];
}

const placesOf = (posts: readonly PostRow[]) =>
  posts.map(({ account_id, published_at: at }) => ({ account_id, at }));

/** The plans that posts which came, moved or went have kept, or keep no more, and the events that they are about. */
async function keptAndLinked(
  db: D1Database,
  { posts, time_zone }: Change,
  { retold = [], atHand }: Closing,
): Promise<{ plans: PlanRow[]; links: LinkedAnew }> {
  const moved = [...posts.details, ...retold];
  const come = [...posts.insert, ...moved];
  const touched = placesOf([...come, ...posts.remove]);
  const around = await aroundOf(db, touched, time_zone, atHand?.around ?? null);
  const removed = new Set(posts.remove.map(({ id }) => id));
  return {
    plans: matchedAmong(around, { time_zone, touched, posts: come, removed }),
    links: await linkedAnew(db, { time_zone, come: posts.insert, moved, around }),
  };
}

/** The accounts whose silence a new post may have ended: no gap below three days is one. */
function perhapsSilent({ posts }: Change, { atHand }: Closing): number[] {
  const ended = posts.insert.filter(({ account_id, published_at }) => {
    if (!atHand) return true;
    const before = atHand.norms
      .find((norm) => norm.account_id === account_id)
      ?.posts.findLast((post) => post.published_at < published_at);
    return before && published_at - before.published_at >= SHORTEST_SILENCE * SECONDS_A_DAY;
  });
  return [...new Set(ended.map(({ account_id }) => account_id))];
}

type ChangedDays = ReturnType<typeof deriveDays>;

/** The days that it touches, as they will be. */
async function changedDays(
  db: D1Database,
  change: Change,
  { atHand }: Closing,
): Promise<ChangedDays> {
  const changes = [...change.days.values()];
  return deriveDays(changes, await daysOf(db, touchedDays(changes), atHand));
}

/** The months to be packed again: those that were said, those of the days, and those that a follower count reaches. */
async function packedMonths(
  db: D1Database,
  change: Change,
  days: ChangedDays,
  { unjudged = false }: Closing,
): Promise<MonthKey[]> {
  for (const { account_id, date } of [...days.save, ...days.remove]) pack(change, account_id, date);
  const { recounted, monthsFrom, time_zone } = change;
  const more = await Promise.all([
    recounted.length === 0 ? [] : listMonthsOfPosts(db, recounted),
    monthsFrom.length === 0 ? [] : listMonthsFrom(db, monthsFrom),
  ]);
  for (const { account_id, month } of more.flat()) pack(change, account_id, month);
  notePostsSeen(change);
  return [...change.months.values()].map((key) => ({
    ...monthKey(key, time_zone),
    ...(unjudged ? { verdicts: "[]" } : {}),
  }));
}

async function judgedRows(
  db: D1Database,
  change: Change,
  { judge: how = "usual", corrected = [], noted, undone, atHand }: Closing,
): Promise<JudgedRows> {
  if (how === "later") return NOTHING_JUDGED;
  const { insert, figures, details, remove } = change.posts;
  const posts = [...insert, ...figures, ...details, ...corrected];
  return judge(db, {
    time_zone: change.time_zone,
    accounts: change.accounts,
    posts: [...new Map(posts.map((row) => [row.id, row])).values()],
    inserted: new Set(insert.map(({ id }) => id)),
    removed: remove,
    stretches: [...change.recounted, ...change.moved, ...insert.map(placeOf)],
    accountReadings: change.accountReadings,
    postReadings: change.postReadings.save,
    anew: how === "anew",
    ...(noted ? { noted } : {}),
    ...(undone === undefined ? {} : { undone }),
    ...(atHand ? { known: atHand } : {}),
  });
}

const placeOf = ({ account_id, published_at: at }: PostRow): Stretch => ({
  account_id,
  from: at,
  to: at,
});

/** A new post with its followers at publish, so that it is written once. */
const withFollowers =
  ({ followers: known }: JudgedRows) =>
  (row: PostRow): PostRow => {
    const { followers = null, estimated = false } = known.get(row.id) ?? {};
    return { ...row, followers_at_publish: followers, followers_estimated: estimated };
  };

/** A month that is packed anyway takes its verdicts along, for one written row instead of two. */
function judgementStatements(
  db: D1Database,
  months: readonly MonthKey[],
  { verdicts, streaks }: JudgedRows,
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
    ...saveStreaks(db, streaks.save),
    ...moveStreaks(db, streaks.move),
    ...deleteStreaks(db, streaks.remove),
  ];
}
