/** The days that move from year to year, as they are shipped. */
import type { Day } from "../../functions/model/snapshot.ts";

/** `key`: the feast and its year; of a second in one year `-2` stands behind it. */
export type Shipped = { key: string; from: Day; to: Day; source: string };

/** In order, each with its key: the feast and the year in which it begins. */
export function keyed(days: readonly (Omit<Shipped, "key"> & { feast: string })[]): Shipped[] {
  const met = new Map<string, number>();
  return days
    .toSorted((a, b) => order(a.from, b.from) || order(a.feast, b.feast))
    .map(({ feast, ...day }) => {
      const name = `${feast}-${day.from.slice(0, 4)}`;
      const times = (met.get(name) ?? 0) + 1;
      met.set(name, times);
      return { key: times === 1 ? name : `${name}-${times}`, ...day };
    });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
