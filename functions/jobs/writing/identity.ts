/** Who is who: which account and which post a reading speaks of. */
import { fault, Problem } from "../../model/problem.ts";
import type { Instant, PostReading, Snapshot } from "../../model/snapshot.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import { fullPostId } from "../../normalise/post-id.ts";
import type { AccountRow } from "../../store/accounts.ts";

type Named = Pick<Snapshot, "platform" | "account" | "external_id" | "read_at">;

/** Which account each unknown name is proven to be by the posts that stand under it (see `proof.ts`). */
export type Proof = ReadonlyMap<string, AccountRow["id"]>;
export const NO_PROOF: Proof = new Map();

export const nameOf = ({ platform, account }: Pick<Snapshot, "platform" | "account">): string =>
  `${platform} ${account}`;

/**
 * The account that a snapshot is of; `null` for one that is not known yet. The platform's id beats the handle, the handle
 * beats what an account was called before, and its posts prove an account that goes by a new name.
 * Throws a conflict when the handle is known under another id.
 */
export function matchAccount(
  accounts: readonly AccountRow[],
  snapshot: Named,
  proof: Proof = NO_PROOF,
): AccountRow | null {
  const there = accounts.filter((account) => account.platform === snapshot.platform);
  const byId =
    snapshot.external_id === null
      ? undefined
      : there.find((account) => account.external_id === snapshot.external_id);
  const byHandle = there.find((account) => account.handle === snapshot.account);
  if (byId) {
    if (byHandle && byHandle !== byId) throw conflict(snapshot);
    return byId;
  }
  const otherId = (account: AccountRow) =>
    snapshot.external_id !== null && account.external_id !== null;
  if (byHandle) {
    if (otherId(byHandle)) throw conflict(snapshot);
    return byHandle;
  }
  // a name that was given up may be another account's by now, which its id tells
  const before = there.findLast((account) => wasCalled(account, snapshot.account));
  if (before && !otherId(before)) return before;
  const proven = there.find(({ id }) => id === proof.get(nameOf(snapshot)));
  // two accounts that publish together have posts in common, and ids of their own
  return proven && !otherId(proven) ? proven : null;
}

export const wasCalled = ({ old_handles }: AccountRow, name: string): boolean =>
  old_handles.some(({ handle }) => handle === name);

/** Does not say the id that is known: who may push one account learns nothing of another. */
const conflict = (snapshot: Named): Problem =>
  new Problem(
    "conflict",
    `${snapshot.platform} account "${snapshot.account}" is known here, and not with external_id ${snapshot.external_id}; nothing was stored`,
    [fault("external_id", "other_account")],
  );

/**
 * The account as it is called now: a newer reading brings a new handle, and any reading a missing id. A name that it gave
 * up comes back only by the platform's own word, its id: a cron that still uses it was not told.
 */
export function renamed(
  account: AccountRow,
  snapshot: Named,
  import_id: number | null,
): AccountRow {
  const external_id = account.external_id ?? snapshot.external_id;
  const newer = snapshot.read_at >= (account.last_read_at ?? 0);
  const told = account.external_id !== null && snapshot.external_id === account.external_id;
  const called = newer && (told || !wasCalled(account, snapshot.account));
  return called
    ? { ...withHandle(account, snapshot.account, import_id), external_id }
    : { ...account, external_id };
}

/** The account under another handle; the one that it had is remembered. */
export function withHandle(
  account: AccountRow,
  handle: string,
  import_id: number | null,
): AccountRow {
  if (handle === account.handle) return account;
  const others = account.old_handles.filter(
    (old) => ![handle, account.handle].includes(old.handle),
  );
  return { ...account, handle, old_handles: [...others, { handle: account.handle, import_id }] };
}

/** The account as it was called before an import renamed it. */
export function withoutRename(account: AccountRow, import_id: number): AccountRow {
  const old_handles = account.old_handles.filter((old) => old.import_id !== import_id);
  // renamed since by others, it keeps the name that they gave it
  const last = account.old_handles.at(-1);
  const handle = last?.import_id === import_id ? last.handle : account.handle;
  return { ...account, handle, old_handles };
}

/** Snapshots with their places in the request, in the order in which they are taken in. */
export const inTime = (snapshots: readonly Snapshot[]): { snapshot: Snapshot; index: number }[] =>
  snapshots
    .map((snapshot, index) => ({ snapshot, index }))
    .sort((a, b) => a.snapshot.read_at - b.snapshot.read_at || a.index - b.index);

/**
 * The id of the known account that each snapshot is of, in their own order, as the ones before it leave the names;
 * `null`: it is of a new account, or at odds with what is known.
 */
export function ownersOf(
  known: readonly AccountRow[],
  snapshots: readonly Snapshot[],
  proof: Proof,
): (number | null)[] {
  const accounts = [...known];
  const owners: (number | null)[] = snapshots.map(() => null);
  for (const { snapshot, index } of inTime(snapshots)) {
    const owner = ownerOf(accounts, snapshot, proof);
    if (!owner) continue;
    owners[index] = owner.id;
    accounts[accounts.indexOf(owner)] = renamed(owner, snapshot, null);
  }
  return owners;
}

function ownerOf(
  accounts: readonly AccountRow[],
  snapshot: Snapshot,
  proof: Proof,
): AccountRow | null {
  try {
    return matchAccount(accounts, snapshot, proof);
  } catch (thrown) {
    if (thrown instanceof Problem) return null;
    throw thrown;
  }
}

export const newAccount = (id: number, snapshot: Named, now: Instant): AccountRow => ({
  id,
  platform: snapshot.platform,
  handle: snapshot.account,
  external_id: snapshot.external_id,
  name: null,
  named_at: null,
  given_name: null,
  followers: null,
  followers_at: null,
  collected_at: null,
  last_read_at: null,
  held: [],
  days_seen: {},
  posts_seen: {},
  version: 0,
  rebuilding: null,
  import_id: null,
  created_at: now,
  hidden_at: null,
  old_handles: [],
  merged_into: null,
  merged: null,
});

/** The name by which a comment calls its post. */
export const idKey = ({ platform, external_id }: AccountRow, id: string): string =>
  `id:${fullPostId(platform, external_id, id)}`;

/** The names under which a post can be found again, the surest first. */
export function postKeys(
  account: AccountRow,
  post: Pick<PostReading, "external_id" | "url">,
): string[] {
  const keys: string[] = [];
  if (post.external_id !== null) {
    keys.push(idKey(account, post.external_id));
    // a file that knows no page id names the post by its second half
    if (account.platform === "facebook") {
      const bare = `id:${post.external_id.slice(post.external_id.indexOf("_") + 1)}`;
      if (!keys.includes(bare)) keys.push(bare);
    }
  }
  const link = post.url === null ? null : canonicalPermalink(account.platform, post.url);
  if (link) keys.push(`url:${link}`);
  return keys;
}
