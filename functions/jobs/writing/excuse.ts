/** Judging outside of a run of readings: what a person said of posts. */
import { Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type AccountRow, listAccounts, saveAccounts } from "../../store/accounts.ts";
import {
  deleteExcusedSpans,
  type ExcusedSpan,
  listExcuses,
  saveExcusedSpan,
} from "../../store/excused.ts";
import { touchLibrary } from "../../store/library.ts";
import type { MonthKey } from "../../store/months.ts";
import { type JudgedRow, listJudgedRows, listPostsById, saveExcused } from "../../store/posts.ts";
import { findStreak } from "../../store/streaks.ts";
import { reasonOf } from "../judging/excuses.ts";
import { judge } from "../judging/judge.ts";
import type { Note } from "../judging/judged-streaks.ts";
import { judgementStatements, untilWritten } from "./change.ts";

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
    return excuse(db, streak.account_id, within, () => reason, [], { id, reason, ended_at });
  });

/**
 * Leaves a span of an account's days out of the norm for a reason, with the posts of it that will still come.
 * `null` takes all of it in again, but for what another span or a streak's reason still leaves out.
 * @throws {Problem} `not_found`
 */
export const excuseSpan = (
  db: D1Database,
  span: ExcusedSpan,
  reason: string | null,
): Promise<void> =>
  untilWritten(db, async () => {
    const { account_id, from_on, to_on } = span;
    const rows = await listJudgedRows(db, [account_id]);
    const within = rows.filter(
      ({ published_on }) => from_on <= published_on && published_on <= to_on,
    );
    if (reason !== null) {
      return excuse(db, account_id, within, () => reason, [
        saveExcusedSpan(db, { ...span, reason }),
      ]);
    }
    const left = (await listExcuses(db, account_id)).filter(
      (one) => one.from_on === null || one.from_on < from_on || one.to_on > to_on,
    );
    return excuse(db, account_id, within, (row) => reasonOf(row, left), [
      deleteExcusedSpans(db, span),
    ]);
  });

/**
 * As `excuseSpan`, of a single post.
 * @throws {Problem} `not_found`
 */
export const excusePost = (db: D1Database, id: number, reason: string | null): Promise<void> =>
  untilWritten(db, async () => {
    const [post] = await listPostsById(db, [id]);
    if (!post) throw new Problem("not_found", "there is no such post");
    return excuse(db, post.account_id, [post], () => reason, []);
  });

/** @param also statements of the same batch */
async function excuse(
  db: D1Database,
  account_id: number,
  rows: readonly JudgedRow[],
  reasonFor: (row: JudgedRow) => string | null,
  also: readonly D1PreparedStatement[],
  noted?: Note,
) {
  const account = await accountOf(db, account_id);
  const changed = rows
    .filter((row) => row.excused !== reasonFor(row))
    .map((row) => ({ ...row, excused: reasonFor(row) }));
  if (changed.length === 0 && also.length === 0 && !noted) {
    return { result: undefined, statements: [] };
  }
  const judged = await judgedStatements(db, account, {
    posts: changed,
    months: [],
    anew: true,
    ...(noted ? { noted } : {}),
  });
  const byReason = Map.groupBy(changed, ({ excused }) => excused);
  return {
    result: undefined,
    statements: [
      ...also,
      ...[...byReason].map(([reason, posts]) =>
        saveExcused(
          db,
          posts.map(({ id }) => id),
          reason,
        ),
      ),
      ...judged,
      touchLibrary(db, null),
    ],
  };
}

async function accountOf(db: D1Database, id: number): Promise<AccountRow> {
  const account = (await listAccounts(db)).find((one) => one.id === id);
  if (!account) throw new Problem("not_found", "there is no such account");
  return account;
}
