/**
 * Snapshots in: finds what they touch, derives what follows, writes it all in one batch. The same snapshots again write
 * nothing; older ones find their place in time.
 */
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { sameAccount } from "../../store/accounts.ts";
import {
  addToImport,
  type ImportRow,
  insertImport,
  saveImportPart,
  saveImportPosts,
} from "../../store/imports.ts";
import {
  addAccount,
  addAccountDays,
  addAccountReadings,
  addPost,
  type Change,
  openChange,
  packFrom,
} from "./change.ts";
import { closed } from "./closed.ts";
import { counted, type Derived, derived, type Ingested } from "./derived.ts";
import { rowsOfImport } from "./rows-written.ts";
import type { DerivedGroup } from "./touched-accounts.ts";
import { addComments } from "./touched-comments.ts";
import type { TouchedPost } from "./touched-posts.ts";
import { untilWritten } from "./until-written.ts";

export type IngestContext = {
  now: Instant;
  time_zone: string;
  /** `null` for a push or a collection. */
  import: ImportPart | null;
  /** Of each snapshot the account that was visited for it: one that was erased meanwhile takes nothing in. */
  visited?: readonly number[];
  /** The accounts to which whoever pushes is limited; left out: any, new ones too. */
  allowed?: readonly number[];
  /** The link by which they came: revoked while they were still being sent, it stores nothing. */
  link?: number | null;
};

/** A piece of a file, or figures typed by hand. `id` is `null` until the first piece that adds something. */
export type ImportPart = Omit<ImportRow, "id" | "posts_added" | "readings_added" | "undone_at"> & {
  id: number | null;
  /** SHA-256 of all that the piece says. */
  hash: string;
};

/** Throws a Problem for what only the database can know: a handle with another id, one account too many, a comment on an unknown post. */
export const ingest = (
  db: D1Database,
  snapshots: readonly Snapshot[],
  context: IngestContext,
): Promise<Ingested> => untilWritten(db, () => attempt(db, snapshots, context));

async function attempt(db: D1Database, snapshots: readonly Snapshot[], context: IngestContext) {
  const { now, time_zone, import: part } = context;
  const found = await derived(db, snapshots, context);
  const { groups, posts, import_id } = found;
  const change = changeOf(found, time_zone);
  await addComments(db, change, groups, posts);

  const result = counted(found);
  if (change.accounts.length === 0) return { result, statements: [] };
  if (!part || import_id === null) {
    return { result, statements: await closed(db, change, { atHand: found.atHand }) };
  }
  const touched = [...posts.values()].flat().filter(isTouched);
  const beside = rowsOfImport(touched.length);
  return {
    result: { ...result, import: import_id },
    statements: [
      // the import first, for the foreign keys of everything that it brings
      ...importStatements(db, part, import_id, result, touched, now),
      ...(await closed(db, change, { atHand: found.atHand, beside })),
    ],
  };
}

/** All that they change, but for comments. */
export function changeOf(
  { groups, posts, newest_posts }: Pick<Derived, "groups" | "posts" | "newest_posts">,
  time_zone: string,
): Change {
  const change = openChange(time_zone);
  for (const group of groups) {
    const { id } = group.account;
    addGroup(change, group, posts.get(id) ?? [], newest_posts.get(id) ?? 0);
  }
  return change;
}

/** @param newest when the newest stored post of the account was published */
function addGroup(
  change: Change,
  { account, stored, snapshots, derived }: DerivedGroup,
  posts: readonly TouchedPost[],
  newest: Instant,
): void {
  const { readings, stretches, dayReadings } = derived;
  // the usual count is newer than every post that is stored, and decides nothing of them
  const deciding = stretches.filter(({ from }) => from <= newest);
  addAccountReadings(change, { readings, stretches: deciding });
  change.dayReadings.save.push(...dayReadings.save);
  change.dayReadings.remove.push(...dayReadings.remove);
  addAccountDays(change, account.id, derived);
  let written = [readings, dayReadings].some(({ save, remove }) => save.length + remove.length > 0);
  for (const { change: post, keys, found } of posts) {
    if (addPost(change, account, post)) written = true;
    const { account_id, id: post_id } = post.row;
    for (const key of keys) {
      if (!found.has(key)) change.keys.save.push({ account_id, key, post_id });
    }
  }
  if (!written && stored && sameAccount(derived.row, account)) return;
  addAccount(change, derived.row, stored);
  if (derived.late) packFrom(change, account.id, snapshots[0]?.snapshot.read_at ?? 0);
}

/** Does the import bring anything of the post? */
export const isTouched = ({ change }: TouchedPost): boolean =>
  change.figuresChanged || change.detailsChanged;

/** What is noted of an import itself, with its piece and the posts that this one touched. */
export function importStatements(
  db: D1Database,
  { hash, ...part }: ImportPart,
  id: number,
  { posts_added, readings_added, readings_replaced }: Ingested,
  posts: readonly TouchedPost[],
  now: Instant,
): D1PreparedStatement[] {
  const row: ImportRow = {
    ...part,
    id,
    created_at: now,
    posts_added,
    readings_added: readings_added + readings_replaced,
    undone_at: null,
  };
  const touched = posts.map(({ change }) => ({ import_id: id, post_id: change.row.id }));
  return [
    ...(part.id === null ? insertImport(db, row) : [addToImport(db, row)]),
    saveImportPart(db, hash, id),
    ...saveImportPosts(db, touched),
  ];
}
