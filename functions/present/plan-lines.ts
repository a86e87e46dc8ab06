/** Plans as the screens and the API show them. */
import type { PersonChange } from "../model/person-change.ts";
import type { Plan, PlanMatch } from "../model/plan.ts";
import type { Day } from "../model/snapshot.ts";
import type { ChangeLine, PlanLine, PlannedAccount, Seen } from "./views/calendar.ts";

type Kept = Omit<PlanMatch, "plan">;

/** @param accounts those that may be seen; of the others nothing is shown */
export function toPlanLine(
  plan: Plan,
  matches: readonly Kept[],
  accounts: readonly PlannedAccount[],
  today: Day,
): PlanLine {
  const seenIn = matches.flatMap(({ account, post, by_person }) => {
    const found = accounts.find(({ id }) => id === account);
    return found ? { ...named(found), post, by_person } : [];
  });
  return { ...plan, seen: seenOf(plan, seenIn, today), in: seenIn };
}

export const named = ({ id, platform, handle }: PlannedAccount): PlannedAccount => ({
  id,
  platform,
  handle,
});

/** A plan is kept when a post stands in each of its accounts; one whose day is over and that is not, is late. */
function seenOf(
  { on, state }: Pick<Plan, "on" | "state">,
  matches: readonly Pick<Kept, "post">[],
  today: Day,
): Seen {
  const kept = matches.filter(({ post }) => post !== null).length;
  if (kept > 0 && kept === matches.length) return "published";
  if (state === "planned" && on < today) return "late";
  return kept > 0 ? "part" : "open";
}

export const toPlanJson = ({ in: accounts, seen, ...plan }: PlanLine) => ({
  ...plan,
  seen,
  posts: accounts.map(({ id, post, by_person }) => ({ account: id, post, by_person })),
});

/** What a change was, field by field. */
export function toChangeLine({ id, at, link, who, before, after }: PersonChange): ChangeLine {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => !QUIET.includes(name),
  );
  return {
    id,
    at,
    who,
    admin: link === null,
    made: before === null,
    removed: after === null,
    fields: names
      .map((field) => ({
        field,
        before: before?.[field] ?? null,
        after: after?.[field] ?? null,
      }))
      .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after)),
  };
}

/** They go with every change, and say nothing of it. */
const QUIET = ["id", "version", "series", "trial"];
