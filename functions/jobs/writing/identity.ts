/** Who is who: which account and which post a reading speaks of. */
import { fault, Problem } from "../../model/problem.ts";
import type { Instant, PostReading, Snapshot } from "../../model/snapshot.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import { fullPostId } from "../../normalise/post-id.ts";
import type { AccountRow } from "../../store/accounts.ts";

type Named = Pick<Snapshot, "platform" | "account" | "external_id" | "read_at">;

/**
 * The account that a snapshot is of; `null` for one that is not known yet. The platform's id beats the handle.
 * Throws a conflict when the handle is known under another id.
 */
export function matchAccount(accounts: readonly AccountRow[], snapshot: Named): AccountRow | null {
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
  if (!byHandle) return null;
  const otherId = snapshot.external_id !== null && byHandle.external_id !== null;
  if (otherId) throw conflict(snapshot);
  return byHandle;
}

/** Does not say the id that is known: who may push one account learns nothing of another. */
const conflict = (snapshot: Named): Problem =>
  new Problem(
    "conflict",
    `${snapshot.platform} account "${snapshot.account}" is known here, and not with external_id ${snapshot.external_id}; nothing was stored`,
    [fault("external_id", "other_account")],
  );

/** The account as it is called now: a newer reading brings a new handle, and any reading a missing id. */
export function renamed(account: AccountRow, snapshot: Named): AccountRow {
  const newer = snapshot.read_at >= (account.last_read_at ?? 0);
  return {
    ...account,
    handle: newer ? snapshot.account : account.handle,
    external_id: account.external_id ?? snapshot.external_id,
  };
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
): (number | null)[] {
  const accounts = [...known];
  const owners: (number | null)[] = snapshots.map(() => null);
  for (const { snapshot, index } of inTime(snapshots)) {
    const owner = ownerOf(accounts, snapshot);
    if (!owner) continue;
    owners[index] = owner.id;
    accounts[accounts.indexOf(owner)] = renamed(owner, snapshot);
  }
  return owners;
}

function ownerOf(accounts: readonly AccountRow[], snapshot: Snapshot): AccountRow | null {
  try {
    return matchAccount(accounts, snapshot);
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
  version: 0,
  rebuilding: null,
  import_id: null,
  created_at: now,
  hidden_at: null,
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
