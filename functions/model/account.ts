import type { Platform } from "./platform.ts";
import type { Instant } from "./snapshot.ts";

/**
 * A library has a handful of accounts: four platforms, a few branches. Every page lists all of them and asks for each, so
 * whoever may push could fill the dashboard until it no longer opens. Hidden ones count; the admin can erase them.
 */
export const MOST_ACCOUNTS = 40;

/** How an account is named everywhere: handles are unique on a platform. */
export type AccountName = { platform: Platform; handle: string };

/** An account as it leaves the house. */
export type Account = AccountName & {
  id: number;
  external_id: string | null;
  /** As shown: the one a person typed, else the platform's. */
  name: string | null;
  followers: number | null;
  followers_at: Instant | null;
  /** The newest reading of anything. */
  last_read_at: Instant | null;
};

/**
 * The account that one counts as: what it was merged into, and that into, and so on; where it is in none, itself.
 * @param parked the accounts that were merged into others
 */
export function standingOf(
  parked: readonly { id: number; merged_into: number | null }[],
  id: number,
): number {
  const seen = new Set<number>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    at = parked.find((one) => one.id === at)?.merged_into ?? at;
  }
  return at;
}

/** The same of a list, each once; `null`: all accounts. */
export const standingIn = (
  parked: readonly { id: number; merged_into: number | null }[],
  ids: readonly number[] | null,
): number[] | null => ids && [...new Set(ids.map((id) => standingOf(parked, id)))];
