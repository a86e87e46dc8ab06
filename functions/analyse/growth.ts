/** A post's growth: each reading that said something new; one that left a field out keeps what was known. */
import { COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import type { Stamp } from "../model/snapshot.ts";
import { interactions } from "./interactions.ts";
import { oneAnInstant } from "./one-instant.ts";

export type Reading = Figures & Pick<Stamp, "read_at" | "import_id">;

export type GrowthPoint = Reading & { interactions: number | null };

/**
 * @param readings of one post, oldest first; those of one instant in the order of arrival
 * @param before what was known before the first of them
 */
export function growth(readings: readonly Reading[], before: Figures = NO_FIGURES): GrowthPoint[] {
  const known = { ...before };
  return oneAnInstant(readings).map(({ read_at, import_id, ...said }) => {
    for (const counter of COUNTERS) known[counter] = said[counter] ?? known[counter];
    return { read_at, import_id, ...known, interactions: interactions(known).interactions };
  });
}
