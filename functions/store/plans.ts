import { MOST_OF_A_SERIES, type Plan, type PlanMatch } from "../model/plan.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

/** A match as it lies in its plan's row. */
export type KeptMatch = Omit<PlanMatch, "plan">;

/** A plan as its row stands: `on_day`, for `on` is a word of SQL; its accounts are those of `matches`. */
export type PlanRow = Omit<Plan, "on" | "accounts"> & {
  on_day: Day;
  matches: KeptMatch[];
  changed_at: Instant;
};

export const PLANS = table<PlanRow>("plans", {
  id: "plain",
  series: "plain",
  on_day: "plain",
  at: "plain",
  matches: "json",
  format: "plain",
  topic: "plain",
  title: "plain",
  note: "plain",
  person: "plain",
  event: "plain",
  state: "plain",
  version: "plain",
  changed_at: "plain",
  trial: "plain",
});

/** As the rest of the house has it. */
export const planOfRow = ({ on_day, matches, changed_at: _, ...row }: PlanRow): Plan => ({
  ...row,
  on: on_day,
  accounts: matches.map(({ account }) => account),
});

/** More than anybody plans in a year; a list ends somewhere. */
export const MOST_PLANS = 2_000;

/**
 * Those of a stretch of days, both ends included, in the order in which they are shown: put in order here, for a row that is
 * sorted is billed again.
 */
export async function listPlans(
  db: D1Database,
  { from, to }: { from: Day; to: Day },
): Promise<PlanRow[]> {
  const rows = await PLANS.rows(
    db
      .prepare(
        `select ${PLANS.list} from plans where on_day between ?1 and ?2 order by on_day limit ${MOST_PLANS}`,
      )
      .bind(from, to),
  );
  return rows.sort(
    (a, b) => order(a.on_day, b.on_day) || order(a.at ?? "", b.at ?? "") || a.id - b.id,
  );
}

/** A plan without an hour stands before those that have one. */
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export const listPlansById = (db: D1Database, ids: readonly number[]) =>
  PLANS.rows(
    db
      .prepare(`select ${PLANS.list} from plans where id in (select value from json_each(?1))`)
      .bind(JSON.stringify(ids)),
  );

/** Those that are for an event, by their day. */
export const listPlansForEvent = (db: D1Database, event: number) =>
  PLANS.rows(
    db
      .prepare(
        `select ${PLANS.list} from plans where event = ?1 order by on_day, at is not null, at, id`,
      )
      .bind(event),
  );

export const listPlanIdsOf = async (db: D1Database, event: number): Promise<number[]> =>
  (
    await all<{ id: number }>(
      db.prepare("select id from plans where event = ?1 order by id").bind(event),
    )
  ).map(({ id }) => id);

/** A series is of one year or two: its plans lie near each other. */
export const listPlansOfSeries = (db: D1Database, series: number) =>
  PLANS.rows(
    db
      .prepare(
        `select ${PLANS.list} from plans where series = ?1 and id between ?1 and ?1 + ${MOST_OF_A_SERIES}`,
      )
      .bind(series),
  );

export const findPlan = (db: D1Database, id: number) =>
  PLANS.first(db.prepare(`select ${PLANS.list} from plans where id = ?1`).bind(id));

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextPlanId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from plans), 0), coalesce((select max(subject) from changes where what = 'plan'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertPlans = (db: D1Database, rows: readonly PlanRow[]) => PLANS.insert(db, rows);

/**
 * What a person changed of plans.
 * @param plans as they were read, and as they are to be: where one is another by now, or gone, or its event is, another was
 * faster, and the database refuses the whole batch
 */
export const updatePlans = (
  db: D1Database,
  plans: readonly { before: PlanRow; after: PlanRow }[],
) => [
  ...PLANS.guard(
    db,
    ["id", "version", "event"],
    plans.map(({ before }) => before),
  ),
  ...PLANS.update(
    db,
    "id",
    PERSONAL,
    plans.map(({ after }) => after),
  ),
];

const PERSONAL = [
  "on_day",
  "at",
  "matches",
  "format",
  "topic",
  "title",
  "note",
  "person",
  "event",
  "state",
  "version",
  "changed_at",
] as const;

type Seen = Pick<PlanRow, "id" | "version">;

/** Gone, if they are still what was read; else the batch is refused like any other. */
export const deletePlans = (db: D1Database, rows: readonly Seen[]) => [
  ...PLANS.guard(db, ["id", "version"], rows),
  ...PLANS.remove(db, ["id"], rows),
];

/** Those that were drawn for trials. */
export const listPlansOfTrials = (db: D1Database, trials: readonly number[]) =>
  PLANS.rows(
    db
      .prepare(
        `select ${PLANS.list} from plans
         where trial is not null and trial in (select value from json_each(?1)) order by on_day, id`,
      )
      .bind(JSON.stringify(trials)),
  );

/** All that are for an account. */
export const listPlansOf = (db: D1Database, account: number) =>
  PLANS.rows(
    db
      .prepare(
        `select ${PLANS.list} from plans
         where exists (select 1 from json_each(plans.matches) where value ->> 'account' = ?1)`,
      )
      .bind(account),
  );

/** What was found of posts; whoever changed the plan meanwhile, or took it away, makes the batch begin anew. */
export const saveMatches = (db: D1Database, rows: readonly (Seen & Pick<PlanRow, "matches">)[]) => [
  ...PLANS.guard(db, ["id", "version"], rows),
  ...PLANS.update(db, "id", ["matches"], rows),
];
