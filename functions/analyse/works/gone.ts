/** What was claimed and is not any more: a person who acted on it should hear so. */
import type { MonthClaim } from "../../model/look.ts";
import { addMonths } from "../../model/month.ts";

/** So many months back somebody may remember what was said. */
export const REMEMBERED_MONTHS = 6;

/** `since`: the month whose look did not find it any more. */
export type GoneClaim = MonthClaim & { since: string };

const keyOf = ({ account_id, factor, level, direction }: MonthClaim): string =>
  `${account_id} ${factor}:${level} ${direction}`;

/**
 * The claims that stood in one of the last six months before `month` and do not now, the latest gone first: each as it stood
 * last. One that came back is not gone.
 *
 * @param claims all that were ever made, any order
 * @param month of the look that is shown
 * @example
 * goneClaims([...claimed("2026-03", "literacy"), ...claimed("2026-04", "literacy")], "2026-06"); // literacy, since 2026-05
 */
export function goneClaims(claims: readonly MonthClaim[], month: string): GoneClaim[] {
  const last = new Map<string, MonthClaim>();
  for (const claim of claims) {
    if (claim.month > month) continue;
    const known = last.get(keyOf(claim));
    if (!known || known.month < claim.month) last.set(keyOf(claim), claim);
  }
  const first = addMonths(month, -REMEMBERED_MONTHS);
  return [...last.values()]
    .filter((claim) => claim.month < month && claim.month >= first)
    .map((claim) => ({ ...claim, since: addMonths(claim.month, 1) }))
    .sort(
      (a, b) =>
        (a.since < b.since ? 1 : a.since > b.since ? -1 : 0) ||
        a.chance - b.chance ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    );
}
