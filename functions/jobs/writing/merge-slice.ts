/** A slice of a merge: Snapshots of the account that stays, taken in like a piece of a file. */
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import type { AccountRow, Merged } from "../../store/accounts.ts";
import { addAccount, type Change } from "./change.ts";
import { closed } from "./closed.ts";
import { counted, type Derived, derived } from "./derived.ts";
import { changeOf, importStatements, isTouched } from "./ingest.ts";
import { rowsOfImport } from "./rows-written.ts";

/** What a slice writes, and what the parked account remembers of it. */
export type Brought = Pick<Merged, "next"> &
  Partial<Pick<Merged, "words">> & { statements: D1PreparedStatement[] };

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

/** What snapshots of the account that stays bring. */
export async function bring(
  db: D1Database,
  snapshots: readonly Snapshot[],
  context: SliceContext,
): Promise<Brought> {
  const found = await sliceOf(db, snapshots, context);
  return brought(db, found, changeOf(found, context.time_zone), context);
}

/** What they would change. */
export const sliceOf = (
  db: D1Database,
  snapshots: readonly Snapshot[],
  { now, time_zone, import_id }: SliceContext,
): Promise<Derived> => derived(db, snapshots, { now, time_zone, import: { id: import_id } });

/** @param first statements that go before the others */
export async function brought(
  db: D1Database,
  found: Derived,
  change: Change,
  { now, time_zone, import_id, into, piece, rows, then }: SliceContext,
  first: readonly D1PreparedStatement[] = [],
): Promise<Brought> {
  // even where nothing is news: another writer's batch, such as one that undoes this, must not come between
  if (change.accounts.length === 0) addAccount(change, into, into);
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
  const touched = [...found.posts.values()].flat().filter(isTouched);
  return {
    next: then,
    statements: [
      ...importStatements(db, part, import_id, counted(found), touched, now),
      ...first,
      ...(await closed(db, change, {
        judge: "later",
        unjudged: true,
        beside: rowsOfImport(touched.length),
      })),
    ],
  };
}
