/**
 * Snapshots in: finds what they touch, derives what follows, writes it all in one batch. The same snapshots again write
 * nothing; older ones find their place in time.
 */
import type { GainsByDay } from "../analyse/gains.ts";
import type { Placed } from "../analyse/timeline.ts";
import { addDays, calendarOf, monthOf, startOfDay } from "../model/day.ts";
import { Problem } from "../model/problem.ts";
import type { Day, Instant, Snapshot } from "../model/snapshot.ts";
import { fullPostId } from "../normalise/post-id.ts";
import { listAccountReadings } from "../store/account-readings.ts";
import { type AccountRow, type Footing, findFooting } from "../store/accounts.ts";
import { type CommentRow, listComments } from "../store/comments.ts";
import { listDayReadings } from "../store/day-readings.ts";
import { listDays } from "../store/days.ts";
import {
  addToImport,
  type ImportRow,
  insertImport,
  saveImportPart,
  saveImportPosts,
} from "../store/imports.ts";
import { listMonthKeys } from "../store/months.ts";
import { listPostDetails } from "../store/post-details.ts";
import { listPostReadings } from "../store/post-readings.ts";
import { listMonthsOfPosts, listPostsByKey, type PostRow } from "../store/posts.ts";
import { type Change, judgeChange, noChange, statements, untilWritten } from "./change.ts";
import { type AccountSighting, deriveAccount } from "./derive-account.ts";
import { addGainsByDay, type DaysChange, deriveDays, touchedDays } from "./derive-days.ts";
import {
  derivePost,
  isMature,
  needsHistory,
  newPost,
  type PostChange,
  type Sighting,
} from "./derive-post.ts";
import { idKey, matchAccount, newAccount, postKeys, renamed, unknownPost } from "./identity.ts";
import { monthKey } from "./month-key.ts";

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

/** Throws a Problem for what only the database can know: a handle with another id, a comment on an unknown post. */
export const ingest = (
  db: D1Database,
  snapshots: readonly Snapshot[],
  context: IngestContext,
): Promise<Ingested> => untilWritten(db, () => attempt(db, snapshots, context));

async function attempt(db: D1Database, snapshots: readonly Snapshot[], context: IngestContext) {
  const dayOf = calendarOf(context.time_zone);
  const { accounts: known, newest_posts, next } = await findFooting(db);
  const groups = groupByAccount(known, snapshots, context);
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
    let news = account.placed.some((placed) => placed !== "repeated") || group.isNew;
    for (const { change: post } of posts.filter((touched) => touched.group === group)) {
      count(post.placed);
      if (!post.figuresChanged && !post.detailsChanged) continue;
      news = true;
      addGainsByDay(gains, post.gains);
      if (post.row.id <= (group.account.rebuilding ?? 0)) addGainsByDay(rebuilt, post.gains);
      addPost(change, post, pack);
    }
    const { followers, platformDays } = account;
    days.push({ account_id: group.account.id, followers, platformDays, gains, rebuilt });
    const read_at = group.snapshots.map(({ snapshot }) => snapshot.read_at);
    const row = { ...account.row, version: group.version };
    if (!news && JSON.stringify(account.row) === JSON.stringify(group.account)) continue;
    change.accounts.push(row);
    if (
      !group.isNew &&
      (row.handle !== group.stored?.handle || row.external_id !== group.stored.external_id)
    ) {
      change.identities.push(row);
    }
    change.last_read_at = Math.max(change.last_read_at ?? 0, ...read_at);
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
  change.days = deriveDays(days, await listDays(db, touchedDays(days)));
  for (const { account_id, date } of [...change.days.save, ...change.days.remove]) {
    pack(account_id, date);
  }
  if (change.stretches.length > 0) {
    for (const { account_id, month } of await listMonthsOfPosts(db, change.stretches)) {
      pack(account_id, `${month}-01`);
    }
  }
  change.keys.save = newKeys(posts);
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

/** The snapshots of one account, oldest first. */
type Group = {
  /** The account with its new name and id, figures as stored. */
  account: AccountRow;
  stored: AccountRow | null;
  isNew: boolean;
  version: number;
  import_id: number | null;
  snapshots: { snapshot: Snapshot; index: number }[];
};

function groupByAccount(
  known: readonly AccountRow[],
  snapshots: readonly Snapshot[],
  { now, import: part }: IngestContext,
): Group[] {
  const groups: Group[] = [];
  let nextId = Math.max(0, ...known.map((account) => account.id)) + 1;
  const ordered = snapshots.map((snapshot, index) => ({ snapshot, index }));
  ordered.sort((a, b) => a.snapshot.read_at - b.snapshot.read_at || a.index - b.index);
  for (const entry of ordered) {
    const current = groups.map((group) => group.account);
    const others = known.filter((account) => !current.some((other) => other.id === account.id));
    const match = matchAccount([...current, ...others], entry.snapshot);
    const group = groups.find((other) => other.account === match);
    if (group) {
      group.account = renamed(group.account, entry.snapshot);
      group.snapshots.push(entry);
      continue;
    }
    const account = match ?? newAccount(nextId++, entry.snapshot, now);
    groups.push({
      account: renamed(account, entry.snapshot),
      stored: match,
      isNew: match === null,
      version: account.version + 1,
      import_id: part?.id ?? null,
      snapshots: [entry],
    });
  }
  return groups;
}

type TouchedPost = {
  group: Group;
  isNew: boolean;
  import_id: number | null;
  /** The names under which it was found, and all that it goes by. */
  found: Set<string>;
  keys: Set<string>;
  change: PostChange;
};

/** Every post that the snapshots speak of, derived. Gives the groups of an import its number on the way. */
async function touchedPosts(
  db: D1Database,
  groups: readonly Group[],
  next: Footing["next"],
  { time_zone, import: part }: IngestContext,
): Promise<TouchedPost[]> {
  const dayOf = calendarOf(time_zone);
  const asked = new Map<string, { account_id: number; key: string }>();
  for (const { account, isNew, snapshots } of groups) {
    if (isNew) continue;
    const ask = (key: string) => asked.set(`${account.id} ${key}`, { account_id: account.id, key });
    for (const { snapshot } of snapshots) {
      for (const post of snapshot.posts) for (const key of postKeys(account, post)) ask(key);
      for (const comment of snapshot.comments) ask(idKey(account, comment.post));
    }
  }
  const found = asked.size === 0 ? [] : await listPostsByKey(db, [...asked.values()]);
  type Draft = Omit<TouchedPost, "change"> & { row: PostRow; sightings: Sighting[] };
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft>();
  const byId = new Map<number, Draft>();
  for (const { key, ...row } of found) {
    const group = groups.find(({ account }) => account.id === row.account_id);
    if (!group) continue;
    let draft = byId.get(row.id);
    if (!draft) {
      draft = {
        group,
        isNew: false,
        import_id: null,
        found: new Set(),
        keys: new Set(),
        row,
        sightings: [],
      };
      drafts.push(draft);
      byId.set(row.id, draft);
    }
    draft.found.add(key);
    byKey.set(`${row.account_id} ${key}`, draft);
  }
  const import_id = part ? (part.id ?? next.import) : null;
  let nextId = next.post;
  for (const group of groups) {
    group.import_id = import_id;
    const { account, version, snapshots } = group;
    for (const { snapshot } of snapshots) {
      for (const post of snapshot.posts) {
        const external_id =
          post.external_id === null
            ? null
            : fullPostId(account.platform, account.external_id, post.external_id);
        const reading = { ...post, external_id };
        const keys = postKeys(account, post).map((key) => `${account.id} ${key}`);
        let draft = keys.map((key) => byKey.get(key)).find((other) => other !== undefined);
        if (!draft) {
          const row = newPost(nextId++, account, reading);
          draft = {
            group,
            isNew: true,
            import_id,
            found: new Set(),
            keys: new Set(),
            row,
            sightings: [],
          };
          drafts.push(draft);
        }
        draft.import_id = import_id;
        draft.sightings.push({ at: snapshot.read_at, version, import_id, reading });
        for (const key of keys) byKey.set(key, byKey.get(key) ?? draft);
        for (const key of postKeys(account, post)) draft.keys.add(key);
      }
    }
  }
  const late = drafts
    .filter(({ isNew, row, sightings }) => !isNew && needsHistory(row, sightings))
    .map(({ row }) => row.id);
  const readings = late.length === 0 ? [] : await listPostReadings(db, late);
  const details = late.length === 0 ? [] : await listPostDetails(db, late);
  const needed = new Set(late);
  const readingsOf = Map.groupBy(readings, (reading) => reading.post_id);
  const detailsOf = Map.groupBy(details, (said) => said.post_id);
  return drafts.map(({ row, sightings, ...draft }) => {
    const history = {
      readings: readingsOf.get(row.id) ?? [],
      details: detailsOf.get(row.id) ?? [],
    };
    const known = draft.isNew || needed.has(row.id);
    const change = derivePost(row, draft.isNew, sightings, known ? history : null, dayOf);
    return { ...draft, change };
  });
}

const newKeys = (posts: readonly TouchedPost[]) =>
  posts.flatMap(({ keys, found, change: { row } }) =>
    [...keys]
      .filter((key) => !found.has(key))
      .map((key) => ({ account_id: row.account_id, key, post_id: row.id })),
  );

/** Every account that the snapshots are of, derived. */
async function touchedAccounts(
  db: D1Database,
  groups: readonly Group[],
  { time_zone }: IngestContext,
) {
  const dayOf = calendarOf(time_zone);
  const windows = groups
    .filter((group) => !group.isNew)
    .map(({ account, snapshots }) => ({
      account_id: account.id,
      from: startOfDay(dayOf(snapshots[0]?.snapshot.read_at ?? 0), time_zone),
      to: startOfDay(addDays(dayOf(snapshots.at(-1)?.snapshot.read_at ?? 0), 1), time_zone) - 1,
    }));
  const dates = groups.flatMap(({ account, isNew, snapshots }) =>
    isNew
      ? []
      : snapshots.flatMap(({ snapshot }) =>
          snapshot.days.map(({ date }) => ({ account_id: account.id, date })),
        ),
  );
  const readings = windows.length === 0 ? [] : await listAccountReadings(db, windows);
  const dayReadings = dates.length === 0 ? [] : await listDayReadings(db, dates);
  return new Map(
    groups.map((group) => {
      const { account, version, import_id, snapshots } = group;
      const sightings: AccountSighting[] = snapshots.map(({ snapshot }) => ({
        at: snapshot.read_at,
        version,
        import_id,
        followers: snapshot.followers,
        name: snapshot.name,
        days: snapshot.days,
      }));
      const of = (row: { account_id: number }) => row.account_id === account.id;
      const brought = group.isNew ? { ...account, import_id } : account;
      return [
        group,
        deriveAccount(brought, sightings, readings.filter(of), dayReadings.filter(of), dayOf),
      ];
    }),
  );
}

async function newComments(db: D1Database, comments: CommentRow[]): Promise<CommentRow[]> {
  if (comments.length === 0) return [];
  const known = new Map(
    (await listComments(db, comments)).map((row) => [`${row.account_id} ${row.external_id}`, row]),
  );
  return comments.filter((comment) => {
    const old = known.get(`${comment.account_id} ${comment.external_id}`);
    const same =
      old?.at === comment.at && old.ours === comment.ours && old.reply_to === comment.reply_to;
    return !same;
  });
}

function commentsOf(groups: readonly Group[], posts: readonly TouchedPost[]): CommentRow[] {
  const named = new Map(
    posts.flatMap((post) =>
      [...post.found, ...post.keys].map((key) => [`${post.change.row.account_id} ${key}`, post]),
    ),
  );
  const rows: CommentRow[] = [];
  const faults = [];
  for (const group of groups) {
    for (const { snapshot, index } of group.snapshots) {
      for (const [position, comment] of snapshot.comments.entries()) {
        const key = idKey(group.account, comment.post);
        const post = named.get(`${group.account.id} ${key}`);
        if (!post) {
          faults.push(unknownPost(index, position));
          continue;
        }
        const { external_id, at, ours, reply_to } = comment;
        const post_id = post.change.row.id;
        rows.push({ account_id: group.account.id, external_id, post_id, at, ours, reply_to });
      }
    }
  }
  if (faults.length > 0) {
    throw new Problem("invalid", "a comment's post is not known; nothing was stored", faults);
  }
  return rows;
}

function raise(what: string): never {
  throw new Error(what);
}
