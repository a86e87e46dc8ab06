import { valuesOf } from "./rows.ts";

/**
 * Whose they are. Where that is still being asked for, those of every account that is shown are asked for in the same round
 * trip, and the others are left out when it is known.
 */
export type Whose = readonly number[] | Promise<readonly number[]>;

export const isKnown = (whose: Whose): whose is readonly number[] => Array.isArray(whose);

export const given = (whose: Whose): string =>
  isKnown(whose)
    ? `with given (id) as ${valuesOf(whose.map((id) => [id]))}`
    : "with given (id) as (select id from accounts where hidden_at is null and merged_into is null)";
