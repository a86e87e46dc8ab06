import { describe, expect, test } from "vitest";
import {
  foldTimeline,
  gainsDifference,
  gainsOf,
  observe,
  observeRepeats,
} from "../../functions/analyse/gains.ts";
import { repeatsOf } from "../../functions/analyse/repeats.ts";
import type { Segment } from "../../functions/analyse/timeline.ts";
import { type Gains, gained, NO_GAINS } from "../../functions/model/daily.ts";
import { dayOf } from "../../functions/model/day.ts";
import { type Figures, NO_FIGURES } from "../../functions/model/metric.ts";
import type { Fold } from "../../functions/model/post-fold.ts";

/** Midnight of 1 January 2026, UTC: the post is published then. */
const PUBLISHED = Date.parse("2026-01-01T00:00:00Z") / 1000;
const CONTEXT = { published_at: PUBLISHED, dayOf: (at: number) => dayOf(at, "UTC") };
const HOUR = 3600;

const figures = (of: Partial<Figures>): Figures => ({ ...NO_FIGURES, ...of });
const ofLikes = (likes: number | null) => figures({ likes, comments: 0, shares: 0 });

/** A reading so many hours after publishing, and the hours at which it was seen again. */
const reading = (
  hours: number,
  said: Figures,
  { held = [], import_id = null }: { held?: number[]; import_id?: number | null } = {},
): Segment<Figures> => {
  const read_at = PUBLISHED + hours * HOUR;
  const rows = [{ read_at, version: 1, import_id, values: said }];
  return { read_at, rows, held: repeatsOf(held.map((hour) => PUBLISHED + hour * HOUR)) };
};

/** The likes gained on each day. */
const likesOf = (segments: Segment<Figures>[]) =>
  [...foldTimeline(segments, CONTEXT).days].map(([day, gains]) => [
    day.slice(8),
    gained(gains).likes,
  ]);

describe("the likes that a post gained on each day", () => {
  test.each([
    ["none was read", [], []],
    ["first read while fresh: all of them are new", [reading(5, ofLikes(10))], [["01", 10]]],
    [
      "exactly 48 hours after publishing it is still fresh",
      [reading(48, ofLikes(10))],
      [["03", 10]],
    ],
    [
      "first read later: nobody knows how many were new that day",
      [reading(49, ofLikes(10))],
      [["03", null]],
    ],
    [
      "two readings of a day: the last less what was there before the day",
      [reading(5, ofLikes(10)), reading(9, ofLikes(14))],
      [["01", 14]],
    ],
    [
      "the next day begins at the last of the day before",
      [reading(5, ofLikes(10)), reading(9, ofLikes(14)), reading(30, ofLikes(20))],
      [
        ["01", 14],
        ["02", 6],
      ],
    ],
    [
      "days without a reading are not among them: their gains fall on the next that was read",
      [reading(5, ofLikes(10)), reading(24 * 6, ofLikes(25))],
      [
        ["01", 10],
        ["07", 15],
      ],
    ],
    [
      "seen again unchanged: nothing was gained that day, and that is known",
      [reading(5, ofLikes(10), { held: [6, 30, 54] })],
      [
        ["01", 10],
        ["02", 0],
        ["03", 0],
      ],
    ],
    [
      "after a quiet day the next counts from it",
      [reading(5, ofLikes(10), { held: [30] }), reading(40, ofLikes(11)), reading(54, ofLikes(15))],
      [
        ["01", 10],
        ["02", 1],
        ["03", 4],
      ],
    ],
    [
      "a count that fell took nothing",
      [reading(5, ofLikes(10)), reading(30, ofLikes(7))],
      [
        ["01", 10],
        ["02", 0],
      ],
    ],
    [
      "and the next day counts from the lower one",
      [reading(5, ofLikes(10)), reading(30, ofLikes(7)), reading(54, ofLikes(9))],
      [
        ["01", 10],
        ["02", 0],
        ["03", 2],
      ],
    ],
    [
      "seen again without a word of likes the next day is unknown too",
      [reading(5, ofLikes(10)), reading(6, ofLikes(null), { held: [30] })],
      [
        ["01", 10],
        ["02", null],
      ],
    ],
    [
      "a reading that says nothing of likes leaves the day unknown",
      [reading(5, ofLikes(10)), reading(30, ofLikes(null)), reading(54, ofLikes(13))],
      [
        ["01", 10],
        ["02", null],
        ["03", 3],
      ],
    ],
    [
      "late known likes of an old post begin unknown and go on known",
      [reading(60, ofLikes(null)), reading(61, ofLikes(10)), reading(90, ofLikes(13))],
      [
        ["03", null],
        ["04", 3],
      ],
    ],
    [
      "likes first said in a second reading while fresh count from nothing",
      [reading(5, ofLikes(null)), reading(6, ofLikes(10))],
      [["01", 10]],
    ],
  ])("%s", (_, segments, expected) => expect(likesOf(segments)).toEqual(expected));
});

describe("a day's gains", () => {
  const gainsAfter = (...said: Figures[]): Gains => {
    const segments = said.map((one, index) => reading(5 + 24 * index, one));
    const { fold } = foldTimeline(segments, CONTEXT);
    return gainsOf(fold as Fold);
  };

  test.each<[string, Figures[], Gains]>([
    // likes, known, comments, known, shares, known, saves, known, partial, fell
    [
      "each counter in its place",
      [figures({ likes: 1, comments: 2, shares: 3, saves: 4 })],
      [1, 1, 2, 1, 3, 1, 4, 1, 0, 0],
    ],
    [
      "without shares the interactions are partial",
      [figures({ likes: 1, comments: 2 })],
      [1, 1, 2, 1, 0, 0, 0, 0, 1, 0],
    ],
    [
      "saves make no interactions whole",
      [figures({ likes: 1, comments: 2, saves: 4 })],
      [1, 1, 2, 1, 0, 0, 4, 1, 1, 0],
    ],
    [
      "without saves they are whole",
      [figures({ likes: 1, comments: 2, shares: 3 })],
      [1, 1, 2, 1, 3, 1, 0, 0, 0, 0],
    ],
    [
      "one that fell is marked, the others count",
      [
        figures({ likes: 9, comments: 2, shares: 3 }),
        figures({ likes: 8, comments: 4, shares: 3 }),
      ],
      [0, 1, 2, 1, 0, 1, 0, 0, 0, 1],
    ],
    [
      "one that stood is not marked",
      [figures({ likes: 9 }), figures({ likes: 9 })],
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
    ],
    ["views alone are no gain", [figures({ views: 50 })], [0, 0, 0, 0, 0, 0, 0, 0, 1, 0]],
  ])("%s", (_, said, gains) => expect(gainsAfter(...said)).toEqual(gains));
});

describe("where the fold stands", () => {
  const at = (hours: number) => PUBLISHED + hours * HOUR;
  const first = () => observe(null, at(5), figures({ likes: 10, views: 90 }), false, CONTEXT);

  test("at the first reading", () =>
    expect(first()).toEqual({
      read_at: at(5),
      last: figures({ likes: 10, views: 90 }),
      last_imported: false,
      known: figures({ likes: 10, views: 90 }),
      day: "2026-01-01",
      base: { likes: 0, comments: null, shares: null, saves: null },
      seen: ["likes"],
    }));

  test("a later one leaves standing what it does not say, but is itself only what it says", () => {
    const next = observe(first(), at(6), figures({ comments: 2 }), false, CONTEXT);
    expect(next.known).toEqual(figures({ likes: 10, views: 90, comments: 2 }));
    expect(next.last).toEqual(figures({ comments: 2 }));
    expect(next.seen).toEqual(["likes", "comments"]);
  });

  test("one of the same instant is one with it", () => {
    const next = observe(first(), at(5), figures({ comments: 2 }), false, CONTEXT);
    expect(next.last).toEqual(figures({ likes: 10, views: 90, comments: 2 }));
  });

  test("on the next day only what that day gave is seen", () => {
    const next = observe(first(), at(30), figures({ comments: 2 }), false, CONTEXT);
    expect(next).toMatchObject({ day: "2026-01-02", seen: ["comments"] });
    expect(next.base).toEqual({ likes: 10, comments: 0, shares: null, saves: null });
  });

  test.each([
    ["a collector's", false, 5, false, false],
    ["a file's", false, 6, true, true],
    ["a collector's after a file's", true, 6, false, false],
    ["a collector's at a file's instant", true, 5, false, true],
    ["a file's at a collector's instant", false, 5, true, true],
  ])("the last came by a file: %s", (_, was, hours, imported, last_imported) => {
    const before = { ...first(), last_imported: was };
    expect(observe(before, at(hours), NO_FIGURES, imported, CONTEXT)).toMatchObject({
      last_imported,
    });
  });

  test("continuing from it gives what all readings from the start give", () => {
    const all = [
      reading(5, figures({ likes: 10 }), { held: [6, 30] }),
      reading(31, figures({ likes: 12, saves: 1 }), { import_id: 3 }),
      reading(32, figures({ likes: 15 }), { held: [33, 60] }),
    ];
    const whole = foldTimeline(all, CONTEXT);
    const begun = foldTimeline(all.slice(0, 2), CONTEXT);
    const days = new Map(begun.days);
    const next = observe(begun.fold, at(32), figures({ likes: 15 }), false, CONTEXT);
    days.set(next.day, gainsOf(next));
    const fold = observeRepeats(next, repeatsOf([at(33), at(60)]), days, CONTEXT);
    expect(fold).toEqual(whole.fold);
    expect(days).toEqual(whole.days);
    expect(foldTimeline(all.slice(1, 2), CONTEXT).fold?.last_imported).toBe(true);
    expect(whole.fold?.last_imported).toBe(false);
  });

  test("of rows of one instant, one by a file makes it a file's", () => {
    const both = reading(5, figures({ likes: 1 }));
    both.rows.push({ read_at: both.read_at, version: 2, import_id: 3, values: NO_FIGURES });
    expect(foldTimeline([both], CONTEXT).fold?.last_imported).toBe(true);
  });

  test("no reading, no fold", () =>
    expect(foldTimeline([], CONTEXT)).toEqual({ fold: null, days: new Map() }));
});

describe("what has to be added to the days", () => {
  const likes = (count: number): Gains => [count, 1, 0, 0, 0, 0, 0, 0, 1, 0];
  const changed = (count: number): Gains => [count, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  test.each<[string, [string, Gains][], [string, Gains][], [string, Gains][]]>([
    ["nothing, where nothing changed", [["01", likes(5)]], [["01", likes(5)]], []],
    ["what a day gained more", [["01", likes(5)]], [["01", likes(7)]], [["01", changed(2)]]],
    ["what it gained less", [["01", likes(5)]], [["01", likes(1)]], [["01", changed(-4)]]],
    ["a day that is new", [], [["02", likes(5)]], [["02", likes(5)]]],
    [
      "a day that is gone is taken away whole",
      [["01", likes(5)]],
      [],
      [["01", likes(5).map((value) => 0 - value || 0) as Gains]],
    ],
  ])("%s", (_, before, after, added) => {
    const difference = [...gainsDifference(new Map(before), new Map(after))];
    expect(difference.map(([day, gains]) => [day, gains.map((value) => value || 0)])).toEqual(
      added,
    );
  });

  test("days of both, each once", () =>
    expect([
      ...gainsDifference(
        new Map([["01", likes(1)]]),
        new Map([
          ["01", NO_GAINS],
          ["02", likes(1)],
        ]),
      ).keys(),
    ]).toEqual(["01", "02"]));
});
