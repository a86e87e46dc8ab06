/**
 * Lots that fall the same on every machine: mulberry32 (Tommy Ettinger, public domain). Its whole state is one number, so
 * that drawing can stop and be taken up again.
 */
export type Lots = { state: number };

/** Any would do; another one moves a chance figure by a hundredth or two. */
export const FIRST_LOTS: Lots = { state: 20_161_129 };

/** A whole number from 0 to below `below`; moves `lots` on. */
export function draw(lots: Lots, below: number): number {
  lots.state = (lots.state + 0x6d2b79f5) | 0;
  let t = Math.imul(lots.state ^ (lots.state >>> 15), 1 | lots.state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
}
