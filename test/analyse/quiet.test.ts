import { describe, expect, test } from "vitest";
import { gapNorm } from "../../functions/analyse/gap-norm.ts";
import { neglectedTopics, quietSpells, type TopicPost } from "../../functions/analyse/quiet.ts";
import { addDays, isoInstant } from "../../functions/model/day.ts";
import type { Topic } from "../../functions/model/topic.ts";

const ZONE = "Asia/Jakarta";
const FIRST = "2026-01-01";
/** Two days in the mean; a gap of 12.28 days is what chance makes once a year. */
const GAPS = [1, 2, 1, 3, 2, 1, 4, 2, 1, 3, 2, 2];

/** Noon of a day in Jakarta. */
const noon = (day: string) => `${day}T05:00:00Z`;
const noonAt = (day: string) => Date.parse(noon(day)) / 1000;
function daysAfter(gaps: readonly number[]): string[] {
  const days = [FIRST];
  for (const gap of gaps) days.push(addDays(days.at(-1) ?? FIRST, gap));
  return days;
}
const times = (gaps: readonly number[]) => daysAfter(gaps).map(noon);
const LAST = daysAfter(GAPS).at(-1) ?? FIRST;

type Options = Partial<Parameters<typeof quietSpells>[1]>;
const spells = (gaps: readonly number[], silent: number, options: Options = {}) =>
  quietSpells(times(gaps), {
    time_zone: ZONE,
    now: noon(addDays(daysAfter(gaps).at(-1) ?? FIRST, silent)),
    ...options,
  });

describe("the norm of gaps", () => {
  const norm = gapNorm(GAPS);
  test("is the longer of an exponential's limit and the tail's own", () => {
    const p = 2 / (7 * 52);
    expect(norm.mean).toBe(2);
    // −2 ln p = 10.41; 2 + 4 ((3 / (12 p))^(1/3) − 1) = 12.28
    expect(norm.limit(p)).toBeCloseTo(12.28, 2);
    // at half of all gaps the tail begins below the median: the exponential's, 2 ln 2
    expect(gapNorm([...GAPS, 1, 1, 1, 1]).limit(0.5)).toBeCloseTo(1.125 * 1.5 * Math.LN2, 0);
  });

  test.each([
    [13, 60.3],
    [9, 23.8],
  ])("a gap of %i days comes by chance once in %f weeks", (gap, weeks) =>
    expect(2 / 7 / norm.chance(gap)).toBeCloseTo(weeks, 1),
  );

  test("without three gaps above the median twice the longest stands in for the tail", () => {
    const even = gapNorm([7, 7, 7, 7, 7, 7, 7, 7, 7, 8]);
    expect(even.limit(0.5)).toBe(16);
    expect([even.chance(16), even.chance(17)]).toEqual([1, Math.exp(-17 / 7.1)]);
  });

  test.each([2, 5, 7, 12, 13, 40])("a gap of %i days is held to the limit", (gap) => {
    for (const p of [0.5, 0.05, 2 / (7 * 52)]) {
      expect(norm.heldTo(p, gap)).toBe(Math.min(gap, norm.limit(p)));
    }
  });

  test("of gaps that are at least one the exponential begins at one", () =>
    expect(gapNorm([3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 1).limit(0.001)).toBeCloseTo(
      1 - 2 * Math.log(0.001),
    ));
});

describe("a silence", () => {
  test("that lasts is counted in whole days without a post", () =>
    expect(spells(GAPS, 12)).toEqual([
      {
        from: LAST,
        to: null,
        days: 12,
        by_chance_every_weeks: expect.closeTo(60.3, 1),
        usual_days: 2,
      },
    ]));

  test.each([
    ["a day less is none", GAPS, 11, {}, 0],
    ["the day of the last post is none", GAPS, 0, {}, 0],
    ["ten gaps are enough to judge by", GAPS.slice(0, 10), 40, {}, 1],
    ["nine are not", GAPS.slice(0, 9), 40, {}, 0],
    ["rarer ones alone, where once in two years is asked for", GAPS, 12, { every_weeks: 104 }, 0],
    ["shorter ones too, where often is", GAPS, 8, { every_weeks: 20 }, 1],
    ["a daily account is not silent after four days", Array<number>(30).fill(1), 4, {}, 0],
    ["it is after five", Array<number>(30).fill(1), 5, {}, 1],
    ["nothing is known", [], 400, {}, 0],
  ])("%s", (_, gaps, silent, options, found) =>
    expect(spells(gaps, silent, options)).toHaveLength(found),
  );

  test("no posts, no silence", () =>
    expect(quietSpells([], { time_zone: ZONE, now: noon(LAST) })).toEqual([]));

  test("that is over has its end, and is judged by what came before it alone", () => {
    const over = spells([...GAPS, 20, 1, 2, 1], 0);
    expect(over).toEqual([
      {
        from: LAST,
        to: addDays(LAST, 20),
        days: 19,
        by_chance_every_weeks: expect.any(Number),
        usual_days: 2,
      },
    ]);
    expect(spells([...GAPS, 20, ...Array<number>(40).fill(30)], 0)[0]).toEqual(over[0]);
  });

  test("one long closure does not make the next one usual", () =>
    expect(spells([...GAPS, 90, ...GAPS, 17], 0).map(({ days }) => days)).toEqual([89, 16]));

  test.each([
    ["closed days are no silence", [{ from: addDays(LAST, 3), to: addDays(LAST, 9) }], []],
    ["they shorten one", [{ from: addDays(LAST, 3), to: addDays(LAST, 4) }], [18]],
    [
      "days named twice are closed once",
      [
        { from: addDays(LAST, 3), to: addDays(LAST, 4) },
        { from: addDays(LAST, 4), to: addDays(LAST, 4) },
      ],
      [18],
    ],
    ["the day of a post is open, whatever is said of it", [{ from: LAST, to: LAST }], [20]],
  ])("%s", (rule, closed, days) =>
    expect(
      spells(GAPS, rule.startsWith("closed days") ? 18 : 20, { closed }).map((one) => one.days),
    ).toEqual(days),
  );

  test("a closed stretch that is over counts at least a day", () => {
    const gaps = [...GAPS, 30, ...GAPS];
    const closed = [{ from: addDays(LAST, 1), to: addDays(LAST, 29) }];
    expect(spells(gaps, 0, { closed })).toEqual([]);
    expect(spells(gaps, 0)).toHaveLength(1);
  });

  test("the day that was just over counts as closed too", () =>
    expect(
      spells(GAPS, 13, { closed: [{ from: addDays(LAST, 13), to: addDays(LAST, 13) }] }),
    ).toMatchObject([{ days: 12 }]));

  test("posts of one local day are one, in any order", () => {
    const evening = daysAfter(GAPS).map((day) => `${day}T16:30:00Z`);
    const all = [...times(GAPS), ...evening].reverse();
    expect(quietSpells(all, { time_zone: ZONE, now: noon(addDays(LAST, 12)) })).toEqual(
      spells(GAPS, 12),
    );
  });

  test("a plan ahead ends it: the same function looks forward", () => {
    const planned = [...times(GAPS), noon(addDays(LAST, 14))];
    const ahead = { time_zone: ZONE, now: noon(addDays(LAST, 14)) };
    expect(quietSpells(planned, ahead)).toMatchObject([{ to: addDays(LAST, 14) }]);
    // a day that has not come is not over
    expect(quietSpells(planned, { ...ahead, now: noon(addDays(LAST, 2)) })).toHaveLength(1);
  });

  test("is never said to be rarer than once in ten years", () =>
    expect(spells(GAPS, 400)[0]?.by_chance_every_weeks).toBe(520));

  test("comes about once a year by chance, whatever the rhythm", () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
      return seed / 2 ** 32;
    };
    let found = 0;
    const accounts = 30;
    for (let account = 0; account < accounts; account++) {
      const rate = [0.15, 0.3, 0.5][account % 3] ?? 0.3;
      const days = Array.from({ length: 700 }, (_, day) => addDays(FIRST, day));
      const posted = days.filter(() => random() < rate).map(noon);
      found += quietSpells(posted, { time_zone: ZONE, now: noon(days.at(-1) ?? "") }).length;
    }
    expect(found / (accounts * (700 / 365))).toBeLessThan(1.35);
    expect(found).toBeGreaterThan(0);
  });
});

describe("topics by their age", () => {
  const posts = (topics: (Topic | null)[]): TopicPost[] =>
    topics.map((topic, index) => ({
      id: index,
      published_at: noonAt(addDays(FIRST, index)),
      topic,
    }));
  /** A post of each in turn. */
  const turns = (rounds: number): Topic[] =>
    Array.from({ length: rounds }, () => ["literacy", "events", "services"] as const).flat();
  const found = (given: TopicPost[], every_weeks?: number) =>
    neglectedTopics(given, {
      time_zone: ZONE,
      now: noonAt(addDays(FIRST, 900)),
      ...(every_weeks === undefined ? {} : { every_weeks }),
    });
  const waits = (since: number) => [
    ...turns(14),
    ...Array.from(
      { length: since },
      (_, index) => (["events", "services"] as const)[index % 2] ?? null,
    ),
  ];

  test("the longest ago first, with the posts since and the usual", () =>
    expect(found(posts([...turns(12), "events", null]))).toEqual(
      [
        { topic: "services", last: addDays(FIRST, 35), posts_since: 2, ...USUAL },
        { topic: "literacy", last: addDays(FIRST, 33), posts_since: 4, ...USUAL },
        { topic: "events", last: addDays(FIRST, 36), posts_since: 1, ...USUAL },
      ].sort((a, b) => b.posts_since - a.posts_since),
    ));

  const USUAL = {
    usual_every_posts: expect.closeTo(3, 0),
    by_chance_every_weeks: expect.any(Number),
    flagged: false,
  };

  test.each([
    ["every third post, as usual", 2, false],
    ["three times the usual is no neglect", 9, false],
    ["nine times is", 27, true],
  ])("%s", (_, since, flagged) =>
    // two others follow its last turn
    expect(found(posts(waits(since - 2))).find(({ topic }) => topic === "literacy")).toMatchObject({
      posts_since: since,
      flagged,
    }),
  );

  test("that came too seldom have no usual, and are never neglected", () =>
    expect(found(posts(["community", ...waits(40)]))[0]).toEqual({
      topic: "community",
      last: FIRST,
      posts_since: 82,
      usual_every_posts: null,
      by_chance_every_weeks: null,
      flagged: false,
    }));

  test("a silent account neglects nothing: its posts count, not its days", () => {
    const all = posts(waits(2));
    const later = { time_zone: ZONE, now: noonAt(addDays(FIRST, 2_000)) };
    expect(found(all)).toEqual(neglectedTopics(all, later));
  });

  test("instants may be written as on the wire", () => {
    const all = posts(waits(27));
    const written = all.map((post) => ({
      ...post,
      published_at: isoInstant(Number(post.published_at)),
    }));
    const now = isoInstant(noonAt(addDays(FIRST, 900)));
    expect(neglectedTopics(written, { time_zone: ZONE, now })).toEqual(found(all));
  });

  test("posts in a row are one visit", () => {
    const runs = Array.from({ length: 14 }, () => [
      ...Array<Topic>(3).fill("literacy"),
      ...Array<Topic>(3).fill("events"),
    ]).flat();
    expect(found(posts(runs)).map(({ usual_every_posts }) => usual_every_posts)).toEqual([4, 4]);
  });

  test("the order in which they are given does not matter", () =>
    expect(found(posts(waits(27)).reverse())).toEqual(found(posts(waits(27)))));

  test("what comes after now has not been posted", () =>
    expect(
      neglectedTopics(posts(["events", "literacy"]), { time_zone: ZONE, now: noonAt(FIRST) }),
    ).toMatchObject([{ topic: "events" }]));

  test("a topic that nobody named is none", () => expect(found(posts([null, null]))).toEqual([]));
});
