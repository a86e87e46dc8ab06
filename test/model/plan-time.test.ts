import { expect, test } from "vitest";
import { isoInstant } from "../../functions/model/day.ts";
import { isHour, plannedAt } from "../../functions/model/plan-time.ts";

test.each([
  ["an hour on the library's wall", "2026-12-01", "09:30", "Asia/Jakarta", "2026-12-01T02:30:00Z"],
  ["no hour: the day's first instant", "2026-12-01", null, "Asia/Jakarta", "2026-11-30T17:00:00Z"],
  ["the last minute of a year", "2026-12-31", "23:59", "UTC", "2026-12-31T23:59:00Z"],
  ["a leap day", "2028-02-29", "00:00", "UTC", "2028-02-29T00:00:00Z"],
  // on 2026-03-29 Berlin's clocks skip from 02:00 to 03:00
  [
    "an hour that is skipped moves on",
    "2026-03-29",
    "02:30",
    "Europe/Berlin",
    "2026-03-29T01:30:00Z",
  ],
])("%s", (_, on, at, zone, instant) =>
  expect(isoInstant(plannedAt({ on, at }, zone))).toBe(instant),
);

test.each([
  ["00:00", true],
  ["23:59", true],
  ["24:00", false],
  ["25:61", false],
  ["12:60", false],
  ["9:30", false],
  ["09.30", false],
  ["09:30:00", false],
  [" 09:30", false],
  ["09:30\n", false],
  ["", false],
])("%j is an hour: %s", (text, is) => expect(isHour(text)).toBe(is));
