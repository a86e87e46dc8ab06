import type { Speech } from "../language/speech.ts";

/** `2`, `1,5`: a rhythm in days, as exact as it is of use. */
export const usualDays = (speech: Speech, days: number): string =>
  days >= 3 || Number.isInteger(days) ? speech.count(Math.round(days)) : speech.decimal(days);
