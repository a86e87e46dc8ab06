/** A merge begun: refused where the two are not one, or one of them is not at rest; else the account that goes is parked. */
import { PLATFORM_NAMES } from "../../model/platform.ts";
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountRow,
  type Footing,
  type Merged,
  type OldHandle,
  parkedHandle,
} from "../../store/accounts.ts";
import { listLiveStandings } from "../../store/collections.ts";
import { findHalfUndone, insertImport, saveImportPart } from "../../store/imports.ts";
import { listLinksOfOne, openAccount } from "../../store/links.ts";
import { countPostsAfter } from "../../store/posts.ts";
import { addAccount, openChange } from "./change.ts";
import { closed } from "./closed.ts";
import type { Merging } from "./merge.ts";

type Asked = { id: number; into: number };

export async function beginMerge(
  db: D1Database,
  footing: Footing,
  asked: Asked,
  { now, time_zone }: { now: Instant; time_zone: string },
): Promise<{ result: Merging; statements: D1PreparedStatement[] }> {
  const { from, into } = await mergeable(db, footing, asked);
  const import_id = footing.next.import;
  const links = await listLinksOfOne(db, from.id, into.id);
  const merged: Merged = {
    import_id,
    handle: from.handle,
    external_id: from.external_id,
    next: { of: "readings", after: 0 },
    words: [],
    links,
  };
  const change = openChange(time_zone);
  addAccount(change, parked(from, into, merged), from);
  addAccount(change, withNames(into, from, import_id), into);
  return {
    result: {
      import: import_id,
      done: false,
      remaining: (await countPostsAfter(db, from.id, 0)) + 4,
    },
    statements: [
      ...insertImport(db, {
        id: import_id,
        kind: "merged",
        name: `${PLATFORM_NAMES[from.platform]} · @${from.handle} → @${into.handle}`,
        created_at: now,
        read_at: from.last_read_at ?? now,
        time_zone,
        rows: 0,
        skipped: 0,
        posts_added: 0,
        readings_added: 0,
        undone_at: null,
      }),
      // there is something to undo from now on
      saveImportPart(db, `merged ${import_id}`, import_id),
      openAccount(db, links, into.id),
      ...(await closed(db, change, { judge: "later" })),
    ],
  };
}

const parked = (from: AccountRow, into: AccountRow, merged: Merged): AccountRow => ({
  ...from,
  handle: parkedHandle(from.id),
  external_id: null,
  merged_into: into.id,
  merged,
});

/** What comes by the other's names is this one's from now on. Its own former names stay the newest. */
function withNames(into: AccountRow, from: AccountRow, import_id: number): AccountRow {
  const known = [into.handle, ...into.old_handles.map(({ handle }) => handle)];
  const names = [...from.old_handles.map(({ handle }) => handle), from.handle];
  const old_handles: OldHandle[] = names
    .filter((handle) => !known.includes(handle))
    .map((handle) => ({ handle, import_id }));
  return {
    ...into,
    external_id: into.external_id ?? from.external_id,
    old_handles: [...old_handles, ...into.old_handles],
  };
}

/** The two accounts. Throws the Problem of why they are not to be merged. */
async function mergeable(db: D1Database, footing: Footing, { id, into: other }: Asked) {
  const from = footing.accounts.find((one) => one.id === id);
  const into = footing.accounts.find((one) => one.id === other);
  const isParked = (wanted: number) => footing.parked.some((one) => one.id === wanted);
  if (isParked(id)) throw refused("id", "merged_already");
  if (isParked(other)) throw refused("into", "merged_already");
  if (!from) throw new Problem("not_found", "there is no such account");
  if (!into) throw refused("into", "unknown_account", "not_found");
  if (from.id === into.id) throw refused("into", "same_account");
  if (from.platform !== into.platform) throw refused("into", "across_platforms");
  // the platform's own word stands against a person's, and its readings would come as a third account's
  if (from.external_id !== null && into.external_id !== null) throw refused("into", "other_id");
  if (footing.parked.some((one) => one.merged_into === id && one.merged?.next != null)) {
    throw refused("id", "being_merged");
  }
  for (const [path, account] of [["id", from] as const, ["into", into] as const]) {
    if (account.rebuilding !== null) throw refused(path, "being_rebuilt");
  }
  // credentials are sealed for their account: they cannot move
  const connected = (await listLiveStandings(db)).map(({ account_id }) => account_id);
  if (connected.includes(from.id) && !connected.includes(into.id)) {
    throw refused("into", "only_connection");
  }
  const half = await findHalfUndone(db);
  if (half !== null) {
    throw new Problem("conflict", `import ${half} ${FAULT_MESSAGES.being_undone}`, [
      fault("", "being_undone"),
    ]);
  }
  return { from, into };
}

const refused = (
  path: "id" | "into",
  code: FaultCode,
  problem: "conflict" | "not_found" = "conflict",
): Problem => new Problem(problem, `${path} ${FAULT_MESSAGES[code]}`, [fault(path, code)]);
