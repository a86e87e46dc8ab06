/** The snapshots of a request, by the accounts that they are of. */
import { MOST_ACCOUNTS } from "../../model/account.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { inTime, matchAccount, newAccount, type Proof, renamed } from "./identity.ts";

/** The snapshots of one account, oldest first. */
export type Group = {
  /** The account with its new name and id, figures as stored. */
  account: AccountRow;
  /** As it stands; `null`: it is new. */
  stored: AccountRow | null;
  snapshots: { snapshot: Snapshot; index: number }[];
};

/** @throws {Problem} `conflict`; `too_large`, for one account too many */
export function groupByAccount(
  known: readonly AccountRow[],
  snapshots: readonly Snapshot[],
  {
    now,
    import_id,
    proof,
    next,
  }: { now: Instant; import_id: number | null; proof: Proof; next: number },
): Group[] {
  const groups: Group[] = [];
  let nextId = next;
  for (const entry of inTime(snapshots)) {
    const current = groups.map((group) => group.account);
    const others = known.filter((account) => !current.some((other) => other.id === account.id));
    const match = matchAccount([...current, ...others], entry.snapshot, proof);
    const group = groups.find((other) => other.account === match);
    if (group) {
      group.account = renamed(group.account, entry.snapshot, import_id);
      group.snapshots.push(entry);
      continue;
    }
    const account = match ?? newAccount(nextId++, entry.snapshot, now);
    groups.push({
      account: renamed(account, entry.snapshot, import_id),
      stored: match,
      snapshots: [entry],
    });
  }
  refuseTooMany(known.length, groups);
  return groups;
}

function refuseTooMany(known: number, groups: readonly Group[]): void {
  const tooMany = groups.filter(({ stored }) => !stored)[Math.max(0, MOST_ACCOUNTS - known)];
  if (!tooMany) return;
  const { platform, handle } = tooMany.account;
  throw new Problem(
    "too_large",
    `${platform} account "${handle}" ${FAULT_MESSAGES.too_many_accounts}; nothing was stored`,
    [fault("account", "too_many_accounts")],
  );
}
