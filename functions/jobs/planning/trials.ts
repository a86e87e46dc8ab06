/**
 * Trials begun, broken off, taken away before they begin, and taken back: the trial with all of its plans in one batch, each a
 * change that is noted with who made it.
 */

import { drawLots } from "../../analyse/trial/draw-lots.ts";
import { noiseOfPosts } from "../../analyse/trial/noise.ts";
import { trialPower } from "../../analyse/trial/power.ts";
import { dayOf } from "../../model/day.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Day } from "../../model/snapshot.ts";
import { sha256 } from "../../model/token.ts";
import {
  drawnFor,
  type Lot,
  TRIAL_WEEKS,
  type Trial,
  type TrialFields,
} from "../../model/trial.ts";
import { type AccountRow, guardAccountIds, listAccounts } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { listPlansOfTrials, nextPlanId, type PlanRow } from "../../store/plans.ts";
import { listPostsToTry } from "../../store/trial-posts.ts";
import {
  deleteTrial,
  findTrial,
  insertTrial,
  type ListedTrial,
  listRunningOf,
  nextTrialId,
  type TrialRow,
  updateTrial,
} from "../../store/trials.ts";
import { made } from "./plans.ts";
import { type Planning, type Rewritten, rewritePlansWith, sameVersion } from "./rewrite.ts";

/**
 * Draws the lots, and lays a plan for each into the calendar.
 * @param title what the plans are called
 * @throws {Problem} `invalid` for an account that is not known, `conflict` where it has a trial that runs
 */
export const startTrial = (
  db: D1Database,
  planning: Planning,
  fields: TrialFields,
  title: string,
): Promise<TrialRow> =>
  rewriteTrial(db, planning, async () => {
    const seed = await seedOf(fields);
    const today = dayOf(planning.now, planning.time_zone);
    const [id, first, posts] = await Promise.all([
      nextTrialId(db),
      nextPlanId(db),
      listPostsToTry(db, fields.account, today),
    ]);
    const lots = drawLots({ ...fields, weeks: TRIAL_WEEKS, seed }).map((lot, index) => ({
      plan: first + index,
      ...lot,
    }));
    const after: Trial = {
      ...fields,
      id,
      weeks: TRIAL_WEEKS,
      seed,
      lots,
      power: trialPower(noiseOfPosts(posts), fields.weekdays.length),
      state: "running",
      broken_on: null,
      why: null,
      result: null,
      judged_at: null,
      created_at: planning.now,
      created_by: planning.author.who,
      version: 1,
    };
    return { before: null, after, plans: lots.map((lot) => planOf(after, lot, title, planning)) };
  });

/** The same trial draws the same lots: nobody chooses them, not even by taking it away and trying again until they please. */
async function seedOf({ account, kind, a, b, weekdays, starts_on }: TrialFields): Promise<number> {
  const said = JSON.stringify([account, kind, a, b, weekdays, starts_on]);
  return Number.parseInt((await sha256(said)).slice(0, SEED_DIGITS), 16) || 1;
}

/** Of hexadecimal digits: a seed has 32 bits. */
const SEED_DIGITS = 8;

/**
 * From then on it says nothing. What is still to come is dropped, what is over stays.
 * @param version the one that the person saw
 * @throws {Problem} `not_found`; `conflict` where somebody changed it since, or it is over
 */
export const breakOffTrial = (
  db: D1Database,
  planning: Planning,
  id: number,
  { version, why }: { version: number; why: string | null },
): Promise<TrialRow> =>
  rewriteTrial(db, planning, async () => {
    const before = await seen(db, planning, id, version);
    if (before.state !== "running") throw refused("trial_over");
    const broken_on = dayOf(planning.now, planning.time_zone);
    return {
      before,
      after: { ...before, state: "broken", broken_on, why, version: version + 1 },
      plans: dropped(await listPlansOfTrials(db, [id]), broken_on, planning),
    };
  });

/**
 * Away with all of its plans, as long as it has not begun: else whoever dislikes what it says could make it unsaid.
 * @throws {Problem} as `breakOffTrial`
 */
export const removeTrial = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<void> => {
  await rewriteTrial(db, planning, async () =>
    takenAway(db, await seen(db, planning, id, version), planning),
  );
};

/**
 * Takes a change of a trial back, as long as it is the trial's newest.
 * @throws {Problem} `conflict` where it was changed since, or has begun
 */
export const undoTrialChange = async (
  db: D1Database,
  planning: Planning,
  { subject, at, before, after }: PersonChange,
): Promise<void> => {
  const was = before as KeptTrial | null;
  const is = after as KeptTrial | null;
  await rewriteTrial(db, planning, async () => {
    const { stands, is_open } = await findOpen(db, planning, subject);
    if (!is_open) throw noSuchTrial();
    if ((stands?.version ?? null) !== (is?.version ?? null) || stands?.state === "ended") {
      throw new Problem("conflict", "this was changed again since", [
        fault("version", "stale_version"),
      ]);
    }
    if (!was) return takenAway(db, stands as TrialRow, planning);
    const { accounts: _, title, ...row } = was;
    const again = { ...row, id: subject, version: (is ?? was).version + 1 };
    if (!stands) {
      notBegun(again, planning);
      const plans = again.lots.map((lot) => planOf(again, lot, title, planning));
      return { before: null, after: again, plans };
    }
    const plans = await listPlansOfTrials(db, [subject]);
    if (was.broken_on !== null) {
      return { before: stands, after: again, plans: dropped(plans, was.broken_on, planning) };
    }
    // those that were dropped with it, and that nobody has touched since
    const withIt = plans.filter((one) => one.state === "dropped" && one.changed_at === at);
    return {
      before: stands,
      after: again,
      plans: withIt.map((one) => moved(one, { state: "planned" }, planning)),
    };
  });
};

/** As a change keeps it: whose it is, by the name under which all changes say it. */
type KeptTrial = TrialRow & { accounts: number[]; title: string };

type RewrittenTrial = { before: TrialRow | null; after: TrialRow | null; plans: Rewritten[] };

async function rewriteTrial(
  db: D1Database,
  planning: Planning,
  edit: () => Promise<RewrittenTrial>,
): Promise<TrialRow> {
  const { now, author } = planning;
  let done: TrialRow | null = null;
  await rewritePlansWith(db, planning, async () => {
    const { before, after, plans } = await edit();
    await mayTry(db, planning, before, after);
    const [first] = plans;
    const title = (first?.before ?? first?.after)?.title ?? "";
    const kept = (row: TrialRow | null) =>
      row && { ...columnsOf(row), accounts: [row.account], title };
    done = after ?? before;
    return {
      plans,
      also: [
        ...guardAccountIds(db, after && !before ? [after.account] : []),
        ...(before && !after ? deleteTrial(db, before) : []),
        ...(before && after ? updateTrial(db, before, after) : []),
        ...(after && !before ? insertTrial(db, columnsOf(after)) : []),
        ...saveChanges(db, [
          {
            at: now,
            ...author,
            what: "trial",
            subject: (after ?? before)?.id ?? 0,
            before: kept(before),
            after: kept(after),
          },
        ]),
      ],
    };
  });
  if (!done) throw new Error("a trial that was written comes back");
  return done;
}

/** `stands_for`: what its account was merged into. */
type Owned = TrialRow & { stands_for?: number | null };

/** What a row was read with besides is none of it. */
function columnsOf(row: Owned): TrialRow {
  const { stands_for: _, ...columns } = row;
  return columns;
}

/** Is it of an account that whoever tries may see? */
function isOpen(accounts: readonly AccountRow[], { allowed }: Planning, row: Owned): boolean {
  const id = row.stands_for ?? row.account;
  return (
    (allowed === null || allowed.includes(id)) &&
    accounts.some((one) => one.id === id && one.hidden_at === null)
  );
}

const noSuchTrial = () => new Problem("not_found", "there is no such trial");

/** @throws {Problem} for a new one of an account that whoever tries does not know, and where another is running */
async function mayTry(
  db: D1Database,
  planning: Planning,
  before: Owned | null,
  after: Owned | null,
): Promise<void> {
  if (!after) return;
  const [accounts, running] = await Promise.all([
    before ? [] : listAccounts(db),
    after.state === "running" ? listRunningOf(db, after.account) : [],
  ]);
  if (!before && !isOpen(accounts, planning, after)) {
    throw new Problem("invalid", "the account is not known here", [
      fault("account", "unknown_account"),
    ]);
  }
  if (running.some((id) => id !== after.id)) throw refused("trial_running", "account");
}

/** As it stands, and whether whoever asks may see its account: one that is gone hides nothing. */
async function findOpen(
  db: D1Database,
  planning: Planning,
  id: number,
): Promise<{ stands: ListedTrial | null; is_open: boolean }> {
  const [stands, accounts] = await Promise.all([findTrial(db, id), listAccounts(db)]);
  return { stands, is_open: stands === null || isOpen(accounts, planning, stands) };
}

/** Nothing is told of one that may not be seen, not even its version. */
async function seen(
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<TrialRow> {
  const { stands, is_open } = await findOpen(db, planning, id);
  if (!stands || !is_open) throw noSuchTrial();
  sameVersion(stands, version);
  return stands;
}

/** What is still to come goes with a trial that is broken off; what is over stays. */
const dropped = (plans: readonly PlanRow[], broken_on: Day, planning: Planning): Rewritten[] =>
  plans
    .filter((row) => row.on_day >= broken_on && row.state !== "dropped" && !isOut(row))
    .map((row) => moved(row, { state: "dropped" }, planning));

async function takenAway(
  db: D1Database,
  before: TrialRow,
  planning: Planning,
): Promise<RewrittenTrial> {
  notBegun(before, planning);
  const plans = await listPlansOfTrials(db, [before.id]);
  return { before, after: null, plans: plans.map((row) => ({ before: row, after: null })) };
}

function notBegun({ starts_on }: { starts_on: Day }, { now, time_zone }: Planning): void {
  if (dayOf(now, time_zone) >= starts_on) throw refused("trial_begun");
}

const refused = (code: "trial_begun" | "trial_over" | "trial_running", path = "state"): Problem => {
  const one = fault(path, code);
  return new Problem("conflict", `the ${path === "state" ? "trial" : path} ${one.message}`, [one]);
};

const isOut = ({ matches }: PlanRow): boolean => matches.some(({ post }) => post !== null);

const planOf = (trial: Trial, { plan, on, side }: Lot, title: string, planning: Planning) =>
  made(
    {
      id: plan,
      series: trial.lots[0]?.plan ?? plan,
      version: 1,
      trial: trial.id,
      on,
      ...drawnFor(trial, side),
      accounts: [trial.account],
      topic: null,
      title,
      note: null,
      person: null,
      event: null,
      state: "planned",
    },
    planning,
  );

const moved = (before: PlanRow, more: Partial<PlanRow>, { now }: Planning): Rewritten => ({
  before,
  after: { ...before, ...more, version: before.version + 1, changed_at: now },
});
