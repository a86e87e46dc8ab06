/** What snapshots speak of: the accounts, known and new, and their posts, each derived. */
import { MOST_ACCOUNTS } from "../../model/account.ts";
import { addDays, calendarOf, startOfDay } from "../../model/day.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import { type Instant, type Snapshot, saysAnything } from "../../model/snapshot.ts";
import { fullPostId } from "../../normalise/post-id.ts";
import { listAccountReadings } from "../../store/account-readings.ts";
import type { AccountRow, Footing } from "../../store/accounts.ts";
import { listDayReadings } from "../../store/day-readings.ts";
import { listPostDetails } from "../../store/post-details.ts";
import { listPostReadings } from "../../store/post-readings.ts";
import { listPostsByKey, type PostRow } from "../../store/posts.ts";
import { type AccountSighting, deriveAccount } from "./derive-account.ts";
import { derivePost, needsHistory, type PostChange, type Sighting } from "./derive-post.ts";
import { idKey, inTime, matchAccount, newAccount, postKeys, renamed } from "./identity.ts";
import { newPost } from "./post-rows.ts";

/** How snapshots came. `import`: the file that they are of, with its number from its second piece on. */
type Arrival = { now: Instant; time_zone: string; import: { id: number | null } | null };

/** The snapshots of one account, oldest first. */
export type Group = {
  /** The account with its new name and id, figures as stored. */
  account: AccountRow;
  stored: AccountRow | null;
  isNew: boolean;
  version: number;
  import_id: number | null;
  snapshots: { snapshot: Snapshot; index: number }[];
};

export function groupByAccount(
  known: readonly AccountRow[],
  snapshots: readonly Snapshot[],
  { now, import: part }: Arrival,
): Group[] {
  const groups: Group[] = [];
  let nextId = Math.max(0, ...known.map((account) => account.id)) + 1;
  for (const entry of inTime(snapshots)) {
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

/** @throws {Problem} `too_large` */
export function refuseTooMany(known: number, groups: readonly Group[]): void {
  const tooMany = groups.filter(({ isNew }) => isNew)[Math.max(0, MOST_ACCOUNTS - known)];
  if (!tooMany) return;
  const { platform, handle } = tooMany.account;
  throw new Problem(
    "too_large",
    `${platform} account "${handle}" ${FAULT_MESSAGES.too_many_accounts}; nothing was stored`,
    [fault("account", "too_many_accounts")],
  );
}

export type TouchedPost = {
  group: Group;
  isNew: boolean;
  import_id: number | null;
  /** The names under which it was found, and all that it goes by. */
  found: Set<string>;
  keys: Set<string>;
  change: PostChange;
};

/** Every post that the snapshots speak of, derived. Gives the groups of an import its number on the way. */
export async function touchedPosts(
  db: D1Database,
  groups: readonly Group[],
  next: Footing["next"],
  { time_zone, import: part }: Arrival,
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
  const open = (group: Group, row: PostRow, isNew: boolean): Draft => {
    const empty = { import_id: null, found: new Set<string>(), keys: new Set<string>() };
    const draft = { ...empty, group, isNew, row, sightings: [] };
    drafts.push(draft);
    return draft;
  };
  for (const { key, ...row } of found) {
    const group = groups.find(({ account }) => account.id === row.account_id);
    if (!group) continue;
    const draft = byId.get(row.id) ?? open(group, row, false);
    byId.set(row.id, draft);
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
        const draft =
          keys.map((key) => byKey.get(key)).find((other) => other !== undefined) ??
          open(group, newPost(nextId++, account, reading), true);
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

/** The names by which posts are found that were not found by them. */
export const newKeys = (posts: readonly TouchedPost[]) =>
  posts.flatMap(({ keys, found, change: { row } }) =>
    [...keys]
      .filter((key) => !found.has(key))
      .map((key) => ({ account_id: row.account_id, key, post_id: row.id })),
  );

/** Every account that the snapshots are of, derived. */
export async function touchedAccounts(
  db: D1Database,
  groups: readonly Group[],
  { time_zone }: Arrival,
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
      const sightings: AccountSighting[] = snapshots
        .map(({ snapshot }) => snapshot)
        .filter(saysAnything)
        .map(({ read_at, followers, name, days }) => ({
          at: read_at,
          version,
          import_id,
          followers,
          name,
          days,
        }));
      const of = (row: { account_id: number }) => row.account_id === account.id;
      // an account that is named otherwise too does not go with the import that brought it
      const brought = group.isNew || import_id === null ? { ...account, import_id } : account;
      return [
        group,
        deriveAccount(brought, sightings, readings.filter(of), dayReadings.filter(of), dayOf),
      ];
    }),
  );
}
