/** Plans of an account that turned out to be another one. */
import { plannedAt } from "../../model/plan-time.ts";
import { listPlansOf, type PlanRow } from "../../store/plans.ts";
import { matchedAnew } from "./match-anew.ts";

/** As they will be: the other's, and held against its posts. What a person said of their posts went with those. */
export async function movedPlans(
  db: D1Database,
  from: number,
  into: number,
  time_zone: string,
): Promise<PlanRow[]> {
  const plans = (await listPlansOf(db, from)).map((row): PlanRow => {
    const others = row.matches.filter(({ account }) => account !== from);
    const has = others.some(({ account }) => account === into);
    const moved = { account: into, post: null, by_person: false };
    return { ...row, matches: has ? others : [...others, moved] };
  });
  return matchedAnew(db, {
    time_zone,
    touched: plans.map(({ on_day, at }) => ({
      account_id: into,
      at: plannedAt({ on: on_day, at }, time_zone),
    })),
    plans,
  });
}
