import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Against,
  addDays,
  calendarOf,
  comparedPeriod,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  daysIn,
  daysOf,
  GRAINS,
  hourOf,
  instantOfWall,
  isDay,
  isoInstant,
  isTimeZone,
  monthOf,
  offsetAt,
  periodBefore,
  startOfDay,
  USUAL_ZONE,
  wallClock,
  weekOf,
} from "../../functions/model/day.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

describe("the library's day of an instant", () => {
  test.each([
    ["one second before midnight in Jakarta", "2026-11-23T16:59:59Z", "Asia/Jakarta", "2026-11-23"],
    ["midnight in Jakarta", "2026-11-23T17:00:00Z", "Asia/Jakarta", "2026-11-24"],
    ["the last second of a year", "2026-12-31T16:59:59Z", "Asia/Jakarta", "2026-12-31"],
    ["a leap day", "2028-02-29T01:00:00Z", "Asia/Jakarta", "2028-02-29"],
    ["Pacific, behind UTC", "2026-11-23T07:59:59Z", "America/Los_Angeles", "2026-11-22"],
  ])("%s", (_rule, iso, zone, day) => {
    expect(dayOf(at(iso), zone)).toBe(day);
  });

  test("its first instant is the day's, the second before is not", () => {
    for (const zone of ["Asia/Jakarta", "Asia/Jayapura", "America/Los_Angeles", "UTC"]) {
      for (const day of ["2026-03-08", "2026-11-01", "2024-02-29", "2026-01-01"]) {
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone)).toBe(addDays(day, -1));
      }
    }
  });
});

test("the hour is the zone's", () => {
  expect(hourOf(at("2026-11-23T17:30:00Z"), "Asia/Jakarta")).toBe(0);
  expect(hourOf(at("2026-11-23T16:30:00Z"), "Asia/Jakarta")).toBe(23);
});

test("of an instant before 1970 too", () => {
  expect(hourOf(-1, "UTC")).toBe(23);
  expect(hourOf(-86_401, "UTC")).toBe(23);
  expect(hourOf(0, "UTC")).toBe(0);
});

describe("the clock on the wall is what Intl says, an hour after the other", () => {
  test.each([
    ["America/Los_Angeles", "2026-03-07", 3],
    ["America/Los_Angeles", "2026-10-31", 3],
    ["Australia/Lord_Howe", "2026-04-03", 4],
    ["Asia/Kathmandu", "2026-01-01", 2],
    // a day that was left out, and one with another offset than before and after
    ["Pacific/Apia", "2011-12-28", 5],
    ["Africa/Casablanca", "2026-02-10", 50],
    ["Africa/Casablanca", "2025-02-20", 50],
    ["Asia/Jakarta", "1963-12-30", 4],
    ["America/St_Johns", "2006-10-28", 3],
  ] as const)("%s from %s", (zone, from, days) => {
    const said = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    const start = at(`${from}T00:00:00Z`);
    for (let instant = start; instant < start + days * 86_400; instant += 1800) {
      expect(wallClock(instant, zone)).toBe(said.format(instant * 1000));
      expect(wallClock(instant - 1, zone)).toBe(said.format(instant * 1000 - 1000));
    }
  });
});

test.each(["UTC", "Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"])(
  "%s is as far ahead of UTC as Intl says, week by week",
  (zone) => {
    const said = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      dateStyle: "short",
      timeStyle: "short",
    });
    // its clocks moved for the last time at the beginning of 1988
    for (let instant = at("1987-12-28T00:00:00Z"); instant < at("2037-12-31T00:00:00Z"); ) {
      expect(wallClock(instant, zone)).toBe(said.format(instant * 1000));
      instant += 7 * 86_400;
    }
  },
);

test("Los Angeles is as far behind UTC as Intl says, before and after each change of its clocks", () => {
  const said = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "America/Los_Angeles",
    dateStyle: "short",
    timeStyle: "short",
  });
  // by another law until 2006
  for (let day = at("2005-12-31T00:00:00Z"); day < at("2037-12-31T00:00:00Z"); day += 86_400) {
    // the clocks move at 9:00 and at 10:00 of UTC
    for (const hours of [8.99, 9, 9.99, 10]) {
      const instant = day + hours * 3600;
      expect(wallClock(instant, "America/Los_Angeles")).toBe(said.format(instant * 1000));
    }
  }
});

test("a calendar says the same as its zone, quarter of an hour by quarter of an hour", () => {
  // Kathmandu is 5:45 ahead; Lord Howe moves its clocks by half an hour
  for (const zone of ["Asia/Jakarta", "Asia/Kathmandu", "Australia/Lord_Howe"]) {
    const day = calendarOf(zone);
    for (let instant = at("2026-04-03T12:00:00Z"); instant < at("2026-04-05T12:00:00Z"); ) {
      expect(day(instant), zone).toBe(dayOf(instant, zone));
      // asked again it says the same
      expect(day(instant), zone).toBe(dayOf(instant, zone));
      instant += 449;
    }
  }
});

test("Jakarta is seven hours ahead of UTC; Los Angeles eight behind in winter, seven in summer", () => {
  expect(offsetAt(at("2026-11-23T00:00:00Z"), "Asia/Jakarta")).toBe(25_200);
  expect(offsetAt(at("2026-11-23T00:00:00Z"), "America/Los_Angeles")).toBe(-28_800);
  expect(offsetAt(at("2026-07-01T00:00:00Z"), "America/Los_Angeles")).toBe(-25_200);
});

test.each([
  ["on an ordinary day", "2026-11-23T08:00:00Z", "Asia/Jakarta", "2026-11-23T01:00:00Z"],
  ["just before a gap", "2026-03-08T01:59:59Z", "America/Los_Angeles", "2026-03-08T09:59:59Z"],
  ["just after it", "2026-03-08T03:00:00Z", "America/Los_Angeles", "2026-03-08T10:00:00Z"],
  [
    "on the evening of that day",
    "2026-03-08T20:00:00Z",
    "America/Los_Angeles",
    "2026-03-09T03:00:00Z",
  ],
  [
    "just before an hour that comes twice",
    "2026-11-01T00:59:59Z",
    "America/Los_Angeles",
    "2026-11-01T07:59:59Z",
  ],
  ["after it", "2026-11-01T02:00:00Z", "America/Los_Angeles", "2026-11-01T10:00:00Z"],
])("a wall clock %s", (_, wall, zone, instant) =>
  expect(instantOfWall(at(wall), zone)).toBe(at(instant)),
);

test("a wall clock that a clock change skips moves forward past the gap", () => {
  const wall = Date.UTC(2026, 2, 8, 2, 30) / 1000;
  expect(instantOfWall(wall, "America/Los_Angeles")).toBe(at("2026-03-08T10:30:00Z"));
});

test("a wall clock that happens twice is the first of the two", () => {
  const wall = Date.UTC(2026, 10, 1, 1, 30) / 1000;
  expect(instantOfWall(wall, "America/Los_Angeles")).toBe(at("2026-11-01T08:30:00Z"));
});

test("weeks start on Monday", () => {
  expect(weekOf("2026-11-23")).toBe("2026-11-23");
  expect(weekOf("2026-11-22")).toBe("2026-11-16");
  expect(weekOf("1969-12-31")).toBe("1969-12-29");
});

test("every day of four hundred years is one, and no other date", () => {
  for (let year = 1900; year < 2300; year++) {
    for (let month = 0; month <= 13; month++) {
      for (let date = 0; date <= 32; date++) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
        const there = new Date(`${text}T00:00:00Z`);
        const same = !Number.isNaN(there.getTime()) && there.toISOString().startsWith(text);
        if (isDay(text) !== same) throw new Error(text);
      }
    }
  }
});

test("only days that exist are days", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2026-2-9")).toBe(false);
  expect(isDay("2026-13-01")).toBe(false);
  expect(isDay("2026-11-31")).toBe(false);
  expect(isDay("2026-11-230")).toBe(false);
  expect(isDay("02026-11-23")).toBe(false);
  expect(isDay("2026-11-23T00:00:00Z")).toBe(false);
  expect(isDay("+012026-11-23")).toBe(false);
  expect(isDay("")).toBe(false);
});

test("only zones that exist are zones", () => {
  expect(isTimeZone("Asia/Jakarta")).toBe(true);
  expect(isTimeZone("Asia/Atlantis")).toBe(false);
  expect(isTimeZone("")).toBe(false);
  expect(isTimeZone(USUAL_ZONE)).toBe(true);
});

test("the period before has the same length and touches", () => {
  const period = { from: "2026-03-01", to: "2026-03-28" };
  expect(periodBefore(period)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(daysOf(period)).toHaveLength(28);
  expect(daysBetween("2026-03-01", "2026-03-28")).toBe(27);
  expect(daysIn(period)).toBe(28);
  expect(daysOf({ from: "2026-02-27", to: "2026-03-02" })).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
  expect(daysOf({ from: "2026-03-01", to: "2026-03-01" })).toEqual(["2026-03-01"]);
  expect(daysOf({ from: "2026-03-02", to: "2026-03-01" })).toEqual([]);
  expect(daysOf({ from: "2026-03-05", to: "2026-03-01" })).toEqual([]);
});

test("days can be counted with", () => {
  expect(dayNumber("1970-01-02")).toBe(1);
  expect(dayFromNumber(-1)).toBe("1969-12-31");
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(monthOf("2026-11-23")).toBe("2026-11");
});

test("a day is counted as the standard counts it, whichever it is", () => {
  for (let number = dayNumber("0000-01-01"); number <= dayNumber("9999-12-31"); number += 97) {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
    expect([dayNumber(day), dayFromNumber(number)]).toEqual([number, day]);
  }
  const leap = ["1900-02-28", "1900-03-01", "2000-02-29", "2000-03-01", "2024-02-29", "2024-12-31"];
  for (const day of leap) expect(dayNumber(day)).toBe(Date.parse(day) / 86_400_000);
});

test("an instant is written in UTC, to the second", () =>
  expect(isoInstant(at("2026-11-23T12:00:05+07:00"))).toBe("2026-11-23T05:00:05Z"));

test("an instant is spelled as the standard spells it, whichever it is", () => {
  const seconds = fc.integer({ min: at("1900-01-01T00:00:00Z"), max: at("3000-01-01T00:00:00Z") });
  fc.assert(
    fc.property(fc.oneof(seconds, fc.double({ min: 0, max: 2e9, noNaN: true })), (instant) => {
      expect(isoInstant(instant)).toBe(`${new Date(instant * 1000).toISOString().slice(0, 19)}Z`);
    }),
    { numRuns: 2_000, seed: 5 },
  );
});

test("a line is cut into days, weeks or months", () =>
  expect(GRAINS).toEqual(["day", "week", "month"]));

test.each<[string, string, string, string, string | null, string | null]>([
  ["the days just before", "2026-11-11", "2026-11-20", "before", "2026-11-01", "2026-11-10"],
  ["the same days", "2026-11-11", "2026-11-20", "year", "2025-11-11", "2025-11-20"],
  ["across a new year", "2026-12-20", "2027-01-10", "year", "2025-12-20", "2026-01-10"],
  ["29 February has 28", "2024-02-29", "2024-03-10", "year", "2023-02-28", "2023-03-10"],
  ["also at its end", "2024-02-01", "2024-02-29", "year", "2023-02-01", "2023-02-28"],
  ["28 February has 28", "2025-02-01", "2025-02-28", "year", "2024-02-01", "2024-02-28"],
  ["a year", "2026-01-01", "2026-12-31", "year", "2025-01-01", "2025-12-31"],
  ["a leap year", "2024-01-01", "2024-12-31", "year", "2023-01-01", "2023-12-31"],
  ["a day more than a year: none", "2025-12-31", "2026-12-31", "year", null, null],
])("compared with %s", (_what, from, to, against, first, last) =>
  expect(comparedPeriod({ from, to }, against as Against)).toEqual(
    first && { from: first, to: last },
  ),
);
