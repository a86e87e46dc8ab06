/** Chance that comes again: the same seed throws the same. */
export type Dice = ReturnType<typeof diceOf>;

/** Mulberry32, by Tommy Ettinger. */
export function diceOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    one: <Value>(of: readonly Value[]): Value => of[whole(of.length)] as Value,
  };
}
