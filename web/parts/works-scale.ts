/** Where a size stands on the one axis that all share, and how pale a square of the hours is. */

/** Five ticks, each in the middle of a fifth of the width, so that their names stand under five equal cells. */
export const TICKS = [0.25, 0.5, 1, 2, 4] as const;
const HALVINGS = 2.5;

/** Of 100: `placeOf(1)` is 50, `placeOf(2)` 70. What lies beyond the axis stands at its end. */
export function placeOf(ratio: number): number {
  const place = 50 + (50 * Math.log2(ratio)) / HALVINGS;
  return Math.round(10 * Math.max(1, Math.min(99, place))) / 10;
}

/** The deepest colours stand for it and its inverse, so that noise stays pale. */
export const DEEPEST = 1.4;
export const TONES = 3;

/** `up1` to `up3`, `down1` to `down3`; none about ×1. */
export function toneOf(ratio: number | null): string | undefined {
  if (ratio === null) return undefined;
  const step = Math.round((TONES * Math.log(ratio)) / Math.log(DEEPEST));
  const held = Math.min(TONES, Math.abs(step));
  return held === 0 ? undefined : `${step > 0 ? "up" : "down"}${held}`;
}
