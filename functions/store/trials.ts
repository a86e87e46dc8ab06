import type { Day } from "../model/snapshot.ts";
import { type Trial, toTrialResult } from "../model/trial.ts";
import { standsFor } from "./accounts.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

export type TrialRow = Trial;

const TRIALS = table<TrialRow>("trials", {
  id: "plain",
  account: "plain",
  kind: "plain",
  a: "plain",
  b: "plain",
  at: "plain",
  weekdays: "json",
  starts_on: "plain",
  weeks: "plain",
  seed: "plain",
  lots: "json",
  power: "json",
  state: "plain",
  broken_on: "plain",
  why: "plain",
  result: {
    pack: JSON.stringify,
    unpack: (kept) => toTrialResult(JSON.parse(String(kept))),
  },
  judged_at: "plain",
  created_at: "plain",
  created_by: "plain",
  version: "plain",
});

/** With the account that it is of now: what it was merged into. `null`: one that goes. */
export type ListedTrial = TrialRow & { stands_for: number | null };

const STANDS_FOR = standsFor("trials.account");

/** More than a library makes in ten years. */
const MOST_AT_ONCE = 200;

/** All, those that run first, then the newest. */
export const listTrials = (db: D1Database) =>
  TRIALS.rows<{ stands_for: number | null }>(
    db.prepare(
      `select ${TRIALS.list}, ${STANDS_FOR} as stands_for from trials
       order by state = 'running' desc, starts_on desc, id desc limit ${MOST_AT_ONCE}`,
    ),
  );

export const findTrial = async (db: D1Database, id: number): Promise<ListedTrial | null> => {
  const [found] = await TRIALS.rows<{ stands_for: number | null }>(
    db
      .prepare(`select ${TRIALS.list}, ${STANDS_FOR} as stands_for from trials where id = ?1`)
      .bind(id),
  );
  return found ?? null;
};

/** Those that run and whose weeks are over, the longest first. */
export const listOverTrials = (db: D1Database, today: Day): Promise<ListedTrial[]> =>
  TRIALS.rows<{ stands_for: number | null }>(
    db
      .prepare(
        `select ${TRIALS.list}, ${STANDS_FOR} as stands_for from trials where state = 'running' and date(starts_on, (7 * weeks) || ' days') <= ?1
         order by starts_on, id`,
      )
      .bind(today),
  );

/** The trials of an account that run; those of what was merged into it are its own. */
export const listRunningOf = async (db: D1Database, account: number): Promise<number[]> =>
  (
    await all<{ id: number }>(
      db
        .prepare(
          `select id from trials where state = 'running' and (account = ?1 or ${STANDS_FOR} = ?1) order by id`,
        )
        .bind(account),
    )
  ).map(({ id }) => id);

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextTrialId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from trials), 0), coalesce((select max(subject) from changes where what = 'trial'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertTrial = (db: D1Database, row: TrialRow) => TRIALS.insert(db, [row]);

type Seen = Pick<TrialRow, "id" | "version" | "state">;

/** @param before as it was read: where it is another by now, or gone, the database refuses the whole batch */
export const updateTrial = (db: D1Database, before: Seen, row: TrialRow) => [
  ...TRIALS.guard(db, ["id", "version", "state"], [before]),
  ...TRIALS.update(
    db,
    "id",
    ["state", "broken_on", "why", "result", "judged_at", "version"],
    [row],
  ),
];

/** Gone, if it is still what was read; else the batch is refused like any other. */
export const deleteTrial = (db: D1Database, before: Seen) => [
  ...TRIALS.guard(db, ["id", "version", "state"], [before]),
  ...TRIALS.remove(db, ["id"], [before]),
];
