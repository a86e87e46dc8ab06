/** The scales, ticks and marks that the server's picture and the browser's canvas share. */
import { describe, expect, test } from "vitest";
import {
  across,
  areMany,
  bucketAt,
  type ChartProps,
  down,
  highestAbove,
  marksAbove,
  marksBehind,
  type Panel,
  scaleOf,
  stretchOf,
} from "../../web/parts/panel.ts";

const EMPTY: Panel = {
  dots: [],
  line: [],
  bars: [],
  range: null,
  shades: [],
  breaks: [],
  notes: [],
  from_zero: true,
  whole: true,
};
const panel = (over: Partial<Panel>): Panel => ({ ...EMPTY, ...over });
const dots = (...values: number[]): Panel["dots"] => values.map((value, day) => [day, value]);

/** Ten days in two weeks, the first of which began three days before. */
const CHART: ChartProps = { days: 10, ticks: [4], buckets: [-3, 4], pieces: [0], panels: [] };

describe("a panel's scale", () => {
  test.each<[string, Partial<Panel>, { low: number; high: number } | null]>([
    ["nothing known: none", { line: [[1, null]], bars: [null] }, null],
    ["from 0 to a round number", { bars: [370, 1200, null] }, { low: 0, high: 1500 }],
    ["a round number itself is the end", { bars: [600] }, { low: 0, high: 600 }],
    ["rates", { dots: dots(0.002, 0.013), whole: false }, { low: 0, high: 0.015 }],
    ["without a fraction's crumbs", { dots: dots(0.3), whole: false }, { low: 0, high: 0.3 }],
    ["all of them 0", { bars: [0, 0] }, { low: 0, high: 1 }],
    [
      "followers have a range of their own",
      {
        line: [
          [0, 5839],
          [9, 5870],
        ],
        from_zero: false,
      },
      { low: 5830, high: 5870 },
    ],
    [
      "a follower count that stands still is a line, not a wall",
      {
        line: [
          [0, 7],
          [9, 7],
        ],
        from_zero: false,
      },
      { low: 7, high: 8 },
    ],
    ["counts have no half steps", { bars: [1] }, { low: 0, high: 1 }],
    [
      "one viral post of forty does not press the others flat",
      { dots: dots(...Array.from({ length: 39 }, () => 0.02), 0.9), whole: false },
      { low: 0, high: 0.02 },
    ],
    [
      "what is a little above nearly all others is on the scale",
      { bars: [...Array.from({ length: 39 }, () => 100), 140] },
      { low: 0, high: 150 },
    ],
    [
      "the line and the usual range are whole, whatever the dots are",
      { dots: dots(0.01), line: [[0, 0.03]], range: { low: 0.02, high: 0.05 }, whole: false },
      { low: 0, high: 0.06 },
    ],
  ])("%s", (_, over, scale) => expect(scaleOf(panel(over))).toEqual(scale));

  test("is of its own account: 13 % beside 0.5 %", () => {
    const [x, tiktok] = [0.005, 0.13].map((rate) =>
      scaleOf(panel({ dots: dots(rate, rate / 2), whole: false })),
    );
    expect([x?.high, tiktok?.high]).toEqual([0.006, 0.15]);
  });
});

test("a day stands in its middle; a value where the scale has it, and what is higher at its top", () => {
  const scale = { low: 100, high: 200 };
  expect([across(0, 10), across(9, 10)]).toEqual([0.05, 0.95]);
  expect([100, 150, 200, 999].map((value) => down(value, scale))).toEqual([1, 0.5, 0, 0]);
});

test("a bucket that the period cuts is as wide as what is left of it", () => {
  expect([stretchOf(0, CHART), stretchOf(1, CHART)]).toEqual([
    [0, 0.4],
    [0.4, 1],
  ]);
});

test.each([
  [0, 0],
  [0.39, 0],
  [0.4, 1],
  [0.999, 1],
])("at %f of the period is bucket %i", (share, bucket) =>
  expect(bucketAt(share, CHART)).toBe(bucket),
);

describe("marks", () => {
  const scale = { low: 0, high: 100 };
  const looks = (over: Partial<Panel>) =>
    marksBehind(panel(over), scale, CHART).map(({ look, left, right, top, bottom }) => [
      look,
      ...[left, right, top, bottom].map((share) => Number(share.toFixed(3))),
    ]);
  const AXIS = [
    ["rule", 0, 1, 0, 0],
    ["rule", 0, 1, 1, 1],
    ["rule", 0.4, 0.4, 0, 1],
  ];

  test("a panel has the axis' two ends and the time's ticks", () =>
    expect(looks({})).toEqual(AXIS));

  test.each<[string, Panel["shades"][number], [string, number, number]]>([
    ["weak, over its days", { kind: "weak", from: 2, to: 4 }, ["weak", 0.2, 0.5]],
    ["strong, begun before the period", { kind: "strong", from: -9, to: 0 }, ["strong", 0, 0.1]],
    ["lasting to the end", { kind: "weak", from: 8, to: 99 }, ["weak", 0.8, 1]],
  ])("a streak is shaded: %s", (_, shade, [look, left, right]) =>
    expect(looks({ shades: [shade] })).toContainEqual([look, left, right, 0, 1]),
  );

  test("a streak of a day in two years is still seen", () => {
    const chart = { ...CHART, days: 730 };
    const [shade] = marksBehind(
      panel({ shades: [{ kind: "weak", from: 729, to: 729 }] }),
      scale,
      chart,
    );
    expect((shade?.right ?? 0) - (shade?.left ?? 0)).toBeGreaterThanOrEqual(0.0079);
  });

  test("the usual range is a band, a new meaning a line through the panel", () => {
    expect(looks({ range: { low: 20, high: 60 }, breaks: [5] })).toEqual([
      ["range", 0, 1, 0.4, 0.8],
      ...AXIS,
      ["break", 0.5, 0.5, 0, 1],
    ]);
  });

  test.each<[string, Panel["notes"][number], [left: number, right: number, bottom: number][]]>([
    ["of one day is a line in its middle", { from: 4, to: 4 }, [[0.45, 0.45, 1]]],
    [
      "of more is a bracket over them",
      { from: 2, to: 4 },
      [
        [0.2, 0.2, 1],
        [0.5, 0.5, 1],
        [0.2, 0.5, 0],
      ],
    ],
    [
      "begun before is open there",
      { from: -3, to: 4 },
      [
        [0.5, 0.5, 1],
        [0, 0.5, 0],
      ],
    ],
    [
      "that lasts is open too",
      { from: 8, to: 12 },
      [
        [0.8, 0.8, 1],
        [0.8, 1, 0],
      ],
    ],
    ["over all of it is its upper edge", { from: -1, to: 10 }, [[0, 1, 0]]],
  ])("a note %s", (_, note, marks) =>
    expect(looks({ notes: [note] }).slice(AXIS.length)).toEqual(
      marks.map(([left, right, bottom]) => ["note", left, right, 0, bottom]),
    ),
  );

  test("bars: paler where the bucket is not whole, none where nothing is known, a trace of 0", () => {
    const bars = (values: (number | null)[]) =>
      looks({ bars: values }).filter(([look]) => look === "bar" || look === "piece");
    expect(bars([50, 100])).toEqual([
      ["piece", 0.024, 0.376, 0.5, 1],
      ["bar", 0.436, 0.964, 0, 1],
    ]);
    expect(bars([null, 0])).toEqual([["bar", 0.436, 0.964, 0.988, 1]]);
  });

  test("what is higher than the scale has a mark at its top, and its value is known", () => {
    const high = panel({ dots: dots(50, 300), bars: [120, 90] });
    expect(marksAbove(high, scale, CHART).map(({ look, left }) => [look, left])).toEqual([
      ["above", 0.15],
      ["above", 0.2],
    ]);
    expect(highestAbove(high, scale)).toBe(300);
    expect(highestAbove(panel({ dots: dots(100) }), scale)).toBeNull();
  });
});

test.each([
  [120, false],
  [121, true],
])("%i dots are many: %s", (count, many) =>
  expect(areMany(panel({ dots: dots(...Array.from({ length: count }, () => 1)) }))).toBe(many),
);
