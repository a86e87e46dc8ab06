/**
 * Numbers and dates in the person's language and the library's zone. Formatters are expensive to make and free to keep,
 * so each is made once a language and zone.
 */
import { dayOf } from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Chrome, Language } from "../../functions/present/views/chrome.ts";

const LOCALES: Record<Language, string> = { id: "id-ID", en: "en-GB" };

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], options);
    numberFormats.set(key, format);
  }
  return format;
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions) {
  const key = language + JSON.stringify(options);
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], options);
    dateFormats.set(key, format);
  }
  return format;
}

/** A whole number: `1.204` in Indonesian, `1,204` in English. */
export const count = (language: Language, value: number): string =>
  numberFormat(language, { maximumFractionDigits: 0 }).format(value);

const englishPlurals = new Intl.PluralRules("en");

/** `1 post`, `2 posts`. Indonesian has one form for all numbers. */
export const english = (value: number, one: string, other: string): string =>
  `${count("en", value)} ${englishPlurals.select(value) === "one" ? one : other}`;

/** The first figure that is not zero counts: one decimal place, two below a tenth. */
const digitsFor = (value: number): number => (value !== 0 && Math.abs(value) < 0.1 ? 2 : 1);

/** A million and more is said short, so that it fits its column: `1,03 jt`. */
const LONG = 1_000_000;

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** `WIB`, as Indonesia's zones are called there in every language; elsewhere `GMT+1`. */
const zoneName = (timeZone: string, at: Instant): string =>
  dateFormat("id", { timeZone, timeZoneName: "short" })
    .formatToParts(at * 1000)
    .find(({ type }) => type === "timeZoneName")?.value ?? "";

export type Speech = ReturnType<typeof speechFor>;

function speechFor(language: Language, zone: string, thisYear: string) {
  const date = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    dateFormat(language, { ...options, timeZone });
  const yearOf = (day: Day): Intl.DateTimeFormatOptions =>
    day.slice(0, 4) === thisYear ? {} : { year: "numeric" };
  const day = (value: Day): string =>
    date({ day: "numeric", month: "long", ...yearOf(value) }, "UTC").format(noonOf(value));
  const time = (at: Instant): string =>
    date({ hour: "2-digit", minute: "2-digit" }, zone).format(at * 1000);
  const clock = (at: Instant): string => `${time(at)} ${zoneName(zone, at)}`;
  return {
    language,
    zone,
    count: (value: number): string => count(language, value),
    /** As `count`, but short from a million on. */
    short: (value: number): string =>
      Math.abs(value) < LONG
        ? count(language, value)
        : numberFormat(language, { notation: "compact", maximumSignificantDigits: 3 }).format(
            value,
          ),
    decimal: (value: number, digits = 1): string =>
      numberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
    /** A fraction as percent: 0.021 is `2,1%`. */
    percent: (fraction: number): string => {
      const digits = digitsFor(fraction * 100);
      return numberFormat(language, {
        style: "percent",
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(fraction);
    },
    /** A share as a whole percent: 0.82 is `82%`. */
    share: (fraction: number): string =>
      numberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(fraction),
    /** A multiple of the usual: `0,5×`. */
    times: (value: number): string =>
      `${numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)}×`,
    money: (usd: number): string =>
      numberFormat(language, { style: "currency", currency: "USD" }).format(usd),
    /** `3 November`; with its year when it is not this one. */
    day,
    /** `3 Nov`; with its year when it is not this one. */
    shortDay: (value: Day): string =>
      date({ day: "numeric", month: "short", ...yearOf(value) }, "UTC").format(noonOf(value)),
    weekday: (value: Day): string => date({ weekday: "long" }, "UTC").format(noonOf(value)),
    month: (value: string): string =>
      date({ month: "long", year: "numeric" }, "UTC").format(noonOf(`${value.slice(0, 7)}-01`)),
    /** `3–21 November`. */
    period: (from: Day, to: Day): string =>
      from === to
        ? day(from)
        : date({ day: "numeric", month: "short", ...yearOf(from) }, "UTC").formatRange(
            noonOf(from),
            noonOf(to),
          ),
    /** `08.10 WIB`. */
    clock,
    /** `08.10`. */
    time,
    /** The library's day of an instant, to be said by `day`. */
    dayOf: (at: Instant): Day => dayOf(at, zone),
    /** `24 Nov 2026, 08.10`: exact, for tables. */
    instant: (at: Instant): string =>
      date({ dateStyle: "medium", timeStyle: "short" }, zone).format(at * 1000),
    /** `24 November, 08.10 WIB`. */
    moment: (at: Instant): string => `${day(dayOf(at, zone))}, ${clock(at)}`,
    /** `Sen, 9 Nov 2026`. */
    fullDay: (value: Day): string =>
      date({ weekday: "short", day: "numeric", month: "short", year: "numeric" }, "UTC").format(
        noonOf(value),
      ),
    /** `Instagram, Facebook dan X`. */
    list: (words: readonly string[]): string =>
      new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(words),
  };
}

const speeches = new Map<string, Speech>();

/** How the page speaks: made once a language, zone and year. */
export function speechOf(chrome: Pick<Chrome, "language" | "time_zone" | "now">): Speech {
  const year = dayOf(chrome.now, chrome.time_zone).slice(0, 4);
  const key = `${chrome.language} ${chrome.time_zone} ${year}`;
  let speech = speeches.get(key);
  if (!speech) {
    speech = speechFor(chrome.language, chrome.time_zone, year);
    speeches.set(key, speech);
  }
  return speech;
}
