import { daysBetween } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import { type Speech, speechOf } from "../language/speech.ts";

/** Whole days without a post so far: today is not over. */
export const silentDays = (chrome: Chrome, from: Day): number =>
  Math.max(1, daysBetween(from, speechOf(chrome).dayOf(chrome.now)) - 1);

/** `2`, `1,5`: a rhythm in days, as exact as it is of use. */
export const usualDays = (speech: Speech, days: number): string =>
  days >= 3 || Number.isInteger(days) ? speech.count(Math.round(days)) : speech.decimal(days);
