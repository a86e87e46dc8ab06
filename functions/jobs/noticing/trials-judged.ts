/** What a trial says, said once: when its weeks are over and its last posts have had time to grow. */
import { isDue } from "../../analyse/trial/due.ts";
import { trialResult } from "../../analyse/trial/result.ts";
import { dayOf } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import { listDrawn } from "../../store/trial-posts.ts";
import { type ListedTrial, updateTrial } from "../../store/trials.ts";

/** One a look, the one that has waited longest: the next look has the next. */
export async function trialsJudged(
  db: D1Database,
  over: readonly ListedTrial[],
  now: Instant,
  time_zone: string,
): Promise<D1PreparedStatement[]> {
  if (over.length === 0) return [];
  const today = dayOf(now, time_zone);
  const drawn = await listDrawn(db, over);
  const due = over.find((trial) => isDue(drawn.get(trial.id) ?? [], today));
  if (!due) return [];
  return updateTrial(db, due, {
    ...due,
    state: "ended",
    result: trialResult(due, drawn.get(due.id) ?? [], time_zone),
    judged_at: now,
    version: due.version + 1,
  });
}
