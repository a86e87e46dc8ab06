import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber, dayNumber } from "../../functions/model/day.ts";
import { LANGUAGES, type Language } from "../../functions/present/views/chrome.ts";
import { calendarIn, listIn, zoneName } from "../../web/language/calendar.ts";
import { dollars, numeral, shortNumeral } from "../../web/language/numerals.ts";
import { speechOf } from "../../web/language/speech.ts";

const LOCALES: Record<Language, string> = { id: "id-ID", en: "en-GB" };
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe.each(LANGUAGES)("in %s", (language) => {
  const calendar = calendarIn(language);
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = "UTC") =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone });

  test.each([
    ["whole", 0, 0, { maximumFractionDigits: 0 }],
    ["with one place", 1, 0, { minimumFractionDigits: 1, maximumFractionDigits: 1 }],
    ["with two", 2, 0, { minimumFractionDigits: 2, maximumFractionDigits: 2 }],
    ["as percent", 1, 2, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }],
    ["as whole percent", 0, 2, { style: "percent", maximumFractionDigits: 0 }],
  ] as const)("a number %s is what Intl writes", (_how, digits, shift, options) => {
    const intl = new Intl.NumberFormat(LOCALES[language], options);
    const written = (value: number) =>
      numeral(language, value, digits, shift) + ("style" in options ? "%" : "");
    const hard = [0, 0.5, 1.5, 2.5, 0.05, 0.25, 1.005, 0.0215, 999.95, 999.995, 1000, 1e6, -1234.5];
    for (const value of [...hard, 4.35, 8.5e-5, 1e-7, 0.000_049_99, 123_456_789.125, -0.4]) {
      expect(written(value)).toBe(intl.format(value));
    }
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (n, places) => {
          const value = n / 10 ** places;
          expect(written(value)).toBe(intl.format(value));
        },
      ),
    );
  });

  test("a number from a million on is short as Intl writes it", () => {
    const intl = new Intl.NumberFormat(LOCALES[language], {
      notation: "compact",
      maximumSignificantDigits: 3,
    });
    const hard = [1e6, 1.005e6, 1.035e6, 999_499_999, 999_500_000, 1e9, 9.995e11, 1e12, 9.99e14];
    for (const value of [...hard, 12_345_678, 1.5e9, 999_999_999, -1_500_000]) {
      expect(shortNumeral(language, value)).toBe(intl.format(value));
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1005 }),
        fc.integer({ min: 6, max: 13 }),
        (n, zeros) => {
          // around where a figure more or less is kept
          for (const value of [
            n * 10 ** (zeros - 2),
            n * 10 ** (zeros - 2) + 1,
            (n + 0.5) * 10 ** (zeros - 2),
          ]) {
            expect(shortNumeral(language, value)).toBe(intl.format(value));
          }
        },
      ),
    );
  });

  test("dollars are what Intl writes", () => {
    const intl = new Intl.NumberFormat(LOCALES[language], { style: "currency", currency: "USD" });
    for (const value of [0, 0.95, 1, 1234.5, 0.005, 1.005, -3.2, 1e6]) {
      expect(dollars(language, value)).toBe(intl.format(value));
    }
  });

  test("each day of five years is what Intl writes", () => {
    const day = dates({ day: "numeric", month: "long" });
    const short = dates({ day: "numeric", month: "short", year: "numeric" });
    const weekday = dates({ weekday: "long" });
    const month = dates({ month: "long", year: "numeric" });
    const shortMonth = dates({ month: "short" });
    const full = dates({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
    for (let n = dayNumber("2023-12-31"); n < dayNumber("2029-01-02"); n++) {
      const one = dayFromNumber(n);
      expect(calendar.day(one, false)).toBe(day.format(noon(one)));
      expect(calendar.shortDay(one, true)).toBe(short.format(noon(one)));
      expect(calendar.weekday(one)).toBe(weekday.format(noon(one)));
      expect(calendar.month(one)).toBe(month.format(noon(one)));
      expect(calendar.shortMonth(one)).toBe(shortMonth.format(noon(one)));
      expect(calendar.fullDay(one)).toBe(full.format(noon(one)));
    }
  });

  test.each([
    ["2026-09-03", "2026-09-21"],
    ["2026-08-28", "2026-09-03"],
    ["2025-12-28", "2026-01-03"],
    ["2025-03-01", "2026-03-09"],
  ])("from %s to %s is what Intl writes", (from, to) => {
    for (const year of [true, false]) {
      const format = dates({
        day: "numeric",
        month: "short",
        ...(year ? { year: "numeric" } : {}),
      });
      expect(calendar.range(from, to, year)).toBe(format.formatRange(noon(from), noon(to)));
    }
  });

  test.each(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC", "Europe/Berlin"])(
    "a clock in %s is what Intl writes",
    (zone) => {
      const time = dates({ hour: "2-digit", minute: "2-digit" }, zone);
      const instant = dates({ dateStyle: "medium", timeStyle: "short" }, zone);
      const named = new Intl.DateTimeFormat("id-ID", { timeZone: zone, timeZoneName: "short" });
      for (let at = Date.parse("2026-03-28T00:00:00Z") / 1000, n = 0; n < 60; at += 2777, n++) {
        expect(calendar.time(at, zone)).toBe(time.format(at * 1000));
        expect(calendar.instant(at, zone)).toBe(instant.format(at * 1000));
        const parts = named.formatToParts(at * 1000);
        expect(zoneName(zone, at)).toBe(
          parts.find(({ type }) => type === "timeZoneName")?.value ?? "",
        );
      }
    },
  );

  test("words in a row are what Intl writes", () => {
    const list = new Intl.ListFormat(LOCALES[language], { type: "conjunction" });
    for (const words of [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]) {
      expect(listIn(language, words)).toBe(list.format(words));
    }
  });
});

test.each([
  ["id", "2026-11-03", "3 November", "3 Nov"],
  ["id", "2025-11-03", "3 November 2025", "3 Nov 2025"],
  ["en", "2025-09-03", "3 September 2025", "3 Sept 2025"],
] as const)("in %s a day of another year than this has it: %s", (language, day, long, short) => {
  const speech = speechOf({ language, time_zone: "Asia/Jakarta", now: noon("2026-11-28") / 1000 });
  expect([speech.day(day), speech.shortDay(day), speech.period(day, day)]).toEqual([
    long,
    short,
    long,
  ]);
});

test("a million is said short, and money in its own way", () => {
  const speech = speechOf({ language: "id", time_zone: "UTC", now: 0 });
  expect([speech.short(999_999), speech.short(1_031_000), speech.money(1.5)]).toEqual([
    "999.999",
    "1,03\u00a0jt",
    "US$1,50",
  ]);
});
