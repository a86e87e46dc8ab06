import { describe, expect, test } from "vitest";
import {
  type ReadFrom,
  saidAll,
  saidLast,
  saidNext,
  saidWith,
  saysAt,
} from "../../functions/analyse/said.ts";
import { type Details, FORGOTTEN, type Said } from "../../functions/model/post-fold.ts";

const NOTHING: Details = {
  external_id: null,
  published_at: 5,
  published_precision: "second",
  format: null,
  caption: null,
  url: null,
  paid: null,
  removed_at: null,
};
const SECOND = { ...NOTHING };
const DATE = { ...NOTHING, published_precision: "day" } as const;
const CAPTION = { ...NOTHING, caption: "a" };
/** Their bits: the second, a bare date, the second and a caption. */
const [S, D, C] = [128, 64, 132];

type Read = readonly [at: number, reading: Details];

const readFrom =
  (read: readonly Read[]): ReadFrom =>
  (from) =>
    read
      .map(([at]) => at)
      .sort((a, b) => a - b)
      .find((at) => at >= from) ?? null;

/** One after another, in the order of arrival. */
const kept = (read: readonly Read[]): Said =>
  read.reduce<Said>(
    (said, [at, reading], index) => saidWith(said, reading, at, readFrom(read.slice(0, index))),
    [],
  );

describe("which fields each reading said", () => {
  test.each<[string, Read[], Said]>([
    ["none", [], []],
    ["all the same: one entry", [10, 20, 30].map((at) => [at, CAPTION]), [[10, C]]],
    [
      "others from one on",
      [
        [10, CAPTION],
        [20, SECOND],
        [30, SECOND],
      ],
      [
        [10, C],
        [20, S],
      ],
    ],
    [
      "others once",
      [
        [10, CAPTION],
        [20, DATE],
        [30, CAPTION],
      ],
      [
        [10, C],
        [20, D],
        [30, C],
      ],
    ],
    [
      "two of one instant say what both do",
      [
        [10, DATE],
        [10, CAPTION],
        [20, DATE],
        [30, DATE],
      ],
      [
        [10, C + D],
        [20, D],
      ],
    ],
  ])("%s, in whatever order they come", (_, read, said) => {
    expect(kept(read)).toEqual(said);
    expect(kept(read.toReversed())).toEqual(said);
    expect(kept([...read.slice(1), ...read.slice(0, 1)])).toEqual(said);
    for (const [at, reading] of read) {
      expect(saidWith(said, reading, at, readFrom(read))).toBe(said);
    }
  });

  test("beyond sixty changes the oldest are forgotten for good", () => {
    const read = Array.from({ length: 80 }, (_, at): Read => [at, at % 2 ? CAPTION : SECOND]);
    const said = kept(read);
    expect(said).toHaveLength(60);
    expect(said.slice(0, 2)).toEqual([
      [0, FORGOTTEN],
      [21, C],
    ]);
    expect(saidWith(said, CAPTION, 6, readFrom(read))).toBe(said);
    expect(saysAt(said, 5, "caption")).toBe(false);
    expect(saidNext(said, "caption", 3, readFrom(read))).toBe(21);
    expect(saidLast([[0, FORGOTTEN]], (to) => to)).toEqual([]);
  });
});

describe("a field", () => {
  const read: Read[] = [
    [10, CAPTION],
    [20, SECOND],
    [30, DATE],
    [40, CAPTION],
    [50, CAPTION],
  ];
  const said = kept(read);

  test.each([
    ["caption", 0, 10],
    ["caption", 10, 40],
    ["caption", 40, 50],
    ["caption", 50, null],
    ["second", 10, 20],
    ["second", 20, 40],
    ["day", 0, 30],
    ["day", 30, null],
    ["url", 0, null],
  ] as const)("%s is said after %i at %s", (field, after, at) =>
    expect(saidNext(said, field, after, readFrom(read))).toBe(at),
  );

  test("is said at an instant, or not", () => {
    expect([10, 20, 30].map((at) => saysAt(said, at, "caption"))).toEqual([true, false, false]);
    expect(saysAt(said, 9, "caption")).toBe(false);
  });

  test("is said last, each", () => {
    const upTo = (to: number) => read.map(([at]) => at).findLast((at) => at <= to) ?? null;
    expect(saidLast(said, upTo)).toEqual([50, 30]);
  });

  test("is news where the newest reading did not say it", () => {
    expect(saidAll(said, SECOND)).toBe(true);
    expect(saidAll(said, DATE)).toBe(false);
    expect(saidAll([], SECOND)).toBe(false);
    expect(saidAll([[0, FORGOTTEN]], CAPTION)).toBe(true);
  });
});
