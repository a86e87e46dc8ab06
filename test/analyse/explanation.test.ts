import { describe, expect, test } from "vitest";
import { diagnosis } from "../../functions/analyse/diagnosis.ts";
import { type Circumstances, differences } from "../../functions/analyse/differences.ts";

const seen = (interactions: number | null, reach: number | null, count = 4) =>
  Array.from({ length: count }, () => ({ interactions, reach }));

describe("the diagnosis", () => {
  test.each([
    // half as many saw them, and reacted as before: ln(20.5/500.5) − ln(40.5/1000.5)
    ["fewer people saw them", seen(20, 500), 500.5 / 1000.5, (20.5 * 1000.5) / (40.5 * 500.5)],
    ["those who saw them reacted less", seen(20, 1000), 1, 20.5 / 40.5],
    ["both", seen(10, 500), 500.5 / 1000.5, (10.5 * 1000.5) / (40.5 * 500.5)],
  ])("%s", (_, streak, reach_ratio, reaction_ratio) => {
    const found = diagnosis(streak, seen(40, 1000));
    expect(found.reach_ratio).toBeCloseTo(reach_ratio, 9);
    expect(found.reaction_ratio).toBeCloseTo(reaction_ratio, 9);
  });

  test.each([
    ["reach is not known", seen(20, null), seen(40, 1000)],
    ["it is known of two posts only", seen(20, 500, 2), seen(40, 1000)],
    [
      "it is known of less than half of them",
      [...seen(20, 500, 3), ...seen(20, null, 4)],
      seen(40, 1000),
    ],
    ["it was not known before", seen(20, 500), seen(40, null)],
    ["there are none", [], []],
  ])("says nothing when %s", (_, streak, before) =>
    expect(diagnosis(streak, before)).toEqual({ reach_ratio: null, reaction_ratio: null }),
  );
});

const DAY = 86_400;

/** Posts one after another, `gap` days apart. */
const posts = (
  count: number,
  { from = 0, gap = 2, ...rest }: Partial<Circumstances> & { from?: number; gap?: number },
): Circumstances[] =>
  Array.from({ length: count }, (_, index) => ({
    published_at: (from + index * gap) * DAY,
    published_precision: "second",
    format: "image",
    topic: "events",
    hour: 9,
    ...rest,
  }));

describe("what differed", () => {
  const before = posts(20, {});

  test("nothing stands out of posts like those before", () =>
    expect(differences(posts(5, { from: 40 }), before)).toEqual([]));

  test("a format and a topic that most of them have and few had", () =>
    expect(
      differences(posts(5, { from: 40, format: "link", topic: "institutional" }), before),
    ).toEqual([
      { what: "format", now: "link", share: 1, before: 0 },
      { what: "topic", now: "institutional", share: 1, before: 0 },
    ]));

  test("another hour, round the clock", () => {
    expect(differences(posts(5, { from: 40, hour: 21 }), before)).toEqual([
      { what: "hour", now: 21, before: 9 },
    ]);
    expect(differences(posts(5, { from: 40, hour: 23 }), posts(20, { hour: 1 }))).toEqual([]);
  });

  test("hours of posts that are known by their day alone say nothing", () =>
    expect(
      differences(posts(5, { from: 40, hour: 0, published_precision: "day" }), before),
    ).toEqual([]));

  test("twice the gap", () =>
    expect(differences(posts(5, { from: 43, gap: 5 }), before)).toEqual([
      { what: "gap_days", now: 5, before: 2 },
    ]));

  test("two posts say nothing", () =>
    expect(differences(posts(2, { from: 40, format: "link", hour: 20 }), before)).toEqual([]));
});
