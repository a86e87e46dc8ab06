/**
 * Numbers and dates in the person's language and the library's zone. Formatters are expensive to make and free to keep:
 * each is made when it first says something, once a language and zone.
 */
import { dayOf } from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Chrome, Language } from "../../functions/present/views/chrome.ts";

const LOCALES: Record<Language, string> = { id: "id-ID", en: "en-GB" };

/** What is made when it is first needed, and kept. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const numbers = (language: Language, options: Intl.NumberFormatOptions) =>
  once(() => new Intl.NumberFormat(LOCALES[language], options));

/** @param zone that of the instants; a day's noon is one of UTC */
const dates = (language: Language, options: Intl.DateTimeFormatOptions, zone = "UTC") =>
  once(() => new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone }));

const counts: Record<Language, () => Intl.NumberFormat> = {
  id: numbers("id", { maximumFractionDigits: 0 }),
  en: numbers("en", { maximumFractionDigits: 0 }),
};

/** A whole number: `1.204` in Indonesian, `1,204` in English. */
export const count = (language: Language, value: number): string =>
  counts[language]().format(value);

const englishPlurals = once(() => new Intl.PluralRules("en"));

/** `1 post`, `2 posts`. Indonesian has one form for all numbers. */
export const english = (value: number, one: string, other: string): string =>
  `${count("en", value)} ${englishPlurals().select(value) === "one" ? one : other}`;

type Digits = 1 | 2;

/** With so many decimal places. */
const byDigits = (language: Language, options: Intl.NumberFormatOptions = {}) => {
  const places = (digits: Digits) =>
    numbers(language, {
      ...options,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  return { 1: places(1), 2: places(2) };
};

/** A day of this year goes without it. */
const byYear = (language: Language, options: Intl.DateTimeFormatOptions) => ({
  this: dates(language, options),
  other: dates(language, { ...options, year: "numeric" }),
});

/** The first figure that is not zero counts: one decimal place, two below a tenth. */
const digitsFor = (value: number): Digits => (value !== 0 && Math.abs(value) < 0.1 ? 2 : 1);

/** A million and more is said short, so that it fits its column: `1,03 jt`. */
const LONG = 1_000_000;

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

export type Speech = ReturnType<typeof speechFor>;

function speechFor(language: Language, zone: string, thisYear: string) {
  const compact = numbers(language, { notation: "compact", maximumSignificantDigits: 3 });
  const decimals = byDigits(language);
  const percents = byDigits(language, { style: "percent" });
  const shares = numbers(language, { style: "percent", maximumFractionDigits: 0 });
  const dollars = numbers(language, { style: "currency", currency: "USD" });

  const days = byYear(language, { day: "numeric", month: "long" });
  const shortDays = byYear(language, { day: "numeric", month: "short" });
  const weekdays = dates(language, { weekday: "long" });
  const months = dates(language, { month: "long", year: "numeric" });
  const fullDays = dates(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const times = dates(language, { hour: "2-digit", minute: "2-digit" }, zone);
  const instants = dates(language, { dateStyle: "medium", timeStyle: "short" }, zone);
  // `WIB`, as Indonesia's zones are called there in every language; elsewhere `GMT+1`
  const zoneNames = dates("id", { timeZoneName: "short" }, zone);
  const lists = once(() => new Intl.ListFormat(LOCALES[language], { type: "conjunction" }));

  const yearOf = (value: Day) => (value.slice(0, 4) === thisYear ? "this" : "other");
  const day = (value: Day): string => days[yearOf(value)]().format(noonOf(value));
  const time = (at: Instant): string => times().format(at * 1000);
  const zoneName = (at: Instant): string =>
    zoneNames()
      .formatToParts(at * 1000)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  const clock = (at: Instant): string => `${time(at)} ${zoneName(at)}`;
  return {
    language,
    zone,
    count: (value: number): string => count(language, value),
    /** As `count`, but short from a million on. */
    short: (value: number): string =>
      Math.abs(value) < LONG ? count(language, value) : compact().format(value),
    decimal: (value: number, digits: Digits = 1): string => decimals[digits]().format(value),
    /** A fraction as percent: 0.021 is `2,1%`. */
    percent: (fraction: number): string => percents[digitsFor(fraction * 100)]().format(fraction),
    /** A share as a whole percent: 0.82 is `82%`. */
    share: (fraction: number): string => shares().format(fraction),
    /** A multiple of the usual: `0,5×`. */
    times: (value: number): string => `${decimals[1]().format(value)}×`,
    money: (usd: number): string => dollars().format(usd),
    /** `3 November`; with its year when it is not this one. */
    day,
    /** `3 Nov`; with its year when it is not this one. */
    shortDay: (value: Day): string => shortDays[yearOf(value)]().format(noonOf(value)),
    weekday: (value: Day): string => weekdays().format(noonOf(value)),
    month: (value: string): string => months().format(noonOf(`${value.slice(0, 7)}-01`)),
    /** `3–21 November`. */
    period: (from: Day, to: Day): string =>
      from === to ? day(from) : shortDays[yearOf(from)]().formatRange(noonOf(from), noonOf(to)),
    /** `08.10 WIB`. */
    clock,
    /** `08.10`. */
    time,
    /** The library's day of an instant, to be said by `day`. */
    dayOf: (at: Instant): Day => dayOf(at, zone),
    /** `24 Nov 2026, 08.10`: exact, for tables. */
    instant: (at: Instant): string => instants().format(at * 1000),
    /** `24 November, 08.10 WIB`. */
    moment: (at: Instant): string => `${day(dayOf(at, zone))}, ${clock(at)}`,
    /** `Sen, 9 Nov 2026`. */
    fullDay: (value: Day): string => fullDays().format(noonOf(value)),
    /** `Instagram, Facebook dan X`. */
    list: (words: readonly string[]): string => lists().format(words),
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
