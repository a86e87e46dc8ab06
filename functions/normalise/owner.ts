/**
 * Whose file it is, since a partner's posts stand among the account's own: the chosen account's, else that of the one account
 * in it that is known here, else what most of its rows say.
 */
import type { Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, fault, listing, Problem } from "../model/problem.ts";
import type { RowAccount } from "./export-row.ts";
import { type FileAccount, fileAccounts, isCalled, mostSaid } from "./file-accounts.ts";
import type { KnownAccount } from "./known-account.ts";

export type Asked = {
  platform: Platform;
  chosen: string | null;
  /** The owner that a look at the whole file found. */
  decided: string | null;
  known: readonly KnownAccount[];
};

export type Ownership = {
  /** The platform's id, or the handle where the file says no id; `null`: no row says any, or `tied`. */
  owner: string | null;
  /** The account here that the owner is. */
  known: KnownAccount | null;
  /** The accounts of which each may be the owner, where nothing tells. */
  tied: string[];
  /** Is a row the owner's? One that says nothing is. */
  owns: (account: RowAccount) => boolean;
};

export function ownership(rows: readonly RowAccount[], asked: Asked): Ownership {
  const { all, keyOf } = fileAccounts(rows, asked.known);
  const { decided } = asked;
  const possible =
    decided === null ? owners(all, asked) : all.filter((one) => isCalled(one, decided, asked));
  const owner = decided !== null || possible.length === 1 ? possible : [];
  const [first] = owner;
  return {
    owner: decided ?? (first ? (first.external_id ?? nameOf(first)) : null),
    known: first?.known ?? null,
    tied: first || decided !== null ? [] : possible.map(nameOf),
    owns: (row) => {
      const key = keyOf(row);
      return key === null || owner.some(({ keys }) => keys.has(key));
    },
  };
}

const nameOf = ({ rows, external_id }: FileAccount): string =>
  mostSaid(rows, "handle") ?? external_id ?? "";

/** Those who may be the owner: one, if anything tells. */
function owners(all: readonly FileAccount[], asked: Asked): FileAccount[] {
  const { chosen } = asked;
  const known = all.filter((one) => one.known !== null);
  const [only] = known.length === 1 ? known : [];
  const called = chosen === null ? [] : mostRows(all.filter((one) => isCalled(one, chosen, asked)));
  const [named] = called;
  // a stranger who has fewer posts in it than the library's own account is its partner, whoever was chosen
  const partner = named && only && named.known === null && named.rows.length < only.rows.length;
  if (named && !partner) return called;
  if (only) return [only];
  const most = mostRows(all);
  const clear = most.length === 1 && (known.length === 0 || most[0]?.known !== null);
  return clear || known.length === 0 ? most : known;
}

function mostRows(accounts: readonly FileAccount[]): FileAccount[] {
  const most = Math.max(0, ...accounts.map(({ rows }) => rows.length));
  return accounts.filter(({ rows }) => rows.length === most);
}

/** Refuses the file of another account than the chosen one, by its name. */
export function refuseStranger(
  own: readonly RowAccount[],
  asked: Pick<Asked, "platform" | "chosen" | "known">,
): void {
  const { chosen } = asked;
  if (chosen === null) return;
  const { all } = fileAccounts(own, asked.known);
  if (all.some((one) => isCalled(one, chosen, asked))) return;
  const other = mostSaid(own, "handle");
  if (other === null) return;
  throw new Problem("conflict", `the file holds posts of "${other}", not of "${chosen}"`, [
    fault("account", "not_this_account", `${FAULT_MESSAGES.not_this_account}: ${other}`),
  ]);
}

/**
 * Refuses a file that gives the handle of one of these accounts two ids: one of them is another account's, or was damaged.
 * Facebook's handles stand in links, which may lead to a partner's page.
 */
export function refuseTwoIds(
  rows: readonly RowAccount[],
  handles: readonly (string | null)[],
  { platform, column }: { platform: Platform; column: string },
): void {
  if (platform === "facebook") return;
  for (const name of new Set(handles)) {
    const own = rows.filter(({ handle }) => name !== null && handle === name);
    const ids = [...new Set(own.flatMap(({ external_id }) => external_id ?? []))];
    if (ids.length < 2) continue;
    const faults = [listing(column, "two_ids", ids)];
    const message = `"${column}" of "${name}" ${faults[0]?.message}; nothing was stored`;
    throw new Problem("invalid", message, faults);
  }
}
