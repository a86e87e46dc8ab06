/**
 * How many rows a change writes, as D1 bills them: an entry of an index like a row of a table, by the indexes of schema.sql; of
 * what goes, the row alone. Known before the batch, so that the day's sum is written with it. What only the database finds is
 * left out: a follower count that reaches older posts, a month that a rebuild leaves as it was.
 */
import { rowsIn } from "../../store/rows.ts";
import type { JudgedRows } from "../judging/judgement.ts";
import type { Change } from "./change.ts";

/** The library's own row. */
const LIBRARY = 1;
/** Entries of a new account's handle and id; one that is called otherwise lets go of both first (`saveIdentity`). */
const OF_AN_ACCOUNT = 2;
/** Of a piece of an import: its own, the import's, and the entry by which that finds it. */
const OF_A_PIECE = 3;

/** Of `importStatements`. @param posts that it touched */
export const rowsOfImport = (posts: number): number => OF_A_PIECE + posts;

/** @param statements all that write it */
export function rowsWritten(
  statements: readonly D1PreparedStatement[],
  { accounts, identities, posts, accountReadings, dayReadings }: Change,
  { streaks }: Pick<JudgedRows, "streaks">,
): number {
  const versions = new Map(accounts.map(({ id, version }) => [id, version]));
  // what came by a file is found by it; only what comes now has the version that is written now
  const imported = [...accountReadings.save, ...dayReadings.save].filter(
    ({ account_id, version, import_id }) =>
      import_id !== null && version === versions.get(account_id),
  );
  const entries =
    OF_AN_ACCOUNT * accounts.filter(({ version }) => version === 1).length +
    2 * OF_AN_ACCOUNT * identities.length +
    posts.insert.length +
    posts.details.length +
    imported.length +
    streaks.save.filter(({ id }) => id === null).length +
    streaks.save.filter(({ reason }) => reason !== null).length +
    streaks.move.length;
  return LIBRARY + rowsIn(statements) + posts.remove.length + entries;
}
