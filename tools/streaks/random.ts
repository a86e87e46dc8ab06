/** Seeded chance: the same seed makes the same accounts on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  next: () => number;
  /** Standard normal, by Box and Muller. */
  normal: () => number;
  between: (from: number, to: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  poisson: (mean: number) => number;
};

/** A whole number from 0 to below another. */
export const wholeBelow = ({ next }: Random, below: number): number => Math.floor(next() * below);

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to draw posts. */
export function random(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    between: (from, to) => from + (to - from) * next(),
    pick: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
    poisson: (mean) => {
      if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
      let count = 0;
      for (let left = Math.exp(-mean), p = next(); p > left; p *= next()) count++;
      return count;
    },
  };
}
