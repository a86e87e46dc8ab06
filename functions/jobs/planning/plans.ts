/** Plans made, changed, dropped, taken back: each a change that is noted with who made it. */
import type { PersonChange } from "../../model/person-change.ts";
import type { Plan, PlanFields } from "../../model/plan.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Day } from "../../model/snapshot.ts";
import {
  findPlan,
  type KeptMatch,
  listPlansById,
  listPlansOfSeries,
  nextPlanId,
  type PlanRow,
} from "../../store/plans.ts";
import { listPostsById } from "../../store/posts.ts";
import {
  knownTo,
  nextOf,
  type Planning,
  type Rewritten,
  rewritePlans,
  sameVersion,
} from "./rewrite.ts";

/**
 * @param days of a series; of a single plan its own day alone
 * @throws {Problem} `invalid` for an account that is not known
 */
export const createPlans = (
  db: D1Database,
  planning: Planning,
  fields: PlanFields,
  days: readonly Day[],
): Promise<PlanRow[]> =>
  rewritePlans(db, planning, async () => {
    const first = await nextPlanId(db);
    const series = days.length > 1 ? first : null;
    return days.map((on, index) =>
      made({ ...fields, on, id: first + index, series, version: 1, trial: null }, planning),
    );
  });

export const made = (plan: Plan, { now }: Planning): Rewritten => ({
  before: null,
  after: {
    ...columnsOf(plan, []),
    id: plan.id,
    series: plan.series,
    version: 1,
    changed_at: now,
    trial: plan.trial,
  },
});

/** Fields as they lie in the row; what was said of accounts that stay stands. */
function columnsOf(
  { on, accounts, ...fields }: PlanFields,
  matches: readonly KeptMatch[],
): Omit<PlanRow, "id" | "series" | "version" | "changed_at" | "trial"> {
  const { at, format, topic, title, note, person, event, state } = fields;
  return {
    on_day: on,
    matches: [...new Set(accounts)].map(
      (account) =>
        matches.find((one) => one.account === account) ?? { account, post: null, by_person: false },
    ),
    ...{ at, format, topic, title, note, person, event, state },
  };
}

/** A trial compares posts of one account: what was drawn for it is that account's. */
function keepsItsTrial({ before, after }: Rewritten, path: string): void {
  if (before?.trial == null) return;
  const accounts = [before, after].map((row) => row?.matches.map(({ account }) => account).sort());
  if (JSON.stringify(accounts[0]) === JSON.stringify(accounts[1])) return;
  throw new Problem("invalid", "the plan was drawn for a trial of its account", [
    fault(path, "drawn_for_trial"),
  ]);
}

const fieldsOf = ({ on_day, matches, ...row }: PlanRow): PlanFields => ({
  ...row,
  on: on_day,
  accounts: matches.map(({ account }) => account),
});

/**
 * Only what is named changes.
 * @param version the one that the person saw
 * @throws {Problem} `not_found`; `conflict` where somebody changed it since
 */
export const changePlan = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
  said: Partial<PlanFields>,
): Promise<PlanRow> => {
  const [row] = await rewritePlans(db, planning, async () => {
    const before = knownTo(planning, await findPlan(db, id));
    const fields = before && columnsOf({ ...fieldsOf(before), ...said }, before.matches);
    const change = nextOf(before, version, fields ?? {}, planning.now);
    keepsItsTrial(change, "accounts");
    return [change];
  });
  if (!row) throw new Error("a plan that was changed comes back");
  return row;
};

/** @throws {Problem} as `changePlan` */
export const removePlan = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<void> => {
  await rewritePlans(db, planning, async () => {
    const before = knownTo(planning, await findPlan(db, id));
    if (!before) throw new Problem("not_found", "there is no such plan");
    sameVersion(before, version);
    return [{ before, after: null }];
  });
};

/** What a person says of a plan's post in an account: which it was, `null` that it is none, `undefined` that it be found again. */
export const sayWhich = async (
  db: D1Database,
  planning: Planning,
  id: number,
  { version, account, post }: { version: number; account: number; post: number | null | undefined },
): Promise<void> => {
  const { allowed } = planning;
  await rewritePlans(db, planning, async () => {
    const before = knownTo(planning, await findPlan(db, id));
    const open = allowed === null || allowed.includes(account);
    if (before && !(open && before.matches.some((one) => one.account === account))) {
      throw new Problem("invalid", "the plan is not for this account", [
        fault("account", "unknown_account"),
      ]);
    }
    const [found] = before && post != null ? await listPostsById(db, [post]) : [];
    const known = found?.account_id === account && found.hidden_at === null;
    if (before && post != null && !known) {
      throw new Problem("invalid", "there is no such post of this account", [
        fault("post", "unknown_post"),
      ]);
    }
    const said = { account, post: post ?? null, by_person: post !== undefined };
    const matches = before?.matches.map((one) => (one.account === account ? said : one)) ?? [];
    return [nextOf(before, version, { matches }, planning.now)];
  });
};

/**
 * Takes a change of a plan back, as long as it is the plan's newest.
 * @throws {Problem} `conflict` where it was changed since
 */
export const undoPlanChange = async (
  db: D1Database,
  planning: Planning,
  change: PersonChange,
): Promise<void> => {
  const { subject } = change;
  const was = change.before as KeptPlan | null;
  const is = change.after as KeptPlan | null;
  await rewritePlans(db, planning, async () => {
    const stands = await findPlan(db, subject);
    if ((stands?.version ?? null) !== (is?.version ?? null)) {
      throw new Problem("conflict", "this was changed again since", [
        fault("version", "stale_version"),
      ]);
    }
    if (!was) {
      // what was made at once is taken back at once, but for what somebody has changed since
      const made = is?.series == null ? [] : await listPlansOfSeries(db, is.series);
      const others = made.filter((row) => row.id !== subject && row.version === 1);
      return [stands, ...others].map((row) => ({ before: row, after: null }));
    }
    const version = (is ?? was).version + 1;
    const row = { ...rowOf(was), id: subject, version, changed_at: planning.now };
    return [{ before: stands, after: row }];
  });
};

/** A plan as a change keeps it. */
type KeptPlan = Omit<PlanRow, "matches" | "changed_at" | "trial"> & {
  /** Not there in what was kept before there were any. */
  trial?: number | null;
  accounts: number[];
  said: { account: number; post: number | null }[];
};

const rowOf = ({ accounts, said, ...row }: KeptPlan): Omit<PlanRow, "changed_at"> => ({
  ...row,
  trial: row.trial ?? null,
  matches: accounts.map((account) => {
    const word = said.find((one) => one.account === account);
    return { account, post: word?.post ?? null, by_person: word !== undefined };
  }),
});

/** The order in which a plan names its accounts is no change of it. */
const inOrderOf = ({ matches }: PlanRow, accounts: readonly number[]): number[] => {
  const known = matches.map(({ account }) => account);
  return [
    ...known.filter((id) => accounts.includes(id)),
    ...accounts.filter((id) => !known.includes(id)),
  ];
};

/** A plan of a file: without `id` a new plan, with it the one that it changes. */
export type BroughtPlan = {
  id: number | null;
  version: number | null;
  fields: PlanFields;
  /** As the spreadsheet counts it. */
  row: number;
};

/**
 * Plans of a file, all of them or none.
 * @throws {Problem} `conflict` with the lines whose plans are others by now, or are not there
 */
export const bringPlans = async (
  db: D1Database,
  planning: Planning,
  brought: readonly BroughtPlan[],
): Promise<{ added: number; changed: number; unchanged: number }> => {
  let counted = { added: 0, changed: 0, unchanged: 0 };
  await rewritePlans(db, planning, async () => {
    const known = new Map(
      (
        await listPlansById(
          db,
          brought.flatMap(({ id }) => id ?? []),
        )
      )
        .filter((row) => knownTo(planning, row))
        .map((row) => [row.id, row]),
    );
    const faults = brought.flatMap(({ id, version, row }) => {
      if (id === null) return [];
      const before = known.get(id);
      if (!before) return fault(`row ${row} id`, "unknown_plan");
      return before.version === version ? [] : fault(`row ${row} version`, "stale_version");
    });
    if (faults.length > 0) {
      throw new Problem(
        "conflict",
        "some of these plans are not what they were; nothing was stored",
        faults,
      );
    }
    let next = await nextPlanId(db);
    const rewritten = brought.flatMap(({ id, fields, row }): Rewritten[] => {
      const before = id === null ? null : known.get(id);
      if (!before)
        return [made({ ...fields, id: next++, series: null, version: 1, trial: null }, planning)];
      // of accounts that the link does not open the file says nothing
      const unseen = before.matches
        .map(({ account }) => account)
        .filter((account) => planning.allowed && !planning.allowed.includes(account));
      const accounts = [...fields.accounts, ...unseen];
      const columns = columnsOf(
        { ...fields, accounts: inOrderOf(before, accounts) },
        before.matches,
      );
      const after = { ...before, ...columns };
      if (JSON.stringify(fieldsOf(after)) === JSON.stringify(fieldsOf(before))) return [];
      const change = nextOf(before, before.version, columns, planning.now);
      keepsItsTrial(change, `row ${row} accounts`);
      return [change];
    });
    const added = rewritten.filter(({ before }) => !before).length;
    const changed = rewritten.length - added;
    counted = { added, changed, unchanged: brought.length - rewritten.length };
    return rewritten;
  });
  return counted;
};
