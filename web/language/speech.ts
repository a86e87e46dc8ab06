/** Numbers and dates in the person's language and the library's zone. */
import { dayOf } from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Chrome, Language } from "../../functions/present/views/chrome.ts";
import { calendarIn, listIn, zoneName } from "./calendar.ts";
import { dollars, LONG, numeral, shortNumeral } from "./numerals.ts";

/** A whole number: `1.204` in Indonesian, `1,204` in English. */
export const count = (language: Language, value: number): string => numeral(language, value);

/** `1 post`, `2 posts`. Indonesian has one form for all numbers. */
export const english = (value: number, one: string, other: string): string =>
  `${count("en", value)} ${value === 1 ? one : other}`;

type Digits = 1 | 2;

/** The first figure that is not zero counts: one decimal place, two below a tenth. */
const digitsFor = (value: number): Digits => (value !== 0 && Math.abs(value) < 0.1 ? 2 : 1);

export type Speech = ReturnType<typeof speechFor>;

function speechFor(language: Language, zone: string, thisYear: string) {
  const calendar = calendarIn(language);
  const otherYear = (value: Day): boolean => value.slice(0, 4) !== thisYear;
  const day = (value: Day): string => calendar.day(value, otherYear(value));
  const time = (at: Instant): string => calendar.time(at, zone);
  const clock = (at: Instant): string => `${time(at)} ${zoneName(zone, at)}`;
  return {
    language,
    zone,
    count: (value: number): string => count(language, value),
    megabytes: (bytes: number): string => `${count(language, Math.round(bytes / 1_000_000))} MB`,
    /** A change: `+58`, `−3`, `0`. */
    signed: (value: number): string =>
      (value > 0 ? "+" : value < 0 ? "−" : "") + count(language, Math.abs(value)),
    /** As `count`, but short from a million on. */
    short: (value: number): string =>
      Math.abs(value) < LONG ? count(language, value) : shortNumeral(language, value),
    decimal: (value: number, digits: Digits = 1): string => numeral(language, value, digits),
    /** A fraction as percent: 0.021 is `2,1%`. */
    percent: (fraction: number): string =>
      `${numeral(language, fraction, digitsFor(fraction * 100), 2)}%`,
    /** A share as a whole percent: 0.82 is `82%`. */
    share: (fraction: number): string => `${numeral(language, fraction, 0, 2)}%`,
    /** A multiple of the usual: `0,5×`. */
    times: (value: number): string => `${numeral(language, value, 1)}×`,
    money: (usd: number): string => dollars(language, usd),
    /** `3 November`; with its year when it is not this one. */
    day,
    /** `3 November 2026`: with its year always, as a letter is dated. */
    longDay: (value: Day): string => calendar.day(value, true),
    /** `3 Nov`; with its year when it is not this one. */
    shortDay: (value: Day): string => calendar.shortDay(value, otherYear(value)),
    weekday: calendar.weekday,
    month: calendar.month,
    shortMonth: calendar.shortMonth,
    /** `3–21 Nov`. */
    period: (from: Day, to: Day): string =>
      from === to ? day(from) : calendar.range(from, to, otherYear(from)),
    /** `3–21 Nov 2026`: with its year always, for what is read far from the period. */
    stretch: (from: Day, to: Day): string => calendar.range(from, to, true),
    /** `08.10 WIB`. */
    clock,
    /** `08.10`. */
    time,
    /** The library's day of an instant, to be said by `day`. */
    dayOf: (at: Instant): Day => dayOf(at, zone),
    /** `24 Nov 2026, 08.10`: exact, for tables. */
    instant: (at: Instant): string => calendar.instant(at, zone),
    /** `24 November, 08.10 WIB`. */
    moment: (at: Instant): string => `${day(dayOf(at, zone))}, ${clock(at)}`,
    /** `Sen, 9 Nov 2026`. */
    fullDay: calendar.fullDay,
    /** `Instagram, Facebook, dan X`. */
    list: (words: readonly string[]): string => listIn(language, words),
  };
}

const speeches = new Map<string, Speech>();

/** What decides how something is said: of a page its chrome, of a report when it was made. */
export type Spoken = Pick<Chrome, "language" | "time_zone" | "now">;

/** How the page speaks: made once a language, zone and year. */
export function speechOf(chrome: Spoken): Speech {
  const year = dayOf(chrome.now, chrome.time_zone).slice(0, 4);
  const key = `${chrome.language} ${chrome.time_zone} ${year}`;
  let speech = speeches.get(key);
  if (!speech) {
    speech = speechFor(chrome.language, chrome.time_zone, year);
    speeches.set(key, speech);
  }
  return speech;
}
