/** What a person changes of plans: checked against what stands, matched anew, noted, and written in one batch. */

import { dayOf } from "../../model/day.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { plannedAt } from "../../model/plan-time.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type AccountRow, listAccounts, moveAccounts } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { guardEventIds, listEventIds } from "../../store/events.ts";
import { touchLibrary } from "../../store/library.ts";
import { endEventNotices } from "../../store/notices.ts";
import {
  deletePlans,
  insertPlans,
  type PlanRow,
  saveMatches,
  updatePlans,
} from "../../store/plans.ts";
import { matchedAnew, type Touched } from "../matching/match-anew.ts";
import { untilWritten } from "../writing/until-written.ts";

/** Who changes it. */
type Author = Pick<PersonChange, "link" | "who">;

export type Planning = {
  now: Instant;
  time_zone: string;
  author: Author;
  /** The accounts that a link is limited to; `null`: all. */
  allowed: readonly number[] | null;
  /** May also what is the admin's alone, targets; left out: not. */
  admin?: boolean;
};

/** `before` `null`: it is new; `after` `null`: it goes. */
export type Rewritten = { before: PlanRow | null; after: PlanRow | null };

/**
 * @param edit looks at what stands and says what becomes of it; asked again where another writer was faster
 * @returns the plans as they stand now
 */
export const rewritePlans = (
  db: D1Database,
  planning: Planning,
  edit: () => Promise<Rewritten[]>,
): Promise<PlanRow[]> =>
  rewritePlansWith(db, planning, async () => ({ plans: await edit(), also: [] }));

/** @param edit says also what else is written in the same batch: a statement a row */
export const rewritePlansWith = (
  db: D1Database,
  { now, time_zone, author, allowed }: Planning,
  edit: () => Promise<{ plans: Rewritten[]; also: readonly D1PreparedStatement[] }>,
): Promise<PlanRow[]> =>
  untilWritten(db, async () => {
    const { plans: rewritten, also } = await edit();
    if (rewritten.length + also.length === 0) return { result: [], statements: [] };
    const plans = rewritten.flatMap(({ after }) => after ?? []);
    const gone = rewritten.flatMap(({ before, after }) => (after ? [] : (before ?? [])));
    const events = rewritten.flatMap(({ before, after }): number[] =>
      after?.event == null || after.event === before?.event ? [] : [after.event],
    );
    const [rows, accounts, known] = await Promise.all([
      matchedAnew(db, {
        time_zone,
        touched: rewritten.flatMap((one) => touchedBy(one, time_zone)),
        plans,
        gone: new Set(gone.map(({ id }) => id)),
      }),
      listAccounts(db),
      listEventIds(db, events),
    ]);
    if (!events.every((event) => known.includes(event))) {
      throw new Problem("invalid", "an event is not known here", [fault("event", "unknown_event")]);
    }
    for (const { before, after } of rewritten) mayPlan(accounts, allowed, before, after);
    const after = new Map(rows.map((row) => [row.id, row]));
    const finished = rewritten.map((one) => ({
      before: one.before,
      after: one.after && (after.get(one.after.id) ?? one.after),
    }));
    const ids = new Set(
      finished.flatMap(({ before, after }) => [...accountsOf(before), ...accountsOf(after)]),
    );
    const inserted = finished.flatMap(({ before, after }) => (after && !before ? after : []));
    const updated = finished.flatMap(({ before, after }) =>
      after && before ? { before, after } : [],
    );
    const given = new Set(plans.map(({ id }) => id));
    const changes = finished.flatMap((one) => changeOf(one, { at: now, ...author }));
    const statements = [
      // a post that comes in the same moment, or another plan, would be held against what is no longer planned
      ...moveAccounts(
        db,
        accounts.filter(({ id }) => ids.has(id)),
      ),
      ...deletePlans(db, gone),
      ...insertPlans(db, inserted),
      ...updatePlans(db, updated),
      ...saveMatches(
        db,
        rows.filter(({ id }) => !given.has(id)),
      ),
      ...guardEventIds(db, events),
      ...endEventNotices(
        db,
        plans.flatMap(({ event }) => event ?? []),
        dayOf(now, time_zone),
      ),
      ...saveChanges(db, changes),
      ...also,
    ];
    const written =
      ids.size + 2 * (finished.length + changes.length + also.length) + rows.length - plans.length;
    return {
      result: [...inserted, ...updated.map(({ after }) => after)],
      statements: [...statements, touchLibrary(db, null, { time_zone, written })],
    };
  });

/** @throws {Problem} for an account that is not known, or not to whoever plans; what is over may keep one that is hidden since */
function mayPlan(
  accounts: readonly AccountRow[],
  allowed: readonly number[] | null,
  before: PlanRow | null,
  after: PlanRow | null,
): void {
  const mine = (id: number) => allowed === null || allowed.includes(id);
  if (!accountsOf(before).every(mine)) {
    throw new Problem("forbidden", "this plan is also for an account that this link does not open");
  }
  const kept = accountsOf(before);
  const faults = accountsOf(after).flatMap((id, index) =>
    mine(id) &&
    accounts.some((one) => one.id === id && (one.hidden_at === null || kept.includes(id)))
      ? []
      : fault(`accounts[${index}]`, "unknown_account"),
  );
  if (faults.length > 0) throw new Problem("invalid", "an account is not known here", faults);
}

const accountsOf = (row: PlanRow | null): number[] =>
  row?.matches.map(({ account }) => account) ?? [];

const touchedBy = ({ before, after }: Rewritten, time_zone: string): Touched[] =>
  [before, after].flatMap((row) =>
    row === null
      ? []
      : row.matches.map(({ account }) => ({
          account_id: account,
          at: plannedAt({ on: row.on_day, at: row.at }, time_zone),
        })),
  );

/** Is a change of accounts that a link opens alone, before and after? */
export const isOpenTo = (
  { allowed }: Pick<Planning, "allowed">,
  { before, after }: Pick<PersonChange, "before" | "after">,
): boolean =>
  [before, after].every((said) => {
    const accounts = said?.accounts;
    return (
      !Array.isArray(accounts) || accounts.every((id) => allowed?.includes(Number(id)) ?? true)
    );
  });

/** As far as whoever plans may know of it: one that is for none of the accounts that a link opens is not there. */
export const knownTo = ({ allowed }: Planning, row: PlanRow | null | undefined): PlanRow | null =>
  row && (allowed === null || accountsOf(row).some((id) => allowed.includes(id))) ? row : null;

/** The next version of what stands. Throws where it is not the one that the person saw. */
export function nextOf(
  before: PlanRow | null | undefined,
  seen: number,
  more: Partial<PlanRow>,
  now: Instant,
): Rewritten {
  if (!before) throw new Problem("not_found", "there is no such plan");
  sameVersion(before, seen);
  return { before, after: { ...before, ...more, version: before.version + 1, changed_at: now } };
}

/** Two people at one plan: the later one is told, and decides again with both before their eyes. */
export function sameVersion({ version }: Pick<PlanRow, "version">, seen: number): void {
  if (version === seen) return;
  throw new Problem("conflict", `somebody changed this meanwhile: it is version ${version} now`, [
    fault("version", "stale_version"),
  ]);
}

/** What of a plan is a person's: the posts that were found for it are not. */
const personal = ({ changed_at: _, matches, ...row }: PlanRow): Record<string, unknown> => ({
  ...row,
  accounts: matches.map(({ account }) => account),
  said: matches
    .filter(({ by_person }) => by_person)
    .map(({ account, post }) => ({ account, post })),
});

function changeOf(
  { before, after }: Rewritten,
  author: Author & { at: Instant },
): Omit<PersonChange, "id">[] {
  const subject = (after ?? before)?.id;
  if (subject === undefined) return [];
  return [
    {
      ...author,
      what: "plan",
      subject,
      before: before && personal(before),
      after: after && personal(after),
    },
  ];
}
