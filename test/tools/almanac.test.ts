/** The almanac's rules against days that are known, and the shipped file against the rules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dayFromNumber, daysOf } from "../../functions/model/day.ts";
import { ALMANAC_FILE, almanacFile, shippedDays } from "../../tools/almanac/file.ts";
import { islamicMonths } from "../../tools/almanac/islamic-months.ts";
import { easter, imlek, nyepi, waisak } from "../../tools/almanac/movable-feasts.ts";
import { keyed } from "../../tools/almanac/shipped.ts";
import { ROOT } from "../../tools/build.ts";

const SHIPPED = shippedDays();

/** The first days of what is shipped of a feast, in order. */
const firstDaysOf = (feast: string): string[] =>
  SHIPPED.flatMap(({ key, from }) => (key.replace(/-\d{4}(-\d)?$/, "") === feast ? [from] : []));

const upTo = (year: number, days: readonly string[]): string[] =>
  days.filter((day) => day <= `${year}-12-31`);

test("the shipped file is what the tool makes", () => {
  expect(readFileSync(join(ROOT, ALMANAC_FILE), "utf8")).toBe(almanacFile());
});

describe("the decree for 2026", () => {
  /** SKB 3 Menteri No. 1497, 2 and 5 of 2025. */
  const PUBLIC =
    "01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25";
  const SHARED_LEAVE = "02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24";
  const of2026 = SHIPPED.filter(
    ({ key, from }) => from.startsWith("2026") && !key.startsWith("ramadan"),
  );
  const daysIn2026 = (days: typeof of2026): string =>
    days
      .flatMap((day) => daysOf(day))
      .map((day) => day.slice(5))
      .join(" ");

  test("has its public days", () => {
    expect(daysIn2026(of2026.filter(({ key }) => !key.startsWith("cuti-")))).toBe(PUBLIC);
  });

  test("has its shared leave", () => {
    expect(daysIn2026(of2026.filter(({ key }) => key.startsWith("cuti-")))).toBe(SHARED_LEAVE);
  });

  test("is the source of every one of them, and of no other year's", () => {
    const decree = "SKB 3 Menteri No. 1497, 2 dan 5 Tahun 2025";
    expect(of2026.filter(({ source }) => source !== decree)).toEqual([]);
    expect(SHIPPED.filter(({ from, source }) => from > "2026-12-31" && source === decree)).toEqual(
      [],
    );
  });
});

describe("the Islamic days", () => {
  test.each([
    [
      "ramadan",
      "2026-02-19 2027-02-08 2028-01-28 2029-01-16 2030-01-06 2030-12-26",
      "2026 as the ministry announced it; 2030 has two",
    ],
    ["idulfitri", "2026-03-21 2027-03-10 2028-02-27 2029-02-15 2030-02-04", ""],
  ])("%s begins on %s %s", (feast, days) => {
    expect(upTo(2030, firstDaysOf(feast)).join(" ")).toBe(days);
  });

  test.each([
    ["iduladha-2027", "2027-05-17"],
    ["iduladha-2028", "2028-05-05"],
    ["muharam-2027", "2027-06-06"],
    ["maulid-2027", "2027-08-15"],
  ])("%s is on %s", (key, day) => {
    expect(SHIPPED.find((shipped) => shipped.key === key)).toMatchObject({
      from: day,
      to: day,
    });
  });

  test("Idulfitri lasts two days and ends Ramadan", () => {
    const eids = SHIPPED.filter(({ key }) => key.startsWith("idulfitri"));
    expect(eids.map(({ from, to }) => daysOf({ from, to }).length)).toEqual(eids.map(() => 2));
    const ends = SHIPPED.flatMap(({ key, to }) => (key.startsWith("ramadan") ? [to] : []));
    expect(ends).toEqual(
      eids
        .map(({ from }) => dayFromNumber(Date.parse(from) / 86_400_000 - 1))
        .slice(0, ends.length),
    );
    expect(ends.length).toBe(11);
  });

  /** Decreed first days of Ramadan and Syawal, after the sighting was reported. */
  test.each([
    [2022, 9, "2022-04-03"],
    [2022, 10, "2022-05-02"],
    [2023, 9, "2023-03-23"],
    [2023, 10, "2023-04-22"],
    [2024, 9, "2024-03-12"],
    [2024, 10, "2024-04-10"],
    [2025, 9, "2025-03-01"],
    [2025, 10, "2025-03-31"],
  ])("of %i the ministry began month %i on %s, and so does the criterion", (year, month, first) => {
    expect(islamicMonths(year, year).filter((one) => one.month === month)).toEqual([
      { month, first },
    ]);
  });

  test("its months follow one another, of 29 or 30 days", () => {
    const months = islamicMonths(2026, 2035);
    const lengths = months
      .slice(1)
      .map(
        ({ first }, index) => (Date.parse(first) - Date.parse(months[index]?.first ?? "")) / 864e5,
      );
    expect([...new Set(lengths)].sort()).toEqual([29, 30]);
    expect(
      months.slice(1).every(({ month }, index) => month === ((months[index]?.month ?? 0) % 12) + 1),
    ).toBe(true);
    expect(months[0]?.first.slice(0, 4)).toBe("2026");
    expect(months.at(-1)?.first.slice(0, 4)).toBe("2035");
  });
});

describe("the other feasts", () => {
  test.each([
    ["Nyepi", nyepi, "2014-03-31 2022-03-03 2024-03-11 2025-03-29 2026-03-19"],
    ["Nyepi", nyepi, "2027-03-08 2028-03-26 2029-03-15 2030-03-05"],
    // a day that holds two lunar days: Tilem and the new year's first
    ["Nyepi on a day of two lunar days", nyepi, "2020-03-25"],
    [
      "Waisak",
      waisak,
      "2015-06-02 2017-05-11 2020-05-07 2022-05-16 2023-06-04 2024-05-23 2025-05-12 2026-05-31",
    ],
    ["Waisak, in Jakarta already the day after", waisak, "2027-05-20 2028-05-09"],
    ["Imlek", imlek, "2024-02-10 2025-01-29 2026-02-17 2028-01-26 2034-02-19"],
    // the new moon at 16:07 UTC, 00:07 in China
    ["Imlek, where a clock an hour behind is a day off", imlek, "2027-02-06 2030-02-03"],
    // the earliest there can be, the latest, and both corrections of the century's moon
    ["Easter", easter, "1818-03-22 1943-04-25 1954-04-18 1981-04-19 2026-04-05 2027-03-28"],
  ])("%s is where it is known to be", (_, feast, days) => {
    const expected = days.split(" ");
    expect(expected.map((day) => feast(Number(day.slice(0, 4))))).toEqual(expected);
  });

  test("are shipped so", () => {
    expect(upTo(2030, firstDaysOf("waisak"))).toEqual([
      "2026-05-31",
      "2027-05-20",
      "2028-05-09",
      "2029-05-27",
      "2030-05-16",
    ]);
    expect(firstDaysOf("waisak").slice(5)).toEqual([2031, 2032, 2033, 2034, 2035].map(waisak));
    expect(firstDaysOf("nyepi")).toEqual(yearsFrom(2026).map(nyepi));
    expect(firstDaysOf("imlek")).toEqual(yearsFrom(2026).map(imlek));
    expect(firstDaysOf("paskah")).toEqual(yearsFrom(2026).map(easter));
    expect(firstDaysOf("wafat-yesus").slice(0, 2)).toEqual(["2026-04-03", "2027-03-26"]);
    expect(firstDaysOf("kenaikan").slice(0, 2)).toEqual(["2026-05-14", "2027-05-06"]);
  });
});

const yearsFrom = (year: number): number[] =>
  Array.from({ length: 2035 - year + 1 }, (_, index) => year + index);

test("every year has the fixed days, and each movable one", () => {
  for (const feast of ["tahun-baru", "buruh", "pancasila", "kemerdekaan", "natal", "nyepi"]) {
    expect(
      firstDaysOf(feast).map((day) => Number(day.slice(0, 4))),
      feast,
    ).toEqual(yearsFrom(2026));
  }
  expect(firstDaysOf("kemerdekaan").at(-1)).toBe("2035-08-17");
});

describe("a key", () => {
  test("is of one day alone", () => {
    const keys = SHIPPED.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("names the feast and its year, of the second in a year that too, in whatever order they come", () => {
    const day = (feast: string, from: string) => ({ feast, from, to: from, source: "" });
    expect(
      keyed([
        day("b", "2030-12-26"),
        day("b", "2030-01-06"),
        day("a", "2030-12-26"),
        day("b", "2031-12-01"),
      ]).map(({ key, from }) => `${key} ${from}`),
    ).toEqual([
      "b-2030 2030-01-06",
      "a-2030 2030-12-26",
      "b-2030-2 2030-12-26",
      "b-2031 2031-12-01",
    ]);
  });
});
