import type { AccountProblem } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";

export type RunRow = {
  /** The slot's instant; of a collection by hand a second that is no slot's. */
  id: number;
  started_at: Instant;
  /** `null`: under way, or broken off. */
  finished_at: Instant | null;
  seconds: number | null;
  calls: number;
  readings: number;
  problems: AccountProblem[];
};

/** A tick that has not ended after so many seconds is taken for dead: no Worker runs that long. */
export const LEASE_SECONDS = 960;

/** Far enough back to meet every run whose lease can still hold, whatever its slot. */
const LEASE_SEARCH = 2 * LEASE_SECONDS;

const COLUMNS = "id, started_at, finished_at, seconds, calls, readings, problems";

const fromStored = (row: Omit<RunRow, "problems"> & { problems: string }): RunRow => ({
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

export const endRun = (db: D1Database, run: Omit<RunRow, "started_at">) =>
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

/** Runs that broke off: unfinished, and their lease is over. */
export const endBrokenRuns = (db: D1Database, before: Instant, problems: AccountProblem[]) =>
  db
    .prepare(
      `update runs set finished_at = started_at, problems = ?3
       where id between ?1 - 86400 and ?1 - ${LEASE_SECONDS} and finished_at is null and id != ?2`,
    )
    .bind(before, before, JSON.stringify(problems));

export const deleteRunsBefore = (db: D1Database, before: Instant) =>
  db.prepare("delete from runs where id < ?1").bind(before);

/** The newest first. */
export const listRuns = async (db: D1Database, limit: number): Promise<RunRow[]> =>
  (
    await all<Omit<RunRow, "problems"> & { problems: string }>(
      db.prepare(`select ${COLUMNS} from runs order by id desc limit ?1`).bind(limit),
    )
  ).map(fromStored);
