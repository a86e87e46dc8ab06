/** Targets set, changed, taken away, taken back: each a change that is noted with who made it. */
import type { PersonChange } from "../../model/person-change.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import type { TargetFields } from "../../model/target.ts";
import { guardAccountIds, listAccounts } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  deleteTarget,
  findSameTarget,
  findTarget,
  insertTarget,
  nextTargetId,
  type TargetRow,
  updateTarget,
} from "../../store/targets.ts";
import { untilWritten } from "../writing/until-written.ts";
import { type Planning, sameVersion } from "./rewrite.ts";

/** @throws {Problem} `invalid` for an account that is not known; `conflict` where the subject has a target already */
export const createTarget = (
  db: D1Database,
  planning: Planning,
  fields: TargetFields,
): Promise<TargetRow | null> =>
  rewriteTarget(db, planning, async () => ({
    before: null,
    after: { ...fields, id: await nextTargetId(db), version: 1, standing: null },
  }));

/**
 * @param version the one that the person saw
 * @throws {Problem} `not_found`; `conflict` where somebody changed it since
 */
export const changeTarget = (
  db: D1Database,
  planning: Planning,
  id: number,
  { version, value }: { version: number; value: number },
): Promise<TargetRow | null> =>
  rewriteTarget(db, planning, async () => {
    const before = await seen(db, id, version);
    return { before, after: { ...before, value, version: version + 1, standing: null } };
  });

/** @throws {Problem} as `changeTarget` */
export const removeTarget = async (
  db: D1Database,
  planning: Planning,
  id: number,
  version: number,
): Promise<void> => {
  await rewriteTarget(db, planning, async () => ({
    before: await seen(db, id, version),
    after: null,
  }));
};

/** @throws {Problem} `conflict` where it was changed since */
export const undoTargetChange = async (
  db: D1Database,
  planning: Planning,
  { subject, before, after }: PersonChange,
): Promise<void> => {
  const was = before as Personal | null;
  const is = after as Personal | null;
  await rewriteTarget(db, planning, async () => {
    const stands = await findTarget(db, subject);
    if ((stands?.version ?? null) !== (is?.version ?? null)) {
      throw new Problem("conflict", "this was changed again since", [
        fault("version", "stale_version"),
      ]);
    }
    const version = ((is ?? was)?.version ?? 0) + 1;
    return { before: stands, after: was && { ...was, id: subject, version, standing: null } };
  });
};

/** What of a target is a person's: how far it is, is not. */
type Personal = Omit<TargetRow, "standing">;
const personal = ({ standing: _, ...row }: TargetRow): Personal => row;

type Rewritten = { before: TargetRow | null; after: TargetRow | null };

const rewriteTarget = (
  db: D1Database,
  { now, time_zone, author }: Planning,
  edit: () => Promise<Rewritten>,
): Promise<TargetRow | null> =>
  untilWritten(db, async () => {
    const { before, after } = await edit();
    if (after && !before) await mayStand(db, after);
    const change = {
      at: now,
      ...author,
      what: "target",
      subject: (after ?? before)?.id ?? 0,
      before: before && personal(before),
      after: after && personal(after),
    } as const;
    return {
      result: after,
      statements: [
        ...(before && !after ? deleteTarget(db, before) : []),
        ...(before && after ? updateTarget(db, before, after) : []),
        ...(after && !before ? newTarget(db, after) : []),
        ...saveChanges(db, [change]),
        touchLibrary(db, null, { time_zone, written: ROWS_OF_A_TARGET }),
      ],
    };
  });

const newTarget = (db: D1Database, target: TargetRow) => [
  ...guardAccountIds(db, target.account === null ? [] : [target.account]),
  ...insertTarget(db, target),
];

/** Its row and the entry of its subject, its change and the entry of that. */
const ROWS_OF_A_TARGET = 4;

async function mayStand(db: D1Database, target: TargetRow): Promise<void> {
  const [accounts, same] = await Promise.all([listAccounts(db), findSameTarget(db, target)]);
  if (target.account !== null && !accounts.some(({ id }) => id === target.account)) {
    throw new Problem("invalid", "the account is not known here", [
      fault("account", "unknown_account"),
    ]);
  }
  if (same) {
    throw new Problem("conflict", `the metric ${FAULT_MESSAGES.target_taken}`, [
      fault("metric", "target_taken"),
    ]);
  }
}

async function seen(db: D1Database, id: number, version: number): Promise<TargetRow> {
  const row = await findTarget(db, id);
  if (!row) throw new Problem("not_found", "there is no such target");
  sameVersion(row, version);
  return row;
}
