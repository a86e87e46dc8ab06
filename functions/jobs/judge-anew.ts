/** Judging outside of a run of readings: what a person said of posts, and an account from its first post on. */
import { Problem } from "../model/problem.ts";
import type { Instant } from "../model/snapshot.ts";
import { type AccountRow, listAccounts, saveAccounts } from "../store/accounts.ts";
import { touchLibrary } from "../store/library.ts";
import type { MonthKey } from "../store/months.ts";
import { type JudgedRow, listJudgedRows, listPostsById, saveExcused } from "../store/posts.ts";
import { findStreak } from "../store/streaks.ts";
import { judgementStatements, untilWritten } from "./change.ts";
import { judge } from "./judge.ts";
import type { Note } from "./judged-streaks.ts";

/** What changed of an account's posts, beside its readings. */
type Corrected = {
  /** As they will be. */
  posts: readonly JudgedRow[];
  /** To be packed again for it. */
  months: readonly MonthKey[];
  /** From the first post, whatever is kept. */
  anew: boolean;
  noted?: Note;
};

/**
 * The account judged with the correction laid over its posts, as statements for the batch that stores it. They move the
 * account's version, so a batch that meets another writer's is rolled back: run it by `untilWritten`.
 */
export async function judgedStatements(
  db: D1Database,
  account: AccountRow,
  { posts, months, anew, noted }: Corrected,
): Promise<D1PreparedStatement[]> {
  const next = { ...account, version: account.version + 1 };
  const judgement = await judge(db, {
    accounts: [next],
    posts,
    inserted: new Set(),
    removed: [],
    stretches: [],
    accountReadings: { save: [], remove: [] },
    postReadings: [],
    anew,
    ...(noted ? { noted } : {}),
  });
  return [...saveAccounts(db, [next]), ...judgementStatements(db, months, judgement)];
}

/** Judges an account from its first post, as after an undone import or a rebuild. */
export const judgeAnew = (db: D1Database, account_id: number): Promise<void> =>
  untilWritten(db, async () => {
    const account = await accountOf(db, account_id);
    const judged = await judgedStatements(db, account, { posts: [], months: [], anew: true });
    return { result: undefined, statements: [...judged, touchLibrary(db, null)] };
  });

/**
 * Notes why a streak was, and leaves everything published in it out of the norm: up to its end, or to now while it is
 * open. `null` takes the reason back, and the posts in again.
 * @throws {Problem} `not_found`
 */
export const noteStreak = (
  db: D1Database,
  id: number,
  { reason }: { reason: string | null },
  { now }: { now: Instant },
): Promise<void> =>
  untilWritten(db, async () => {
    const streak = await findStreak(db, id);
    if (!streak) throw new Problem("not_found", "there is no such streak");
    if (streak.reason === reason) return { result: undefined, statements: [] };
    const until = streak.ended_at ?? now;
    const rows = await listJudgedRows(db, [streak.account_id]);
    const within = rows.filter(
      ({ published_at, excused }) =>
        streak.started_at <= published_at &&
        published_at <= until &&
        // what was excused for another reason stays so
        (excused === null || excused === streak.reason),
    );
    const ended_at = within.at(-1)?.published_at ?? until;
    return excuse(db, streak.account_id, within, reason, { id, reason, ended_at });
  });

/**
 * Leaves posts out of the norm for a reason, or takes them in again: those of a span of an account's time.
 * @param span both ends included
 * @throws {Problem} `not_found`
 */
export const excuseSpan = (
  db: D1Database,
  span: { account_id: number; from: Instant; to: Instant },
  reason: string | null,
): Promise<void> =>
  untilWritten(db, async () => {
    const rows = await listJudgedRows(db, [span.account_id]);
    const within = rows.filter(
      ({ published_at }) => span.from <= published_at && published_at <= span.to,
    );
    return excuse(db, span.account_id, within, reason);
  });

/** As `excuseSpan`, of a single post. */
export const excusePost = (db: D1Database, id: number, reason: string | null): Promise<void> =>
  untilWritten(db, async () => {
    const [post] = await listPostsById(db, [id]);
    if (!post) throw new Problem("not_found", "there is no such post");
    return excuse(db, post.account_id, [post], reason);
  });

async function excuse(
  db: D1Database,
  account_id: number,
  rows: readonly JudgedRow[],
  reason: string | null,
  noted?: Note,
) {
  const account = await accountOf(db, account_id);
  const changed = rows.filter(({ excused }) => excused !== reason);
  if (changed.length === 0 && !noted) return { result: undefined, statements: [] };
  const judged = await judgedStatements(db, account, {
    posts: changed.map((row) => ({ ...row, excused: reason })),
    months: [],
    anew: true,
    ...(noted ? { noted } : {}),
  });
  const ids = changed.map(({ id }) => id);
  return {
    result: undefined,
    statements: [saveExcused(db, ids, reason), ...judged, touchLibrary(db, null)],
  };
}

async function accountOf(db: D1Database, id: number): Promise<AccountRow> {
  const account = (await listAccounts(db)).find((one) => one.id === id);
  if (!account) throw new Problem("not_found", "there is no such account");
  return account;
}
