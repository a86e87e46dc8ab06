import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workingClock } from "../../../functions/analyse/answers/working-clock.ts";
import { instantOfWall } from "../../../functions/model/day.ts";
import { USUAL_WORKING_HOURS } from "../../../functions/model/working-hours.ts";

const JAKARTA = "Asia/Jakarta";
/** As the clock on the wall shows it. */
const at = (wall: string, zone = JAKARTA) => instantOfWall(Date.parse(`${wall}Z`) / 1000, zone);

const clock = workingClock({
  hours: USUAL_WORKING_HOURS,
  zone: JAKARTA,
  // Wednesday; a note of a renovation that began before all this
  closed: [
    { from: "2026-11-25", to: "2026-11-25" },
    { from: "2026-10-01", to: "2026-11-03" },
  ],
  within: { from: "2026-11-01", to: "2026-12-31" },
});

describe("only minutes inside opening hours", () => {
  test.each([
    // nobody would have answered before Monday: a wait of 59 hours by the wall is none of the library's
    ["Friday night to Monday morning", "2026-11-20T21:00", "2026-11-23T08:05", 5],
    ["within a day", "2026-11-23T09:30", "2026-11-23T11:00", 90],
    ["before it opens", "2026-11-23T06:00", "2026-11-23T08:00", 0],
    ["after it closed", "2026-11-23T16:00", "2026-11-23T23:59", 0],
    ["around a whole day", "2026-11-23T00:00", "2026-11-24T00:00", 480],
    ["from its last minute to its first", "2026-11-23T15:59", "2026-11-24T08:01", 2],
    ["no time at all", "2026-11-23T09:30", "2026-11-23T09:30", 0],
    ["a weekend", "2026-11-21T09:00", "2026-11-22T15:00", 0],
    ["a whole week", "2026-11-16T12:00", "2026-11-23T12:00", 5 * 480],
    ["over a closed day", "2026-11-24T15:00", "2026-11-26T09:00", 120],
    ["on a closed day", "2026-11-25T09:00", "2026-11-25T15:00", 0],
    ["closed days that began before the clock", "2026-11-02T08:00", "2026-11-04T09:00", 60],
    ["outside what it was made for", "2026-10-05T08:00", "2026-10-06T16:00", 0],
    ["from outside in", "2025-01-01T00:00", "2026-11-04T08:10", 10],
    ["out of it", "2026-12-31T15:50", "2027-03-01T12:00", 10],
  ])("%s", (_rule, from, to, minutes) => {
    expect(clock(at(from), at(to))).toBe(minutes);
  });

  test("seconds are not lost", () => {
    expect(clock(at("2026-11-23T09:00:00"), at("2026-11-23T09:00:30"))).toBe(0.5);
  });

  test("open on every day and late", () => {
    const late = workingClock({
      hours: { days: [6, 7], from: "00:00", to: "23:59" },
      zone: JAKARTA,
      closed: [],
      within: { from: "2026-11-16", to: "2026-11-23" },
    });
    expect(late(at("2026-11-16T00:00"), at("2026-11-23T00:00"))).toBe(2 * (24 * 60 - 1));
  });
});

describe("where clocks are changed", () => {
  const ROME = "Europe/Rome";
  const night = (days: number[], from: string, to: string) =>
    workingClock({
      hours: { days, from, to },
      zone: ROME,
      closed: [],
      within: { from: "2026-03-01", to: "2026-11-30" },
    });

  test.each([
    [
      "office hours keep their length",
      [1, 2, 3, 4, 5],
      "08:00",
      "16:00",
      "2026-03-27T15:00",
      "2026-03-30T09:00",
      120,
    ],
    // 29 March, 02:00 is 03:00: five hours by the wall, four that passed
    [
      "an hour that was not is not counted",
      [7],
      "00:00",
      "05:00",
      "2026-03-29T00:00",
      "2026-03-29T05:00",
      240,
    ],
    // 25 October, 03:00 is 02:00 again
    [
      "an hour that came twice is counted twice",
      [7],
      "00:00",
      "05:00",
      "2026-10-25T00:00",
      "2026-10-25T05:00",
      360,
    ],
    // an opening at a time that was skipped begins an hour later, and so it closes
    [
      "an opening that was skipped",
      [7],
      "02:30",
      "04:00",
      "2026-03-29T00:00",
      "2026-03-29T12:00",
      30,
    ],
  ] as const)("%s", (_rule, days, opens, closes, from, to, minutes) => {
    expect(night([...days], opens, closes)(at(from, ROME), at(to, ROME))).toBe(minutes);
  });
});

test("a wait cut in two is as long as both, and never longer than by the wall", () => {
  const instant = fc.integer({ min: at("2026-11-01T00:00"), max: at("2026-12-31T23:59") });
  fc.assert(
    fc.property(instant, instant, instant, (...three) => {
      const [a = 0, b = 0, c = 0] = three.sort((x, y) => x - y);
      expect(clock(a, b) + clock(b, c)).toBeCloseTo(clock(a, c), 6);
      expect(clock(a, c)).toBeLessThanOrEqual((c - a) / 60 + 1e-9);
      expect(clock(a, c)).toBeGreaterThanOrEqual(0);
    }),
  );
});
