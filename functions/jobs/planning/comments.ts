/** "Needs no answer", said of a comment and taken back: noted with who said it. */
import type { PersonChange } from "../../model/person-change.ts";
import { fault, Problem } from "../../model/problem.ts";
import { commentId, readCommentId } from "../../model/thread.ts";
import { type AccountRow, listAccounts } from "../../store/accounts.ts";
import { findNewestOfComment, saveChanges } from "../../store/changes.ts";
import { type CommentRow, findComment } from "../../store/comments.ts";
import { settledAnew } from "../writing/settled.ts";
import { untilWritten } from "../writing/until-written.ts";
import type { Planning } from "./rewrite.ts";

/**
 * @param id as an address names it
 * @returns the comment as it stands now
 * @throws {Problem} `not_found`, also for one of an account that whoever asks may not see
 */
export const sayNeedsNoAnswer = (
  db: D1Database,
  planning: Planning,
  id: string,
  settled: boolean,
): Promise<CommentRow> => rewriteComment(db, planning, id, () => settled);

/**
 * Takes it back, as long as it is the comment's newest change: what was said of it since may have come to the same.
 * @throws {Problem} `conflict` where it was changed since
 */
export const undoCommentChange = async (
  db: D1Database,
  planning: Planning,
  { id, before, after }: PersonChange,
): Promise<void> => {
  const comment = String(after?.comment);
  await rewriteComment(db, planning, comment, async (row) => {
    const newest = await findNewestOfComment(db, row.post_id, comment);
    const stands = newest?.id === id && row.settled === (after?.settled === true);
    if (stands) return before?.settled === true;
    throw new Problem("conflict", "this was changed again since", [
      fault("settled", "stale_version"),
    ]);
  });
};

const rewriteComment = (
  db: D1Database,
  { now, time_zone, author, allowed }: Planning,
  id: string,
  becomes: (row: CommentRow) => boolean | Promise<boolean>,
): Promise<CommentRow> =>
  untilWritten(db, async () => {
    const { account, row } = await seen(db, allowed, id);
    const after = { ...row, settled: await becomes(row) };
    if (after.settled === row.settled) return { result: row, statements: [] };
    return {
      result: after,
      statements: [
        ...saveChanges(db, [
          {
            at: now,
            ...author,
            what: "comment",
            subject: row.post_id,
            before: said(row),
            after: said(after),
          },
        ]),
        ...(await settledAnew(db, account, after, time_zone)),
      ],
    };
  });

const said = (row: CommentRow): Record<string, unknown> => ({
  comment: commentId({ account_id: row.account_id, comment: row.external_id }),
  accounts: [row.account_id],
  settled: row.settled,
});

async function seen(
  db: D1Database,
  allowed: Planning["allowed"],
  id: string,
): Promise<{ account: AccountRow; row: CommentRow }> {
  const named = readCommentId(id);
  if (!named) {
    throw new Problem(
      "not_found",
      "there is no such comment: its id is its account's number, a hyphen and the platform's id, such as 3-17890000000000001",
    );
  }
  const { account_id, comment } = named;
  const [accounts, row] = await Promise.all([
    listAccounts(db),
    findComment(db, account_id, comment),
  ]);
  const account = accounts.find((one) => one.id === account_id && one.hidden_at === null);
  const isOpen = allowed === null || allowed.includes(account_id);
  if (!account || !isOpen || !row || row.ours) {
    throw new Problem("not_found", "there is no such comment");
  }
  return { account, row };
}
