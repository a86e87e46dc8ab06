/**
 * Two accounts that are one: what was read under one name is brought to the other, slice by slice, as an import that can
 * be undone. The first slice parks the account that goes, so that at no moment both show the same post. Its own rows stay
 * as they are: undoing takes from the other what came, and lets it stand again.
 */
import { calendarOf } from "../../model/day.ts";
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { listReadingsAfter } from "../../store/account-readings.ts";
import {
  type AccountRow,
  type Footing,
  findFooting,
  type Merged,
  type MergeStep,
  moveMerge,
} from "../../store/accounts.ts";
import { saveExcuses } from "../../store/corrections.ts";
import { listDayReadingsAfter } from "../../store/day-readings.ts";
import { findImport } from "../../store/imports.ts";
import { listJudgedRows } from "../../store/judged-rows.ts";
import { saveMatches } from "../../store/plans.ts";
import { countPostsAfter, listPostsAfter } from "../../store/posts.ts";
import { lookAnew } from "../../store/works.ts";
import { excusedAnew, excusesOf } from "../judging/excuses.ts";
import { movedPlans } from "../matching/moved-plans.ts";
import { addAccount, openChange } from "./change.ts";
import { closed } from "./closed.ts";
import { beginMerge } from "./merge-begin.ts";
import { bringPosts } from "./merge-posts.ts";
import { daysAgain, followersAgain } from "./merge-sightings.ts";
import { type Brought, bring } from "./merge-slice.ts";
import type { Progress } from "./undo.ts";
import { untilWritten } from "./until-written.ts";

/** Of one call: some hundreds of readings each. */
const READINGS_A_SLICE = 200;
const DAYS_A_SLICE = 60;
const POSTS_A_SLICE = 10;

const STEPS: readonly MergeStep["of"][] = ["readings", "days", "posts", "end"];

export type Merging = Progress & { import: number };

type Context = { now: Instant; time_zone: string };

/** Does one slice, or begins; call again until `done`. @throws {Problem} `not_found`, `conflict` */
export const mergeAccounts = (
  db: D1Database,
  id: number,
  into: number,
  context: Context,
): Promise<Merging> =>
  untilWritten(db, async () => {
    const footing = await findFooting(db);
    const parked = footing.parked.find((one) => one.id === id && one.merged_into === into);
    return parked?.merged
      ? goOn(db, footing, parked, parked.merged, context)
      : beginMerge(db, footing, { id, into }, context);
  });

async function goOn(
  db: D1Database,
  footing: Footing,
  from: AccountRow,
  merged: Merged,
  context: Context,
) {
  const { import_id, next } = merged;
  const into = footing.accounts.find(({ id }) => id === from.merged_into);
  if (!into) throw refused("into", "merged_already");
  if ((await findImport(db, import_id))?.undone_at != null) throw refused("", "being_undone");
  if (next === null)
    return { result: { import: import_id, done: true, remaining: 0 }, statements: [] };
  const { statements, ...said } = await slice(db, footing, { from, into, merged, next }, context);
  const then: Merged = { ...merged, ...said };
  const remaining = await remainingOf(db, from, then.next);
  return {
    result: { import: import_id, done: then.next === null, remaining },
    statements: [...statements, moveMerge(db, { ...from, merged: then })],
  };
}

const refused = (path: string, code: FaultCode): Problem =>
  new Problem("conflict", `the account ${FAULT_MESSAGES[code]}`, [fault(path, code)]);

type Merge = { from: AccountRow; into: AccountRow; merged: Merged; next: MergeStep };

async function slice(
  db: D1Database,
  footing: Footing,
  { from, into, merged, next }: Merge,
  { now, time_zone }: Context,
): Promise<Brought> {
  const dayOf = calendarOf(time_zone);
  const { import_id } = merged;
  const context = { now, time_zone, import_id, into };
  const piece = `merged ${import_id} ${next.of} ${next.after}`;
  switch (next.of) {
    case "readings": {
      const rows = await listReadingsAfter(db, from.id, Number(next.after), READINGS_A_SLICE);
      const more = rows.length === READINGS_A_SLICE;
      const { snapshots, after } = followersAgain(from, into, rows, more, dayOf);
      const then = more ? { of: next.of, after } : ({ of: "days", after: "" } as const);
      return bring(db, snapshots, { ...context, piece, rows: rows.length, then });
    }
    case "days": {
      const rows = await listDayReadingsAfter(db, from.id, String(next.after), DAYS_A_SLICE);
      const dates = [...new Set(rows.map(({ date }) => date))];
      const after = dates[DAYS_A_SLICE - 1];
      const then = after ? { of: next.of, after } : ({ of: "posts", after: 0 } as const);
      const snapshots = daysAgain(from, into, rows);
      return bring(db, snapshots, { ...context, piece, rows: rows.length, then });
    }
    case "posts": {
      const posts = await listPostsAfter(db, from.id, Number(next.after), POSTS_A_SLICE);
      const after = posts[POSTS_A_SLICE - 1]?.id;
      const then = after ? { of: next.of, after } : ({ of: "end", after: 0 } as const);
      return bringPosts(db, posts, merged.words, { ...context, piece, rows: posts.length, then });
    }
    case "end":
      return end(db, footing, from, into, time_zone);
  }
}

/** Half a merged account is no history to judge: what all of it leaves is judged once, from the first post. */
async function end(
  db: D1Database,
  footing: Footing,
  from: AccountRow,
  into: AccountRow,
  time_zone: string,
): Promise<Brought> {
  const change = openChange(time_zone);
  addAccount(change, into, into);
  const parked = footing.parked.filter(({ id }) => id !== from.id);
  const corrected = excusedAnew(
    await listJudgedRows(db, [into.id]),
    excusesOf({ ...footing, parked }),
    excusesOf(footing),
  );
  return {
    next: null,
    statements: [
      ...saveMatches(db, await movedPlans(db, from.id, into.id, time_zone)),
      ...saveExcuses(db, corrected),
      ...(await closed(db, change, { judge: "anew", corrected })),
      lookAnew(db, [into.id]),
    ],
  };
}

/** In posts, and the steps after them. */
async function remainingOf(
  db: D1Database,
  from: AccountRow,
  next: MergeStep | null,
): Promise<number> {
  if (next === null) return 0;
  const steps = STEPS.length - STEPS.indexOf(next.of);
  if (next.of === "end") return steps;
  return steps + (await countPostsAfter(db, from.id, next.of === "posts" ? Number(next.after) : 0));
}
