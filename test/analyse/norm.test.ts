import { describe, expect, test } from "vitest";
import { burstWith, NO_BURST } from "../../functions/analyse/burst.ts";
import { entryOf, isLearning, sameNorm, taking, tooFew } from "../../functions/analyse/norm.ts";
import { standing, usual } from "../../functions/analyse/standing.ts";
import { voteOf } from "../../functions/analyse/vote.ts";
import { entry, entryFor, FACEBOOK, HOUR, many, streakPost } from "./entries.ts";

describe("an entry of the norm", () => {
  test("a young count is projected to where it heads: half at the half-age", () => {
    const young = entryOf(
      streakPost({ interactions: 50, read_at: 1_000_000 + 6 * HOUR }),
      FACEBOOK,
    );
    expect(young).toMatchObject({ maturity: 0.5, age: 6 * HOUR });
    expect(Math.exp(young?.log ?? 0)).toBeCloseTo(101, 6);
  });
  test("an unknown count makes none", () =>
    expect(entryOf(streakPost({ interactions: null }), FACEBOOK)).toBeNull());
  test("its followers are kept beside their logarithm", () =>
    expect(entryOf(streakPost({ followers: 1000 }), FACEBOOK)).toMatchObject({
      followers: 1000,
      logFollowers: Math.log(1000),
    }));
  test.each([0, null])("%s followers are as good as unknown", (followers) =>
    expect(entryOf(streakPost({ followers }), FACEBOOK)).toMatchObject({
      followers: null,
      logFollowers: null,
    }),
  );
  test("a format nobody named is other, with its prior", () => {
    expect(entryOf(streakPost({ format: null }), FACEBOOK)).toMatchObject({
      format: "other",
      prior: 0,
    });
    expect(entryOf(streakPost({ format: "link" }), FACEBOOK)).toMatchObject({ prior: -1.2 });
  });
});

describe("the norm", () => {
  test("holds the last forty posts", () => {
    const forty = Array.from({ length: 40 }, (_, id) => ({ ...entry(100), id }));
    const next = taking(forty, { ...entry(5), id: 40 }, { ...entry(5), id: 41 });
    expect(next.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
  });
  test("is learned from fifteen", () => {
    expect(isLearning(many(14, 100))).toBe(true);
    expect(isLearning(many(15, 100))).toBe(false);
  });
  const norm = (...ids: number[]) => ids.map((id) => entryFor({ id }));
  const one = norm(1, 2);
  test.each([
    ["itself", one, one, true],
    ["another list of the same posts", one, norm(1, 2), true],
    ["none and none", [], [], true],
    ["one more at its end", one, norm(1, 2, 3), false],
    ["one less", one, norm(1), false],
    ["other posts", one, norm(3, 4), false],
    ["one other post", one, norm(1, 3), false],
    ["the same in another order", one, norm(2, 1), false],
  ])("is the same as %s: %s", (_, a, b, same) => expect(sameNorm(a, b)).toBe(same));

  test.each([
    ["half of the posts drew four", [...many(10, 4), ...many(10, 3)], false],
    ["less than half did", [...many(9, 4), ...many(11, 3)], true],
    ["none", many(20, 0), true],
    // half grown at six hours: two now are four in the end
    [
      "young ones are taken for what they will be",
      Array.from({ length: 20 }, () =>
        entryFor({ interactions: 2, read_at: 1_000_000 + 6 * HOUR }),
      ),
      false,
    ],
  ])("says too little when most counts are tiny: %s", (_, norm, expected) =>
    expect(tooFew(norm)).toBe(expected),
  );
});

describe("standing", () => {
  test("half of the usual is 0.5 times, whatever the norm's spread", () => {
    const norm = [...many(10, 50), ...many(10, 100), ...many(10, 200)];
    const found = standing(norm, entry(50));
    expect(Math.exp(found.deviation)).toBeCloseTo(50.5 / 100.5, 6);
    // rank: 0 below, 10 ties → (5 + 0.5) / 31 → qnorm
    expect(found.score).toBeCloseTo(-0.92524, 4);
    expect(found.trust).toBe(1);
  });

  test("a format is held against its own level, drawn to the prior as if by three posts", () => {
    const norm = [...many(20, 99.5), ...many(10, 24.5, "link")];
    const level = Math.log(100); // the images set it; links with their prior lie near: ln 25 + 1.2 = ln 83
    const link = (10 * Math.log(25) + 3 * (level - 1.2)) / 13;
    expect(Math.exp(standing(norm, entry(24.5, "link")).deviation)).toBeCloseTo(
      25 / Math.exp(link),
      6,
    );
  });

  test.each([
    ["never seen before", 0, 0],
    ["four times", 4, 0],
    ["five times: half a vote", 5, 0.5],
    ["ten times: a whole one", 10, 1],
  ])("a format %s", (_, count, trust) =>
    expect(
      standing([...many(20, 100), ...many(count, 100, "video")], entry(100, "video")).trust,
    ).toBe(trust),
  );

  test("followers count for all or for none", () => {
    const grown = [...many(20, 100, "image", 1000)];
    // twice the followers, twice the reactions: as usual
    expect(standing(grown, entry(200, "image", 2000)).deviation).toBeCloseTo(0, 2);
    // unknown for this post, or for one of the norm: nobody's count
    expect(standing(grown, entry(200)).deviation).toBeCloseTo(Math.log(2), 2);
    const gap = [...grown, entry(100)];
    expect(standing(gap, entry(200, "image", 2000)).deviation).toBeCloseTo(Math.log(2), 2);
  });
});

describe("formats that differ from each other", () => {
  /** Posts of ln counts: images at 0 and 3, videos, which usually draw half more (ln), at 1, 2 and 3. */
  const of = (format: "image" | "video", prior: number, ...logs: number[]) =>
    logs.map((log) => ({ ...entry(1, format), log, prior }));
  const norm = () => [...of("image", 0, 0, 0, 0, 3, 3), ...of("video", 0.5, 1, 2, 3)];
  // level: the median of 0 0 0 3 3 and ½ 1½ 2½ is 1. Images: (5·0 + 3·1) / 8 = 0.375; videos: (3·2 + 3·1.5) / 6 = 1.75
  // distances: −0.375 ×3, 2.625 ×2, −0.75, 0.25, 1.25; their median −0.0625

  test.each([
    // own distance less the median of all; five of eight lie below 0.625: qnorm(5.5 / 9)
    ["an image", 1, "image", 0, 0.625 + 0.0625, 0.2822, 0.5],
    // 2.5 − 1.75; five of eight lie below 0.75
    ["a video, of which there are too few for a vote", 2.5, "video", 0.5, 0.75 + 0.0625, 0.2822, 0],
    // never seen here: the level and the platform's prior, 1 − 0.7; own distance 0.7
    ["a link, never seen here", 1, "link", -0.7, 0.7 + 0.0625, 0.2822, 0],
  ] as const)("%s", (_, log, format, prior, deviation, score, trust) => {
    const found = standing(norm(), { ...entry(1, format), log, prior });
    expect(found.deviation).toBeCloseTo(deviation, 9);
    expect(found.score).toBeCloseTo(score, 3);
    expect(found.trust).toBe(trust);
  });

  test("the quarters are told against the middle, the formats against the level", () => {
    const found = usual(norm());
    expect(found.low).toBeCloseTo(Math.exp(-0.375 + 0.0625), 9);
    // between the sixth and the seventh of eight: a quarter of the way
    expect(found.high).toBeCloseTo(Math.exp(1.25 + (2.625 - 1.25) / 4 + 0.0625), 9);
    expect(found.formats).toEqual([
      { format: "image", times: expect.closeTo(Math.exp(0.375 - 1), 9), posts: 5 },
      { format: "video", times: expect.closeTo(Math.exp(1.75 - 1), 9), posts: 3 },
    ]);
  });

  test("formats of as many posts stand in the order of their names", () => {
    const formats = (...norm: Parameters<typeof usual>[0]) =>
      usual(norm).formats.map(({ format }) => format);
    expect(formats(...many(2, 5, "video"), ...many(2, 5, "image"), ...many(3, 5, "text"))).toEqual([
      "text",
      "image",
      "video",
    ]);
    expect(formats(...many(2, 5, "image"), ...many(2, 5, "video"))).toEqual(["image", "video"]);
  });

  test("followers are taken into account where all are known", () => {
    const grown = [...many(10, 99.5, "image", 1000), ...many(10, 199.5, "image", 2000)];
    const found = usual(grown);
    expect(found.low).toBeCloseTo(1, 9);
    expect(found.high).toBeCloseTo(1, 9);
    // one unknown: nobody's count
    expect(usual([...grown, entry(99.5)]).high).toBeGreaterThan(1.3);
  });
});

describe("what is usual", () => {
  test("nothing is known of an empty norm", () =>
    expect(usual([])).toEqual({ low: 1, high: 1, formats: [] }));

  test("the middle half as multiples, and the formats as they were adjusted", () => {
    const norm = [...many(5, 49.5), ...many(10, 99.5), ...many(5, 199.5), ...many(5, 24.5, "link")];
    const found = usual(norm);
    // 5 at ln 0.5, the links a little below their level, 10 at it, 5 at ln 2: the quarters fall on the links and on 1
    expect(found.low).toBeCloseTo(Math.exp((3 * Math.log(0.25) + 3.6) / 8), 6);
    expect(found.high).toBeCloseTo(1, 6);
    expect(found.formats.map(({ format, posts }) => [format, posts])).toEqual([
      ["image", 20],
      ["link", 5],
    ]);
    // (5 ln 0.25 + 3 · −1.2) / 8 against the account's level
    expect(found.formats[1]?.times).toBeCloseTo(Math.exp((5 * Math.log(0.25) - 3.6) / 8), 2);
  });
});

describe("a vote", () => {
  test.each([
    ["a settled post has a whole one", {}, NO_BURST, 1, null],
    ["half grown: half", { read_at: 1_000_000 + 6 * HOUR }, NO_BURST, 0.5, null],
    ["younger: none yet", { read_at: 1_000_000 + 5 * HOUR }, NO_BURST, 0, "pending"],
    ["an unknown count: none", { interactions: null }, NO_BURST, 0, "unknown"],
    ["third of a burst: a third", {}, { at: 1_000_000 - 60, posts: 2 }, 1 / 3, null],
  ] as const)("%s", (_, of, burst, weight, silent) =>
    expect(voteOf(streakPost(of), burst, FACEBOOK)).toMatchObject({ weight, silent }),
  );
});

describe("a burst", () => {
  const places = (posts: [number, "second" | "day"][]) => {
    let burst = NO_BURST;
    return posts.map(([published_at, published_precision]) => {
      burst = burstWith(burst, { published_at, published_precision });
      return burst.posts;
    });
  };
  test.each([
    ["posts an hour apart are none", [0, HOUR, 2 * HOUR], [1, 1, 1]],
    ["a minute less is one", [0, HOUR - 60, 2 * HOUR - 120], [1, 2, 3]],
    ["it ends with a gap", [0, 60, 2 * HOUR, 2 * HOUR + 60], [1, 2, 1, 2]],
    ["at one instant", [0, 0], [1, 2]],
  ])("%s", (_, times, expected) =>
    expect(places(times.map((at) => [at, "second"]))).toEqual(expected),
  );
  test("a post known by its day alone is in none, and parts none", () =>
    expect(
      places([
        [0, "second"],
        [0, "day"],
        [0, "day"],
        [60, "second"],
      ]),
    ).toEqual([1, 1, 1, 2]));
});
