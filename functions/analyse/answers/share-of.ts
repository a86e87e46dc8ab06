import type { ShareOf } from "../../model/answering.ts";
import { BOUND_95 } from "../statistics/normal-bounds.ts";

/**
 * A share with its 95 % interval after Wilson 1927, which stays between none and all and says something of few:
 * (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * @example shareOf(8, 14) // .57, from .33 to .79
 */
export function shareOf(part: number, of: number): ShareOf {
  if (of === 0) return { part, of, low: null, high: null };
  const share = part / of;
  const spread = BOUND_95 ** 2 / of;
  const centre = share + spread / 2;
  const half = BOUND_95 * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  const bound = (end: number) => Math.min(1, Math.max(0, end / (1 + spread)));
  return { part, of, low: bound(centre - half), high: bound(centre + half) };
}
