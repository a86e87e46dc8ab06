/** Whose file it is: what most of its rows say, since a partner's posts stand among the account's own. */

import { folded } from "../model/folded.ts";
import type { Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, fault, Problem } from "../model/problem.ts";
import type { RowAccount } from "./export-row.ts";

export type Ownership = {
  /** The platform's id, or the handle where the file says no id; `null`: no row says any, or `tied`. */
  owner: string | null;
  /** The accounts of which the file holds the same number of posts, if nobody chose one of them. */
  tied: string[];
  /** Is a row the owner's? One that says nothing is. */
  owns: (account: RowAccount) => boolean;
};

/** @param decided the owner that a look at the whole file found */
export function ownership(
  accounts: readonly RowAccount[],
  { chosen, decided }: { chosen: string | null; decided: string | null },
): Ownership {
  const ids = new Map<string, string>();
  for (const { handle, external_id } of accounts) {
    if (handle !== null && external_id !== null) ids.set(handle, external_id);
  }
  const keyOf = ({ handle, external_id }: RowAccount): string | null =>
    external_id ?? (handle === null ? null : (ids.get(handle) ?? handle));
  const counts = new Map<string, number>();
  for (const account of accounts) {
    const key = keyOf(account);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const first = [...counts].filter(([, count]) => count === most).map(([key]) => key);
  const named =
    chosen === null ? undefined : first.find((key) => (ids.get(chosen) ?? chosen) === key);
  const owner = decided ?? named ?? (first.length === 1 ? (first[0] ?? null) : null);
  const known = owner === null ? null : (ids.get(owner) ?? owner);
  const owns = (account: RowAccount): boolean => {
    const key = keyOf(account);
    return key === null || key === known || account.handle === owner;
  };
  const tied = owner === null ? first.map((key) => handleOfKey(accounts, keyOf, key)) : [];
  return { owner, tied, owns };
}

function handleOfKey(
  accounts: readonly RowAccount[],
  keyOf: (account: RowAccount) => string | null,
  key: string,
): string {
  return accounts.find((account) => keyOf(account) === key)?.handle ?? key;
}

/** Refuses the file of another account than the chosen one, by its name. */
export function refuseStranger(
  platform: Platform,
  own: readonly RowAccount[],
  chosen: string | null,
): void {
  if (chosen === null || own.some((account) => isCalled(platform, account, chosen))) return;
  const other = own.find(({ handle }) => handle !== null)?.handle;
  if (other === undefined || other === null) return;
  throw new Problem("conflict", `the file holds posts of "${other}", not of "${chosen}"`, [
    fault("account", "not_this_account", `${FAULT_MESSAGES.not_this_account}: ${other}`),
  ]);
}

/** By its handle or its id; a page of Facebook also by its name, since its links may hold a handle that it no longer has. */
const isCalled = (
  platform: Platform,
  { handle, external_id, name }: RowAccount,
  chosen: string,
): boolean =>
  handle === chosen ||
  external_id === chosen ||
  (platform === "facebook" && name !== null && letters(name) === letters(chosen));

const letters = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
