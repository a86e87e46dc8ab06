import { describe, expect, test } from "vitest";
import {
  addDays,
  dayOf,
  daysBetween,
  daysOf,
  hourOf,
  instantOfWall,
  isDay,
  isTimeZone,
  offsetAt,
  periodBefore,
  startOfDay,
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

test("Jakarta is seven hours ahead of UTC; Los Angeles eight behind in winter, seven in summer", () => {
  expect(offsetAt(at("2026-11-23T00:00:00Z"), "Asia/Jakarta")).toBe(25_200);
  expect(offsetAt(at("2026-11-23T00:00:00Z"), "America/Los_Angeles")).toBe(-28_800);
  expect(offsetAt(at("2026-07-01T00:00:00Z"), "America/Los_Angeles")).toBe(-25_200);
});

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

test("only days that exist are days", () => {
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2026-2-9")).toBe(false);
  expect(isDay("2026-13-01")).toBe(false);
});

test("only zones that exist are zones", () => {
  expect(isTimeZone("Asia/Jakarta")).toBe(true);
  expect(isTimeZone("Asia/Atlantis")).toBe(false);
});

test("the period before has the same length and touches", () => {
  const period = { from: "2026-03-01", to: "2026-03-28" };
  expect(periodBefore(period)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(daysOf(period)).toHaveLength(28);
  expect(daysBetween("2026-03-01", "2026-03-28")).toBe(27);
});
