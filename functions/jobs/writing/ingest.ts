/**
 * Snapshots in: finds what they touch, derives what follows, writes it all in one batch. The same snapshots again write
 * nothing; older ones find their place in time.
 */
import type { GainsByDay } from "../../analyse/gains.ts";
import type { Placed } from "../../analyse/timeline.ts";
import { calendarOf, monthOf } from "../../model/day.ts";
import type { Day, Instant, Snapshot } from "../../model/snapshot.ts";
import { findFooting } from "../../store/accounts.ts";
import {
  addToImport,
  type ImportRow,
  insertImport,
  saveImportPart,
  saveImportPosts,
} from "../../store/imports.ts";
import { listMonthKeys } from "../../store/months.ts";
import { listMonthsOfPosts } from "../../store/posts.ts";
import { reasonOf } from "../judging/excuses.ts";
import {
  type Change,
  changeDays,
  judgeChange,
  noChange,
  statements,
  untilWritten,
} from "./change.ts";
import { addGainsByDay, type DaysChange } from "./derive-days.ts";
import type { PostChange } from "./derive-post.ts";
import { monthKey } from "./month-key.ts";
import { isMature } from "./post-rows.ts";
import {
  type Group,
  groupByAccount,
  newKeys,
  refuseTooMany,
  type TouchedPost,
  touchedAccounts,
  touchedPosts,
} from "./touched.ts";
import { commentsOf, newComments } from "./touched-comments.ts";

export type IngestContext = {
  now: Instant;
  time_zone: string;
  /** `null` for a push or a collection. */
  import: ImportPart | null;
};

/** A piece of a file, or figures typed by hand. `id` is `null` until the first piece that adds something. */
export type ImportPart = Omit<ImportRow, "id" | "posts_added" | "readings_added" | "undone_at"> & {
  id: number | null;
  /** SHA-256 of all that the piece says. */
  hash: string;
};

export type Ingested = {
  snapshots: number;
  accounts_added: number;
  posts_added: number;
  readings_added: number;
  readings_replaced: number;
  readings_unchanged: number;
  /** The import's id, once it added something. */
  import: number | null;
};

/** Throws a Problem for what only the database can know: a handle with another id, one account too many, a comment on an unknown post. */
export const ingest = (
  db: D1Database,
  snapshots: readonly Snapshot[],
  context: IngestContext,
): Promise<Ingested> => untilWritten(db, () => attempt(db, snapshots, context));

async function attempt(db: D1Database, snapshots: readonly Snapshot[], context: IngestContext) {
  const dayOf = calendarOf(context.time_zone);
  const { accounts: known, newest_posts, next, excuses } = await findFooting(db);
  const groups = groupByAccount(known, snapshots, context);
  refuseTooMany(known.length, groups);
  const posts = await touchedPosts(db, groups, next, context);
  const accounts = await touchedAccounts(db, groups, context);

  const change = noChange();
  const counts = { added: 0, replaced: 0, repeated: 0 };
  const count = (placed: readonly Placed[]) => {
    for (const one of placed) counts[one] += 1;
  };
  const days: DaysChange[] = [];
  const months = new Map<string, { account_id: number; month: string }>();
  const pack = (account_id: number, day: Day) =>
    months.set(`${account_id} ${monthOf(day)}`, { account_id, month: monthOf(day) });

  for (const group of groups) {
    const account = accounts.get(group) ?? raise("an account that was not derived");
    count(account.placed);
    change.accountReadings.save.push(...account.readings.save);
    change.accountReadings.remove.push(...account.readings.remove);
    change.dayReadings.push(...account.dayReadings);
    // the usual count is newer than every post that is stored, and decides nothing of them
    const newest = newest_posts.get(group.account.id) ?? 0;
    change.stretches.push(...account.stretches.filter(({ from }) => from <= newest));
    const gains: GainsByDay = new Map();
    const rebuilt: GainsByDay = new Map();
    let left = account.readings.save.length + account.dayReadings.length > 0;
    for (const { change: post } of posts.filter((touched) => touched.group === group)) {
      count(post.placed);
      if (!post.figuresChanged && !post.detailsChanged) continue;
      left = true;
      addGainsByDay(gains, post.gains);
      if (post.row.id <= (group.account.rebuilding ?? 0)) addGainsByDay(rebuilt, post.gains);
      addPost(change, post, pack);
    }
    const { followers, platformDays } = account;
    days.push({ account_id: group.account.id, followers, platformDays, gains, rebuilt });
    const read_at = group.snapshots.map(({ snapshot }) => snapshot.read_at);
    const row = { ...account.row, version: group.version };
    if (!left && !group.isNew && JSON.stringify(account.row) === JSON.stringify(group.account)) {
      continue;
    }
    change.accounts.push(row);
    if (
      !group.isNew &&
      (row.handle !== group.stored?.handle || row.external_id !== group.stored.external_id)
    ) {
      change.identities.push(row);
    }
    change.last_read_at = Math.max(change.last_read_at ?? 0, row.last_read_at ?? 0) || null;
    if (account.late) {
      for (const { month } of await listMonthKeys(
        db,
        row.id,
        monthOf(dayOf(Math.min(...read_at))),
      )) {
        pack(row.id, `${month}-01`);
      }
    }
  }
  change.comments = await newComments(db, commentsOf(groups, posts));
  await changeDays(db, change, days);
  for (const { account_id, date } of [...change.days.save, ...change.days.remove]) {
    pack(account_id, date);
  }
  if (change.stretches.length > 0) {
    for (const { account_id, month } of await listMonthsOfPosts(db, change.stretches)) {
      pack(account_id, `${month}-01`);
    }
  }
  change.keys.save = newKeys(posts);
  // a post that comes later than the reason why its time is left out of the norm is left out too
  for (const row of change.posts.insert) row.excused = reasonOf(row, excuses);
  for (const { account_id, published_at } of change.posts.details) {
    change.stretches.push({ account_id, from: published_at, to: published_at });
  }
  change.months = [...months.values()].map((key) => monthKey(key, context.time_zone));
  await judgeChange(db, change);
  return settle(db, change, counts, groups, posts, snapshots.length, context);
}

/** The batch of a change, and what is answered; no batch where nothing changed. */
async function settle(
  db: D1Database,
  change: Change,
  counts: Record<Placed, number>,
  groups: readonly Group[],
  posts: readonly TouchedPost[],
  snapshots: number,
  { import: part, now }: IngestContext,
) {
  const result: Ingested = {
    snapshots,
    accounts_added: groups.filter((group) => group.isNew).length,
    posts_added: posts.filter((touched) => touched.isNew).length,
    readings_added: counts.added,
    readings_replaced: counts.replaced,
    readings_unchanged: counts.repeated,
    import: null,
  };
  if (change.accounts.length === 0 && change.comments.length === 0)
    return { result, statements: [] };
  const written = statements(db, change);
  if (!part) return { result, statements: written };
  const id = posts[0]?.import_id ?? groups[0]?.import_id ?? raise("an import without a number");
  const { hash, ...row } = part;
  const imported = {
    ...row,
    id,
    created_at: now,
    posts_added: result.posts_added,
    readings_added: counts.added + counts.replaced,
    undone_at: null,
  };
  const touched = posts
    .filter(({ change: post }) => post.figuresChanged || post.detailsChanged)
    .map(({ change: post }) => ({ import_id: id, post_id: post.row.id }));
  return {
    result: { ...result, import: id },
    // the import first, for the foreign keys of everything that it brings
    statements: [
      part.id === null ? insertImport(db, imported) : addToImport(db, imported),
      saveImportPart(db, hash, id),
      ...written,
      ...saveImportPosts(db, touched),
    ],
  };
}

function addPost(
  change: Change,
  { row, before, figuresChanged, detailsChanged, readings, details }: PostChange,
  pack: (account_id: number, day: Day) => void,
): void {
  change.postReadings.save.push(...readings.save);
  change.postReadings.remove.push(...readings.remove);
  change.postDetails.save.push(...details.save);
  change.postDetails.remove.push(...details.remove);
  if (!before) change.posts.insert.push(row);
  else {
    if (figuresChanged) change.posts.figures.push(row);
    if (detailsChanged) change.posts.details.push(row);
  }
  const seen = !before || detailsChanged || readings.save.length + readings.remove.length > 0;
  if (seen || isMature(row) !== isMature(before)) {
    pack(row.account_id, row.published_on);
    if (before) pack(row.account_id, before.published_on);
  }
}

function raise(what: string): never {
  throw new Error(what);
}
