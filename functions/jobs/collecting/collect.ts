/**
 * A run of the collectors, of the cron (`collect-tick.ts`) or by hand. It visits the accounts that are due until its calls are
 * spent, stores what they say in one batch, and leaves a row that tells how it went. One that breaks off anywhere loses
 * nothing: what was not stored is asked again.
 */
import { shareOf } from "../../collect/http.ts";
import { isoInstant, monthOf, SECONDS_A_DAY, USUAL_ZONE } from "../../model/day.ts";
import { Problem } from "../../model/problem.ts";
import { type AccountProblem, type Run, TICK_SECONDS } from "../../model/run.ts";
import { openSealKey } from "../../model/seal.ts";
import type { Instant } from "../../model/snapshot.ts";
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
  deleteRunsBefore,
  endBrokenRuns,
  endRun,
  listBrokenRuns,
} from "../../store/runs.ts";
import { addSpend, findCollectSettings } from "../../store/x-spend.ts";
import type { CollectEnv } from "./adapters.ts";
import { storeVisits } from "./store-visits.ts";
import { httpOf, slotOf, type Tick } from "./tick.ts";
import { callsNeeded, type Visited, visitAccount } from "./visit-account.ts";
import { allowanceOf } from "./x-allowance.ts";

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

/** Older runs are deleted. */
const OLDEST_RUN_SECONDS = 90 * SECONDS_A_DAY;
/** They are looked for in the first hour of a UTC day only. */
const isTidyTime = (now: Instant): boolean => now % SECONDS_A_DAY < 3600;

/**
 * @param id of the run, which is claimed
 * @param due the accounts that it visits
 */
export async function collect(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  id: number,
  due: readonly CollectionRow[],
): Promise<Run> {
  const { now } = tick;
  const began = tick.stopwatch?.();
  const http = httpOf(tick);
  const month = monthOf(isoInstant(now));
  const ids = due.map(({ account_id }) => account_id);
  const [settings, posts, broken, key] = await Promise.all([
    findCollectSettings(db, month),
    listSeenPosts(db, ids, now - OLDEST_READ_AGAIN),
    listBrokenRuns(db, now, id),
    openSealKey(env.CREDENTIALS_KEY),
  ]);
  let allowance = allowanceOf(settings);

  const visits: Visited[] = [];
  const frugalFirst = due.toSorted((a, b) => callsNeeded(a) - callsNeeded(b));
  for (const [index, row] of frugalFirst.entries()) {
    const visited = await visitAccount(row, {
      db,
      env,
      key,
      http: shareOf(http, Math.floor(http.left() / (frugalFirst.length - index))),
      slot: slotOf(now),
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
    // a page that a browser holds says how collecting goes, too
    ...(isNews(due, stored.rows) ? [touchLibrary(db, null)] : []),
    ...(isTidyTime(now)
      ? [deleteRunsBefore(db, now - OLDEST_RUN_SECONDS), deleteOldConsents(db, now)]
      : []),
    endRun(db, run),
  ]);
  return run;
}

/** Is an account in another state than before, or has it another problem? */
const isNews = (before: readonly CollectionRow[], after: readonly CollectionRow[]): boolean =>
  after.some((row) => {
    const old = before.find(({ account_id }) => account_id === row.account_id);
    return old?.state !== row.state || old.problem?.code !== row.problem?.code;
  });
