/** Part 4 of a report: what was claimed to work when it was made, and the claim that advice is made of. */
import type { AccountName } from "../../model/account.ts";
import type { Claim } from "../../model/claim.ts";
import type { LookState, MonthClaim } from "../../model/look.ts";
import { addMonths } from "../../model/month.ts";
import type { ReportAdvice, ReportWorks } from "../../model/report.ts";

/** A look without what it found. `account_id`: `null` for all together. */
type ReportedLook = { account_id: number | null; month: string; state: LookState; posts: number };

/** What of the looks concerns a report, any order. */
export type WorksSources = { looks: readonly ReportedLook[]; claims: readonly MonthClaim[] };

/**
 * Of each account the look for the month after, which has the report's month in it; where there is none yet, that of the month
 * itself. All together last, and only what is claimed of them and of no account by itself.
 */
export function reportWorks(
  month: string,
  { looks, claims }: WorksSources,
  accounts: readonly (AccountName & { id: number })[],
): ReportWorks[] {
  const after = addMonths(month, 1);
  const of = (account_id: number | null): Omit<ReportWorks, "account">[] => {
    const own = looks.filter((look) => look.account_id === account_id);
    const look = own.find((one) => one.month === after) ?? own.find((one) => one.month === month);
    if (!look) return [];
    const said = claims
      .filter((claim) => claim.account_id === account_id && claim.month === look.month)
      .map(({ account_id: _account, month: _month, ...claim }) => claim);
    return [{ month: look.month, state: look.state, posts: look.posts, claims: said }];
  };
  const own = accounts.flatMap(({ id, platform, handle }) =>
    of(id).map((one) => ({ account: { platform, handle }, ...one })),
  );
  const said = new Set(own.flatMap((one) => one.claims).map(keyOf));
  return [
    ...own,
    ...of(null)
      .map((one) => ({ ...one, claims: one.claims.filter((claim) => !said.has(keyOf(claim))) }))
      .filter((one) => one.claims.length > 0)
      .map((one) => ({ account: null, ...one })),
  ];
}

const keyOf = ({ factor, level, direction }: Claim): string => `${factor}:${level} ${direction}`;

/** What a library can do at will. */
const AT_WILL: readonly string[] = ["format", "topic", "hours"];

/** More of what is surest; never what always comes with something else, nor what nobody chooses. */
export function worksAdvice(works: readonly ReportWorks[]): ReportAdvice[] {
  const [surest] = works
    .flatMap(({ account, claims }) => claims.map((claim) => ({ account, claim })))
    .filter(
      ({ claim: { factor, direction, entangled_with } }) =>
        direction === 1 && entangled_with === null && AT_WILL.includes(factor),
    )
    // sorting is stable: of two as sure the account that stands first
    .sort((a, b) => a.claim.chance - b.claim.chance);
  return surest ? [{ rule: "works", ...surest }] : [];
}
