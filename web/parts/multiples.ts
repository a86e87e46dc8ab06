/**
 * Where a multiple of the usual stands on a picture: on a logarithmic scale, so that half and double are as far from
 * the usual, and cut at six times and a sixth, so that one viral post does not press the others flat.
 */
const FARTHEST = Math.log(6);

/** Room for the dot itself at both edges. */
const EDGE = 0.05;

/** @returns 0 at the top, 1 at the bottom, 0.5 for exactly the usual */
export function heightOf(times: number): number {
  const away = times <= 0 ? -FARTHEST : Math.log(times);
  const held = Math.min(FARTHEST, Math.max(-FARTHEST, away));
  return 0.5 - (held / FARTHEST) * (0.5 - EDGE);
}
