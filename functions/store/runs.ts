import type { AccountProblem, Run } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";

/** A tick that has not ended after so many seconds is taken for dead: no Worker runs that long. */
const LEASE_SECONDS = 960;

/** Far enough back to meet every run whose lease can still hold, whatever its slot. */
const LEASE_SEARCH = 2 * LEASE_SECONDS;

/** Broken runs are looked for so far back, in seconds. */
const LOOKED_BACK = 6 * 3600;

const COLUMNS = "id, started_at, finished_at, seconds, calls, readings, problems";

const fromStored = (row: Omit<Run, "problems"> & { problems: string }): Run => ({
  ...row,
  problems: JSON.parse(row.problems) as AccountProblem[],
});

const CLAIM = `insert into runs (id, started_at)
  select ?1, ?2 where not exists (
    select 1 from runs where id > ?2 - ${LEASE_SEARCH} and started_at > ?2 - ${LEASE_SECONDS} and finished_at is null
  ) on conflict (id) do nothing returning id`;

/** Takes a cron's slot; `null` when it is taken already or another run is under way. */
export const claimSlot = (db: D1Database, slot: Instant, now: Instant) =>
  db.prepare(CLAIM).bind(slot, now).first<{ id: number }>();

/** Claims a run by hand; `null` when another run is under way. */
export const claimByHand = (db: D1Database, now: Instant, slotSeconds: number) =>
  db
    .prepare(
      CLAIM.replace(
        "select ?1, ?2",
        `select id + (id % ?1 = 0), ?2
         from (select max(?2, (select coalesce(max(id), 0) + 1 from runs)) as id)`,
      ),
    )
    .bind(slotSeconds, now)
    .first<{ id: number }>();

export const endRun = (db: D1Database, run: Omit<Run, "started_at">) =>
  db
    .prepare(
      "update runs set finished_at = ?2, seconds = ?3, calls = ?4, readings = ?5, problems = ?6 where id = ?1",
    )
    .bind(
      run.id,
      run.finished_at,
      run.seconds,
      run.calls,
      run.readings,
      JSON.stringify(run.problems),
    );

/** Runs of the last hours that broke off: unfinished, and their lease is over. */
export const listBrokenRuns = async (db: D1Database, now: Instant, own: number) =>
  (
    await all<{ id: number }>(
      db
        .prepare(
          `select id from runs where id between ?1 - ${LOOKED_BACK} and ?1 and finished_at is null and id != ?2
           order by id`,
        )
        .bind(now, own),
    )
  ).map(({ id }) => id);

const BROKEN: AccountProblem[] = [{ account_id: null, code: "crashed", detail: null }];

export const endBrokenRuns = (db: D1Database, ids: readonly number[]) =>
  db
    .prepare(
      "update runs set finished_at = started_at, problems = ?2 where id in (select value from json_each(?1))",
    )
    .bind(JSON.stringify(ids), JSON.stringify(BROKEN));

export const deleteRunsBefore = (db: D1Database, before: Instant) =>
  db.prepare("delete from runs where id < ?1").bind(before);

/** The newest first. */
export const listRuns = async (db: D1Database, limit: number): Promise<Run[]> =>
  (
    await all<Omit<Run, "problems"> & { problems: string }>(
      db.prepare(`select ${COLUMNS} from runs order by id desc limit ?1`).bind(limit),
    )
  ).map(fromStored);

/** What moves with every run that begins or ends: the newest one's id, and when it ended. */
export const findRunsState = async (db: D1Database): Promise<(number | null)[]> => {
  const row = await db
    .prepare("select id, finished_at from runs order by id desc limit 1")
    .first<Pick<Run, "id" | "finished_at">>();
  return row ? [row.id, row.finished_at] : [];
};
