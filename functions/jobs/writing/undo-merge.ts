/**
 * A merge taken back: the account that went stands again as it was, with its names; the one that it went into gives back
 * what it had of it. What was collected since stays where it was stored.
 */
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import { type AccountRow, type Everyone, type Merged, saveAccounts } from "../../store/accounts.ts";
import { listMergedComments } from "../../store/comments.ts";
import { saveExcuses, saveWords, withoutWords } from "../../store/corrections.ts";
import { listReasonedStreaks } from "../../store/excuses.ts";
import { listJudgedRows } from "../../store/judged-rows.ts";
import { closeAccount } from "../../store/links.ts";
import { listLeftOut } from "../../store/notes.ts";
import { listPostsById, type PostRow } from "../../store/posts.ts";
import { excusedAnew, excusesOf } from "../judging/excuses.ts";
import { type Change, pack, removeComment, tellThreads } from "./change.ts";
import type { Closing } from "./closed.ts";

export type Parting = {
  /** The account that was parked, and what it remembers. */
  from: AccountRow;
  merged: Merged;
  into: AccountRow;
  /** The other one under the names that it had alone. */
  without: (into: AccountRow) => AccountRow;
  /** Every account that is parked. */
  parked: readonly AccountRow[];
};

/** The merge that an import is; `null` where it is none, or its accounts are gone. */
export function partingOf({ accounts, parked }: Everyone, import_id: number): Parting | null {
  const from = parked.find(({ merged }) => merged?.import_id === import_id);
  if (!from?.merged) return null;
  const into = accounts.find(({ id }) => id === from.merged_into);
  if (!into) return null;
  const { merged } = from;
  const others = accounts.filter((one) => one.id !== into.id && one.platform === from.platform);
  if (others.some(({ handle }) => handle === merged.handle)) {
    throw new Problem("conflict", `"${merged.handle}" ${FAULT_MESSAGES.handle_taken}`, [
      fault("handle", "handle_taken"),
    ]);
  }
  const id = merged.external_id;
  if (id !== null && others.some(({ external_id }) => external_id === id)) {
    throw new Problem("conflict", `"${id}" ${FAULT_MESSAGES.id_taken}`, [
      fault("external_id", "id_taken"),
    ]);
  }
  return { from, merged, into, without: (row) => withoutNames(row, merged), parked };
}

function withoutNames(into: AccountRow, { import_id, handle, external_id }: Merged): AccountRow {
  const old_handles = into.old_handles.filter((old) => old.import_id !== import_id);
  // renamed to the other's name since, it is called again what it was before
  const was = into.handle === handle ? old_handles.at(-1) : undefined;
  return {
    ...into,
    // one that a person gave it since is its own
    external_id: external_id === into.external_id ? null : into.external_id,
    handle: was?.handle ?? into.handle,
    old_handles: was ? old_handles.slice(0, -1) : old_handles,
  };
}

/** What the last batch does beside: `first` and `last`, before and after what the change itself is. */
export async function parted(
  db: D1Database,
  { from, merged, into, parked }: Parting,
  change: Change,
): Promise<{ first: D1PreparedStatement[]; closing: Closing; last: D1PreparedStatement[] }> {
  const words = Map.groupBy(merged.words, ({ id }) => id);
  const posts = (await listPostsById(db, [...words.keys()])).map((post) =>
    (words.get(post.id) ?? []).reduce<PostRow>(withoutWords, post),
  );
  for (const post of posts) {
    pack(change, into.id, post.published_on);
    tellThreads(change, post);
  }
  await removeMerged(db, change, into.id, merged.import_id, posts);
  const told = new Set(posts.map(({ id }) => id));
  const taken_in = (await takenIn(db, from, into, parked)).filter(({ id }) => !told.has(id));
  const { handle, external_id, links } = merged;
  const stands = { ...from, handle, external_id, merged_into: null, merged: null };
  // nothing of it was read or judged meanwhile: it only takes its names back, when the other has let go of them
  change.identities.push(stands);
  return {
    first: [...saveWords(db, posts), ...saveExcuses(db, taken_in)],
    closing: { judge: "anew", corrected: [...posts, ...taken_in] },
    last: [
      ...saveAccounts(db, [{ ...stands, version: from.version + 1 }]),
      closeAccount(db, links, into.id),
    ],
  };
}

/** The comments that the merge brought and nobody said since. @param posts as they stand again */
async function removeMerged(
  db: D1Database,
  change: Change,
  account_id: number,
  import_id: number,
  posts: readonly PostRow[],
): Promise<void> {
  const comments = await listMergedComments(db, account_id, import_id);
  if (comments.length === 0) return;
  const ids = [...new Set(comments.map(({ post_id }) => post_id))];
  const rows = new Map([...(await listPostsById(db, ids)), ...posts].map((row) => [row.id, row]));
  for (const comment of comments) {
    const post = rows.get(comment.post_id);
    if (post) removeComment(change, comment, post);
    // its post went in a slice before, and its thread with it
    else change.comments.remove.push(comment);
  }
}

/** The other's posts that only the notes of the account that went left out. */
async function takenIn(
  db: D1Database,
  from: AccountRow,
  into: AccountRow,
  parked: readonly AccountRow[],
) {
  const [left_out, reasons] = await Promise.all([
    listLeftOut(db),
    listReasonedStreaks(db, [into.id]),
  ]);
  // an undo counts its questions: where nothing leaves anything out, no post is asked for
  if (left_out.length + reasons.length === 0) return [];
  return excusedAnew(
    await listJudgedRows(db, [into.id]),
    excusesOf({ left_out, reasons, parked }),
    excusesOf({ left_out, reasons, parked: parked.filter(({ id }) => id !== from.id) }),
  );
}
