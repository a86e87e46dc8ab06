/** What an event's posts did against the others: sizes by hand, each bound, and how seldom chance is called an effect. */
import { describe, expect, test } from "vitest";
import { eventEffect, judgedFrom, type ScoredPost } from "../../functions/analyse/event-effect.ts";
import { randomOf } from "../demo/random.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 11, 20) / 1000;

/** One a day, the last of them the day before now. */
const posts = (scores: readonly number[], over: Partial<ScoredPost> = {}): ScoredPost[] =>
  scores.map((log_score, index) => ({
    account_id: 1,
    published_at: NOW - (scores.length - index) * DAY,
    published_precision: "second",
    topic: null,
    log_score,
    ...over,
  }));

/** 1, 2 … hundredths. */
const hundredths = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => (index + 1) / 100);
const TWENTY = posts(hundredths(20));

describe("the size", () => {
  test("is the difference of the medians, shrunk by four posts that are as usual", () => {
    const effect = eventEffect(posts([1, 0.705, 0.3]), TWENTY, NOW);
    // .705 − .105 = .6; 3 / 7 of it
    expect(effect?.ratio).toBeCloseTo(Math.exp((0.6 * 3) / 7), 12);
    expect(effect).toMatchObject({ posts: 3, others: 20, against: "all", word: "above" });
  });

  test("is shrunk less with more posts", () => {
    const effect = eventEffect(posts([0.705, 0.705, 0.705, 0.705, 0.705, 0.705]), TWENTY, NOW);
    expect(effect?.ratio).toBeCloseTo(Math.exp((0.6 * 6) / 10), 12);
  });
});

describe("nothing is said", () => {
  test.each([
    ["of no post", []],
    ["of two", [1, 2]],
  ])("%s", (_, scores) => expect(eventEffect(posts(scores), TWENTY, NOW)).toBeNull());

  test("of three where one hour holds two of them", () => {
    const [first, second, third] = posts([1, 2, 3]);
    if (!first || !second || !third) throw new Error("three");
    const near = (seconds: number) => [
      first,
      { ...second, published_at: first.published_at + seconds },
      third,
    ];
    expect(eventEffect(near(HOUR - 1), TWENTY, NOW)).toBeNull();
    expect(eventEffect(near(HOUR), TWENTY, NOW)?.posts).toBe(3);
  });

  test("without others", () => expect(eventEffect(posts([1, 2, 3]), [], NOW)).toBeNull());
});

describe("the word", () => {
  const EIGHT_LOW = [1, 2, 3, 4, 5, 6, 7, 8];
  test.each<[string, number[], number[], string]>([
    // all above in 2 of C(12, 3) = 220 ways: .0091; of C(11, 3) = 165: .0121
    ["three above nine are enough", [10, 11, 12], hundredths(9), "above"],
    ["three above eight are not", [10, 11, 12], hundredths(8), "as_usual"],
    ["three below nine", [-1, -2, -3], hundredths(9), "below"],
    ["three below eight", [-1, -2, -3], hundredths(8), "as_usual"],
    ["as many as all", hundredths(20), hundredths(20), "as_usual"],
    ["all equal", [1, 1, 1], hundredths(9).map(() => 1), "as_usual"],
    // from eight on by the curve: rank sum 94 of an expected 68 is z = 25.5 / √(64 · 17 / 12) = 2.68; 93 is 2.573
    ["eight, just enough", [2.5, 11, 12, 13, 14, 15, 16, 17], EIGHT_LOW, "above"],
    ["eight, just not enough", [1.5, 11, 12, 13, 14, 15, 16, 17], EIGHT_LOW, "as_usual"],
    ["eight, just enough below", [6.5, -1, -2, -3, -4, -5, -6, -7], EIGHT_LOW, "below"],
    ["eight, just not enough below", [7.5, -1, -2, -3, -4, -5, -6, -7], EIGHT_LOW, "as_usual"],
    // in 2 of 45 ways
    [
      "many against few others are counted too",
      [11, 12, 13, 14, 15, 16, 17, 18],
      [1, 2],
      "as_usual",
    ],
  ])("%s", (_, ours, theirs, word) => {
    expect(eventEffect(posts(ours), posts(theirs), NOW)?.word).toBe(word);
  });

  test("does not depend on the order of the posts", () => {
    const ours = posts([3, 1, 2]);
    expect(eventEffect(ours.toReversed(), TWENTY.toReversed(), NOW)).toEqual(
      eventEffect(ours, TWENTY, NOW),
    );
  });
});

describe("the others", () => {
  const ours = posts([1, 2, 3]);

  test("are of the last 365 days, up to now", () => {
    const at = (published_at: number) => posts([0], { published_at });
    const count = (published_at: number) => eventEffect(ours, at(published_at), NOW)?.others ?? 0;
    expect(count(NOW - 365 * DAY)).toBe(0);
    expect(count(NOW - 365 * DAY + 1)).toBe(1);
    expect(count(NOW)).toBe(1);
    expect(count(NOW + 1)).toBe(0);
  });

  test("are of the event's accounts", () => {
    const elsewhere = posts(hundredths(30), { account_id: 2 });
    expect(eventEffect(ours, [...TWENTY, ...elsewhere], NOW)?.others).toBe(20);
    const both = [...ours, ...posts([1], { account_id: 2 })];
    expect(eventEffect(both, [...TWENTY, ...elsewhere], NOW)?.others).toBe(50);
  });

  test("are of the event's topic where there are fifteen of it, in as many hours, else all", () => {
    const about = posts([1, 2, 3], { topic: "events" });
    const ofTopic = (count: number) => posts(hundredths(count), { topic: "events" });
    expect(eventEffect(about, [...TWENTY, ...ofTopic(15)], NOW)).toMatchObject({
      against: "topic",
      others: 15,
    });
    const later = TWENTY.map((post) => ({ ...post, published_at: post.published_at - 40 * DAY }));
    expect(eventEffect(about, [...later, ...ofTopic(14)], NOW)).toMatchObject({
      against: "all",
      others: 34,
    });
  });

  test.each([
    ["two of three", ["events", "events", "places"], "topic"],
    ["half is not most", ["events", "events", "places", "places"], "all"],
    ["unknown ones are no topic, and count", ["events", null, null], "all"],
    ["none is known", [null, null, null], "all"],
  ] as const)("follow the topic of most of the event's posts: %s", (_, topics, against) => {
    const about = topics.map((topic, index) => ({
      ...(posts([1, 2, 3, 4])[index] as ScoredPost),
      topic,
    }));
    const others = posts(hundredths(20), { topic: "events" });
    expect(eventEffect(about, others, NOW)?.against).toBe(against);
  });
});

describe("posts of one hour", () => {
  const at = (minutes: number, log_score: number, over: Partial<ScoredPost> = {}) => ({
    account_id: 1,
    published_at: NOW - 30 * DAY + minutes * 60,
    published_precision: "second" as const,
    topic: null,
    log_score,
    ...over,
  });
  const more = posts([5, 6]);

  test("are one, at their median: each within an hour of the one before", () => {
    const chain = [at(100, 9), at(0, 1), at(50, 2)];
    const effect = eventEffect([...chain, ...more], TWENTY, NOW);
    // 2, 5, 6
    expect(effect?.posts).toBe(3);
    expect(effect?.ratio).toBeCloseTo(Math.exp(((5 - 0.105) * 3) / 7), 12);
  });

  test("a later burst is another, the last one too", () => {
    expect(
      eventEffect([at(0, 1), at(50, 2), at(110, 3), at(160, 4), at(300, 5)], TWENTY, NOW)?.posts,
    ).toBe(3);
    expect(eventEffect([at(0, 1), at(100, 2), at(200, 3), at(210, 4)], TWENTY, NOW)?.posts).toBe(3);
  });

  test("on two accounts are two", () => {
    const both = [at(0, 1), at(0, 1, { account_id: 2 }), at(10, 1), ...posts([5])];
    expect(eventEffect(both, TWENTY, NOW)?.posts).toBe(3);
  });

  test("of which only the day is known are each their own", () => {
    const days = [
      at(0, 1, { published_precision: "day" }),
      at(0, 2, { published_precision: "day" }),
    ];
    expect(eventEffect([...days, at(10, 3)], TWENTY, NOW)?.posts).toBe(3);
  });

  test("are one among the others too", () => {
    const ours = posts([1, 2, 3]);
    expect(eventEffect(ours, [at(0, 1), at(10, 2), at(90, 3)], NOW)?.others).toBe(2);
  });
});

test("it is judged from the fourteenth day after its last", () => {
  expect(judgedFrom({ from: "2026-12-05", to: "2026-12-20" })).toBe("2027-01-03");
});

describe("among 60 others that spread by .8", () => {
  /** How many of 500 events are called above or below, their posts being so much better. */
  function called(size: number, log: number): { above: number; below: number } {
    const random = randomOf("effect", size, log);
    const draw = (count: number, mean: number) =>
      posts(Array.from({ length: count }, () => mean + 0.8 * random.normal()));
    const words = Array.from(
      { length: 500 },
      () => eventEffect(draw(size, log), draw(60, 0), NOW)?.word,
    );
    const share = (word: string) => words.filter((said) => said === word).length / words.length;
    return { above: share("above"), below: share("below") };
  }

  test.each([3, 5, 8, 12])("of %i posts, nothing true: one in a hundred is called so", (size) => {
    const { above, below } = called(size, 0);
    expect(above + below).toBeLessThan(0.025);
  });

  // over 4000 events .294 of three posts, counted exactly, and .775 of eight; of 500 three standard errors are .06
  test.each([
    [3, 0.23, 0.36],
    [8, 0.71, 0.84],
  ])(
    "of %i posts that got three times as much, between %d and %d are, and none below",
    (size, least, most) => {
      const { above, below } = called(size, Math.log(3));
      expect(above).toBeGreaterThan(least);
      expect(above).toBeLessThan(most);
      expect(below).toBe(0);
    },
  );
});
