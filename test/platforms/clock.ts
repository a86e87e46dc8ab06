/** The platforms' clock: one that a test sets, or the machine's own moved by so many seconds. */
import type { Instant } from "../../functions/model/snapshot.ts";

export type Clock = { now: Instant } | { offset_seconds: number };

export const REAL_TIME: Clock = { offset_seconds: 0 };

export const timeOf = (clock: Clock): Instant =>
  "now" in clock ? clock.now : Math.floor(Date.now() / 1000) + clock.offset_seconds;
