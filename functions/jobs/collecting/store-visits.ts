/** Stores what a tick's visits brought, by the write road's one door. */
import { Problem } from "../../model/problem.ts";
import { type AccountProblem, TICK_SECONDS } from "../../model/run.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import type { CollectionRow } from "../../store/collections.ts";
import { type IngestContext, ingest } from "../writing/ingest.ts";
import type { Visited } from "./visit-account.ts";

type Context = Omit<IngestContext, "visited">;

type Ingested = Awaited<ReturnType<typeof ingest>>;

type Stored = { rows: CollectionRow[]; readings: number; problems: AccountProblem[] };

/** All snapshots in one batch; when one of them cannot be stored, each by itself, so that it costs the others nothing. */
export async function storeVisits(
  db: D1Database,
  visits: readonly Visited[],
  context: Context,
): Promise<Stored> {
  const read = visits.flatMap(({ snapshot, before }) =>
    snapshot ? [{ snapshot, account_id: before.account_id }] : [],
  );
  const problems = visits.flatMap(({ before: { account_id }, problems }) =>
    problems.map((problem): AccountProblem => ({ account_id, ...problem })),
  );
  try {
    const all = await ingestVisits(db, read, context);
    return { rows: visits.map(({ after }) => after), readings: readingsOf(all), problems };
  } catch (thrown) {
    // what could not be stored together for want of a database cannot be stored one by one either
    if (thrown instanceof Problem && thrown.code === "unavailable") {
      return notStored(visits, context.now, problems);
    }
    if (!(thrown instanceof Problem)) console.error(thrown);
  }
  const stored: Stored = { rows: [], readings: 0, problems };
  for (const { before, after, snapshot } of visits) {
    const { account_id } = before;
    try {
      const own = snapshot && (await storeOne(db, snapshot, before, context));
      stored.readings += readingsOf(own?.ingested ?? null);
      if (own?.conflict) {
        problems.push({ account_id, code: "renamed_conflict", detail: snapshot?.account ?? null });
      }
      stored.rows.push(after);
    } catch (thrown) {
      console.error(thrown);
      problems.push({ account_id, code: "internal", detail: null });
      // nothing of it is in: the next tick asks all of it again
      const problem = { code: "internal", detail: null } as const;
      stored.rows.push({ ...before, problem, next_due_at: context.now + TICK_SECONDS });
    }
  }
  return stored;
}

/** Everything is as before the visits, and is read again at the next tick. */
function notStored(
  visits: readonly Visited[],
  now: number,
  problems: readonly AccountProblem[],
): Stored {
  const problem = { code: "database_busy", detail: null } as const;
  return {
    rows: visits.map(({ before }) => ({ ...before, problem, next_due_at: now + TICK_SECONDS })),
    readings: 0,
    problems: [
      ...problems,
      ...visits.map(({ before: { account_id } }) => ({ account_id, ...problem })),
    ],
  };
}

/** A handle that another account has here: the figures are stored under the old name. */
async function storeOne(
  db: D1Database,
  snapshot: Snapshot,
  { handle, account_id }: CollectionRow,
  context: Context,
) {
  try {
    const ingested = await ingestVisits(db, [{ snapshot, account_id }], context);
    return { ingested, conflict: false };
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== "conflict") throw thrown;
    const named = { ...snapshot, account: handle };
    const ingested = await ingestVisits(db, [{ snapshot: named, account_id }], context);
    return { ingested, conflict: true };
  }
}

async function ingestVisits(
  db: D1Database,
  read: readonly { snapshot: Snapshot; account_id: number }[],
  context: Context,
): Promise<Ingested | null> {
  if (read.length === 0) return null;
  const snapshots = read.map(({ snapshot }) => snapshot);
  return ingest(db, snapshots, { ...context, visited: read.map(({ account_id }) => account_id) });
}

const readingsOf = (ingested: Ingested | null): number =>
  ingested === null
    ? 0
    : ingested.readings_added + ingested.readings_replaced + ingested.readings_unchanged;
