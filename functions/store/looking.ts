/** The look that is under way, at most one: what its slices found so far, to be taken up by the next tick. */
import type { Instant } from "../model/snapshot.ts";
import { table } from "./table.ts";

export type LookingRow<Progress> = {
  id: number;
  account_id: number;
  month: string;
  /** The slice that comes next. */
  step: number;
  begun_at: Instant;
  progress: Progress;
  /** What the next slice works on. */
  material: string;
};

/** `shown`: is each account that it is of still shown? */
export type LookingUnderWay<Progress> = LookingRow<Progress> & { shown: boolean };

const LOOKING = table<LookingRow<object>>("looking", {
  id: "plain",
  account_id: "plain",
  month: "plain",
  step: "plain",
  begun_at: "plain",
  progress: "json",
  material: "plain",
});

export async function findLooking<Progress>(
  db: D1Database,
): Promise<LookingUnderWay<Progress> | null> {
  const [found] = await LOOKING.rows<{ shown: 0 | 1 }>(
    db.prepare(
      `select ${LOOKING.list}, not exists (select 1 from json_each(looking.progress, '$.of') where value not in
         (select id from accounts where merged_into is null and hidden_at is null)) as shown from looking`,
    ),
  );
  return found
    ? { ...found, progress: found.progress as Progress, shown: found.shown === 1 }
    : null;
}

/** Of two who begin at once the database refuses the later. */
export const beginLooking = (db: D1Database, row: Omit<LookingRow<object>, "id">) =>
  LOOKING.insert(db, [{ ...row, id: 1 }]);

type Seen = Pick<LookingRow<object>, "account_id" | "month" | "step">;

/**
 * A slice further, if it still is where it was read.
 * @param material left out: what there is stays; `more` is put behind it
 */
export const moveLooking = (
  db: D1Database,
  seen: Seen,
  { progress, material, more }: { progress: object; material?: string; more?: string },
) =>
  db
    .prepare(
      `update looking set step = step + 1, progress = ?4, material = coalesce(?5, material) || coalesce(?6, '')
       where id = 1 and account_id = ?1 and month = ?2 and step = ?3`,
    )
    .bind(
      seen.account_id,
      seen.month,
      seen.step,
      JSON.stringify(progress),
      material ?? null,
      more ?? null,
    );

/** Over, if it still is where it was read; else the batch is refused like any other that lost the race. */
export const endLooking = (db: D1Database, seen: LookingRow<object>) => [
  ...LOOKING.guard(db, ["id", "account_id", "month", "step"], [seen]),
  ...LOOKING.remove(db, ["id"], [seen]),
];
