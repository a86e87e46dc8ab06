import type { Cells } from "./export-row.ts";
import { isUnknown } from "./number-text.ts";
import { plainName } from "./plain-name.ts";

/** A status begins with one of these words, in English or Indonesian. */
const NOT_FUNDED =
  /^(?:no|not|non|never|false|0+|organic|unfunded|unpaid|unboosted|tidak|tak|bukan|belum|organik)(?![\p{L}\d])/u;
const FUNDED =
  /^(?:yes|true|1|funded|boosted|paid|sponsored|promoted|ad|ads|ya|benar|didanai|berbayar|bersponsor|disponsori|dipromosikan|promosi|iklan)(?![\p{L}\d])/u;

/**
 * Was a post boosted? Meta's column that should say it is empty on boosted posts too, but what the boost brought is counted
 * apart: above 0 tells. `null` where no column says anything.
 *
 * A status that nobody knows here says nothing either: a post that is taken for boosted leaves norms and streaks without a
 * word, while one of which nothing is known stays where it was, and a person can mark it.
 */
export function isPaid(cells: Pick<Cells, "text" | "count">): boolean | null {
  const brought = [cells.count("boosted_views"), cells.count("boosted_reach")];
  if (brought.some((count) => count !== null && count > 0)) return true;
  const status = cells.text("paid") ?? "";
  const said = isUnknown(status) ? "" : plainName(status);
  if (FUNDED.test(said)) return true;
  if (NOT_FUNDED.test(said)) return false;
  return brought.every((count) => count === null) ? null : false;
}
