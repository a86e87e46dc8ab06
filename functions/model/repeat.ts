import type { Instant } from "./snapshot.ts";

/**
 * Instants at which a reading was seen again unchanged, packed: from, to and the seconds between two. `[10, 40, 10]` is
 * 10, 20, 30, 40; a single instant is `[10, 10, 0]`.
 */
export type Repeat = [from: Instant, to: Instant, step: number];
