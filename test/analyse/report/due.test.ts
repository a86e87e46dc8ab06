import { expect, test } from "vitest";
import { dueReport } from "../../../functions/analyse/report/due.ts";
import { at } from "./reports.ts";

test.each([
  ["the first of a month, all day", "2026-11-01T10:00:00Z", "Asia/Jakarta", null],
  ["a second before six on the second", "2026-11-01T22:59:59Z", "Asia/Jakarta", null],
  [
    "six o'clock on the second, by the library's clock",
    "2026-11-01T23:00:00Z",
    "Asia/Jakarta",
    "2026-10",
  ],
  ["further east it is six earlier", "2026-11-01T21:00:00Z", "Asia/Jayapura", "2026-10"],
  ["and by UTC not yet", "2026-11-02T05:59:00Z", "UTC", null],
  ["the third, early in the morning", "2026-11-02T17:30:00Z", "Asia/Jakarta", "2026-10"],
  ["the last minute of the month", "2026-11-30T16:59:00Z", "Asia/Jakarta", "2026-10"],
  ["January asks for December", "2027-01-02T08:00:00Z", "Asia/Jakarta", "2026-12"],
])("%s", (_, now, zone, month) => expect(dueReport(at(now), zone)).toBe(month));
