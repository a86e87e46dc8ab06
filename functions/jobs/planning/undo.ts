/** A change that a person made, taken back as long as nothing was changed since. */
import type { ChangedThing } from "../../model/person-change.ts";
import { Problem } from "../../model/problem.ts";
import { findChange } from "../../store/changes.ts";
import { undoEventChange } from "./events.ts";
import { undoPlanChange } from "./plans.ts";
import type { Planning } from "./rewrite.ts";

/**
 * @returns whose change it was
 * @throws {Problem} `not_found`; `conflict` where it was changed since
 */
export async function undoChange(
  db: D1Database,
  planning: Planning,
  id: number,
): Promise<{ what: Extract<ChangedThing, "plan" | "event">; subject: number }> {
  const change = await findChange(db, id);
  switch (change?.what) {
    case "plan":
      return { what: "plan", subject: await undoPlanChange(db, planning, change) };
    case "event":
      return { what: "event", subject: await undoEventChange(db, planning, change) };
    default:
      throw new Problem("not_found", "there is no such change");
  }
}
