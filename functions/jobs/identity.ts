/** Who is who: which account and which post a reading speaks of. */
import { fault, Problem } from "../model/problem.ts";
import type { Instant, PostReading, Snapshot } from "../model/snapshot.ts";
import { canonicalPermalink } from "../normalise/permalink.ts";
import { fullPostId } from "../normalise/post-id.ts";
import type { AccountRow } from "../store/accounts.ts";

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
    if (byHandle && byHandle !== byId) throw conflict(snapshot, byHandle);
    return byId;
  }
  if (!byHandle) return null;
  const otherId = snapshot.external_id !== null && byHandle.external_id !== null;
  if (otherId) throw conflict(snapshot, byHandle);
  return byHandle;
}

const conflict = (snapshot: Named, known: AccountRow): Problem =>
  new Problem(
    "conflict",
    `${snapshot.platform} account "${snapshot.account}" is known with external_id ${known.external_id ?? "unknown"}, not ${snapshot.external_id ?? "unknown"}; nothing was stored`,
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
  held: "[]",
  days_seen: "{}",
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
