import { describe, expect, test } from "vitest";
import {
  type AccountValues,
  daySaidAt,
  daySaidWith,
  foldPlatformDay,
  followersByDay,
  type PlatformDay,
  placePlatformDay,
} from "../../functions/analyse/account-days.ts";
import { repeatsOf } from "../../functions/analyse/repeats.ts";
import type { Segment } from "../../functions/analyse/timeline.ts";
import { dayOf } from "../../functions/model/day.ts";
import { type DaySaid, daySaidLast, daySaidOf } from "../../functions/model/day-said.ts";

const at = (day: number, hour: number) => Date.UTC(2026, 0, day, hour) / 1000;

describe("the followers of each day", () => {
  const reading = (
    read_at: number,
    followers: number | null,
    ...held: number[]
  ): Segment<AccountValues> => ({
    read_at,
    rows: [{ read_at, version: 1, import_id: null, values: { followers, name: "Perpustakaan" } }],
    held: repeatsOf(held),
  });

  test.each<[string, Segment<AccountValues>[], [string, number][]]>([
    ["none read", [], []],
    ["the last of a day", [reading(at(1, 8), 100), reading(at(1, 20), 105)], [["2026-01-01", 105]]],
    [
      "whichever comes first in the list",
      [reading(at(1, 20), 105), reading(at(1, 8), 100)],
      [["2026-01-01", 105]],
    ],
    [
      "a confirmation stands for its day",
      [reading(at(1, 8), 100, at(1, 9), at(2, 9))],
      [
        ["2026-01-01", 100],
        ["2026-01-02", 100],
      ],
    ],
    [
      "a confirmation early in a day gives way to a reading later in it",
      [reading(at(1, 8), 100, at(2, 3)), reading(at(2, 9), 110)],
      [
        ["2026-01-01", 100],
        ["2026-01-02", 110],
      ],
    ],
    [
      "of one instant the later in the list",
      [reading(at(1, 8), 100), reading(at(1, 8), 101)],
      [["2026-01-01", 101]],
    ],
    ["a reading without a count is none", [reading(at(1, 8), null, at(2, 8))], []],
    ["nobody follows: that is a count", [reading(at(1, 8), 0)], [["2026-01-01", 0]]],
  ])("%s", (_, segments, days) =>
    expect([...followersByDay(segments, (instant) => dayOf(instant, "UTC"))]).toEqual(days),
  );
});

const said = (read_at: number, of: Partial<PlatformDay> = {}): PlatformDay => ({
  read_at,
  version: 1,
  import_id: null,
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
  end_time: null,
  time_zone: null,
  ...of,
});

const UNKNOWN = {
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
  end_time: null,
  time_zone: null,
};

describe("what a platform says of a day", () => {
  test.each<[string, PlatformDay[], object]>([
    ["nothing", [], UNKNOWN],
    [
      "every field",
      [
        said(10, {
          reach: 1,
          views: 2,
          profile_views: 3,
          followers_gained: 4,
          followers_lost: 5,
          end_time: 6,
          time_zone: "UTC",
        }),
      ],
      {
        reach: 1,
        views: 2,
        profile_views: 3,
        followers_gained: 4,
        followers_lost: 5,
        end_time: 6,
        time_zone: "UTC",
      },
    ],
    [
      "the newest, in whatever order",
      [said(20, { reach: 9 }), said(10, { reach: 5 })],
      { ...UNKNOWN, reach: 9 },
    ],
    [
      "what the newest leaves out stands",
      [said(10, { reach: 5 }), said(20, { views: 7 })],
      { ...UNKNOWN, reach: 5, views: 7 },
    ],
    [
      "of one instant the later arrival",
      [said(10, { reach: 9, version: 2 }), said(10, { reach: 5 })],
      { ...UNKNOWN, reach: 9 },
    ],
    ["nought counts", [said(10, { reach: 5 }), said(20, { reach: 0 })], { ...UNKNOWN, reach: 0 }],
  ])("%s", (_, rows, day) => expect(foldPlatformDay(rows)).toEqual(day));
});

describe("a reading of a day put among the others", () => {
  /** In short: when, reach, whose file. */
  const inShort = (rows: readonly PlatformDay[]) =>
    rows.map(({ read_at, reach, import_id }) => [read_at, reach, import_id]);
  const file = { import_id: 7 };
  /** As an account's row keeps the collector's readings: of each row, and of others beside them. */
  const kept = (rows: readonly PlatformDay[], again: readonly PlatformDay[]) =>
    [...rows, ...again].filter(({ import_id }) => import_id === null).reduce(daySaidWith, []);

  test.each<[string, PlatformDay[], PlatformDay, PlatformDay[], unknown[]]>([
    ["the first", [], said(10, { reach: 5 }), [], [[10, 5, null]]],
    ["that says nothing at all leaves no row", [], said(10), [], []],
    [
      "that says the same again leaves no row",
      [said(10, { reach: 5 })],
      said(20, { reach: 5 }),
      [],
      [[10, 5, null]],
    ],
    [
      "that says something else is a row",
      [said(10, { reach: 5 })],
      said(20, { reach: 6 }),
      [],
      [
        [10, 5, null],
        [20, 6, null],
      ],
    ],
    [
      "an older one is held against what was known by then; what came later only repeats it",
      [said(20, { reach: 5 })],
      said(10, { reach: 5 }),
      [],
      [[10, 5, null]],
    ],
    [
      "of one instant the same is known",
      [said(10, { reach: 5 })],
      said(10, { reach: 5, version: 2 }),
      [],
      [[10, 5, null]],
    ],
    [
      "of one instant: one row, of which the latest word stands",
      [said(10, { reach: 3, version: 0 }), said(10, { reach: 5 }), said(9, { reach: 2 })],
      said(10, { reach: 6 }),
      [],
      [
        [9, 2, null],
        [10, 6, null],
      ],
    ],
    [
      "a file's that repeats the collector's is a row all the same: undoing must find it",
      [said(10, { reach: 5 })],
      said(20, { reach: 5, ...file }),
      [],
      [
        [10, 5, null],
        [20, 5, 7],
      ],
    ],
    [
      "a file's that repeats its own is none",
      [said(10, { reach: 5, ...file })],
      said(20, { reach: 5, ...file }),
      [],
      [[10, 5, 7]],
    ],
    [
      "the collector's that repeats a file's is a row: undoing the file must leave it",
      [said(10, { reach: 5, ...file })],
      said(20, { reach: 5 }),
      [],
      [
        [10, 5, 7],
        [20, 5, null],
      ],
    ],
    [
      "the collector's old value said again after a file's: the file may not stand against it",
      [said(10, { reach: 5 }), said(15, { reach: 9, ...file })],
      said(20, { reach: 5 }),
      [],
      [
        [10, 5, null],
        [15, 9, 7],
        [20, 5, null],
      ],
    ],
    [
      "late, against what was confirmed after it: the old value is said again at its confirmation",
      [said(10, { reach: 5 })],
      said(20, { reach: 9, ...file }),
      [said(30, { reach: 5 })],
      [
        [10, 5, null],
        [20, 9, 7],
        [30, 5, null],
      ],
    ],
    [
      "a confirmation at its very instant or before says nothing against it",
      [said(10, { reach: 5 })],
      said(20, { reach: 9 }),
      [said(20, { reach: 5 })],
      [
        [10, 5, null],
        [20, 9, null],
      ],
    ],
    [
      "where nobody says when, none",
      [said(-10, { reach: 5 })],
      said(-5, { reach: 9 }),
      [],
      [
        [-10, 5, null],
        [-5, 9, null],
      ],
    ],
    [
      "what only a file said before is not the collector's to say again",
      [said(10, { reach: 5 }), said(15, { reach: 6, ...file })],
      said(20, { reach: 9 }),
      [said(30, { reach: 5 })],
      [
        [10, 5, null],
        [15, 6, 7],
        [20, 9, null],
        [30, 5, null],
      ],
    ],
    [
      "a row of that very instant is not later",
      [said(10, { reach: 5 }), said(20, { views: 1, version: 0 })],
      said(20, { reach: 9 }),
      [said(30, { reach: 5 })],
      [
        [10, 5, null],
        [20, 9, null],
        [30, 5, null],
      ],
    ],
    [
      "late, against two that said the old value again: at the first of them",
      [said(10, { reach: 5 })],
      said(20, { reach: 9 }),
      [said(25, { views: 1 }), said(30, { reach: 5 }), said(40, { reach: 5 })],
      [
        [10, 5, null],
        [20, 9, null],
        [30, 5, null],
      ],
    ],
    [
      "nor one of what a later row says",
      [said(10, { reach: 5 }), said(25, { reach: 6 })],
      said(20, { reach: 9 }),
      [said(30, { reach: 5 })],
      [
        [10, 5, null],
        [20, 9, null],
        [25, 6, null],
      ],
    ],
  ])("%s", (_, rows, row, confirmed, placed) =>
    expect(inShort(placePlatformDay(rows, row, kept(rows, confirmed)))).toEqual(placed),
  );

  test("the same rows where it says nothing new", () => {
    const rows = [said(10, { reach: 5 })];
    expect(placePlatformDay(rows, said(20, { reach: 5 }), [])).toBe(rows);
  });

  test("in one request a twin's unknown fields leave what was known", () =>
    expect(placePlatformDay([said(10, { reach: 5 })], said(10, { views: 6 }), [])).toEqual([
      said(10, { reach: 5, views: 6 }),
    ]));
});

describe("when a day's figures were said", () => {
  const views = (at: number) => said(at, { views: 1 });
  const both = (at: number) => said(at, { views: 1, reach: 1 });
  /** The bits of views, and of reach and views. */
  const [VIEWS, BOTH] = [8, 12];

  test.each<[string, PlatformDay[], DaySaid]>([
    ["never", [], []],
    ["once", [views(10)], [[VIEWS, 10, 10, 0]]],
    ["over and over, in whatever order", [views(30), views(10), views(20)], [[VIEWS, 10, 30, 10]]],
    [
      "by readings that say different figures",
      [both(10), views(20), both(30)],
      [
        [BOTH, 10, 30, 20],
        [VIEWS, 20, 20, 0],
      ],
    ],
    ["by two of one instant: what both say", [views(10), both(20), both(10)], [[BOTH, 10, 20, 10]]],
  ])("%s", (_, rows, runs) => expect(rows.reduce(daySaidWith, [])).toEqual(runs));

  test("again is the same", () => {
    const runs = [both(10), views(20), both(30)].reduce(daySaidWith, []);
    expect(daySaidWith(runs, views(10))).toBe(runs);
    expect([9, 10, 20].map((at) => daySaidAt(runs, at))).toEqual([false, true, true]);
  });

  test("of more than eight runs the oldest are forgotten for good", () => {
    const rows = Array.from({ length: 20 }, (_, index) => views(index ** 2));
    const runs = rows.reduce(daySaidWith, []);
    expect(runs).toHaveLength(8);
    expect(runs[0]).toEqual([-1, 0, 25, 0]);
    for (const row of rows) expect(daySaidWith(runs, row)).toBe(runs);
    expect(daySaidAt(runs, 16)).toBe(false);
    expect(daySaidLast(runs)).toBe(361);
  });

  test("as rows of before keep it: the last time alone, of all figures", () => {
    const runs = daySaidOf(50);
    expect(daySaidWith(runs, both(50))).toBe(runs);
    expect(daySaidWith(runs, both(40))).toBe(runs);
    expect(daySaidOf(undefined)).toEqual([]);
    expect(daySaidLast([])).toBeNull();
  });
});
