/** A slice of a merge: Snapshots of the account that stays, taken in like a piece of a file. */
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import type { AccountRow, Merged } from "../../store/accounts.ts";
import { addAccount, type Change } from "./change.ts";
import { closed } from "./closed.ts";
import { counted, derived } from "./derived.ts";
import { changeOf, importStatements } from "./ingest.ts";
import type { TouchedPost } from "./touched-posts.ts";

/** What a slice writes, and what the parked account remembers of it. */
export type Brought = Pick<Merged, "next"> &
  Partial<Pick<Merged, "words" | "excused">> & { statements: D1PreparedStatement[] };

export type SliceContext = {
  now: Instant;
  time_zone: string;
  import_id: number;
  into: AccountRow;
  /** What the slice is called among the import's pieces. */
  piece: string;
  rows: number;
  then: Merged["next"];
};

/**
 * @param more what a slice adds to what its Snapshots change, given the posts that they speak of: it gives statements that
 * go before the others
 */
export async function bring(
  db: D1Database,
  snapshots: readonly Snapshot[],
  { now, time_zone, import_id, into, piece, rows, then }: SliceContext,
  more?: (posts: readonly TouchedPost[], change: Change) => Promise<D1PreparedStatement[]>,
): Promise<Brought> {
  const found = await derived(db, snapshots, { now, time_zone, import: { id: import_id } });
  const change = changeOf(found, time_zone);
  // even where nothing is news: another writer's batch, such as one that undoes this, must not come between
  if (change.accounts.length === 0) addAccount(change, into, into);
  const touched = [...found.posts.values()].flat();
  const first = more ? await more(touched, change) : [];
  const part = {
    id: import_id,
    kind: "merged",
    name: null,
    created_at: now,
    read_at: now,
    time_zone,
    rows,
    skipped: 0,
    hash: piece,
  };
  const counts = counted(snapshots.length, found.groups, touched);
  return {
    next: then,
    statements: [
      ...importStatements(db, part, import_id, counts, touched, now),
      ...first,
      ...(await closed(db, change, { judge: "later", unjudged: true })),
    ],
  };
}
