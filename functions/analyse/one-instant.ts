import type { Figures } from "../model/metric.ts";
import type { Instant } from "../model/snapshot.ts";

/**
 * Readings of one instant are one reading: field by field the later arrival wins, and what it leaves out stands.
 * @param readings of one instant side by side, in the order of arrival
 * @param same are these two of the same post or account?
 */
export function oneAnInstant<Reading extends Partial<Figures> & { read_at: Instant }>(
  readings: readonly Reading[],
  same: (a: Reading, b: Reading) => boolean = () => true,
): Reading[] {
  const merged: Reading[] = [];
  for (const reading of readings) {
    const before = merged.at(-1);
    if (before?.read_at !== reading.read_at || !same(before, reading)) {
      merged.push(reading);
      continue;
    }
    const said = Object.entries(reading).filter(([, value]) => value !== null);
    merged[merged.length - 1] = { ...before, ...Object.fromEntries(said) };
  }
  return merged;
}
