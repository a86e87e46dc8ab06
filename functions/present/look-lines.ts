/** What works as the API and the export tell it. */
import type { Account } from "../model/account.ts";
import { isoInstant } from "../model/day.ts";
import { type FinishedLook, type LookResult, type MonthClaim, memberKey } from "../model/look.ts";
import type { ExportRow } from "./export-rows.ts";

type Named = Pick<Account, "id" | "platform" | "handle">;

/** Without an account it is of all together. */
export const claimRow = (
  { month, factor, level, direction, ratio, low, high, posts, chance }: MonthClaim,
  account: Named | null,
): ExportRow<"claims"> => ({
  month,
  platform: account?.platform ?? null,
  account: account?.handle ?? null,
  factor,
  level,
  direction,
  ratio,
  low,
  high,
  posts,
  chance,
});

/** The newest posts that its claims are of, hidden ones too. */
export const claimedPosts = ({ claims, result }: FinishedLook): number[] =>
  claims.flatMap((claim) => postsOf(result, claim));

const postsOf = (
  { members }: LookResult,
  { factor, level }: Pick<MonthClaim, "factor" | "level">,
): number[] => members[memberKey(factor, level)] ?? [];

/**
 * Each claim with the posts that it is of.
 * @param seen the accounts and posts that may be seen
 */
export function toLookJson(
  look: FinishedLook,
  seen: { accounts: readonly Named[]; posts: ReadonlySet<number> },
) {
  const { account_id, month, state, posts, made_at, result, claims } = look;
  const account = seen.accounts.find(({ id }) => id === account_id);
  const { levels, posts_for_double } = result.levels;
  return {
    platform: account?.platform ?? null,
    account: account?.handle ?? null,
    account_id,
    month,
    state,
    posts,
    posts_for_double,
    made_at: isoInstant(made_at),
    claims: claims.map((claim) => ({
      ...claim,
      post_ids: postsOf(result, claim).filter((id) => seen.posts.has(id)),
    })),
    levels,
    cells: result.cells,
  };
}
