/** The dates of the platforms' files as they are written, before anything is decided about them. */
import { dayNumber, isDay } from "../model/day.ts";
import type { DateOrder } from "../model/import.ts";
import type { Day } from "../model/snapshot.ts";
import { clockSeconds } from "./instant.ts";
import { monthNumber } from "./month-names.ts";

/** Longer is no date, and would be looked at from each of its places. */
export const LONGEST_DATE = 100;

/** `first` and `second` are day and month in the file's order, which `month` and `day` need not wait for. */
export type DateText = {
  /** `null`: the file does not say it. */
  year: number | null;
  /** Seconds since midnight by the wall clock; `null` where only the day is said. */
  clock: number | null;
} & ({ month: number; day: number } | { first: number; second: number });

/** A day, and the seconds since its midnight by the wall clock; `null` where only the day is said. */
export type WallTime = { day: Day; clock: number | null };

const CLOCK =
  /(?:(?:[T ,]|\b(?:at|pukul|jam)\b)+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([AP]\.?M\.?)?)?$/
    .source;
const WEEKDAY = /^(?:[\p{L}\p{M}]+\.?,?\s+(?=.*\d.*\D\d|\d))?/u.source;
/** What stands between the parts of a date; Spanish and Portuguese say "de". */
const GAP = /[\s.,/-]+(?:de\s+)?/u.source;
const NAME = /([\p{L}\p{M}]{2,}\.?|tháng\s+\d{1,2})/u.source;
const YEAR = `(?:${GAP}(\\d{4}|\\d{2}(?![:.\\d])))?`;

const MIDNIGHT = /(?<=^\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?(?:Z|[+-]\d{2}:?\d{2})$/;

const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${CLOCK}`, "i");
const NUMBERS = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${CLOCK}`, "i");
const CHINESE = new RegExp(
  `^(?:(\\d{4})\\s*[年년]\\s*)?(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]${CLOCK}`,
  "iu",
);
const MONTH_NAMED_FIRST = new RegExp(`${WEEKDAY}${NAME}${GAP}(\\d{1,2})${YEAR}${CLOCK}`, "iu");
const DAY_NAMED_FIRST = new RegExp(`${WEEKDAY}(\\d{1,2})${GAP}${NAME}${YEAR}${CLOCK}`, "iu");

/**
 * `"07/14/2026 18:12"` (Meta), `"2026-09-20 21:03:11"` (TikTok), `"Tue, Jul 14, 2026"` (X), `"16 Juli"` (TikTok Studio),
 * `"16-Jul-26"` (a spreadsheet). `null` for what is no date.
 */
export function readDate(text: string): DateText | null {
  if (text.length > LONGEST_DATE) return null;
  // the zone that a day's midnight may be written with says nothing of the day
  const said = text.normalize("NFKC").trim().replace(MIDNIGHT, "");
  const iso = YEAR_FIRST.exec(said);
  if (iso) return dated(iso[1], Number(iso[2]), Number(iso[3]), iso.slice(4));
  const numbers = NUMBERS.exec(said);
  if (numbers) {
    const [, first, second, year] = numbers;
    const clock = clockOf(numbers.slice(4));
    if (clock === undefined) return null;
    return { year: yearOf(year), clock, first: Number(first), second: Number(second) };
  }
  const chinese = CHINESE.exec(said);
  if (chinese) return dated(chinese[1], Number(chinese[2]), Number(chinese[3]), chinese.slice(4));
  const dayFirst = DAY_NAMED_FIRST.exec(said);
  if (dayFirst) {
    return dated(dayFirst[3], monthOf(dayFirst[2]), Number(dayFirst[1]), dayFirst.slice(4));
  }
  const monthFirst = MONTH_NAMED_FIRST.exec(said);
  if (!monthFirst) return null;
  return dated(monthFirst[3], monthOf(monthFirst[1]), Number(monthFirst[2]), monthFirst.slice(4));
}

/** The Vietnamese month is a number: tháng 7. */
function monthOf(name = ""): number | null {
  const numbered = /^tháng\s+(\d{1,2})$/i.exec(name.normalize("NFC"));
  return numbered ? Number(numbered[1]) : monthNumber(name);
}

function dated(
  year: string | undefined,
  month: number | null,
  day: number,
  clockParts: (string | undefined)[],
): DateText | null {
  const clock = clockOf(clockParts);
  if (month === null || month < 1 || month > 12 || clock === undefined) return null;
  return { year: yearOf(year), clock, month, day };
}

/** Of two digits, this century's: no platform is older. */
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);

/** `null`: none is said; `undefined`: one that no clock shows. */
function clockOf([hour, minute = "0", second = "0", half]: (string | undefined)[]) {
  if (hour === undefined) return null;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const twelve = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (twelve > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return clockSeconds(String(twelve), minute, second);
}

/** Years that are tried for a date without one: 29 February can be eight years back. */
const MOST_YEARS_BACK = 8;

/**
 * The day that a date means, in the file's order of day and month; without a year, the last such day up to `latest`.
 * `null` for one that does not exist.
 */
export function wallTime(text: DateText, order: DateOrder, latest: Day): WallTime | null {
  const [month, day] =
    "month" in text
      ? [text.month, text.day]
      : order === "day_first"
        ? [text.second, text.first]
        : [text.first, text.second];
  const on = (year: number): Day => [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  if (text.year !== null) {
    return isDay(on(text.year)) ? { day: on(text.year), clock: text.clock } : null;
  }
  const newest = Number(latest.slice(0, 4));
  for (let year = newest; year >= newest - MOST_YEARS_BACK; year -= 1) {
    if (isDay(on(year)) && dayNumber(on(year)) <= dayNumber(latest)) {
      return { day: on(year), clock: text.clock };
    }
  }
  return null;
}

const two = (number: number): string => String(number).padStart(2, "0");
