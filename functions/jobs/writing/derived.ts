/** What snapshots would change, derived from what is stored: all of a push but the writing, and so what a preview asks too. */
import type { Placed } from "../../analyse/timeline.ts";
import type { Tally } from "../../model/preview.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { findFooting } from "../../store/accounts.ts";
import { excusesOf } from "../judging/excuses.ts";
import { asKnown } from "./as-known.ts";
import { type AtHand, atHand } from "./at-hand.ts";
import { groupByAccount } from "./group-by-account.ts";
import { proofOf } from "./proof.ts";
import { tallied } from "./tally.ts";
import { type DerivedGroup, touchedAccounts } from "./touched-accounts.ts";
import { type TouchedPost, touchedPosts } from "./touched-posts.ts";

export type Derived = {
  /** As they were taken in: those of an import under the names that their accounts go by here. */
  snapshots: readonly Snapshot[];
  groups: DerivedGroup[];
  /** Of each account, by its id. */
  posts: Map<number, TouchedPost[]>;
  atHand: AtHand;
  /** When the newest stored post of each account was published. */
  newest_posts: ReadonlyMap<number, Instant>;
  import_id: number | null;
};

type Context = {
  now: Instant;
  time_zone: string;
  /** The import that brings them; its `id` is `null` until it has one. */
  import: { id: number | null } | null;
  visited?: readonly number[];
  allowed?: readonly number[];
  link?: number | null;
};

export async function derived(
  db: D1Database,
  read: readonly Snapshot[],
  { now, time_zone, import: part, visited, allowed, link = null }: Context,
): Promise<Derived> {
  const footing = await findFooting(db, link);
  if (footing.closed) throw new Problem("gone", "this token was revoked; nothing was stored");
  const { accounts, newest_posts, next, topic_rules } = footing;
  const excuses = excusesOf(footing);
  const import_id = part && (part.id ?? next.import);
  const snapshots = visited
    ? read.filter((_, index) => accounts.some(({ id }) => id === visited[index]))
    : read;
  const proof = await proofOf(db, accounts, snapshots);
  const named = part ? asKnown(accounts, snapshots, proof) : snapshots;
  const groups = groupByAccount(accounts, named, {
    now,
    import_id,
    proof,
    next: next.account,
  });
  // asked before by whoever let it in, and again here: the account may be erased since
  if (allowed && groups.some(({ account, stored }) => !stored || !allowed.includes(account.id))) {
    throw new Problem("forbidden", "this token may not push this account; nothing was stored", [
      fault("account", "unknown_account"),
    ]);
  }
  const [posts, accountsOf, known] = await Promise.all([
    touchedPosts(db, groups, {
      time_zone,
      import_id,
      next: next.post,
      excuses,
      topic_rules,
    }),
    touchedAccounts(db, groups, { time_zone, import_id }),
    atHand(db, groups, footing, time_zone),
  ]);
  return {
    snapshots: named,
    groups: accountsOf,
    posts,
    atHand: known,
    newest_posts,
    import_id,
  };
}

export type Ingested = {
  snapshots: number;
  accounts_added: number;
  posts_added: number;
  readings_added: number;
  readings_replaced: number;
  readings_unchanged: number;
  /** The same in what a person knows. */
  tally: Tally;
  /** The import's id, once it added something. */
  import: number | null;
};

export function counted(found: Derived): Ingested {
  const { snapshots, groups, posts: byAccount } = found;
  const posts = [...byAccount.values()].flat();
  const placed: Placed[] = [
    ...groups.flatMap(({ derived }) => derived.placed),
    ...posts.flatMap(({ change }) => change.placed),
  ];
  const count = (wanted: Placed) => placed.filter((one) => one === wanted).length;
  return {
    snapshots: snapshots.length,
    accounts_added: groups.filter(({ stored }) => !stored).length,
    posts_added: posts.filter(({ isNew }) => isNew).length,
    readings_added: count("added"),
    readings_replaced: count("replaced"),
    readings_unchanged: count("repeated"),
    tally: tallied(found),
    import: null,
  };
}
