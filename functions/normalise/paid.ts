import type { Cells } from "./export-row.ts";

/**
 * Was a post boosted? Meta's column that should say it is empty on boosted posts too, but what the boost brought is counted
 * apart: above 0 tells. `null` where no column says anything.
 */
export function isPaid(cells: Pick<Cells, "text" | "count">): boolean | null {
  const brought = [cells.count("boosted_views"), cells.count("boosted_reach")];
  if (brought.some((count) => count !== null && count > 0)) return true;
  const status = cells.text("paid");
  if (status !== null) {
    return !/^(?:no\b|none|not |n\/a|-|undefined|organic|tidak|organik|0$)/i.test(status);
  }
  return brought.every((count) => count === null) ? null : false;
}
