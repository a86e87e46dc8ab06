/** The accounts that a file's rows are of. */
import { folded } from "../model/folded.ts";
import type { Platform } from "../model/platform.ts";
import type { RowAccount } from "./export-row.ts";
import { type KnownAccount, knownAs, knownByName } from "./known-account.ts";

export type FileAccount = {
  /** What its rows are found by. */
  keys: Set<string>;
  external_id: string | null;
  rows: RowAccount[];
  /** The account here that it is. */
  known: KnownAccount | null;
};

export type FileAccounts = {
  all: FileAccount[];
  /** What a row is found by; `null`: it says nothing. */
  keyOf: (row: RowAccount) => string | null;
};

/** By their ids, else their handles; two handles of one that is known here are one. */
export function fileAccounts(
  rows: readonly RowAccount[],
  known: readonly KnownAccount[],
): FileAccounts {
  const ids = new Map<string | null, string | null>();
  for (const [handle, own] of Map.groupBy(rows, (row) => row.handle)) {
    if (handle !== null) ids.set(handle, mostSaid(own, "external_id"));
  }
  const idOf = ({ handle, external_id }: RowAccount): string | null =>
    external_id ?? ids.get(handle) ?? null;
  const keyOf = (row: RowAccount): string | null =>
    idOf(row) ?? (row.handle === null ? null : `@${row.handle}`);
  const all: FileAccount[] = [];
  for (const [key, own] of Map.groupBy(rows, keyOf)) {
    const [first] = own;
    if (key === null || !first) continue;
    const external_id = idOf(first);
    const handles = [...new Set(own.map(({ handle }) => handle))];
    const [here = null] = handles.flatMap(
      (handle) => knownAs(known, { external_id, handle }) ?? [],
    );
    const same = all.find(
      (other) => here !== null && other.known === here && mayBeOne(other.external_id, external_id),
    );
    if (!same) {
      all.push({ keys: new Set([key]), external_id, rows: [...own], known: here });
      continue;
    }
    same.keys.add(key);
    same.rows.push(...own);
    same.external_id ??= external_id;
  }
  return { all, keyOf };
}

const mayBeOne = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a === b;

/** What most rows say, of equals the first; `null`: none says any. */
export function mostSaid(rows: readonly RowAccount[], what: keyof RowAccount): string | null {
  const counts = new Map<string, number>();
  for (const { [what]: said } of rows) {
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? null;
}

/**
 * Does a name mean this account? By a handle that it has in the file or here, now or before, or by its id; a page of Facebook
 * also by its name, since its links may hold a handle that it no longer has.
 */
export function isCalled(
  { external_id, rows, known: here }: FileAccount,
  name: string,
  { platform, known }: { platform: Platform; known: readonly KnownAccount[] },
): boolean {
  if (external_id === name || rows.some(({ handle }) => handle === name)) return true;
  if (here !== null && here === knownByName(known, name)) return true;
  return (
    platform === "facebook" &&
    rows.some((row) => row.name !== null && letters(row.name) === letters(name))
  );
}

const letters = (text: string): string => folded(text).replaceAll(/[^\p{L}\p{N}]/gu, "");
