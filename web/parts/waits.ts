/** Waits in the unit in which a person says them: `45 menit`, `11 jam (8–17)`. */
import type { MedianWait, WaitingClock } from "../../functions/model/answering.ts";
import type { Speech } from "../language/speech.ts";
import { type WaitUnit, waitWords } from "../language/waits.ts";

const HOUR = 60;
const DAY = 24 * HOUR;
const MINUTES: Record<WaitUnit, number> = { minutes: 1, hours: HOUR, days: DAY };

/**
 * A median beside its interval, which is said in the same unit. A working day has no one length: beyond two hours its clock is
 * said in hours.
 */
function unitOf(minutes: number, clock: WaitingClock): WaitUnit {
  if (minutes < 2 * HOUR) return "minutes";
  return minutes < 2 * DAY || clock === "working_hours" ? "hours" : "days";
}

/** More is not known of a wait. */
const EXACT_BELOW = 10;

function valueIn(minutes: number, unit: WaitUnit): number {
  const value = minutes / MINUTES[unit];
  return unit === "minutes" || value >= EXACT_BELOW
    ? Math.round(value)
    : Math.round(value * 10) / 10;
}

const shownIn = (speech: Speech, value: number): string =>
  Number.isInteger(value) ? speech.count(value) : speech.decimal(value);

function saidIn(speech: Speech, minutes: number, unit: WaitUnit): string {
  const value = valueIn(minutes, unit);
  return waitWords[speech.language].units[unit](value, shownIn(speech, value));
}

/** In a list of waits, in the largest unit that it fills: none of days is said in hours beside one that is said in days. */
export function waitInWords(speech: Speech, minutes: number): string {
  if (minutes < HOUR) return saidIn(speech, minutes, "minutes");
  return saidIn(speech, minutes, minutes < DAY ? "hours" : "days");
}

/** A line does not end there. */
const JOINED = "\u2060";

/** `(8–17)` in the unit of the median; `(sedikitnya 8)` where the upper end is open; `null` where nothing is known of it. */
function rangeInWords(speech: Speech, { low, high }: MedianWait, unit: WaitUnit): string | null {
  if (low === null) return null;
  const from = shownIn(speech, valueIn(low, unit));
  if (high === null) return waitWords[speech.language].at_least(from);
  const to = shownIn(speech, valueIn(high, unit));
  return from === to ? from : `${from}${JOINED}–${JOINED}${to}`;
}

/** `range`: in brackets behind the median; `is_figure`: words alone are no number to be set large. */
export function medianInWords(
  speech: Speech,
  median: MedianWait,
  clock: WaitingClock,
): { text: string; range: string | null; is_figure: boolean } {
  const { minutes } = median;
  if (minutes === null) return inWords(waitWords[speech.language].not_reached);
  // by that clock no minute passed: "0 minutes" would read like a mistake
  if (minutes === 0 && clock === "working_hours") {
    return inWords(waitWords[speech.language].outside_hours);
  }
  const unit = unitOf(minutes, clock);
  return {
    text: saidIn(speech, minutes, unit),
    range: rangeInWords(speech, median, unit),
    is_figure: true,
  };
}

const inWords = (text: string) => ({ text, range: null, is_figure: false });
