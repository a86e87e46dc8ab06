/**
 * A tick of the collectors. It claims its slot, visits the accounts that are due until its calls are spent, stores what
 * they say in one batch, and leaves a row that tells how it went. A tick that breaks off anywhere loses nothing: what
 * was not stored is asked again.
 */
import { openHttp, shareOf } from "../../collect/http.ts";
import { isoInstant, monthOf, SECONDS_A_DAY, USUAL_ZONE } from "../../model/day.ts";
import { Problem } from "../../model/problem.ts";
import { type AccountProblem, type Run, TICK_SECONDS } from "../../model/run.ts";
import { openSealKey } from "../../model/seal.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { OLDEST_READ_AGAIN } from "../../model/visit.ts";
import {
  type CollectionRow,
  listCollections,
  listSeenPosts,
  saveCollections,
} from "../../store/collections.ts";
import { deleteOldConsents } from "../../store/consents.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  claimByHand,
  claimSlot,
  deleteRunsBefore,
  endBrokenRuns,
  endRun,
  listBrokenRuns,
} from "../../store/runs.ts";
import { addSpend, findCollectSettings } from "../../store/x-spend.ts";
import { type IngestContext, type Ingested, ingest } from "../writing/ingest.ts";
import type { CollectEnv } from "./adapters.ts";
import { callsNeeded, type Visited, visitAccount } from "./visit-account.ts";
import { allowanceOf } from "./x-allowance.ts";

export type Tick = {
  /** The tick's own instant: the cron's `scheduledTime`. Everything that it reads is read then. */
  now: Instant;
  /** Milliseconds of a clock that runs, for how long it took; left out: nobody measures. */
  stopwatch?: () => number;
  /** How long a platform may take to answer. */
  timeoutMs?: number;
};

/** The cron's tick. `null` when nothing is due, the slot is taken, or another run is under way. */
export async function collectTick(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
): Promise<Run | null> {
  const due = (await listCollections(db)).filter(({ next_due_at }) => next_due_at <= tick.now);
  if (due.length === 0) return null;
  const slot = tick.now - (tick.now % TICK_SECONDS);
  const claimed = await claimSlot(db, slot, tick.now);
  return claimed && (await collect(db, env, tick, claimed.id, due));
}

/** Collects now: one account, or all that have credentials. Throws a conflict while another run is under way. */
export async function collectNow(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  account_id: number | null = null,
): Promise<Run> {
  const asked = (await listCollections(db)).filter(
    (row) => account_id === null || row.account_id === account_id,
  );
  if (asked.length === 0) {
    throw new Problem("not_found", "there is no such account with credentials to collect with");
  }
  // asking again before a throttle ends makes it longer
  const rows = asked.filter((row) => row.state !== "throttled" || row.next_due_at <= tick.now);
  const [parked] = asked;
  if (rows.length === 0 && parked) {
    const until = isoInstant(parked.next_due_at);
    throw new Problem("rate_limited", `the platform asks for a pause until ${until}`);
  }
  const claimed = await claimByHand(db, tick.now, TICK_SECONDS);
  if (!claimed) {
    throw new Problem("conflict", "another collection is under way; try again in a minute");
  }
  return await collect(db, env, tick, claimed.id, rows);
}

/** Runs are kept so long. */
const KEPT_SECONDS = 90 * SECONDS_A_DAY;
/** Old runs are looked for in the first hour of a UTC day only. */
const isTidyTime = (now: Instant): boolean => now % SECONDS_A_DAY < 3600;

async function collect(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  id: number,
  due: readonly CollectionRow[],
): Promise<Run> {
  const { now } = tick;
  const began = tick.stopwatch?.();
  const http = openHttp({
    now,
    ...(tick.timeoutMs === undefined ? {} : { timeoutMs: tick.timeoutMs }),
  });
  const month = monthOf(isoInstant(now));
  const settings = await findCollectSettings(db, month);
  const key = await openSealKey(env.CREDENTIALS_KEY);
  const ids = due.map(({ account_id }) => account_id);
  const posts = await listSeenPosts(db, ids, now - OLDEST_READ_AGAIN);
  const broken = await listBrokenRuns(db, now, id);
  const slot = now - (now % TICK_SECONDS);
  let allowance = allowanceOf(settings);

  const visits: Visited[] = [];
  const inTurn = due.toSorted((a, b) => callsNeeded(a) - callsNeeded(b));
  for (const [index, row] of inTurn.entries()) {
    const visited = await visitAccount(row, {
      db,
      env,
      key,
      http: shareOf(http, Math.floor(http.left() / (inTurn.length - index))),
      slot,
      posts: posts.filter(({ account_id }) => account_id === row.account_id),
      allowance: row.platform === "x" ? allowance : null,
    });
    // at once: a tick that breaks off later has still been charged for it
    if (visited.cost > 0) await addSpend(db, month, visited.cost).run();
    allowance = Math.max(0, allowance - visited.cost);
    visits.push(visited);
  }

  const time_zone = settings?.time_zone ?? env.TIME_ZONE ?? USUAL_ZONE;
  const stored = await storeVisits(db, visits, { now, time_zone, import: null });
  const run: Run = {
    id,
    started_at: now,
    finished_at: now,
    seconds:
      began === undefined ? null : Math.round(((tick.stopwatch?.() ?? began) - began) / 1000),
    calls: http.made(),
    readings: stored.readings,
    problems: [
      ...broken.map((): AccountProblem => ({ account_id: null, code: "crashed", detail: null })),
      ...stored.problems,
    ],
  };
  await db.batch([
    ...saveCollections(db, stored.rows),
    ...(broken.length > 0 ? [endBrokenRuns(db, broken)] : []),
    // a view that is kept somewhere says how collecting stands, too
    ...(isNews(due, stored.rows) ? [touchLibrary(db, null)] : []),
    ...(isTidyTime(now)
      ? [deleteRunsBefore(db, now - KEPT_SECONDS), deleteOldConsents(db, now)]
      : []),
    endRun(db, run),
  ]);
  return run;
}

/** Does an account stand otherwise than before? */
const isNews = (before: readonly CollectionRow[], after: readonly CollectionRow[]): boolean =>
  after.some((row) => {
    const old = before.find(({ account_id }) => account_id === row.account_id);
    return old?.state !== row.state || old.problem?.code !== row.problem?.code;
  });

type Stored = { rows: CollectionRow[]; readings: number; problems: AccountProblem[] };

/** All snapshots in one batch; when one of them cannot be stored, each by itself, so that it costs the others nothing. */
async function storeVisits(
  db: D1Database,
  visits: readonly Visited[],
  context: IngestContext,
): Promise<Stored> {
  const snapshots = visits.flatMap(({ snapshot }) => (snapshot ? [snapshot] : []));
  const problems = visits.flatMap(({ before: { account_id }, problems }) =>
    problems.map((problem): AccountProblem => ({ account_id, ...problem })),
  );
  try {
    const all = snapshots.length === 0 ? null : await ingest(db, snapshots, context);
    return { rows: visits.map(({ after }) => after), readings: readingsOf(all), problems };
  } catch (thrown) {
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

/** A handle that another account has here: the figures are stored under the old name. */
async function storeOne(
  db: D1Database,
  snapshot: Snapshot,
  { handle }: CollectionRow,
  context: IngestContext,
) {
  try {
    return { ingested: await ingest(db, [snapshot], context), conflict: false };
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code !== "conflict") throw thrown;
    const named = { ...snapshot, account: handle };
    return { ingested: await ingest(db, [named], context), conflict: true };
  }
}

const readingsOf = (ingested: Ingested | null): number =>
  ingested === null
    ? 0
    : ingested.readings_added + ingested.readings_replaced + ingested.readings_unchanged;
