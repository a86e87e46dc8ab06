import { describe, expect, test } from "vitest";
import {
  daysOfRepeats,
  firstFrom,
  hasInstant,
  instantsOf,
  lastUpTo,
  repeatsOf,
  withInstant,
} from "../../functions/analyse/repeats.ts";
import { dayOf } from "../../functions/model/day.ts";
import type { Repeat } from "../../functions/model/repeat.ts";

describe("instants, packed", () => {
  test.each<[string, number[], Repeat[]]>([
    ["none", [], []],
    ["one stands alone", [10], [[10, 10, 0]]],
    ["two are a run, whatever lies between", [10, 50], [[10, 50, 40]]],
    ["a regular cron is one run", [10, 20, 30, 40], [[10, 40, 10]]],
    [
      "a late tick ends the run and begins another",
      [10, 20, 35, 50],
      [
        [10, 20, 10],
        [35, 50, 15],
      ],
    ],
    [
      "so does an early one",
      [10, 20, 25],
      [
        [10, 20, 10],
        [25, 25, 0],
      ],
    ],
  ])("%s", (_, instants, packed) => {
    expect(repeatsOf(instants)).toEqual(packed);
    expect(instantsOf(packed)).toEqual(instants);
    // one after another leads to the same
    expect(instants.reduce<Repeat[]>(withInstant, [])).toEqual(packed);
  });

  test("one more leaves the earlier runs as they are", () =>
    expect(
      withInstant(
        [
          [1, 1, 0],
          [10, 20, 10],
        ],
        30,
      ),
    ).toEqual([
      [1, 1, 0],
      [10, 30, 10],
    ]));
});

describe("is an instant among them", () => {
  test.each([
    ["the first", 10, true],
    ["one between", 20, true],
    ["the last", 30, true],
    ["between two of them", 15, false],
    ["before", 0, false],
    ["a step after the last", 40, false],
    ["one that stands alone", 100, true],
    ["beside that", 101, false],
    ["in the second run", 207, true],
  ])("%s (%i): %s", (_, at, found) =>
    expect(
      hasInstant(
        [
          [10, 30, 10],
          [100, 100, 0],
          [200, 214, 7],
        ],
        at,
      ),
    ).toBe(found),
  );
});

describe("the days that repeats fall on, each with its last instant", () => {
  const HOUR = 3600;
  const utc = (at: number) => dayOf(at, "UTC");
  const at = (iso: string) => Date.parse(iso) / 1000;
  const jan = (day: number, time: string) => at(`2026-01-0${day}T${time}Z`);

  test.each<[string, Repeat[], [string, number][]]>([
    ["none", [], []],
    ["one", [[jan(1, "12:00"), jan(1, "12:00"), 0]], [["2026-01-01", jan(1, "12:00")]]],
    [
      "hourly over midnight",
      [[jan(1, "22:30"), jan(2, "01:30"), HOUR]],
      [
        ["2026-01-01", jan(1, "23:30")],
        ["2026-01-02", jan(2, "01:30")],
      ],
    ],
    [
      "midnight itself is the next day's",
      [[jan(1, "23:00"), jan(2, "00:00"), HOUR]],
      [
        ["2026-01-01", jan(1, "23:00")],
        ["2026-01-02", jan(2, "00:00")],
      ],
    ],
    [
      "a whole day between",
      [[jan(1, "23:00"), jan(3, "01:00"), HOUR]],
      [
        ["2026-01-01", jan(1, "23:00")],
        ["2026-01-02", jan(2, "23:00")],
        ["2026-01-03", jan(3, "01:00")],
      ],
    ],
    [
      "every second day: the days between are not among them",
      [[jan(1, "10:00"), jan(5, "10:00"), 48 * HOUR]],
      [
        ["2026-01-01", jan(1, "10:00")],
        ["2026-01-03", jan(3, "10:00")],
        ["2026-01-05", jan(5, "10:00")],
      ],
    ],
    [
      "two runs on one day: the later instant",
      [
        [jan(1, "01:00"), jan(1, "03:00"), HOUR],
        [jan(1, "09:30"), jan(1, "09:30"), 0],
      ],
      [["2026-01-01", jan(1, "09:30")]],
    ],
  ])("%s", (_, repeats, days) => expect([...daysOfRepeats(repeats, utc)]).toEqual(days));

  test("a day of 25 hours, when clocks go back, holds 25 of an hourly run", () => {
    const losAngeles = (instant: number) => dayOf(instant, "America/Los_Angeles");
    // 1 November 2026 lasts there from 07:00 UTC to 08:00 UTC of the 2nd
    const run: Repeat = [at("2026-11-01T07:00Z"), at("2026-11-02T09:00Z"), HOUR];
    expect([...daysOfRepeats([run], losAngeles)]).toEqual([
      ["2026-11-01", at("2026-11-02T07:00Z")],
      ["2026-11-02", at("2026-11-02T09:00Z")],
    ]);
  });

  test("a run of years asks the calendar a few times a day, not every minute", () => {
    let asked = 0;
    const counting = (instant: number) => {
      asked += 1;
      return utc(instant);
    };
    const days = daysOfRepeats(
      [[jan(1, "00:00"), jan(1, "00:00") + 100 * 24 * HOUR, 60]],
      counting,
    );
    expect(days.size).toBe(101);
    // a day's last minute is found by halving 1,500 of them: 11 questions, and one for the day itself
    expect(asked).toBeLessThanOrEqual(101 * 12);
  });
});

describe("the nearest of the instants", () => {
  const repeats: Repeat[] = [
    [10, 40, 10],
    [55, 55, 0],
  ];
  test.each([
    [0, 10],
    [10, 10],
    [11, 20],
    [40, 40],
    [41, 55],
    [55, 55],
    [56, null],
  ])("from %i on is %s", (at, first) => expect(firstFrom(repeats, at)).toBe(first));
  test.each([
    [9, null],
    [10, 10],
    [19, 10],
    [39, 30],
    [54, 40],
    [55, 55],
    [99, 55],
  ])("up to %i is %s", (at, last) => expect(lastUpTo(repeats, at)).toBe(last));
});
