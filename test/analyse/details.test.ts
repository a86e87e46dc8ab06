import { describe, expect, test } from "vitest";
import {
  type DetailsRow,
  detailsOf,
  detailsWithout,
  foldDetails,
  placeDetails,
  saidAt,
  saysNothingNew,
} from "../../functions/analyse/details.ts";
import type { Details, Said } from "../../functions/model/post-fold.ts";

/** Midnight of a day, as a bare date is read; and a second in that day. */
const DATE = Date.UTC(2026, 0, 1) / 1000;
const SECOND = DATE + 9 * 3600;

const NOTHING: Details = {
  external_id: null,
  published_at: SECOND,
  published_precision: "second",
  format: null,
  caption: null,
  url: null,
  paid: null,
  removed_at: null,
};

const said = (read_at: number, of: Partial<DetailsRow> = {}): DetailsRow => ({
  ...NOTHING,
  read_at,
  version: 1,
  import_id: null,
  ...of,
});

const FULL: Details = {
  external_id: "17",
  published_at: SECOND,
  published_precision: "second",
  format: "image",
  caption: "Bedah buku",
  url: "https://www.instagram.com/p/A/",
  paid: false,
  removed_at: SECOND + 9,
};
const BARE_DATE = { published_at: DATE, published_precision: "day" as const };
const file = { import_id: 7 };

describe("what a post's readings add up to", () => {
  test.each<[string, DetailsRow[], Details | null]>([
    ["none, no details", [], null],
    ["one is what it says", [said(10, FULL)], FULL],
    [
      "the newest word on each field, in whatever order",
      [said(20, { caption: "new" }), said(10, { caption: "old", format: "image" })],
      { ...NOTHING, caption: "new", format: "image" },
    ],
    ["what later readings leave out stands", [said(10, FULL), said(20)], FULL],
    [
      "of one instant the later arrival",
      [said(10, { caption: "late", version: 2 }), said(10, { caption: "early" })],
      { ...NOTHING, caption: "late" },
    ],
    [
      "a time to the second beats a bare date that is newer",
      [said(10), said(20, BARE_DATE)],
      NOTHING,
    ],
    ["and one that is older", [said(10, BARE_DATE), said(20)], NOTHING],
    [
      "of two bare dates the newer",
      [said(10, BARE_DATE), said(20, { ...BARE_DATE, published_at: DATE - 86_400 })],
      { ...NOTHING, ...BARE_DATE, published_at: DATE - 86_400 },
    ],
    [
      "of two seconds the newer",
      [said(10), said(20, { published_at: SECOND + 1 })],
      { ...NOTHING, published_at: SECOND + 1 },
    ],
    [
      "not paid is a word too",
      [said(10, { paid: true }), said(20, { paid: false })],
      { ...NOTHING, paid: false },
    ],
  ])("%s", (_, rows, details) => expect(foldDetails(rows)).toEqual(details));

  test("without when and by whom it was read", () =>
    expect(detailsOf(said(10, FULL))).toEqual(FULL));
});

describe("does a reading say something new", () => {
  test.each<[string, Details, Details, boolean]>([
    ["the same", FULL, FULL, true],
    ["nothing but the time", FULL, NOTHING, true],
    ["another caption", FULL, { ...NOTHING, caption: "other" }, false],
    ["a caption where none was known", NOTHING, { ...NOTHING, caption: "first" }, false],
    ["another second", FULL, { ...NOTHING, published_at: SECOND + 1 }, false],
    ["a bare date, where the second is known", FULL, { ...NOTHING, ...BARE_DATE }, true],
    ["the second, where a bare date was known", { ...FULL, ...BARE_DATE }, NOTHING, false],
    [
      "midnight to the second, where a bare date was known",
      { ...FULL, ...BARE_DATE },
      { ...NOTHING, published_at: DATE },
      false,
    ],
    ["the same bare date", { ...FULL, ...BARE_DATE }, { ...NOTHING, ...BARE_DATE }, true],
  ])("%s", (_, known, reading, nothing) => expect(saysNothingNew(known, reading)).toBe(nothing));
});

describe("when each field was last said", () => {
  test.each<[string, Said, Details, number, Said]>([
    [
      "a field is said where it is not left out; the time always",
      {},
      { ...NOTHING, caption: "a", paid: false },
      10,
      { caption: 10, paid: 10, published: 10 },
    ],
    [
      "a later reading moves it on",
      { caption: 10, published: 10 },
      { ...NOTHING, caption: "a" },
      20,
      { caption: 20, published: 20 },
    ],
    [
      "an older one does not move it back",
      { caption: 30, published: 30 },
      { ...NOTHING, caption: "a" },
      20,
      { caption: 30, published: 30 },
    ],
    [
      "what it leaves out stays",
      { caption: 10, published: 10 },
      NOTHING,
      20,
      { caption: 10, published: 20 },
    ],
  ])("%s", (_, marks, reading, at, expected) =>
    expect(saidAt(marks, reading, at)).toEqual(expected),
  );

  test("of every field", () =>
    expect(Object.keys(saidAt({}, FULL, 1)).toSorted()).toEqual([
      "caption",
      "external_id",
      "format",
      "paid",
      "published",
      "removed_at",
      "url",
    ]));
});

/** In short: when, the caption, whose file. */
const inShort = (rows: readonly DetailsRow[]) =>
  rows.map(({ read_at, caption, import_id }) => [read_at, caption, import_id]);

describe("a reading put in its place", () => {
  test.each<[string, DetailsRow[], DetailsRow, Said, unknown[]]>([
    ["the first", [], said(10, { caption: "a" }), {}, [[10, "a", null]]],
    [
      "says nothing new: leaves no row",
      [said(10, { caption: "a" })],
      said(20, { caption: "a" }),
      {},
      [[10, "a", null]],
    ],
    [
      "says something new: a row",
      [said(10, { caption: "a" })],
      said(20, { caption: "b" }),
      {},
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "older than all: nothing was known by then",
      [said(20, { caption: "a" })],
      said(10, { caption: "a" }),
      {},
      [
        [20, "a", null],
        [10, "a", null],
      ],
    ],
    [
      "of one instant the same is known",
      [said(10, { caption: "a" })],
      said(10, { caption: "a", version: 2 }),
      {},
      [[10, "a", null]],
    ],
    [
      "twice in one request: one row",
      [said(10, { caption: "a" })],
      said(10, { caption: "b" }),
      {},
      [[10, "b", null]],
    ],
    [
      "the collector's that repeats a file's: undoing the file must leave it",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a" }),
      {},
      [
        [10, "a", 7],
        [20, "a", null],
      ],
    ],
    [
      "the same file's that repeats its own is none",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a", ...file }),
      {},
      [[10, "a", 7]],
    ],
    [
      "another file's that repeats it is a row",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a", import_id: 8 }),
      {},
      [
        [10, "a", 7],
        [20, "a", 8],
      ],
    ],
    [
      "a file's that repeats the collector's is none: it stands without it",
      [said(10, { caption: "a" })],
      said(20, { caption: "a", ...file }),
      {},
      [[10, "a", null]],
    ],
    [
      "the old value said again after a file's: the file may not stand against it",
      [said(10, { caption: "a" }), said(15, { caption: "z", ...file })],
      said(20, { caption: "a" }),
      {},
      [
        [10, "a", null],
        [15, "z", 7],
        [20, "a", null],
      ],
    ],
    [
      "late, against what was said again after it: that is said again in a row",
      [said(10, { caption: "a" })],
      said(20, { caption: "b" }),
      { caption: 30, published: 30 },
      [
        [10, "a", null],
        [20, "b", null],
        [30, "a", null],
      ],
    ],
    [
      "what was said before it or with it is no contradiction",
      [said(10, { caption: "a" })],
      said(20, { caption: "b" }),
      { caption: 20, published: 20 },
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "what a later row says overrules it anyway",
      [said(10, { caption: "a" }), said(25, { caption: "c" })],
      said(20, { caption: "b" }),
      { caption: 30 },
      [
        [10, "a", null],
        [25, "c", null],
        [20, "b", null],
      ],
    ],
    [
      "a later row that leaves the field out does not",
      [said(10, { caption: "a" }), said(25, { format: "image" })],
      said(20, { caption: "b" }),
      { caption: 30 },
      [
        [10, "a", null],
        [25, null, null],
        [20, "b", null],
        [30, "a", null],
      ],
    ],
    [
      "a row of that very instant is not later",
      [said(10, { caption: "a" }), said(20, { caption: "a", format: "image", version: 0 })],
      said(20, { caption: "b" }),
      { caption: 30 },
      [
        [10, "a", null],
        [20, "a", null],
        [20, "b", null],
        [30, "a", null],
      ],
    ],
  ])("%s", (_, rows, row, marks, placed) =>
    expect(inShort(placeDetails(rows, row, marks))).toEqual(placed),
  );

  test("the row that says the old value again says nothing else, and is nobody's file", () => {
    const placed = placeDetails(
      [said(10, FULL)],
      said(20, { caption: "b", format: "video", ...file }),
      { caption: 30, format: 30, published: 30 },
    );
    // two fields said again at one instant make one row
    expect(placed.at(-1)).toEqual(said(30, { caption: "Bedah buku", format: "image" }));
    expect(placed).toHaveLength(3);
  });

  test("a time said again after a file's other time stands in a row", () => {
    const placed = placeDetails([said(10)], said(20, { published_at: SECOND + 5, ...file }), {
      published: 30,
    });
    expect(placed).toEqual([said(10), said(20, { published_at: SECOND + 5, ...file }), said(30)]);
  });

  test("the same rows where it says nothing new", () => {
    const rows = [said(10, FULL)];
    expect(placeDetails(rows, said(20, FULL), {})).toBe(rows);
  });

  test("a twin's fields left out stay, and the row keeps whose it is", () =>
    expect(placeDetails([said(10, { caption: "a" })], said(10, { format: "image" }), {})).toEqual([
      said(10, { caption: "a", format: "image" }),
    ]));
});

describe("without an import", () => {
  test.each<[string, DetailsRow[], Said, unknown[]]>([
    ["nothing of it there", [said(10, { caption: "a" })], {}, [[10, "a", null]]],
    [
      "its rows go",
      [said(10, { caption: "a" }), said(20, { caption: "b", ...file })],
      {},
      [[10, "a", null]],
    ],
    ["all of it its own", [said(10, { caption: "a", ...file })], {}, []],
    [
      "another's stay, whatever they say",
      [said(10, { caption: "a" }), said(20, { caption: "a", import_id: 8 })],
      { caption: 30, published: 30 },
      [
        [10, "a", null],
        [20, "a", 8],
      ],
    ],
    [
      "a collector's row kept for contradicting it goes too: the marks know when it was said",
      [said(10, { caption: "a" }), said(15, { caption: "z", ...file }), said(20, { caption: "a" })],
      { caption: 20, published: 20 },
      [[10, "a", null]],
    ],
    [
      "it stays where the marks do not reach it",
      [said(10, { caption: "a" }), said(15, { caption: "z", ...file }), said(20, { caption: "a" })],
      { caption: 15, published: 20 },
      [
        [10, "a", null],
        [20, "a", null],
      ],
    ],
    [
      "or where there are none",
      [said(10, { caption: "a" }), said(20, { caption: "a" })],
      {},
      [
        [10, "a", null],
        [20, "a", null],
      ],
    ],
    [
      "and where it says something beside that",
      [said(10, { caption: "a" }), said(20, { caption: "a", format: "image" })],
      { caption: 30, format: 30, published: 30 },
      [
        [10, "a", null],
        [20, "a", null],
      ],
    ],
    [
      "what only another import says is not known to it",
      [said(10, { caption: "a", import_id: 8 }), said(20, { caption: "a" })],
      { caption: 30, published: 30 },
      [
        [10, "a", 8],
        [20, "a", null],
      ],
    ],
    [
      "in the order of time, whatever the list's",
      [said(20, { caption: "b" }), said(10, { caption: "a" })],
      {},
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "and of arrival within an instant",
      [said(10, { caption: "b", version: 2 }), said(10, { caption: "a" })],
      {},
      [
        [10, "a", null],
        [10, "b", null],
      ],
    ],
  ])("%s", (_, rows, marks, left) => expect(inShort(detailsWithout(rows, 7, marks))).toEqual(left));
});
