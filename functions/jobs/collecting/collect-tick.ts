/** A tick of the collectors: whose turn it is, and whether this tick takes it. */
import type { Run } from "../../model/run.ts";
import { listCollections } from "../../store/collections.ts";
import { claimSlot } from "../../store/runs.ts";
import type { CollectEnv } from "./adapters.ts";
import { inTurn, slotOf, type Tick } from "./tick.ts";

/** `null` when nothing is due, the slot is taken, or another run is under way. */
export async function collectTick(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
): Promise<Run | null> {
  const due = inTurn(await listCollections(db), tick.now);
  if (due.length === 0) return null;
  const claimed = await claimSlot(db, slotOf(tick.now), tick.now);
  if (!claimed) return null;
  // most ticks of a library with one account or two end above, and start without it
  const { collect } = await import("./collect.ts");
  return await collect(db, env, tick, claimed.id, due);
}
