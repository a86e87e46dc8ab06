import { expect, test } from "vitest";
import { eventDays } from "../../functions/model/event-days.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

// Jakarta is seven hours ahead of UTC
test.each([
  ["without an end, its day", "2026-12-05T03:00:00Z", null, "2026-12-05", "2026-12-05"],
  ["a day there, not in UTC", "2026-12-05T18:00:00Z", null, "2026-12-06", "2026-12-06"],
  ["over midnight", "2026-12-05T14:00:00Z", "2026-12-05T18:00:00Z", "2026-12-05", "2026-12-06"],
  ["to midnight", "2026-12-05T12:00:00Z", "2026-12-05T17:00:00Z", "2026-12-05", "2026-12-05"],
  ["a second longer", "2026-12-05T12:00:00Z", "2026-12-05T17:00:01Z", "2026-12-05", "2026-12-06"],
  [
    "ends as it begins, at midnight",
    "2026-12-05T17:00:00Z",
    "2026-12-05T17:00:00Z",
    "2026-12-06",
    "2026-12-06",
  ],
  ["an exhibition", "2026-12-05T03:00:00Z", "2026-12-19T10:00:00Z", "2026-12-05", "2026-12-19"],
])("%s", (_, starts, ends, from, to) => {
  const event = { starts_at: at(starts), ends_at: ends === null ? null : at(ends) };
  expect(eventDays(event, "Asia/Jakarta")).toEqual({ from, to });
});
