/**
 * Days and clocks as `Intl` writes them in the two languages, and a test holds them equal; written here because the first
 * date of `Intl` costs a fresh isolate some 30 ms, and a phone in the morning waits for it.
 */
import { dayNumber, wallClock } from "../../functions/model/day.ts";
import type { Day, Instant } from "../../functions/model/snapshot.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const listOf = (words: string): string[] => words.split(" ");

const MONTHS: Record<Language, string[]> = {
  id: listOf(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
  ),
  en: listOf(
    "January February March April May June July August September October November December",
  ),
};

const SHORT_MONTHS: Record<Language, string[]> = {
  id: listOf("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des"),
  en: listOf("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
};

/** From Sunday on; three letters are short. */
const WEEKDAYS: Record<Language, string[]> = {
  id: listOf("Minggu Senin Selasa Rabu Kamis Jumat Sabtu"),
  en: listOf("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
};

const WIDE_TO = "\u2009–\u2009";
/** Between the days of one month, which Indonesian writes closer; the spaces are thin ones. */
const TO: Record<Language, string> = { id: "–", en: WIDE_TO };

const cut = (day: Day) => ({
  year: day.slice(0, 4),
  month: Number(day.slice(5, 7)) - 1,
  date: String(Number(day.slice(8))),
});

const withYear = (text: string, year: string | null): string =>
  year === null ? text : `${text} ${year}`;

/** @param year whether a day is written with its year */
export function calendarIn(language: Language) {
  const long = MONTHS[language];
  const short = SHORT_MONTHS[language];
  const weekday = (day: Day): string =>
    // 1970-01-01 was a Thursday
    WEEKDAYS[language][(((dayNumber(day) + 4) % 7) + 7) % 7] ?? "";
  const named = (months: readonly string[], day: Day, year: boolean): string => {
    const { year: y, month, date } = cut(day);
    return withYear(`${date} ${months[month]}`, year ? y : null);
  };
  const shortDay = (day: Day, year: boolean): string => named(short, day, year);
  /** `08.10`. */
  const time = (at: Instant, zone: string): string => {
    const clock = wallClock(at, zone).slice(11);
    return language === "id" ? clock.replace(":", ".") : clock;
  };
  return {
    weekday,
    shortDay,
    time,
    /** `3 November`. */
    day: (day: Day, year: boolean): string => named(long, day, year),
    /** `November 2026`. */
    month: (day: Day): string => `${long[cut(day).month]} ${cut(day).year}`,
    /** `Nov`. */
    shortMonth: (day: Day): string => short[cut(day).month] ?? "",
    /** `Sen, 9 Nov 2026`. */
    fullDay: (day: Day): string => `${weekday(day).slice(0, 3)}, ${shortDay(day, true)}`,
    /** `24 Nov 2026, 08.10`. */
    instant: (at: Instant, zone: string): string =>
      `${shortDay(wallClock(at, zone).slice(0, 10), true)}, ${time(at, zone)}`,
    /** `3–21 Nov`; two years are both written. */
    range(from: Day, to: Day, year: boolean): string {
      const [a, b] = [cut(from), cut(to)];
      if (a.year !== b.year) return shortDay(from, true) + WIDE_TO + shortDay(to, true);
      if (a.month === b.month) return `${a.date}${TO[language]}${shortDay(to, year)}`;
      return shortDay(from, false) + WIDE_TO + shortDay(to, year);
    },
  };
}

/** `a, b dan c`: English puts no comma before the last, Indonesian does from three on. */
export function listIn(language: Language, words: readonly string[]): string {
  const and = language === "id" ? " dan " : " and ";
  if (words.length < 3) return words.join(and);
  const comma = language === "id" ? "," : "";
  return `${words.slice(0, -1).join(", ")}${comma}${and}${words.at(-1)}`;
}

const ZONE_NAMES: Readonly<Record<string, string>> = {
  UTC: "UTC",
  "Asia/Jakarta": "WIB",
  "Asia/Pontianak": "WIB",
  "Asia/Makassar": "WITA",
  "Asia/Jayapura": "WIT",
};

/** `WIB`, as Indonesia's zones are called there in every language; elsewhere what `Intl` says, such as `GMT+1`. */
export const zoneName = (zone: string, at: Instant): string =>
  ZONE_NAMES[zone] ??
  new Intl.DateTimeFormat("id-ID", { timeZone: zone, timeZoneName: "short" })
    .formatToParts(at * 1000)
    .find(({ type }) => type === "timeZoneName")?.value ??
  "";
