import { describe, expect, test } from "vitest";
import type { DateOrder } from "../../functions/model/import.ts";
import { readDate, wallTime } from "../../functions/normalise/date-text.ts";
import { monthNumber } from "../../functions/normalise/month-names.ts";

const clock = (hour: number, minute = 0, second = 0) => hour * 3600 + minute * 60 + second;

/** As a file of 20 November 2026 that writes the month first means it. */
const read = (text: string, order: DateOrder = "month_first", latest = "2026-11-20") => {
  const date = readDate(text);
  return date && wallTime(date, order, latest);
};

describe("a wall clock in a platform's file", () => {
  test.each<[string, string, string, number | null]>([
    ["Meta: month first", "07/14/2026 18:12", "2026-07-14", clock(18, 12)],
    ["with one digit", "7/4/2026 8:02", "2026-07-04", clock(8, 2)],
    ["TikTok: year first", "2026-09-20 21:03:11", "2026-09-20", clock(21, 3, 11)],
    ["with slashes", "2026/9/2", "2026-09-02", null],
    ["as ISO writes it", "2026-09-20T21:03:11.250", "2026-09-20", clock(21, 3, 11)],
    ["with points in the clock", "2026-09-20 21.03.11", "2026-09-20", clock(21, 3, 11)],
    ["X: in words", "Tue, Jul 14, 2026", "2026-07-14", null],
    ["without the weekday", "July 14 2026", "2026-07-14", null],
    ["shortened with a point", "Sept. 14, 2026", "2026-09-14", null],
    ["with the weekday shortened by one", "Tue., Jul 14, 2026", "2026-07-14", null],
    ["day first", "14 Juli 2026", "2026-07-14", null],
    ["with weekday and clock", "Sel, 14 Jul 2026, 18:12", "2026-07-14", clock(18, 12)],
    ["afternoon", "Jul 14, 2026, 6:12 PM", "2026-07-14", clock(18, 12)],
    ["morning, without a space", "Jul 14, 2026, 6:12am", "2026-07-14", clock(6, 12)],
    ["noon", "7/14/2026 12:00 PM", "2026-07-14", clock(12)],
    ["midnight", "7/14/2026 12:00 AM", "2026-07-14", 0],
    ["midnight of 24 hours", "2026-07-14 00:00", "2026-07-14", 0],
    ["the last second", "2026-07-14 23:59:59", "2026-07-14", clock(23, 59, 59)],
    ["with spaces round it", "  2026-07-14 ", "2026-07-14", null],
    ["a leap day", "02/29/2028", "2028-02-29", null],
    ["two digits of a year", "07/14/26", "2026-07-14", null],
    ["a day as its midnight", "2026-07-14T00:00:00", "2026-07-14", 0],
    ["with a zone", "2026-07-14T00:00:00.000+0000", "2026-07-14", null],
    ["a spreadsheet's own", "14-Jul-26", "2026-07-14", null],
    ["its points", "7.14.2026 18.12", "2026-07-14", clock(18, 12)],
    ["Indonesian in full", "Selasa, 14 Juli 2026 pukul 18.12", "2026-07-14", clock(18, 12)],
    ["the end of a day", "2026-07-14 24:00", "2026-07-14", clock(24)],
    ["afternoon with points and spaces", "14 jul 2026 6:12 p. m.", "2026-07-14", clock(18, 12)],
    ["and none that break", "7/14/2026 6:12\u202fPM", "2026-07-14", clock(18, 12)],
    ["wide digits", "２０２６-０７-１４ １８:１２", "2026-07-14", clock(18, 12)],
    ["month and weekday in Chinese", "2026年7月14日(火) 18:12", "2026-07-14", clock(18, 12)],
    ["English in full", "July 14, 2026 at 6:12 p.m.", "2026-07-14", clock(18, 12)],
  ])("%s: %s", (_, text, day, seconds) => expect(read(text)).toEqual({ day, clock: seconds }));

  test.each([
    // in full and cut short, in English and Indonesian
    ["January Januari jan", 1],
    ["February Februari Feb.", 2],
    ["March Maret", 3],
    ["April", 4],
    ["May Mei", 5],
    ["June Juni", 6],
    ["July Juli", 7],
    ["August Agustus Agt Ags", 8],
    ["September Sept", 9],
    ["October Oktober", 10],
    ["November Nopember Nop", 11],
    ["December Desember", 12],
  ])("%s: month %i", (names, month) => {
    for (const name of names.split(" ")) {
      const day = `2026-${String(month).padStart(2, "0")}-09`;
      expect(read(`9 ${name} 2026`)?.day, name).toBe(day);
      expect(read(`${name} 9, 2026`)?.day, name).toBe(day);
    }
  });

  test.each([
    ["no date", "yesterday"],
    ["nothing", ""],
    ["a day that does not exist", "02/30/2026"],
    ["day and month changed places", "24/09/2026"],
    ["a month nobody knows", "9 Xyz 2026"],
    ["a month too short to tell", "9 Ju 2026"],
    ["25 hours", "2026-07-14 25:00"],
    ["more than 24", "2026-07-14 24:01"],
    ["24 hours in the afternoon", "7/14/2026 24:00 PM"],
    ["a zone that two countries mean differently", "2026-07-14 10:10 CST"],
    ["a zone that there is not", "2026-07-14 10:10 GMT+25"],
    ["a zone without a clock", "16 Juli WIB"],
    ["60 minutes", "2026-07-14 10:60"],
    ["60 seconds", "2026-07-14 10:10:60"],
    ["0 o'clock in the morning", "7/14/2026 0:30 AM"],
    ["13 o'clock in the afternoon", "7/14/2026 13:30 PM"],
    ["more behind it", "2026-07-14 10:10 or so"],
    ["more before it", "on 2026-07-14"],
    ["more before the month", "the 07/14/2026"],
    ["an hour alone", "2026-07-14 10"],
    ["three digits of a year", "07/14/126"],
    ["a word", "Lifetime"],
    ["two words", "Sepanjang Masa"],
    ["a number", "1.234"],
    ["a clock", "12:30"],
  ])("%s is none: %s", (_, text) => expect(read(text)).toBeNull());
});

test.each([
  ["2026-07-14 18.10 WIB", 7],
  ["14 Juli 2026 pukul 18.10 WITA", 8],
  ["14/07/2026 18:10 (WIT)", 9],
  ["July 14, 2026 at 6:10 PM PDT", -7],
  ["2026-07-14 18:10 GMT+7", 7],
  ["2026-07-14 18:10:00+07:00", 7],
  ["2026-07-14 18:10 UTC-0330", -3.5],
  ["2026-07-14 18:10 UTC", 0],
])("%s says its own zone, %d hours ahead of UTC", (text, hours) =>
  expect(read(text, "day_first")).toEqual({
    day: "2026-07-14",
    clock: clock(18, 10),
    offset: hours * 3600,
  }),
);

describe("a year of two digits, first or last", () => {
  test.each([
    ["26-11-09", "2009-11-26", null, "2026-11-09"],
    ["26/11/09 10:21", "2009-11-26", null, "2026-11-09"],
    ["14/07/26", "2026-07-14", null, "2014-07-26"],
    ["26-Nov-09", "2009-11-26", "2009-11-26", "2026-11-09"],
    // four digits are a year wherever they stand
    ["09/11/2026", "2026-11-09", "2026-09-11", null],
    ["2026-11-09", "2026-11-09", "2026-11-09", "2026-11-09"],
  ])("%s", (text, ...days) =>
    expect(
      (["day_first", "month_first", "short_year_first"] as const).map(
        (order) => read(text, order)?.day ?? null,
      ),
    ).toEqual(days),
  );
});

describe("day first or month first", () => {
  test.each([
    ["09/11/2026 18.10", "2026-11-09", "2026-09-11"],
    ["9-11-2026", "2026-11-09", "2026-09-11"],
    ["16/07/2026", "2026-07-16", null],
    ["07/16/2026", null, "2026-07-16"],
    // what names the month, or begins with the year, waits for no order
    ["9 Nov 2026", "2026-11-09", "2026-11-09"],
    ["2026/11/09", "2026-11-09", "2026-11-09"],
  ])("%s: %s or %s", (text, day_first, month_first) => {
    expect(read(text, "day_first")?.day ?? null).toBe(day_first);
    expect(read(text, "month_first")?.day ?? null).toBe(month_first);
  });
});

describe("a date without a year is the last such day up to the file's", () => {
  test.each([
    ["the file's own day", "November 20", "2026-11-20", "2026-11-20"],
    ["the day after it was a year before", "November 21", "2026-11-20", "2025-11-21"],
    ["across a new year", "31 Desember", "2027-01-05", "2026-12-31"],
    ["in it", "2 Januari", "2027-01-05", "2027-01-02"],
    ["a spreadsheet's own", "16-Jul", "2026-11-20", "2026-07-16"],
    ["and the other way round", "Jul-16", "2026-11-20", "2026-07-16"],
    ["with its weekday", "Minggu, 5 Mei", "2026-11-20", "2026-05-05"],
    ["29 February", "29 Februari", "2026-11-20", "2024-02-29"],
    ["eight years back", "Feb 29", "2104-02-28", "2096-02-29"],
  ])("%s: %s", (_, text, latest, day) =>
    expect(read(text, "month_first", latest)).toEqual({ day, clock: null }),
  );
});

describe("months in other languages", () => {
  test.each([
    ["Spanish", "16 de julio"],
    ["Portuguese", "16 de julho de 2026"],
    ["French", "16 juillet 2026"],
    ["German", "16. Juli"],
    ["Vietnamese", "16 tháng 7"],
    ["Vietnamese cut short", "16 thg 7"],
    ["with its year", "16 Thg 7, 2026"],
    ["Thai", "16 กรกฎาคม"],
    ["Thai cut short", "16 ก.ค."],
    ["with its year too", "16 ก.ค. 2026"],
    ["Hebrew", "16 ביולי"],
    ["Hebrew alone", "16 יולי 2026"],
    ["Arabic in its own digits", "١٦ يوليو"],
    ["Arabic with its weekday", "الخميس، ١٦ يوليو"],
    ["a weekday in front", "Thu, Jul 16"],
    ["without a comma", "Thu Jul 16"],
    ["in Indonesian", "Kam, Juli 16"],
    ["Russian", "16 июля"],
    ["Arabic", "16 يوليو"],
    ["Filipino", "Hulyo 16"],
    ["Japanese", "7月16日"],
    ["Chinese with its year", "2026年7月16日"],
    ["Korean", "7월 16일"],
  ])("%s: %s", (_, text) => expect(read(text)?.day).toBe("2026-07-16"));

  test("the twelfth too, where it is a number", () =>
    expect(read("16 tháng 12", "month_first", "2026-12-31")?.day).toBe("2026-12-16"));

  test.each([
    ["août", 8],
    ["AOÛT", 8],
    ["Mart", 3],
    ["Xyz", null],
    ["", null],
    // October in Croatian, which is not read, November in Polish
    ["listopada", 11],
  ])("%o is %o", (name, month) => expect(monthNumber(name)).toBe(month));
});

test("what is longer than any date is none, and is not looked at from each of its places", () => {
  expect(readDate(`July${" ".repeat(200_000)}x`)).toBeNull();
});
