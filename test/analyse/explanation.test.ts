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
    ["interactions are not known", seen(null, 500), seen(40, 1000)],
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

  /** Posts of which so many have one format or topic, and the rest another. */
  const share = (has: number, of: number, one: Partial<Circumstances>, from = 40) => [
    ...posts(has, { from, ...one }),
    ...posts(of - has, { from: from + 2 * has }),
  ];

  describe("a format or topic", () => {
    const link = { format: "link" } as const;
    const found = (now: Circumstances[], then: Circumstances[]) =>
      differences(now, then).filter(({ what }) => what === "format");

    test.each([
      // most: half of the streak at least; commoner: by a quarter at least
      ["half of them, from none", share(2, 4, link), share(0, 20, link, 0), 0.5, 0],
      ["fewer than half", share(2, 5, link), share(0, 20, link, 0), null, null],
      ["a quarter more than before", share(3, 4, link), share(10, 20, link, 0), 0.75, 0.5],
      ["less than a quarter more", share(3, 4, link), share(11, 20, link, 0), null, null],
      ["rarer than before", share(0, 4, link), share(10, 20, link, 0), null, null],
      ["known of two posts only", share(2, 2, link), share(0, 20, link, 0), null, null],
      ["known of three", share(3, 3, link), share(0, 20, link, 0), 1, 0],
      ["of two posts before", share(3, 3, link), share(0, 2, link, 0), null, null],
      ["of three before", share(3, 3, link), share(0, 3, link, 0), 1, 0],
    ])("%s", (_, now, then, is, was) => {
      // where the rest is what stands out, that is told; of links only this
      const links = found(now, then).filter((one) => one.now === "link");
      expect(links).toEqual(
        is === null ? [] : [{ what: "format", now: "link", share: is, before: was }],
      );
    });

    test("posts of which none is known are not counted", () =>
      expect(
        found(
          [...posts(3, { from: 40, format: "link" }), ...posts(3, { from: 46, format: null })],
          before,
        ),
      ).toEqual([{ what: "format", now: "link", share: 1, before: 0 }]));

    test("of two that are commoner the one that gained more", () => {
      const now = [
        ...posts(4, { from: 40, format: "link" }),
        ...posts(4, { from: 48, format: "poll" }),
      ];
      const then = [...posts(4, { format: "link" }), ...posts(16, { from: 8, format: "image" })];
      expect(found(now, then)).toEqual([{ what: "format", now: "poll", share: 0.5, before: 0 }]);
    });

    test("a topic the same way", () =>
      expect(differences(posts(5, { from: 40, topic: "institutional" }), before)).toEqual([
        { what: "topic", now: "institutional", share: 1, before: 0 },
      ]));
  });

  describe("the hour", () => {
    test.each([
      ["three hours later", 12, 9, true],
      ["less than three", 11, 9, false],
      ["three hours earlier", 6, 9, true],
      ["round the clock: 23 and 1 are two hours apart", 23, 1, false],
      ["22 and 1 are three", 22, 1, true],
      ["half a day", 21, 9, true],
    ])("%s", (_, hour, was, told) =>
      expect(differences(posts(5, { from: 40, hour }), posts(20, { hour: was }))).toEqual(
        told ? [{ what: "hour", now: hour, before: was }] : [],
      ),
    );

    test("is the one nearest to all of them round the clock", () => {
      const hours = [20, 23, 0, 1, 4].map((hour, index) =>
        posts(1, { from: 40 + 2 * index, hour }),
      );
      expect(differences(hours.flat(), before)).toEqual([{ what: "hour", now: 0, before: 9 }]);
    });

    test("of posts that are known by their day alone says nothing", () =>
      expect(
        differences(posts(5, { from: 40, hour: 0, published_precision: "day" }), before),
      ).toEqual([]));

    test("of two posts says nothing", () => {
      const dated = posts(3, { from: 44, published_precision: "day" });
      expect(differences([...posts(2, { from: 40, hour: 20 }), ...dated], before)).toEqual([]);
    });
  });

  describe("the gap between posts", () => {
    test.each([
      ["twice as long", 4, 2, true],
      ["less than twice", 3.9, 2, false],
      ["half as long", 2, 4, true],
      ["more than half", 2.1, 4, false],
      ["twice, but less than a day more", 1.8, 0.9, false],
      ["a day more", 2, 1, true],
    ])("%s", (_, gap, was, told) => {
      // the gap before the streak's first post is its own
      const now = posts(5, { from: 19 * was + gap, gap });
      expect(differences(now, posts(20, { gap: was }))).toEqual(
        told
          ? [{ what: "gap_days", now: expect.closeTo(gap, 6), before: expect.closeTo(was, 6) }]
          : [],
      );
    });

    test("three posts have three gaps, the one before the first among them", () =>
      expect(differences(posts(3, { from: 43, gap: 5 }), before)).toMatchObject([
        { what: "gap_days", now: 5 },
      ]));

    test("three gaps before are enough, two are not", () => {
      const now = (from: number) => posts(5, { from: from + 5, gap: 5 });
      expect(differences(now(6), posts(4, {}))).toHaveLength(1);
      expect(differences(now(4), posts(3, {}))).toEqual([]);
    });

    test("posts of one instant leave no gap to compare with", () =>
      expect(differences(posts(5, { from: 0, gap: 0 }), posts(20, { gap: 0 }))).toEqual([]));
  });

  test("the most striking comes first, in units of the least that stands out", () => {
    // the hour: 4 of 3 hours; the format: 4 quarters; the gap: 5 for 2 days is log 2.5 / log 2
    const now = posts(5, { from: 43, gap: 5, format: "link", hour: 13 });
    expect(differences(now, before).map(({ what }) => what)).toEqual([
      "format",
      "hour",
      "gap_days",
    ]);
    // half of them: 2 quarters; the hour: 9 of 3
    const late = [
      ...posts(3, { from: 40, format: "link", hour: 18 }),
      ...posts(3, { from: 46, hour: 18 }),
    ];
    expect(differences(late, before).map(({ what }) => what)).toEqual(["hour", "format"]);
    // a gap counts by the smaller of its two measures: 8 for 2 days is 2 doublings, though 6 days
    const slow = posts(5, { from: 46, gap: 8, hour: 18 });
    expect(differences(slow, before).map(({ what }) => what)).toEqual(["hour", "gap_days"]);
  });

  test("two posts say nothing", () =>
    expect(differences(posts(2, { from: 40, format: "link", hour: 20 }), before)).toEqual([]));
});
