/** Each piece of the method by known cases: numbers that were worked out by hand or read off a table of the normal curve. */
import { describe, expect, test } from "vitest";
import { blocksOf, lessBlock } from "../../functions/analyse/statistics/blocks.ts";
import { meanOf } from "../../functions/analyse/statistics/middle.ts";
import { agreedClaims, mayOpen } from "../../functions/analyse/works/agreeing.ts";
import { gridOf } from "../../functions/analyse/works/best-hours.ts";
import {
  asked,
  type Contrast,
  type Design,
  designOf,
  valuesAmong,
  zsOf,
} from "../../functions/analyse/works/design.ts";
import { entanglements } from "../../functions/analyse/works/entangled.ts";
import { thirds } from "../../functions/analyse/works/labels.ts";
import { explainedBy } from "../../functions/analyse/works/least-squares.ts";
import { labelLevels, levelsAmong } from "../../functions/analyse/works/levels.ts";
import {
  chanceOf,
  NO_CHANCES,
  shuffled,
  shufflingOf,
} from "../../functions/analyse/works/permutations.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { blockScores } from "../../functions/analyse/works/scores.ts";
import { barOf, postsForDouble, seenFrom } from "../../functions/analyse/works/seeable.ts";
import { newestOf, settledPosts } from "../../functions/analyse/works/settled.ts";
import { noiseOf, sizesOf, spreadsOf } from "../../functions/analyse/works/size.ts";
import { squares } from "../../functions/analyse/works/sums.ts";
import { tooFewInteractions, unitsOf } from "../../functions/analyse/works/units.ts";
import type { Claim } from "../../functions/model/claim.ts";
import { apart, daily, JAKARTA, together, type Unit, unit, worksPost } from "./works-posts.ts";

const MAY = { time_zone: JAKARTA, month: "2026-05" };
const close = (values: Float64Array) => [...values].map((value) => Math.round(1000 * value) / 1000);

describe("the posts that a month's look judges", () => {
  const judged = (...posts: WorksPost[]) =>
    settledPosts(posts, MAY).map((own) => own.map(({ id }) => id));
  const one = (of: Partial<WorksPost>) => judged(worksPost({ id: "a", ...of }));

  test.each<[string, Partial<WorksPost>, boolean]>([
    ["one of the months before", {}, true],
    // 28 April 24:00 in Jakarta is two days before May
    ["one two days before the month", { published_at: "2026-04-28T17:00:00Z" }, true],
    ["a second later it waits", { published_at: "2026-04-28T17:00:01Z" }, false],
    ["one of the running month", { published_at: "2026-05-03T05:00:00Z" }, false],
    ["24 months before", { published_at: "2024-04-30T17:00:00Z" }, true],
    ["longer before", { published_at: "2024-04-30T16:59:59Z" }, false],
    ["counted after two days", { age_hours: 48 }, true],
    ["counted too early", { age_hours: 47.9 }, false],
    ["paid", { paid: true }, false],
    ["not paid", { paid: false }, true],
    ["without a count", { interactions: null }, false],
    ["with none", { interactions: 0 }, true],
    ["below nought", { interactions: -1 }, false],
    ["an instant", { published_at: Date.parse("2026-04-28T17:00:00Z") / 1000 }, true],
    ["an instant too late", { published_at: Date.parse("2026-04-28T17:00:01Z") / 1000 }, false],
    ["a day alone", { published_at: "2026-04-29" }, true],
    ["a day alone, too late", { published_at: "2026-04-30" }, false],
  ])("%s", (_, of, counts) => expect(one(of)).toEqual(counts ? [["a"]] : []));

  test("a time that is none is refused by name", () =>
    expect(() => one({ published_at: "soon" })).toThrow("published_at is no instant: soon"));

  test("are the newest 400, oldest first whatever order they come in", () => {
    const posts = daily(430, (index) => ({
      published_at: new Date(Date.UTC(2025, 0, 1 + index, 5)).toISOString(),
    }));
    const [own] = judged(...posts.toReversed());
    expect(own).toHaveLength(400);
    expect([own?.[0], own?.at(-1)]).toEqual(["p030", "p429"]);
  });

  test("of several accounts are the newest 250 each, by name", () => {
    const of = (account: string) =>
      daily(300, (index) => ({
        ...{ account, id: `${account}${String(index).padStart(3, "0")}` },
        published_at: new Date(Date.UTC(2025, 3, 1 + index, 5)).toISOString(),
      }));
    const found = settledPosts([...of("b"), ...of("a")], MAY);
    expect(found.map((own) => [own[0]?.id, own.length])).toEqual([
      ["a050", 250],
      ["b050", 250],
    ]);
  });

  test.each([
    [1, 400],
    [2, 250],
    [4, 250],
    [5, 200],
    [8, 125],
    [25, 40],
    [40, 40],
  ])("of %i accounts the newest %i each", (accounts, newest) =>
    expect(newestOf(accounts)).toBe(newest),
  );

  test("of eight accounts they are no more than a tick has time for", () => {
    const posts = Array.from({ length: 8 }, (_, account) =>
      daily(110, () => ({ account: String(account) })).flatMap((post) => [
        post,
        { ...post, id: `${post.id}b` },
      ]),
    ).flat();
    expect(settledPosts(posts, MAY).map((own) => own.length)).toEqual(Array(8).fill(125));
  });

  test("know how many the account published that week, settled or not", () => {
    // Monday, Wednesday, Sunday, and the Monday after; an advertisement on Tuesday
    const days = ["2026-03-02", "2026-03-04", "2026-03-08", "2026-03-09"];
    const posts = days.map((day) => worksPost({ id: day, published_at: `${day}T05:00:00Z` }));
    const paid = worksPost({ id: "paid", published_at: "2026-03-03T05:00:00Z", paid: true });
    const [own] = settledPosts([...posts, paid], MAY);
    expect(own?.map(({ week_posts }) => week_posts)).toEqual([4, 4, 4, 1]);
  });

  test("do not take a week that is cut off for a quiet one", () => {
    // the months looked at are May 2024, whose first is a Wednesday, to April 2026, whose last is a Thursday
    const busy = ["2024-05-06", "2024-05-07"];
    const busier = ["2026-04-20", "2026-04-21", "2026-04-22"];
    const published = (account: string, ...days: string[]) =>
      days.map((day) => worksPost({ id: day, account, published_at: `${day}T05:00:00Z` }));
    const weeks = (...posts: WorksPost[]) =>
      settledPosts(posts, MAY).map((own) => own.map(({ week_posts }) => week_posts));
    const one = published("a", "2024-05-03", ...busy, ...busier, "2026-04-27");
    expect(weeks(...one)).toEqual([[2, 2, 2, 3, 3, 3, 3]]);
    // nor for another account's
    expect(weeks(...one, ...published("b", "2024-05-03", "2024-05-06"))[1]).toEqual([1, 1]);
    expect(weeks(...published("a", "2024-05-03"))).toEqual([[1]]);
  });
});

describe("units", () => {
  const units = (...posts: WorksPost[]): Unit[] =>
    apart(unitsOf(settledPosts(posts, MAY)[0] ?? []));
  /** From the first to the second, of those of one block. */
  const stepIn = ([one, other]: readonly Unit[]) => (other?.log ?? 0) - (one?.log ?? 0);
  const at = (id: string, time: string, of: Partial<WorksPost> = {}) =>
    worksPost({ id, published_at: `2026-03-02T${time}Z`, ...of });

  test("posts within an hour of the one before are one: the median, with the labels of the first", () => {
    const found = units(
      at("a", "05:00:00", { interactions: 10, format: "video" }),
      at("b", "05:50:00", { interactions: 1000 }),
      at("c", "06:40:00", { interactions: 20 }),
      at("d", "07:40:00", { interactions: 5 }),
    );
    expect(found.map(({ interactions, labels }) => [interactions, labels.format])).toEqual([
      [20, "video"],
      [5, "image"],
    ]);
    expect(stepIn(found)).toBeCloseTo(Math.log(5.5 / 20.5), 9);
  });

  test("a post of which only the day is known stands by itself and in no band of hours", () => {
    const found = units(
      at("a", "05:00:00"),
      at("b", "05:10:00", { precision: "day" }),
      at("c", "05:20:00"),
      worksPost({ id: "d", published_at: "2026-03-03" }),
    );
    expect(found.map(({ labels }) => [labels.hours, labels.weekday])).toEqual([
      ["12-15", "1"],
      [null, "1"],
      [null, "2"],
    ]);
  });

  test("are by follower only where followers are known of all", () => {
    const both = [
      at("a", "05:00:00", { followers: 100, interactions: 50 }),
      at("b", "09:00:00", { followers: 1000, interactions: 50 }),
    ];
    expect(stepIn(units(...both))).toBeCloseTo(Math.log(100 / 1000), 9);
    expect(stepIn(units(...both, at("c", "12:00:00")))).toBe(0);
    expect(stepIn(units(...both, at("c", "12:00:00", { followers: 0 })))).toBe(0);
  });

  test.each([
    [[4, 4, 0, 0], false],
    [[4, 3, 3], true],
    [[4, 4, 3], false],
  ])("of %j interactions are too few: %j", (counts, few) =>
    expect(tooFewInteractions(together(counts.map((count) => unit(0, {}, count))))).toBe(few),
  );

  test("have each their labels", () => {
    const [one] = units(
      at("a", "12:59:59", {
        hashtags: ["#Baca", "#baca", "#Buku", "#a"],
        question: true,
        topic: null,
      }),
    );
    expect(one?.labels).toEqual({
      format: "image",
      topic: null,
      hours: "18-21",
      weekday: "1",
      length: "long",
      hashtags: "1-3",
      question: "yes",
      tags: ["#a", "#baca", "#buku"],
      week_posts: 1,
    });
  });

  test("of a caption that is not known neither its length nor its hashtags are", () => {
    const [told, untold] = units(
      at("a", "05:00:00", { caption_length: 0 }),
      at("b", "09:00:00", { caption_length: null }),
    );
    expect([told?.labels.hashtags, untold?.labels.hashtags]).toEqual(["0", null]);
    expect(untold?.labels.length).toBeNull();
  });

  test("short and long are thirds of the account's own", () => {
    const lengthOf = thirds([60, 10, 50, 20, 40, 30]);
    expect([10, 20, 30, 40, 50, 60].map(lengthOf)).toEqual([
      "short",
      "short",
      "medium",
      "medium",
      "long",
      "long",
    ]);
  });
});

describe("scores", () => {
  test("are normal quantiles of the ranks inside blocks, whatever the sizes", () => {
    const blocks = [
      { from: 0, to: 3 },
      { from: 3, to: 5 },
    ];
    // (1 − ½) / 3, (2 − ½) / 3, (3 − ½) / 3 and (1 − ½) / 2, (2 − ½) / 2
    const scores = blockScores(Float64Array.of(5, 9e9, 7, 1, 0), blocks);
    expect(close(scores)).toEqual([-0.967, 0.967, 0, 0.674, -0.674]);
  });
});

describe("what the others explain", () => {
  test("by least squares, one that says nothing new passed over", () => {
    const [a, b] = [
      [1, 1, 0, 0],
      [1, 0, 1, 0],
    ] as const;
    const others = [a, b, a.map((value, i) => value + (b[i] ?? 0))];
    const inner = (one: readonly number[], other: readonly number[]) =>
      one.reduce((total, value, i) => total + value * (other[i] ?? 0), 0);
    const column = [1, 2, 3, 5];
    const { explained, of } = explainedBy(
      others.map((one) => Float64Array.from(others, (other) => inner(one, other))),
    )(Float64Array.from(others, (one) => inner(one, column)));
    // least squares takes 2/3 of (1, 1, 0) and 5/3 of (1, 0, 1) from (1, 2, 3): what is left is (−4, 4, 4, 15) / 3
    expect(close(of)).toEqual([0.667, 1.667, 0]);
    expect(explained).toBeCloseTo(39 - (16 + 16 + 16 + 225) / 9, 12);
  });

  test("nothing, where there is nothing else", () =>
    expect(explainedBy([])(new Float64Array())).toEqual({
      explained: 0,
      of: new Float64Array(),
    }));
});

describe("levels", () => {
  const standing = (units: readonly Unit[], factor: string) =>
    levelsAmong([together(units)])
      .filter((level) => level.factor === factor)
      .map(({ level, posts, state }) => [level, posts, state]);
  const units = (count: number, of: (index: number) => Partial<Unit["labels"]>) =>
    Array.from({ length: count }, (_, index) => unit(0, of(index)));

  test("are asked about from 8 posts, and as many elsewhere", () => {
    const formats = (index: number) => ({
      format: index < 7 ? "text" : index < 15 ? "link" : index < 16 ? "poll" : "image",
    });
    expect(standing(units(30, formats), "format")).toEqual([
      ["image", 14, "asked"],
      ["link", 8, "asked"],
      ["text", 7, "few"],
      ["poll", 1, "few"],
    ]);
  });

  test("of two the rarer says it all", () =>
    expect(
      standing(
        units(30, (index) => ({ format: index < 10 ? "video" : "image" })),
        "format",
      ),
    ).toEqual([
      ["image", 20, "mirror"],
      ["video", 10, "asked"],
    ]));

  test("where some posts are unknown two are two contrasts", () =>
    expect(
      standing(
        units(30, (index) => ({ topic: index < 10 ? null : index < 20 ? "events" : "places" })),
        "topic",
      ),
    ).toEqual([
      ["events", 10, "asked"],
      ["places", 10, "asked"],
    ]));

  test("in fixed order, those nobody foresaw last", () =>
    expect(
      labelLevels("format", [
        together(units(3, (index) => ({ format: ["zine", "video", "image"][index] ?? null }))),
      ]).map(({ level }) => level),
    ).toEqual(["image", "video", "zine"]));

  test("of two accounts that met their words in another order are the same, one after the other", () => {
    const some = units(40, (index) => ({
      format: ["video", "image", "text"][index % 3] ?? null,
      topic: index % 4 === 0 ? null : index % 2 === 0 ? "events" : "tips",
      tags: index % 2 === 0 ? ["a", "b"] : ["b"],
      week_posts: 1 + (index % 5),
    }));
    const split = [some.slice(0, 17), some.slice(17)].map(together);
    expect(split[0]?.words).not.toEqual(split[1]?.words);
    expect(levelsAmong(split)).toEqual(levelsAmong([together(some)]));
  });

  test("a busy week weighs the logarithm of its posts", () => {
    const weeks = [1, 2, 4].map((week_posts) => unit(0, { week_posts }));
    const rhythm = levelsAmong([together(weeks)]).find(({ factor }) => factor === "rhythm");
    expect(rhythm?.weights).toEqual([0, Math.LN2, 2 * Math.LN2]);
  });

  test("tags are the eight most used, not the brand's on nearly every post", () => {
    const tags = (index: number) => ({
      tags: [
        ...(index < 33 ? ["brand"] : []),
        ...(index < 32 ? ["most"] : []),
        ...(index < 8 ? ["b", "a"] : []),
        ...(index < 7 ? ["rare"] : []),
      ],
    });
    expect(standing(units(40, tags), "hashtag")).toEqual([
      ["most", 32, "asked"],
      ["a", 8, "asked"],
      ["b", 8, "asked"],
    ]);
    const many = units(40, (index) => ({
      tags: Array.from({ length: 9 }, (_, tag) => `t${tag}`).filter((_, tag) => index < 10 + tag),
    }));
    expect(standing(many, "hashtag").map(([tag]) => tag)).toEqual([
      "t8",
      "t7",
      "t6",
      "t5",
      "t4",
      "t3",
      "t2",
      "t1",
    ]);
  });
});

/** 40 units in two blocks of 20, the first ten of each at the level, one step above the others. */
const stepped = Array.from({ length: 40 }, (_, index) =>
  unit((index % 20 < 10 ? 1 : 0) + (index % 10) / 100, {
    topic: index % 20 < 10 ? "literacy" : "events",
  }),
);

/** What is left of a level at each unit, from its form over the cells. */
function leftOf({ form }: Contrast, { cells, blocks, values }: Design): Float64Array {
  const left = new Float64Array(values.plain.length);
  for (const [index, number] of form.cells.entries()) {
    const cell = cells[number];
    for (const [at, place] of (cell?.places ?? []).entries()) {
      left[place] = (left[place] ?? 0) + (form.weights[index] ?? 0) * (cell?.weights?.[at] ?? 1);
    }
  }
  return lessBlock(left, blocks, meanOf);
}

describe("a contrast", () => {
  const design = designOf([together(stepped)]);
  const [contrast, ...more] = asked(design);

  test("is asked once of two topics, and of nothing that all posts share", () => {
    expect([contrast?.factor, contrast?.level, more.length]).toEqual(["topic", "events", 0]);
    // 40 posts, half and half in each block: 40 × ½ × ½
    expect(contrast?.information).toBeCloseTo(10, 9);
  });

  test("has the z of a stratified rank test", () => {
    if (!contrast) throw new Error("there is a contrast");
    const { scores, blocks } = design;
    const s = scores.by_format;
    const sum = stepped.reduce(
      (total, { labels }, index) => total + (labels.topic === "events" ? (s[index] ?? 0) : 0),
      0,
    );
    const variance = squares(s) / (40 - blocks.length);
    const z = zsOf(design)(contrast);
    expect(z).toBeCloseTo(sum / Math.sqrt(10 * variance), 9);
    expect(z).toBeLessThan(-4);
  });

  test("has the size of the step, drawn towards none, inside its interval", () => {
    if (!contrast) throw new Error("there is a contrast");
    const { ratio, low, high } = sizesOf(design, spreadsOf(design))(contrast);
    expect(ratio).toBeGreaterThan(Math.exp(-1));
    expect(ratio).toBeLessThan(0.4);
    expect(low).toBeLessThan(ratio);
    expect(high).toBeGreaterThan(ratio);
  });

  test("a topic that comes with one format alone cannot be told apart, and is tied to it", () => {
    const units = together(
      stepped.map((one) => ({
        ...one,
        labels: { ...one.labels, format: one.labels.topic === "literacy" ? "video" : "image" },
      })),
    );
    const tied = designOf([units]);
    expect(asked(tied)).toEqual([]);
    const literacy = tied.contrasts.find(({ level }) => level === "literacy");
    if (!literacy) throw new Error("there is the level");
    expect(entanglements([units])(literacy)).toEqual({
      factor: "format",
      level: "video",
      share: 1,
    });
  });

  test("is tied from 60 % on, if the others are not", () => {
    const tie = (here: number, elsewhere: number) => {
      const units = Array.from({ length: 40 }, (_, index) =>
        unit(0, {
          topic: index < 20 ? "literacy" : "events",
          hours: index < here || (index >= 20 && index < 20 + elsewhere) ? "18-21" : `${index}`,
        }),
      );
      // the same of one account, and of two that met the words in another order
      const tied = [[units], [units.slice(0, 13), units.slice(13)]].map((some) => {
        const accounts = some.map(together);
        const level = labelLevels("topic", accounts).find(({ level }) => level === "literacy");
        if (!level) throw new Error("there is the level");
        return entanglements(accounts)(level);
      });
      expect(tied[1]).toEqual(tied[0]);
      return tied[0];
    };
    const share = (here: number, elsewhere: number) => tie(here, elsewhere)?.share ?? null;
    expect([share(12, 6), share(11, 0), share(12, 7)]).toEqual([0.6, null, null]);
  });

  test("accounts have blocks of their own", () =>
    expect(designOf([together(stepped), together(stepped.slice(0, 30))]).blocks).toEqual([
      { from: 0, to: 20 },
      { from: 20, to: 40 },
      { from: 40, to: 55 },
      { from: 55, to: 70 },
    ]));

  describe("of two accounts, each against its own", () => {
    // a topic that one account always shows as a video, and the other as often as not; videos do well on the one, badly on the other
    const one = Array.from({ length: 40 }, (_, at) => {
      const video = at % 2 === 0;
      return unit(video ? 2 : 0, {
        format: video ? "video" : "image",
        topic: video && at % 4 === 0 ? "events" : "tips",
      });
    });
    const other = Array.from({ length: 40 }, (_, at) =>
      unit(at % 2 === 0 ? 0 : 2, {
        format: at % 2 === 0 ? "video" : "image",
        topic: at % 3 === 0 ? "events" : "tips",
      }),
    );
    const both = designOf([together(one), together(other)]);

    test("what a format does on one is taken from its posts alone", () => {
      // ±1 about the block's median, less 20 / 23 of it
      expect(close(both.values.by_format).slice(0, 2)).toEqual([0.13, -0.13]);
      expect(close(both.values.by_format).slice(40, 42)).toEqual([-0.13, 0.13]);
    });

    test("a level is at right angles to the formats of each", () => {
      const events = both.contrasts.find(({ level }) => level === "events");
      if (!events) throw new Error("there is the level");
      const left = leftOf(events, both);
      // all that it says is what is left of it
      expect(events.information).toBeCloseTo(squares(left), 9);
      const videos = [...one, ...other].map(({ labels }) => Number(labels.format === "video"));
      for (const from of [0, 40]) {
        const along = lessBlock(
          Float64Array.from(videos.slice(from, from + 40)),
          blocksOf(40),
          meanOf,
        ).reduce((total, value, i) => total + value * (left[from + i] ?? 0), 0);
        expect(along).toBeCloseTo(0, 9);
      }
    });
  });

  test("where all posts are alike nothing differs", () => {
    const flat = designOf([together(stepped.map((one) => ({ ...one, log: 1 })))]);
    expect(asked(flat).map(zsOf(flat))).toEqual([0]);
    expect(shuffled(shufflingOf(flat), NO_CHANCES, 3).largest).toEqual([0, 0, 0]);
  });
});

describe("chance", () => {
  test("counts itself among the shuffles", () => {
    expect(chanceOf(2, [1, 2, 3])).toBe(3 / 4);
    expect(chanceOf(-4, [1, 2, 3])).toBe(1 / 4);
    expect(chanceOf(3.1, Array(299).fill(3))).toBe(1 / 300);
  });

  test("shuffles inside blocks give every order as often", () => {
    const shuffling = shufflingOf(designOf([together(stepped)]));
    const largest = Array.from(
      { length: 8 },
      (_, index) => shuffled(shuffling, { largest: [], lots: index }).largest,
    ).flat();
    // one question: |z| of a standard variable passes 1.96 in 5 of 100
    const passed = largest.filter((z) => z > 1.96).length / largest.length;
    expect(passed).toBeGreaterThan(0.035);
    expect(passed).toBeLessThan(0.065);
  });
});

describe("what may be said", () => {
  const answer = (chance: number, of: Partial<Claim> = {}): Claim => ({
    factor: "topic",
    level: "literacy",
    direction: 1,
    ratio: 1.6,
    low: 1.2,
    high: 2.1,
    posts: 34,
    chance,
    entangled_with: null,
    ...of,
  });
  const below = { direction: -1 } as const;

  test.each<[string, Claim, Claim[], Claim[], boolean]>([
    ["two looks agree", answer(0.02), [answer(0.02)], [], true],
    ["this month's alone", answer(0.01), [], [], false],
    ["the month before was less sure", answer(0.01), [answer(0.021)], [], false],
    ["this month is less sure", answer(0.021), [answer(0.01)], [], false],
    ["the month before said the opposite", answer(0.01), [answer(0.01, below)], [], false],
    [
      "the month before said another level",
      answer(0.01),
      [answer(0.01, { level: "events" })],
      [],
      false,
    ],
    ["it stands and is nearly as sure", answer(0.1), [], [answer(0.02)], true],
    ["it stands and chance does it", answer(0.101), [], [answer(0.02)], false],
    ["the opposite stood", answer(0.05), [], [answer(0.02, below)], false],
  ])("%s", (_, now, before, standing, said) =>
    expect(agreedClaims([now], before, standing)).toEqual(said ? [now] : []),
  );

  test("the surest first, with this month's sizes", () => {
    const standing = answer(0.01, { ratio: 9 });
    const other = answer(0.01, { level: "events" });
    expect(agreedClaims([answer(0.05), other], [other], [standing])).toEqual([other, answer(0.05)]);
  });

  test("the month before is asked only where something new may be said", () => {
    expect(mayOpen([answer(0.021)], [])).toBe(false);
    expect(mayOpen([answer(0.01)], [])).toBe(true);
    expect(mayOpen([answer(0.01)], [answer(0.02)])).toBe(false);
  });
});

describe("what could have been seen", () => {
  test("is as the bar and the noise say", () => {
    // (3.4 + 0.2533) / 0.9 × 0.92 / √26 = 0.7324
    expect(seenFrom({ noise: 0.92, bar: 3.4, information: 26 })).toBeCloseTo(Math.exp(0.7324), 3);
    // n (1 − n / 240) ≥ (3.6533 / 0.9 × 0.92 / ln 2)² = 29.03: 33 give 28.5, 34 give 29.2
    expect(postsForDouble({ noise: 0.92, bar: 3.4, of: 240 })).toBe(34);
    expect(postsForDouble({ noise: 0.92, bar: 3.4, of: 40 })).toBeNull();
  });

  test("the bar is the look's own where it was shuffled", () => {
    expect(barOf({ largest: [] })).toBe(3.4);
    // with 2.94 five shuffles are larger and none as large: (1 + 5) / 300 is .02, which may be claimed
    const largest = Array.from({ length: 299 }, (_, index) => index / 100);
    expect(barOf({ largest })).toBe(2.93);
    expect(chanceOf(2.935, largest)).toBeCloseTo(0.02, 9);
    expect(chanceOf(2.93, largest)).toBeGreaterThan(0.02);
  });

  test("the noise of a page is that of its posts", () => {
    const units = Array.from({ length: 100 }, (_, index) => unit(index % 2));
    // half a unit above and below: over 95 degrees of freedom
    expect(noiseOf(spreadsOf(valuesAmong([together(units).values])).by_format)).toBeCloseTo(
      Math.sqrt((100 * 0.25) / 95),
      9,
    );
  });
});

describe("best hours", () => {
  const units = Array.from({ length: 40 }, (_, index) =>
    unit(index % 2, {
      hours: index % 2 === 0 ? "09-12" : "18-21",
      weekday: index % 2 === 1 && index < 8 ? "2" : "1",
    }),
  );
  const grid = gridOf([together(units)]);
  const cell = (weekday: number, hours: string) =>
    grid.find((one) => one.weekday === weekday && one.hours === hours);

  test("are all weekdays by all bands, blank below five posts", () => {
    expect(grid).toHaveLength(49);
    expect(cell(2, "18-21")).toEqual({ weekday: 2, hours: "18-21", posts: 4, ratio: null });
    expect(cell(7, "00-06")).toEqual({ weekday: 7, hours: "00-06", posts: 0, ratio: null });
  });

  test("are drawn towards none by how few posts they have", () => {
    // band: mean ½ above, 20 posts: ½ × 20 × .0625 / (20 × .0625 + .64) = .3307
    // Monday: 20 of −½ and 16 of ½ make −2, 36 posts: −2 × .0225 / (36 × .0225 + .64) = −.0310
    expect(cell(1, "18-21")?.posts).toBe(16);
    expect(cell(1, "18-21")?.ratio).toBeCloseTo(Math.exp(0.3307 - 0.031), 3);
    expect(cell(1, "09-12")?.ratio).toBeCloseTo(Math.exp(-0.3307 - 0.031), 3);
  });

  test("leave out posts of which only the day is known", () =>
    expect(
      gridOf([together(units.map(({ log }) => unit(log, { hours: null })))]).every(
        ({ posts }) => posts === 0,
      ),
    ).toBe(true));
});
