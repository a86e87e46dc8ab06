import { describe, expect, test } from "vitest";
import {
  type AccountValues,
  foldPlatformDay,
  followersByDay,
  type PlatformDay,
  placePlatformDay,
} from "../../functions/analyse/account-days.ts";
import { repeatsOf } from "../../functions/analyse/repeats.ts";
import type { Segment } from "../../functions/analyse/timeline.ts";
import { dayOf } from "../../functions/model/day.ts";

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

  test.each<[string, PlatformDay[], PlatformDay, number | null, unknown[]]>([
    ["the first", [], said(10, { reach: 5 }), null, [[10, 5, null]]],
    ["that says nothing at all leaves no row", [], said(10), null, []],
    [
      "that says the same again leaves no row",
      [said(10, { reach: 5 })],
      said(20, { reach: 5 }),
      null,
      [[10, 5, null]],
    ],
    [
      "that says something else is a row",
      [said(10, { reach: 5 })],
      said(20, { reach: 6 }),
      null,
      [
        [10, 5, null],
        [20, 6, null],
      ],
    ],
    [
      "an older one is held against what was known by then, not against what came later",
      [said(20, { reach: 5 })],
      said(10, { reach: 5 }),
      null,
      [
        [20, 5, null],
        [10, 5, null],
      ],
    ],
    [
      "of one instant the same is known",
      [said(10, { reach: 5 })],
      said(10, { reach: 5, version: 2 }),
      null,
      [[10, 5, null]],
    ],
    [
      "twice in one request: one row, and the others as they were",
      [said(10, { reach: 3, version: 0 }), said(10, { reach: 5 }), said(9, { reach: 2 })],
      said(10, { reach: 6 }),
      null,
      [
        [10, 3, null],
        [10, 6, null],
        [9, 2, null],
      ],
    ],
    [
      "a file's that repeats the collector's is a row all the same: undoing must find it",
      [said(10, { reach: 5 })],
      said(20, { reach: 5, ...file }),
      null,
      [
        [10, 5, null],
        [20, 5, 7],
      ],
    ],
    [
      "a file's that repeats its own is none",
      [said(10, { reach: 5, ...file })],
      said(20, { reach: 5, ...file }),
      null,
      [[10, 5, 7]],
    ],
    [
      "the collector's that repeats a file's is a row: undoing the file must leave it",
      [said(10, { reach: 5, ...file })],
      said(20, { reach: 5 }),
      null,
      [
        [10, 5, 7],
        [20, 5, null],
      ],
    ],
    [
      "the collector's old value said again after a file's: the file may not stand against it",
      [said(10, { reach: 5 }), said(15, { reach: 9, ...file })],
      said(20, { reach: 5 }),
      null,
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
      30,
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
      20,
      [
        [10, 5, null],
        [20, 9, null],
      ],
    ],
    [
      "where nobody says when, none",
      [said(-10, { reach: 5 })],
      said(-5, { reach: 9 }),
      null,
      [
        [-10, 5, null],
        [-5, 9, null],
      ],
    ],
    [
      "what only a file said before is not the collector's to say again",
      [said(10, { reach: 5 }), said(15, { reach: 6, ...file })],
      said(20, { reach: 9 }),
      30,
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
      30,
      [
        [10, 5, null],
        [20, null, null],
        [20, 9, null],
        [30, 5, null],
      ],
    ],
    [
      "nor one of what a later row says",
      [said(10, { reach: 5 }), said(25, { reach: 6 })],
      said(20, { reach: 9 }),
      30,
      [
        [10, 5, null],
        [25, 6, null],
        [20, 9, null],
      ],
    ],
  ])("%s", (_, rows, row, confirmed, placed) =>
    expect(inShort(placePlatformDay(rows, row, confirmed))).toEqual(placed),
  );

  test("the same rows where it says nothing new", () => {
    const rows = [said(10, { reach: 5 })];
    expect(placePlatformDay(rows, said(20, { reach: 5 }), null)).toBe(rows);
  });

  test("in one request a twin's unknown fields leave what was known", () =>
    expect(placePlatformDay([said(10, { reach: 5 })], said(10, { views: 6 }), null)).toEqual([
      said(10, { reach: 5, views: 6 }),
    ]));
});
