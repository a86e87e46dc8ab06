/** What works as the API and the export tell it. */
import type { Account } from "../model/account.ts";
import { isoInstant } from "../model/day.ts";
import { type FinishedLook, type MonthClaim, memberKey } from "../model/look.ts";
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

/** Each claim with the posts that it is of. @param accounts those that may be seen */
export function toLookJson(look: FinishedLook, accounts: readonly Named[]) {
  const { account_id, month, state, posts, made_at, result, claims } = look;
  const account = accounts.find(({ id }) => id === account_id);
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
      post_ids: result.members[memberKey(claim.factor, claim.level)] ?? [],
    })),
    levels,
    cells: result.cells,
  };
}
