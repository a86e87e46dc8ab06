/** The dates of the platforms' files as they are written, before anything is decided about them. */
import { dayNumber, isDay } from "../model/day.ts";
import type { DateOrder } from "../model/import.ts";
import type { Day } from "../model/snapshot.ts";
import { CLOCK, type ClockText, clockOf } from "./clock-text.ts";
import { monthNumber } from "./month-names.ts";
import { plainDigits } from "./plain-digits.ts";

/** Longer is no date, and would be looked at from each of its places. */
export const LONGEST_DATE = 100;

/** `first` and `second` are day and month in the file's order, which `month` and `day` need not wait for. */
export type DateText = ClockText & {
  /** `null`: the file does not say it. */
  year: number | null;
  /** The year is the last two digits, and may be the day of a file that writes its year first: `26-11-09`. */
  short: boolean;
} & ({ month: number; day: number } | { first: number; second: number });

/**
 * A day, and the seconds since its midnight by the wall clock; `null` where only the day is said. With `offset` the text
 * says its own zone, as seconds ahead of UTC.
 */
export type WallTime = { day: Day; clock: number | null; offset?: number };

/** A comma tells a weekday; without one, what follows it has to be a date by itself. */
const WEEKDAY = String.raw`^(?:[\p{L}\p{M}]+\.?[,،]\s*|(?:sun|mon|tue|wed|thu|fri|sat|min|sen|sel|rab|kam|jum|sab)\s+|[\p{L}\p{M}]+\.?\s+(?=.*\d.*\D\d|\d))?`;
/** What stands between the parts of a date; Spanish and Portuguese say "de". */
const GAP = String.raw`[\s.,،/-]+(?:de\s+)?`;
/** Points may stand between the letters of one that is cut short: ก.ค. */
const NAME = String.raw`((?:tháng|thg)\.?\s*\d{1,2}|[\p{L}\p{M}][\p{L}\p{M}.]+)`;
const YEAR = `(?:${GAP}(\\d{4}|\\d{2}(?![:.\\d])))?`;

const MIDNIGHT = /(?<=^\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?(?:Z|[+-]\d{2}:?\d{2})$/;

const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}`, "i");
const NUMBERS = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${CLOCK}`, "i");
/** Dates in words, of which most files have none: what knows the letters of all scripts is made ready for the first. */
const inWords = () => ({
  chinese: new RegExp(
    `^(?:(\\d{4})\\s*[年년]\\s*)?(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일](?:\\s*\\(\\p{L}+\\))?${CLOCK}`,
    "iu",
  ),
  dayFirst: new RegExp(`${WEEKDAY}(\\d{1,2})${GAP}${NAME}${YEAR}${CLOCK}`, "iu"),
  monthFirst: new RegExp(`${WEEKDAY}${NAME}${GAP}(\\d{1,2})${YEAR}${CLOCK}`, "iu"),
});
let words: ReturnType<typeof inWords> | null = null;

/**
 * `"07/14/2026 18:12"` (Meta), `"2026-09-20 21:03:11"` (TikTok), `"Tue, Jul 14, 2026"` (X), `"16 Juli"` (TikTok Studio),
 * `"16-Jul-26"` (a spreadsheet). `null` for what is no date.
 */
export function readDate(text: string): DateText | null {
  if (text.length > LONGEST_DATE) return null;
  // the zone that a day's midnight may be written with says nothing of the day
  const said = plainDigits(text).replace(MIDNIGHT, "");
  const iso = YEAR_FIRST.exec(said);
  if (iso) return dated(iso[1], Number(iso[2]), Number(iso[3]), iso.slice(4));
  const numbers = NUMBERS.exec(said);
  if (numbers) {
    const [, first, second, year] = numbers;
    const clock = clockOf(numbers.slice(4));
    return clock && { ...yearOf(year), ...clock, first: Number(first), second: Number(second) };
  }
  words ??= inWords();
  const chinese = words.chinese.exec(said);
  if (chinese) return dated(chinese[1], Number(chinese[2]), Number(chinese[3]), chinese.slice(4));
  const dayFirst = words.dayFirst.exec(said);
  if (dayFirst) {
    return dated(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]), dayFirst.slice(4));
  }
  const monthFirst = words.monthFirst.exec(said);
  if (!monthFirst) return null;
  return dated(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]), monthFirst.slice(4));
}

/** The Vietnamese month is a number: tháng 7. Hebrew writes "in" before its name, in one word with it. */
function monthOf(name = ""): number | null {
  const numbered = /^(?:tháng|thg)\.?\s*(\d{1,2})$/i.exec(name.normalize("NFC"));
  return numbered ? Number(numbered[1]) : monthNumber(name.replace(/^ב(?=\p{L}{2})/u, ""));
}

function dated(
  year: string | undefined,
  month: number | null,
  day: number,
  clockParts: (string | undefined)[],
): DateText | null {
  const clock = clockOf(clockParts);
  if (month === null || month < 1 || month > 12 || clock === null) return null;
  return { ...yearOf(year), ...clock, month, day };
}

/** Of two digits, this century's: no platform is older. */
const yearOf = (text: string | undefined): Pick<DateText, "year" | "short"> => {
  if (text === undefined) return { year: null, short: false };
  const short = text.length === 2;
  return { year: short ? CENTURY + Number(text) : Number(text), short };
};

const CENTURY = 2000;

/** Years that are tried for a date without one: 29 February can be eight years back. */
export const MOST_YEARS_BACK = 8;

/**
 * The day that a date means, in the file's order of day and month; without a year, the last such day up to `latest`.
 * `null` for one that does not exist.
 */
export function wallTime(text: DateText, order: DateOrder, latest: Day): WallTime | null {
  const said = partsOf(text, order);
  if (said === null) return null;
  const { month, day } = said;
  const on = (year: number): Day => [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  const wall = (one: Day): WallTime => {
    const { clock, offset } = text;
    return offset === null ? { day: one, clock } : { day: one, clock, offset };
  };
  if (said.year !== null) return isDay(on(said.year)) ? wall(on(said.year)) : null;
  const newest = Number(latest.slice(0, 4));
  for (let year = newest; year >= newest - MOST_YEARS_BACK; year -= 1) {
    if (isDay(on(year)) && dayNumber(on(year)) <= dayNumber(latest)) return wall(on(year));
  }
  return null;
}

/** A year first is one of two digits, whose place the day has in the other orders. */
function partsOf(text: DateText, order: DateOrder) {
  const { year, short } = text;
  const named = "month" in text;
  if (order === "short_year_first" && short && year !== null) {
    const day = year - CENTURY;
    return named
      ? { year: CENTURY + text.day, month: text.month, day }
      : { year: CENTURY + text.first, month: text.second, day };
  }
  if (named) return { year, month: text.month, day: text.day };
  if (order === "short_year_first") return null;
  const [month, day] =
    order === "day_first" ? [text.second, text.first] : [text.first, text.second];
  return { year, month, day };
}

const two = (number: number): string => String(number).padStart(2, "0");
