/** Chance that repeats itself: a stream of numbers that depends on nothing but its seed. */
export type Random = {
  /** Evenly spread over 0 to 1, without 1. */
  unit: () => number;
  /** Normal: mean 0, standard deviation 1. */
  normal: () => number;
  /** One of the list, each with its weight. */
  pick: <T>(list: readonly (readonly [T, number])[]) => T;
};

/**
 * @param seed words that name the stream: `randomOf("instagram", 12)` is the same stream on every machine
 */
export function randomOf(...seed: readonly (string | number)[]): Random {
  let state = hash(seed.join(" "));
  // mulberry32 (Tommy Ettinger, public domain)
  const unit = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    unit,
    // Box and Muller; 1 − unit is never 0, whose logarithm there is none of
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (list) => {
      let left = unit() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError("nothing to pick from");
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum;
}
