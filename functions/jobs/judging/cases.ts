/** The accounts of a change as a judgement takes them up: what is kept of each, with the change laid over it. */
import { comparePlaces, SETTLED_SECONDS, stillHolds } from "../../analyse/checkpoint.ts";
import { PRIOR_HALF_AGE_HOURS } from "../../analyse/maturity.ts";
import type { Checkpoint } from "../../model/checkpoint.ts";
import type { Instant, Stretch } from "../../model/snapshot.ts";
import type { JudgedPost } from "../../model/streak.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";
import { listNorms, type NormRow } from "../../store/norms.ts";
import { judgedPost } from "./judged-posts.ts";
import type { Upcoming } from "./judgement.ts";
import type { Learned } from "./learn-half-age.ts";

/** One account on its way through the judgement. */
export type Case = {
  account: AccountRow;
  norm: NormRow | null;
  learned: Learned;
  /** As they were judged last. */
  before: JudgedPost[];
  /** The same with the change laid over them. */
  posts: Map<number, JudgedPost>;
  changed: readonly JudgedRow[];
  removed: ReadonlySet<number>;
  stretches: readonly Stretch[];
  /** Where to go on; `null`: from the first post. */
  checkpoint: Checkpoint | null;
  /** `posts` does not hold all that is to be judged. */
  incomplete: boolean;
};

export async function openCases(db: D1Database, upcoming: Upcoming): Promise<Case[]> {
  const known = upcoming.accounts.filter(isStored).map(({ id }) => id);
  const norms = upcoming.known?.norms ?? (known.length === 0 ? [] : await listNorms(db, known));
  return upcoming.accounts.map((account) => {
    const norm = norms.find(({ account_id }) => account_id === account.id) ?? null;
    const of = ({ account_id }: { account_id: number }) => account_id === account.id;
    const before = norm?.posts ?? [];
    const changed = upcoming.posts.filter(of);
    const removed = new Set(upcoming.removed.filter(of).map(({ id }) => id));
    const posts = new Map(before.map((post) => [post.id, { ...post }]));
    for (const row of changed) posts.set(row.id, judgedPost(row, posts.get(row.id) ?? null));
    for (const id of removed) posts.delete(id);
    const learned: Learned = norm ?? {
      half_age_hours: PRIOR_HALF_AGE_HOURS[account.platform],
      half_ages: [],
      learned_at: readAt(account),
    };
    const one = { account, norm, learned, before, posts, changed, removed };
    const stretches = upcoming.stretches.filter(of);
    const kept = norm?.checkpoint ?? null;
    // without a checkpoint everything is kept
    const complete =
      norm !== null && !upcoming.anew && goesOn({ ...one, stretches }, kept, upcoming);
    return {
      ...one,
      stretches,
      checkpoint: complete ? kept : null,
      incomplete: !complete && isStored(account),
    };
  });
}

/** Accounts are new in the version that makes them. */
export const isStored = ({ version }: AccountRow): boolean => version > 1;

export const readAt = ({ last_read_at }: AccountRow): Instant => last_read_at ?? 0;

/** Is there anything to judge? A follower count newer than all posts, say, is not. */
export const concerns = (
  { changed, removed, stretches, posts, incomplete, norm }: Case,
  { anew }: Upcoming,
) =>
  anew ||
  changed.length > 0 ||
  removed.size > 0 ||
  (norm !== null &&
    stretches.length > 0 &&
    (incomplete || [...posts.values()].some((post) => isIn(post, stretches))));

/** Those whose growth an account's half-age is learned from, oldest first. */
export const recentPosts = ({ account, posts }: Pick<Case, "account" | "posts">): JudgedPost[] =>
  [...posts.values()]
    .filter(({ published_at }) => published_at > readAt(account) - SETTLED_SECONDS)
    .sort(comparePlaces);

export const isIn = ({ published_at }: JudgedPost, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ from, to }) => from <= published_at && published_at <= to);

/** Does everything that changed lie after the checkpoint? */
function goesOn(
  {
    before,
    posts,
    changed,
    removed,
    stretches,
    account,
    learned,
  }: Pick<Case, "before" | "posts" | "changed" | "removed" | "stretches" | "account" | "learned">,
  checkpoint: Checkpoint | null,
  { inserted }: Upcoming,
): boolean {
  const was = new Map(before.map((post) => [post.id, post]));
  const ids = [...changed.map(({ id }) => id), ...removed];
  // a post that is not among those kept lies before them
  if (ids.some((id) => !was.has(id) && !inserted.has(id))) return false;
  if (checkpoint === null) return true;
  // after an undone import the newest reading may be older: by it the checkpoint's post is not settled yet
  if (checkpoint.after.published_at > readAt(account) - SETTLED_SECONDS) return false;
  if (stretches.some(({ from }) => from <= checkpoint.after.published_at)) return false;
  const places = ids
    .flatMap((id) => [was.get(id) ?? [], posts.get(id) ?? []].flat())
    .filter(({ left_out }) => !left_out)
    .sort(comparePlaces);
  return stillHolds(
    checkpoint,
    { platform: account.platform, half_age_hours: learned.half_age_hours },
    places[0] ?? null,
  );
}
