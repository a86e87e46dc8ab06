import { expect, test } from "vitest";
import { reportPeriods } from "../../../functions/analyse/report/periods.ts";

const period = (from: string, to: string) => ({ from, to });

test.each([
  [
    "a month that is over: the whole month before, and the same a year ago",
    "2026-10",
    "2026-11-01",
    period("2026-10-01", "2026-10-31"),
    period("2026-09-01", "2026-09-30"),
    period("2025-10-01", "2025-10-31"),
  ],
  [
    "January's month before lies in another year",
    "2026-01",
    "2026-02-03",
    period("2026-01-01", "2026-01-31"),
    period("2025-12-01", "2025-12-31"),
    period("2025-01-01", "2025-01-31"),
  ],
  [
    "a leap year's February ends with the other's 28",
    "2028-02",
    "2028-03-02",
    period("2028-02-01", "2028-02-29"),
    period("2028-01-01", "2028-01-31"),
    period("2027-02-01", "2027-02-28"),
  ],
  [
    "one that runs: as many days of the others",
    "2026-11",
    "2026-11-18",
    period("2026-11-01", "2026-11-18"),
    period("2026-10-01", "2026-10-18"),
    period("2025-11-01", "2025-11-18"),
  ],
  [
    "its last day: a shorter month before has no more than it has",
    "2026-03",
    "2026-03-31",
    period("2026-03-01", "2026-03-31"),
    period("2026-02-01", "2026-02-28"),
    period("2025-03-01", "2025-03-31"),
  ],
])("%s", (_, month, today, now, before, year) =>
  expect(reportPeriods(month, today)).toEqual({ now, before, year }),
);
