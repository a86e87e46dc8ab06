/** A change that a person made, taken back by what it was a change of, as long as nothing was changed since. */
import type { ChangedThing, PersonChange } from "../../model/person-change.ts";
import { Problem } from "../../model/problem.ts";
import { findChange } from "../../store/changes.ts";
import { undoCommentChange } from "./comments.ts";
import { undoEventChange } from "./events.ts";
import { undoNoteChange } from "./notes.ts";
import { undoPlanChange } from "./plans.ts";
import { isOpenTo, type Planning } from "./rewrite.ts";
import { undoTargetChange } from "./targets.ts";
import { undoTrialChange } from "./trials.ts";

/**
 * @returns whose change it was
 * @throws {Problem} `not_found`; `conflict` where it was changed since
 */
export async function undoChange(
  db: D1Database,
  planning: Planning,
  id: number,
): Promise<{
  what: Extract<ChangedThing, "plan" | "event" | "note" | "target" | "comment" | "trial">;
  subject: number;
}> {
  const found = await findChange(db, id);
  const change = found && isTold(planning, found) ? found : null;
  switch (change?.what) {
    case "plan":
      await undoPlanChange(db, planning, change);
      break;
    case "event":
      await undoEventChange(db, planning, change);
      break;
    case "note":
      await undoNoteChange(db, planning, change);
      break;
    case "comment":
      await undoCommentChange(db, planning, change);
      break;
    case "target":
      if (!planning.admin) throw refused();
      await undoTargetChange(db, planning, change);
      break;
    case "trial":
      await undoTrialChange(db, planning, change);
      break;
    default:
      throw new Problem("not_found", "there is no such change");
  }
  return { what: change.what, subject: change.subject };
}

/** Of what a link does not open nobody is told that it was changed: events and targets are the whole library's. */
function isTold(planning: Planning, change: PersonChange): boolean {
  if (planning.allowed === null) return true;
  return change.what !== "event" && change.what !== "target" && isOpenTo(planning, change);
}

const refused = (): Problem => new Problem("forbidden", "this link may not take that back");
