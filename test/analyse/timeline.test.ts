import { describe, expect, test } from "vitest";
import { repeatsOf } from "../../functions/analyse/repeats.ts";
import {
  firstReadFrom,
  lastReadUpTo,
  lastSeen,
  MOST_REPEATS,
  merged,
  place,
  type Row,
  type Segment,
  sameValues,
  toSegments,
  toStored,
  withoutImport,
  withoutRows,
} from "../../functions/analyse/timeline.ts";
import type { Repeat } from "../../functions/model/repeat.ts";

type Values = { likes: number | null; reach: number | null };

const values = (likes: number | null, reach: number | null = null): Values => ({ likes, reach });

/** A reading of a collector; `import_id` makes it a file's. */
const row = (
  read_at: number,
  likes: number | null,
  of: Partial<Row<Values>> = {},
): Row<Values> => ({ read_at, version: 1, import_id: null, values: values(likes), ...of });

const segment = (first: Row<Values>, ...held: number[]): Segment<Values> => ({
  read_at: first.read_at,
  rows: [first],
  held: repeatsOf(held),
});

/** Segments in short: when, the likes of each row, and when they were seen again. */
const inShort = (segments: readonly Segment<Values>[]) =>
  segments.map(({ read_at, rows, held }) => [read_at, rows.map((one) => one.values.likes), held]);

describe("rows of one instant", () => {
  test.each([
    ["one is what it says", [row(1, 5)], values(5)],
    ["the later arrival wins", [row(1, 5), row(1, 7, { version: 2 })], values(7)],
    ["whichever comes first in the list", [row(1, 7, { version: 2 }), row(1, 5)], values(7)],
    [
      "what it leaves out stands",
      [row(1, 5, { values: values(5, 90) }), row(1, 7, { version: 2 })],
      values(7, 90),
    ],
    ["nought is something said", [row(1, 5), row(1, 0, { version: 2 })], values(0)],
  ])("%s", (_, rows, said) => expect(merged(rows)).toEqual(said));

  test("are at least one", () => expect(() => merged([])).toThrow("at least one row"));

  test.each([
    ["all alike", values(1, 2), values(1, 2), true],
    ["one differs", values(1, 2), values(1, 3), false],
    ["unknown is not nought", values(null), values(0), false],
  ])("%s: the same %s", (_, a, b, same) => expect(sameValues(a, b)).toBe(same));
});

describe("as stored", () => {
  const stored = [
    { ...row(100, 1), previous_held: [] },
    { ...row(200, 2), previous_held: [[110, 130, 10]] as Repeat[] },
    { ...row(200, 3, { version: 2 }), previous_held: [] },
  ];
  const segments: Segment<Values>[] = [
    segment(row(100, 1), 110, 120, 130),
    { read_at: 200, rows: [row(200, 2), row(200, 3, { version: 2 })], held: [[210, 210, 0]] },
  ];

  test("a segment's repeats lie with the row after it, the newest one's apart", () =>
    expect(toStored(segments)).toEqual({ stored, held: [[210, 210, 0]] }));

  test("the rows may come in any order", () => {
    expect(toSegments(stored, [[210, 210, 0]])).toEqual(segments);
    expect(toSegments(stored.toReversed(), [[210, 210, 0]])).toEqual(segments);
  });

  test("nothing is nothing", () => {
    expect(toStored([])).toEqual({ stored: [], held: [] });
    expect(toSegments([], [])).toEqual([]);
  });

  test("was last seen when it was last confirmed, else when it was read", () => {
    expect(lastSeen(segment(row(100, 1), 110, 120))).toBe(120);
    expect(lastSeen(segment(row(100, 1)))).toBe(100);
  });
});

describe("a reading put in its place", () => {
  const file = { import_id: 7 };
  const confirmed = [segment(row(100, 1), 110, 120, 130)];

  test.each<[string, Segment<Values>[], Row<Values>, string, unknown[]]>([
    ["the first of all", [], row(100, 1), "added", [[100, [1], []]]],
    [
      "older than all: stands in front, as a row",
      [segment(row(100, 1))],
      row(50, 2),
      "added",
      [
        [50, [2], []],
        [100, [1], []],
      ],
    ],
    [
      "something new at the end",
      [segment(row(100, 1))],
      row(200, 2),
      "added",
      [
        [100, [1], []],
        [200, [2], []],
      ],
    ],
    [
      "nothing new at the end: leaves no row, is a confirmation",
      [segment(row(100, 1))],
      row(110, 1),
      "added",
      [[100, [1], [[110, 110, 0]]]],
    ],
    [
      "nothing new, after other confirmations: lengthens the run",
      confirmed,
      row(140, 1),
      "added",
      [[100, [1], [[110, 140, 10]]]],
    ],
    [
      "nothing new, between two confirmations",
      [segment(row(100, 1), 110, 130)],
      row(120, 1),
      "added",
      [[100, [1], [[110, 130, 10]]]],
    ],
    [
      "seen at that very instant",
      confirmed,
      row(120, 1),
      "repeated",
      [[100, [1], [[110, 130, 10]]]],
    ],
    [
      "another value amid confirmations: the first after it becomes a row and holds the rest",
      confirmed,
      row(115, 9),
      "added",
      [
        [100, [1], [[110, 110, 0]]],
        [115, [9], []],
        [120, [1], [[130, 130, 0]]],
      ],
    ],
    [
      "another value after the last confirmation",
      confirmed,
      row(135, 9),
      "added",
      [
        [100, [1], [[110, 130, 10]]],
        [135, [9], []],
      ],
    ],
    [
      "another value at a confirmation's very instant: it was read so, and the next reading as before",
      confirmed,
      row(120, 9),
      "replaced",
      [
        [100, [1], [[110, 110, 0]]],
        [120, [9], []],
        [130, [1], []],
      ],
    ],
    [
      "between two segments: only its own is touched",
      [segment(row(100, 1), 110), segment(row(200, 2), 210)],
      row(105, 9),
      "added",
      [
        [100, [1], []],
        [105, [9], []],
        [110, [1], []],
        [200, [2], [[210, 210, 0]]],
      ],
    ],
    [
      "a file's reading that says nothing new is a row all the same: undoing it must find it",
      [segment(row(100, 1))],
      row(110, 1, file),
      "added",
      [
        [100, [1], []],
        [110, [1], []],
      ],
    ],
    [
      "a file's at a confirmation's very instant adds nothing",
      confirmed,
      row(120, 1, file),
      "repeated",
      [[100, [1], [[110, 130, 10]]]],
    ],
    [
      "a file's reading holds no confirmations",
      [segment(row(100, 1, file))],
      row(110, 1),
      "added",
      [
        [100, [1], []],
        [110, [1], []],
      ],
    ],
    [
      "the same instant with the same values",
      [segment(row(100, 1), 110)],
      row(100, 1, { version: 2 }),
      "repeated",
      [[100, [1], [[110, 110, 0]]]],
    ],
    [
      "the same instant with another value: what was confirmed after it was the old one",
      [segment(row(100, 1), 110, 120)],
      row(100, 2, { version: 2 }),
      "replaced",
      [
        [100, [2], []],
        [110, [1], [[120, 120, 0]]],
      ],
    ],
    [
      "the same instant with another value, never confirmed",
      [segment(row(100, 1))],
      row(100, 2, { version: 2 }),
      "replaced",
      [[100, [2], []]],
    ],
    [
      "all rows of an instant become one",
      [{ read_at: 100, rows: [row(100, 1), row(100, 4, { version: 2 })], held: [] }],
      row(100, 5, { version: 3 }),
      "replaced",
      [[100, [5], []]],
    ],
    [
      "but where a file has a hand in it each stays, and of them only its own is changed",
      [{ read_at: 100, rows: [row(100, 1, file), row(100, 4, { version: 2 })], held: [] }],
      row(100, 5, { version: 2 }),
      "replaced",
      [[100, [1, 5], []]],
    ],
    [
      "older than all, and the same as the first: that one confirms it",
      [segment(row(100, 1), 110)],
      row(50, 1),
      "added",
      [[50, [1], [[100, 110, 10]]]],
    ],
    [
      "a late one that the next row only repeats",
      [segment(row(100, 1), 110), segment(row(130, 2), 140)],
      row(120, 2),
      "added",
      [
        [100, [1], [[110, 110, 0]]],
        [120, [2], [[130, 140, 10]]],
      ],
    ],
    [
      "corrected to what was read before it: a confirmation, and those after it as they were",
      [segment(row(100, 1)), segment(row(110, 2), 120)],
      row(110, 1, { version: 2 }),
      "replaced",
      [
        [100, [1], [[110, 110, 0]]],
        [120, [2], []],
      ],
    ],
    [
      "corrected to what is read after it",
      [segment(row(100, 1)), segment(row(110, 2)), segment(row(120, 3), 130)],
      row(110, 3, { version: 2 }),
      "replaced",
      [
        [100, [1], []],
        [110, [3], [[120, 130, 10]]],
      ],
    ],
    [
      "a file's row joins none that follow",
      [segment(row(100, 2)), segment(row(120, 1))],
      row(110, 1, file),
      "added",
      [
        [100, [2], []],
        [110, [1], []],
        [120, [1], []],
      ],
    ],
    [
      "two readings of one instant in one request make one row",
      [segment(row(100, 1))],
      row(100, 2),
      "replaced",
      [[100, [2], []]],
    ],
    [
      "what only a file said is said again by the collector: a row beside it, for when the file is undone",
      [segment(row(100, 1, file))],
      row(100, 1, { version: 2 }),
      "repeated",
      [[100, [1, 1], []]],
    ],
    [
      "what the collector said is said again by a file",
      [segment(row(100, 1))],
      row(100, 1, { version: 2, ...file }),
      "repeated",
      [[100, [1], []]],
    ],
    [
      "what a file said is said again by the same file",
      [segment(row(100, 1, file))],
      row(100, 1, { version: 2, ...file }),
      "repeated",
      [[100, [1], []]],
    ],
  ])("%s", (_, segments, reading, placed, expected) => {
    const found = place(segments, reading);
    expect(inShort(found.segments)).toEqual(expected);
    expect(found.placed).toBe(placed);
  });

  test("a twin's unknown values leave what was known", () => {
    const both = place([segment(row(100, 1))], row(100, null, { values: values(null, 80) }));
    expect(both.segments[0]?.rows[0]?.values).toEqual(values(1, 80));
  });

  test("what leaves a field out and contradicts nothing is there already, a row or a confirmation", () => {
    const both = [segment(row(100, 1, { values: values(1, 80) }), 110)];
    for (const at of [100, 110]) {
      const found = place(both, row(at, 1, { version: 2 }));
      expect(found).toEqual({ segments: both, placed: "repeated" });
    }
    const less = place([segment(row(100, 1), 110)], row(110, null, { values: values(null, 80) }));
    expect(less.segments[1]?.rows).toEqual([row(110, 1, { values: values(1, 80) })]);
    expect(less.placed).toBe("replaced");
  });

  test("a row that is corrected keeps its version, so that it is the one that is stored", () =>
    expect(place([segment(row(100, 1))], row(100, 2, { version: 2 })).segments).toEqual([
      segment(row(100, 2)),
    ]));

  test("sixty runs are cut at the same place whenever a reading arrives", () => {
    const instants = Array.from({ length: 3 * MOST_REPEATS }, (_, index) => 1000 + index ** 2);
    const inTurn = (all: readonly number[]) =>
      all.reduce<readonly Segment<Values>[]>((list, at) => place(list, row(at, 1)).segments, []);
    const expected = inShort(inTurn(instants));
    expect(expected).toHaveLength(2);
    expect(inShort(inTurn(instants.toReversed()))).toEqual(expected);
    const late = instants.filter((_, index) => index % 7 !== 3);
    const missed = instants.filter((_, index) => index % 7 === 3);
    expect(inShort(inTurn([...late, ...missed]))).toEqual(expected);
  });

  test("the row that resumes is the collector's, whoever came between", () => {
    const { segments } = place(confirmed, row(115, 9, { version: 4, ...file }));
    expect(segments[2]?.rows).toEqual([row(120, 1, { version: 4 })]);
    const late = place(confirmed, row(100, 9, { version: 4, ...file }));
    expect(late.segments[1]?.rows).toEqual([row(110, 1, { version: 4 })]);
  });

  test("what was confirmed at the instant of a file's reading is nobody's file", () => {
    const { segments } = place(confirmed, row(120, 9, { version: 4, ...file }));
    expect(segments[1]?.rows).toEqual([
      row(120, 1, { version: 0 }),
      row(120, 9, { version: 4, ...file }),
    ]);
  });

  test("sixty runs are held; the next confirmation becomes a row", () => {
    // gaps that grow: every two instants are a run of their own
    const at = Array.from({ length: 2 * MOST_REPEATS }, (_, index) => 1000 + index ** 2);
    const most = segment(row(0, 1), ...at);
    expect(most.held).toHaveLength(MOST_REPEATS);
    expect(place([most], row(99_999, 1)).segments).toHaveLength(2);
    expect(place([segment(row(0, 1), ...at.slice(2))], row(99_999, 1)).segments).toHaveLength(1);
  });
});

describe("when a collector or a push read", () => {
  const segments: Segment<Values>[] = [
    segment(row(100, 1), 110, 120),
    segment(row(125, 9, { import_id: 7 })),
    segment(row(130, 1)),
  ];
  test.each([
    [0, 100],
    [100, 100],
    [101, 110],
    [111, 120],
    [121, 130],
    [131, null],
  ])("first from %i on: %s", (from, at) => expect(firstReadFrom(segments, from)).toBe(at));
  test.each([
    [99, null],
    [100, 100],
    [109, 100],
    [119, 110],
    [129, 120],
    [Number.POSITIVE_INFINITY, 130],
  ])("last up to %d: %s", (to, at) => expect(lastReadUpTo(segments, to)).toBe(at));
});

describe("without an import", () => {
  const file = { import_id: 7 };

  test.each<[string, Segment<Values>[], unknown[]]>([
    [
      "nothing of it there: nothing changes",
      [segment(row(100, 1), 110)],
      [[100, [1], [[110, 110, 0]]]],
    ],
    ["all of it its own", [segment(row(100, 1, file))], []],
    [
      "what became a row only because it stood between is a confirmation again",
      [segment(row(100, 1), 110), segment(row(115, 9, file)), segment(row(120, 1), 130)],
      [[100, [1], [[110, 130, 10]]]],
    ],
    [
      "what says something else stays a row",
      [segment(row(100, 1)), segment(row(115, 9, file)), segment(row(120, 2))],
      [
        [100, [1], []],
        [120, [2], []],
      ],
    ],
    [
      "another import's row stays, though it says the same",
      [segment(row(100, 1)), segment(row(115, 9, file)), segment(row(120, 1, { import_id: 8 }))],
      [
        [100, [1], []],
        [120, [1], []],
      ],
    ],
    [
      "and holds no confirmations",
      [segment(row(100, 1, { import_id: 8 })), segment(row(115, 9, file)), segment(row(120, 1))],
      [
        [100, [1], []],
        [120, [1], []],
      ],
    ],
    [
      "of two rows of one instant the other is left",
      [{ read_at: 100, rows: [row(100, 1), row(100, 9, { version: 2, ...file })], held: [] }],
      [[100, [1], []]],
    ],
    [
      "two rows of one instant are one confirmation",
      [
        segment(row(100, 1)),
        segment(row(110, 9, file)),
        { read_at: 120, rows: [row(120, 1), row(120, 1, { version: 2 })], held: [] },
      ],
      [[100, [1], [[120, 120, 0]]]],
    ],
  ])("%s", (_, segments, left) => expect(inShort(withoutImport(segments, 7))).toEqual(left));

  test("a last segment that goes on outside the window is not joined: its own repeats are not known", () => {
    const segments = [segment(row(100, 1)), segment(row(115, 9, file)), segment(row(120, 1))];
    const ofFile = ({ import_id }: { import_id: number | null }) => import_id === 7;
    expect(withoutRows(segments, ofFile, true)).toHaveLength(2);
    expect(withoutRows(segments, ofFile, false)).toHaveLength(1);
    // one that is not the last is
    expect(withoutRows([...segments, segment(row(130, 2))], ofFile, true)).toHaveLength(2);
  });

  test("what would hold more than sixty runs stays two", () => {
    const at = Array.from({ length: 2 * MOST_REPEATS }, (_, index) => 1000 + index ** 2);
    const segments = (held: number[]) => [
      segment(row(0, 1), ...held),
      segment(row(50_000, 9, file)),
      segment(row(99_999, 1)),
    ];
    expect(withoutImport(segments(at), 7)).toHaveLength(2);
    expect(withoutImport(segments(at.slice(2)), 7)).toHaveLength(1);
  });
});
