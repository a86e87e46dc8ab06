/**
 * A file's snapshots under the names that their accounts go by here: a file brings no id that undoing it would have to take
 * back, and renames an account only where its id or its posts prove that this is its newer name.
 */
import { DAY_METRICS } from "../../model/metric.ts";
import { fault, Problem } from "../../model/problem.ts";
import { type Snapshot, saysAnything } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { matchAccount, nameOf, type Proof, wasCalled } from "./identity.ts";

/** @throws {Problem} `conflict` */
export function asKnown(
  accounts: readonly AccountRow[],
  snapshots: readonly Snapshot[],
  proof: Proof,
): Snapshot[] {
  const named = snapshots
    .map(withoutEmptyDays)
    .filter(saysAnything)
    .map((snapshot) => {
      const known = matchAccount(accounts, snapshot, proof);
      if (!known) return snapshot;
      const account = renames(known, snapshot, proof) ? snapshot.account : known.handle;
      return { ...snapshot, account, external_id: known.external_id };
    });
  const twice = named.find(({ account, external_id }) =>
    named.some((other) => other.account === account && other.external_id !== external_id),
  );
  if (twice) {
    throw new Problem("conflict", `the file gives "${twice.account}" two different ids`, [
      fault("account", "other_account"),
    ]);
  }
  return named;
}

/**
 * An old file that was saved again is newer by its date, so no file gives back a name that was given up; and where it knows
 * no name but the platform's number, the account keeps the one that it has.
 */
function renames(known: AccountRow, snapshot: Snapshot, proof: Proof): boolean {
  const told =
    proof.has(nameOf(snapshot)) ||
    (known.external_id !== null && snapshot.external_id === known.external_id);
  return (
    told &&
    snapshot.read_at >= (known.last_read_at ?? 0) &&
    !wasCalled(known, snapshot.account) &&
    snapshot.account !== snapshot.external_id
  );
}

/** A day without a figure leaves no row, and undoing another import would find no trace of it. */
const withoutEmptyDays = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  days: snapshot.days.filter((day) => DAY_METRICS.some((metric) => day[metric] !== null)),
});
