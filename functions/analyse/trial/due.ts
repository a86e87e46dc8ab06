/** When a trial is judged: once its last posts are two days old, and read then. */
import { addDays, weekOf } from "../../model/day.ts";
import { isMature } from "../../model/post.ts";
import type { Day } from "../../model/snapshot.ts";
import { type DrawnLot, endsOn, type Lot } from "../../model/trial.ts";

/** Its last Sunday is over, and two days. */
const AFTER_DAYS = 3;

/** A reading that does not come is waited for so much longer: a file is often brought once a week. */
const WAIT_DAYS = 7;

/** The first day on which it may be judged. */
export const judgedFrom = (lots: readonly Pick<Lot, "on">[]): Day =>
  addDays(weekOf(endsOn(lots)), 6 + AFTER_DAYS);

/** Is there nothing more to wait for? */
export const isDue = (lots: readonly DrawnLot[], today: Day): boolean => {
  const from = judgedFrom(lots);
  if (today < from) return false;
  return (
    today >= addDays(from, WAIT_DAYS) || lots.every(({ post }) => post === null || isMature(post))
  );
};
