/** Whose posts a page of what works compares: one account's, or those of all together. */
import { isPlatform } from "../model/platform.ts";
import type { WorksLine, WorksOf } from "../present/views/works.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { LookHead } from "../store/look-heads.ts";
import { POOL } from "../store/works.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { withHandle } from "./reading.ts";

/** `accounts=all` of an address: all together. */
const ALL = "all";

export const nameOf = ({ platform, handle }: AccountRow): WorksOf => ({ platform, handle });

/** May whoever asks see what was found of all together? Not where it was found of an account that they do not see. */
const seesTogether = (head: LookHead, visible: readonly AccountRow[]): boolean =>
  head.of.every((id) => visible.some((account) => account.id === id));

/** The looks that may be seen: those of accounts in the order of the screens, behind them that of all together. */
export function seenHeads(heads: readonly LookHead[], visible: readonly AccountRow[]): LookHead[] {
  const own = visible.flatMap(({ id }) => heads.find((head) => head.account_id === id) ?? []);
  const pool = heads.find(({ account_id }) => account_id === POOL);
  return pool && visible.length > 1 && seesTogether(pool, visible) ? [...own, pool] : own;
}

/**
 * What the address names; where it names nothing, the first account that something is claimed of, else all together, else the
 * first account. `null`: all together.
 */
export function comparedOf(
  c: Ctx,
  visible: readonly AccountRow[],
  heads: readonly LookHead[],
): AccountRow | null {
  const { accounts, account, platform } = c.req.query();
  const together = maySeeTogether(c, visible, heads);
  const [first] = visible;
  if (account || platform) {
    const named = withHandle(visible, account);
    const [found] = named.filter((one) => !isPlatform(platform ?? "") || one.platform === platform);
    if (found) return found;
  }
  if (accounts === ALL && together) return null;
  const claimed = visible.find(({ id }) =>
    heads.some(({ account_id, claims }) => account_id === id && claims > 0),
  );
  const judgedTogether = heads.some(({ account_id }) => account_id === POOL);
  return claimed ?? (together && judgedTogether ? null : (first ?? null));
}

/**
 * Are there several accounts, and may whoever asks see all there are, or all that were judged together?
 * @param heads those that whoever asks may see
 */
export const maySeeTogether = (
  c: Ctx,
  visible: readonly AccountRow[],
  heads: readonly LookHead[],
): boolean =>
  visible.length > 1 &&
  (allowedAccounts(c.get("caller")?.link ?? null) === null ||
    heads.some(({ account_id }) => account_id === POOL));

/** What the list of posts says: the surest claim of these accounts, else how far the look at all together, or the only one, is. */
export function worksLineOf(
  heads: readonly LookHead[],
  accounts: readonly AccountRow[],
  visible: readonly AccountRow[],
): WorksLine | null {
  const seen = seenHeads(heads, visible).filter(
    ({ account_id }) => account_id === POOL || accounts.some(({ id }) => id === account_id),
  );
  const own = seen.filter(({ account_id }) => account_id !== POOL);
  const claimed = own.filter(({ first }) => first !== null);
  const surest = claimed.toSorted((a, b) => (a.first?.chance ?? 1) - (b.first?.chance ?? 1))[0];
  const head = surest ?? (accounts.length === visible.length ? seen.at(-1) : own[0]);
  if (!head) return null;
  const account = visible.find(({ id }) => id === head.account_id);
  return {
    of: account ? nameOf(account) : null,
    state: head.state,
    posts: head.posts,
    claim: head.first,
  };
}
