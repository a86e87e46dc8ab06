/** What a person leaves out of the norm, and why: a streak, a post; days by a note (`left-out.ts`). Its accounts are judged from the first post. */
import type { PersonChange } from "../../model/person-change.ts";
import { Problem } from "../../model/problem.ts";
import { type AccountRow, listAccounts } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { saveExcuses } from "../../store/corrections.ts";
import { type JudgedRow, listJudgedRows } from "../../store/judged-rows.ts";
import { listPostsById } from "../../store/posts.ts";
import { findStreak } from "../../store/streaks.ts";
import type { Note } from "../judging/judged-streaks.ts";
import { addAccount, openChange } from "./change.ts";
import { closed } from "./closed.ts";
import type { Saying } from "./correct.ts";
import { untilWritten } from "./until-written.ts";

/**
 * Notes why a streak was, and leaves everything published in it out of the norm: up to its end, or to now while it is
 * open. `null` takes the reason back, and the posts in again.
 * @throws {Problem} `not_found`
 */
export const noteStreak = (
  db: D1Database,
  id: number,
  { reason }: { reason: string | null },
  { now, time_zone, author }: Saying,
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
    return excuse(db, time_zone, {
      account_id: streak.account_id,
      rows: within,
      reasonFor: () => reason,
      noted: { id, reason, ended_at },
      change: author && {
        at: now,
        ...author,
        what: "streak",
        subject: id,
        before: { reason: streak.reason },
        after: { reason },
      },
    });
  });

/**
 * Leaves a single post out of the norm for a reason; `null` takes it in again.
 * @throws {Problem} `not_found`
 */
export const excusePost = (
  db: D1Database,
  id: number,
  reason: string | null,
  { now, time_zone, author }: Saying,
): Promise<void> =>
  untilWritten(db, async () => {
    const [post] = await listPostsById(db, [id]);
    if (!post) throw new Problem("not_found", "there is no such post");
    const { account_id } = post;
    return excuse(db, time_zone, {
      account_id,
      rows: [post],
      reasonFor: () => reason,
      change: author &&
        post.excused !== reason && {
          at: now,
          ...author,
          what: "post",
          subject: id,
          before: { excused: post.excused },
          after: { excused: reason },
        },
    });
  });

type Excused = {
  account_id: number;
  rows: readonly JudgedRow[];
  reasonFor: (row: JudgedRow) => string | null;
  noted?: Note;
  /** What is kept of it, with who said it. */
  change?: Omit<PersonChange, "id"> | false | undefined;
};

async function excuse(
  db: D1Database,
  time_zone: string,
  { account_id, rows, reasonFor, noted, change: said }: Excused,
) {
  const account = await accountOf(db, account_id);
  const corrected = rows
    .filter((row) => row.excused !== reasonFor(row))
    .map((row) => ({ ...row, excused: reasonFor(row) }));
  if (corrected.length === 0 && !noted) {
    return { result: undefined, statements: [] };
  }
  const change = openChange(time_zone);
  addAccount(change, account, account);
  const judged = await closed(db, change, { judge: "anew", corrected, noted });
  const kept = said ? saveChanges(db, [said]) : [];
  return { result: undefined, statements: [...saveExcuses(db, corrected), ...kept, ...judged] };
}

async function accountOf(db: D1Database, id: number): Promise<AccountRow> {
  const account = (await listAccounts(db)).find((one) => one.id === id);
  if (!account) throw new Problem("not_found", "there is no such account");
  return account;
}
