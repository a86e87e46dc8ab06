/** The posts that snapshots speak of, known and new, each derived. */
import { proposing } from "../../analyse/topic.ts";
import { calendarOf } from "../../model/day.ts";
import type { TopicWords } from "../../model/topic.ts";
import { fullPostId } from "../../normalise/post-id.ts";
import { listPostDetails } from "../../store/post-details.ts";
import type { PostKey } from "../../store/post-keys.ts";
import { listPostReadings } from "../../store/post-readings.ts";
import { listPostsByKey, type PostRow } from "../../store/posts.ts";
import { type Excuse, reasonOf } from "../judging/excuses.ts";
import { continuePost, needsHistory } from "./continue-post.ts";
import type { Group } from "./group-by-account.ts";
import { idKey, postKeys } from "./identity.ts";
import type { History, PostChange, Sighting } from "./post-change.ts";
import { postFromHistory } from "./post-from-history.ts";
import { newPost } from "./post-rows.ts";

export type TouchedPost = {
  isNew: boolean;
  /** The names under which it was found, and all that it goes by. */
  found: Set<string>;
  keys: Set<string>;
  change: PostChange;
};

export type PostContext = {
  time_zone: string;
  import_id: number | null;
  /** The next free id. */
  next: number;
  /** A post that comes later than the reason why its time is left out of the norm is left out too. */
  excuses: readonly Excuse[];
  /** The library's own words of topics; `null`: those that are shipped. */
  topic_rules: TopicWords | null;
};

/** A post with what was read of it, not derived yet. */
type Draft = Omit<TouchedPost, "change"> & { row: PostRow; sightings: Sighting[] };

/** Those of each account, by its id. */
export async function touchedPosts(
  db: D1Database,
  groups: readonly Group[],
  context: PostContext,
): Promise<Map<number, TouchedPost[]>> {
  const drafts = sighted(groups, await knownPosts(db, groups), context);
  const histories = await historiesOf(db, drafts);
  const by = { dayOf: calendarOf(context.time_zone), topicOf: proposing(context.topic_rules) };
  const posts = drafts.map(({ row, sightings, ...draft }): TouchedPost => {
    const history = draft.isNew ? NO_HISTORY : histories.get(row.id);
    const change = history
      ? postFromHistory(row, draft.isNew, sightings, history, by)
      : continuePost(row, sightings, by);
    if (!draft.isNew) return { ...draft, change };
    const excused = reasonOf(change.row, context.excuses);
    return { ...draft, change: { ...change, row: { ...change.row, excused } } };
  });
  return Map.groupBy(posts, ({ change }) => change.row.account_id);
}

export const NO_HISTORY: History = { readings: [], details: [] };

type FoundPost = PostRow & Pick<PostKey, "key">;

/** Every name that a known account's snapshots call a post by, looked up. */
async function knownPosts(db: D1Database, groups: readonly Group[]): Promise<FoundPost[]> {
  const asked = new Map<string, Omit<PostKey, "post_id">>();
  for (const { account, stored, snapshots } of groups) {
    if (!stored) continue;
    const ask = (key: string) => asked.set(`${account.id} ${key}`, { account_id: account.id, key });
    for (const { snapshot } of snapshots) {
      for (const post of snapshot.posts) for (const key of postKeys(account, post)) ask(key);
      for (const comment of snapshot.comments) ask(idKey(account, comment.post));
    }
  }
  return asked.size === 0 ? [] : listPostsByKey(db, [...asked.values()]);
}

/** The posts, each with its readings in the order of time: one by whatever name it goes. */
function sighted(
  groups: readonly Group[],
  found: readonly FoundPost[],
  { import_id, next }: PostContext,
): Draft[] {
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft>();
  const open = (row: PostRow, isNew: boolean): Draft => {
    const draft = { isNew, found: new Set<string>(), keys: new Set<string>(), row, sightings: [] };
    drafts.push(draft);
    return draft;
  };
  const byId = new Map<number, Draft>();
  for (const { key, ...row } of found) {
    const draft = byId.get(row.id) ?? open(row, false);
    byId.set(row.id, draft);
    draft.found.add(key);
    byKey.set(`${row.account_id} ${key}`, draft);
  }
  let nextId = next;
  for (const { account, snapshots } of groups) {
    for (const { snapshot } of snapshots) {
      for (const post of snapshot.posts) {
        const reading = {
          ...post,
          external_id:
            post.external_id && fullPostId(account.platform, account.external_id, post.external_id),
        };
        const keys = postKeys(account, post);
        const named = keys.map((key) => `${account.id} ${key}`);
        const draft =
          named.map((key) => byKey.get(key)).find((other) => other !== undefined) ??
          open(newPost(nextId++, account, reading), true);
        const version = account.version + 1;
        draft.sightings.push({ read_at: snapshot.read_at, version, import_id, reading });
        for (const key of named) byKey.set(key, byKey.get(key) ?? draft);
        for (const key of keys) draft.keys.add(key);
      }
    }
  }
  return drafts;
}

/** All that was ever read of the posts that cannot be derived without it. */
async function historiesOf(
  db: D1Database,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<number, History>> {
  const ids = drafts
    .filter(({ isNew, row, sightings }) => !isNew && needsHistory(row, sightings))
    .map(({ row }) => row.id);
  return ids.length === 0 ? new Map() : listHistories(db, ids);
}

/** Everything that was ever read of these posts. */
export async function listHistories(
  db: D1Database,
  ids: readonly number[],
): Promise<Map<number, History>> {
  const readings = Map.groupBy(await listPostReadings(db, ids), ({ post_id }) => post_id);
  const details = Map.groupBy(await listPostDetails(db, ids), ({ post_id }) => post_id);
  return new Map(
    ids.map((id) => [id, { readings: readings.get(id) ?? [], details: details.get(id) ?? [] }]),
  );
}
