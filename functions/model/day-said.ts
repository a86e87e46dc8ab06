import type { Instant } from "./snapshot.ts";

/**
 * When collectors and pushes said which figures of one of the platform's days: the figures as the bits of a number, and the
 * instants as a run.
 */
export type DaySaid = [fields: number, from: Instant, to: Instant, step: number][];

/** Instead of the figures: of readings up to the run's end nobody knows any more. */
export const FORGOTTEN_DAY = -1;

/** As an account's row keeps it; those of before this was kept know when all figures that are known were last said. */
export const daySaidOf = (kept: DaySaid | Instant | undefined): DaySaid =>
  typeof kept === "number"
    ? [
        [FORGOTTEN_DAY, 0, kept - 1, 0],
        [EVERY_FIGURE, kept, kept, 0],
      ]
    : (kept ?? []);

const EVERY_FIGURE = 0x7f;

/** When any of them was said last; `null`: never. */
export const daySaidLast = (said: DaySaid): Instant | null =>
  said.reduce<Instant | null>((last, [, , to]) => Math.max(last ?? to, to), null);
