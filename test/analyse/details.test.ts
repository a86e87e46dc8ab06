import { describe, expect, test } from "vitest";
import {
  type DetailsRow,
  detailsOf,
  detailsWithout,
  foldDetails,
  newsOf,
  placeDetails,
  saysNothingNew,
} from "../../functions/analyse/details.ts";
import { type ReadFrom, saidWith } from "../../functions/analyse/said.ts";
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

describe("what of a reading is news", () => {
  test.each<[string, Details, Details, Details | null]>([
    ["nothing", FULL, FULL, null],
    [
      "what differs, alone",
      FULL,
      { ...FULL, caption: "other" },
      { ...NOTHING, published_precision: "day", caption: "other" },
    ],
    [
      "another second, alone",
      FULL,
      { ...FULL, published_at: SECOND + 1 },
      { ...NOTHING, published_at: SECOND + 1 },
    ],
    [
      "not the bare date where the second is known",
      FULL,
      { ...FULL, ...BARE_DATE, caption: "other" },
      { ...NOTHING, published_precision: "day", caption: "other" },
    ],
  ])("%s", (_, known, reading, news) => expect(newsOf(known, reading)).toEqual(news));
});

/** The collector's readings beside those that left a row, in order. */
type Again = [at: number, of?: Partial<Details>][];

/** As a post's row keeps them. */
function kept(rows: readonly DetailsRow[], again: Again): [Said, ReadFrom] {
  const read = [
    ...rows.filter(({ import_id }) => import_id === null).map((row) => [row.read_at, row] as const),
    ...again.map(([at, of]) => [at, { ...NOTHING, ...of }] as const),
  ].sort(([a], [b]) => a - b);
  const said = read.reduce<Said>((all, [at, reading]) => saidWith(all, reading, at), []);
  return [said, (from) => read.find(([at]) => at >= from)?.[0] ?? null];
}

/** In short: when, the caption, whose file. */
const inShort = (rows: readonly DetailsRow[]) =>
  rows.map(({ read_at, caption, import_id }) => [read_at, caption, import_id]);

describe("a reading put in its place", () => {
  test.each<[string, DetailsRow[], DetailsRow, Again, unknown[]]>([
    ["the first", [], said(10, { caption: "a" }), [], [[10, "a", null]]],
    [
      "says nothing new: leaves no row",
      [said(10, { caption: "a" })],
      said(20, { caption: "a" }),
      [],
      [[10, "a", null]],
    ],
    [
      "says something new: a row",
      [said(10, { caption: "a" })],
      said(20, { caption: "b" }),
      [],
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "older than all: nothing was known by then",
      [said(20, { caption: "a" })],
      said(10, { caption: "a" }),
      [],
      [[10, "a", null]],
    ],
    [
      "of one instant the same is known",
      [said(10, { caption: "a" })],
      said(10, { caption: "a", version: 2 }),
      [],
      [[10, "a", null]],
    ],
    [
      "twice in one request: one row",
      [said(10, { caption: "a" })],
      said(10, { caption: "b" }),
      [],
      [[10, "b", null]],
    ],
    [
      "the collector's that repeats a file's: undoing the file must leave it",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a" }),
      [],
      [
        [10, "a", 7],
        [20, "a", null],
      ],
    ],
    [
      "the same file's that repeats its own is none",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a", ...file }),
      [],
      [[10, "a", 7]],
    ],
    [
      "another file's that repeats it is a row",
      [said(10, { caption: "a", ...file })],
      said(20, { caption: "a", import_id: 8 }),
      [],
      [
        [10, "a", 7],
        [20, "a", 8],
      ],
    ],
    [
      "a file's that repeats the collector's is none: it stands without it",
      [said(10, { caption: "a" })],
      said(20, { caption: "a", ...file }),
      [],
      [[10, "a", null]],
    ],
    [
      "the old value said again after a file's: the file may not stand against it",
      [said(10, { caption: "a" }), said(15, { caption: "z", ...file })],
      said(20, { caption: "a" }),
      [],
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
      [[30, { caption: "a" }]],
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
      [[20, { caption: "a" }]],
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "what a later row says overrules it anyway",
      [said(10, { caption: "a" }), said(25, { caption: "c" })],
      said(20, { caption: "b" }),
      [[30, { caption: "a" }]],
      [
        [10, "a", null],
        [20, "b", null],
        [25, "c", null],
      ],
    ],
    [
      "a later row that leaves the field out does not",
      [said(10, { caption: "a" }), said(25, { format: "image" })],
      said(20, { caption: "b" }),
      [[30, { caption: "a" }]],
      [
        [10, "a", null],
        [20, "b", null],
        [25, null, null],
        [30, "a", null],
      ],
    ],
    [
      "of that very instant: one row, of all that is news",
      [said(10, { caption: "a" }), said(20, { caption: "a", format: "image", version: 0 })],
      said(20, { caption: "b" }),
      [[30, { caption: "a" }]],
      [
        [10, "a", null],
        [20, "b", null],
        [30, "a", null],
      ],
    ],
    [
      "late, against what two readings said again after it: at the first of them",
      [said(10, { caption: "a" })],
      said(20, { caption: "b" }),
      [[30], [40, { caption: "a" }], [50, { caption: "a" }]],
      [
        [10, "a", null],
        [20, "b", null],
        [40, "a", null],
      ],
    ],
    [
      "late, and the next row only repeats it: that one goes",
      [said(10, { caption: "a" }), said(25, { caption: "b" })],
      said(20, { caption: "b" }),
      [],
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
  ])("%s", (_, rows, row, marks, placed) =>
    expect(inShort(placeDetails(rows, row, ...kept(rows, marks)))).toEqual(placed),
  );

  test("the row that says the old value again says nothing else, and is nobody's file", () => {
    const placed = placeDetails(
      [said(10, FULL)],
      said(20, { caption: "b", format: "video", ...file }),
      ...kept([said(10, FULL)], [[30, FULL]]),
    );
    // two fields said again at one instant make one row
    expect(placed.at(-1)).toEqual(
      said(30, { published_precision: "day", caption: "Bedah buku", format: "image" }),
    );
    expect(placed).toHaveLength(3);
  });

  test("a time said again after a file's other time stands in a row", () => {
    const placed = placeDetails(
      [said(10)],
      said(20, { published_at: SECOND + 5, ...file }),
      ...kept([said(10)], [[25, BARE_DATE], [30]]),
    );
    expect(placed).toEqual([said(10), said(20, { published_at: SECOND + 5, ...file }), said(30)]);
  });

  test("the same rows where it says nothing new", () => {
    const rows = [said(10, FULL)];
    expect(placeDetails(rows, said(20, FULL), ...kept(rows, []))).toBe(rows);
  });

  test("a twin's fields left out stay, and the row keeps whose it is", () =>
    expect(
      placeDetails([said(10, { caption: "a" })], said(10, { format: "image" }), ...kept([], [])),
    ).toEqual([said(10, { caption: "a", format: "image" })]));

  test("a second that comes late leaves nothing of the bare dates after it", () =>
    expect(
      placeDetails(
        [
          said(20, BARE_DATE),
          said(30, { ...BARE_DATE, published_at: DATE + 86_400, caption: "a" }),
        ],
        said(10),
        ...kept([], []),
      ),
    ).toEqual([said(10), said(30, { published_precision: "day", caption: "a" })]));

  test("the row that says the old value again says no time that was not known by then", () => {
    const rows = [said(10, { caption: "a" }), said(15, { published_at: SECOND + 1 })];
    const placed = placeDetails(
      rows,
      said(12, { caption: "b" }),
      ...kept(rows, [[30, { caption: "a", published_at: SECOND + 1 }]]),
    );
    expect(foldDetails(placed)).toMatchObject({ caption: "a", published_at: SECOND + 1 });
  });
});

describe("without an import", () => {
  test.each<[string, DetailsRow[], unknown[]]>([
    ["nothing of it there", [said(10, { caption: "a" })], [[10, "a", null]]],
    [
      "its rows go",
      [said(10, { caption: "a" }), said(20, { caption: "b", ...file })],
      [[10, "a", null]],
    ],
    ["all of it its own", [said(10, { caption: "a", ...file })], []],
    [
      "another's stay, whatever they say",
      [said(10, { caption: "a" }), said(20, { caption: "a", import_id: 8 })],
      [
        [10, "a", null],
        [20, "a", 8],
      ],
    ],
    [
      "a collector's row kept for contradicting it goes too",
      [said(10, { caption: "a" }), said(15, { caption: "z", ...file }), said(20, { caption: "a" })],
      [[10, "a", null]],
    ],
    [
      "it stays where another import is contradicted",
      [
        said(10, { caption: "a" }),
        said(15, { caption: "z", ...file }),
        said(16, { caption: "z", import_id: 8 }),
        said(20, { caption: "a" }),
        said(30, { caption: "a" }),
      ],
      [
        [10, "a", null],
        [16, "z", 8],
        [20, "a", null],
      ],
    ],
    [
      "and says that alone where it says something beside it",
      [said(10, { caption: "a" }), said(20, { caption: "a", format: "image" })],
      [
        [10, "a", null],
        [20, null, null],
      ],
    ],
    [
      "what only another import says is not known to it",
      [said(10, { caption: "a", import_id: 8 }), said(20, { caption: "a" })],
      [
        [10, "a", 8],
        [20, "a", null],
      ],
    ],
    [
      "in the order of time, whatever the list's",
      [said(20, { caption: "b" }), said(10, { caption: "a" })],
      [
        [10, "a", null],
        [20, "b", null],
      ],
    ],
    [
      "and of arrival within an instant",
      [said(10, { caption: "b", version: 2 }), said(10, { caption: "a" })],
      [[10, "b", null]],
    ],
  ])("%s", (_, rows, left) => expect(inShort(detailsWithout(rows, 7))).toEqual(left));
});
