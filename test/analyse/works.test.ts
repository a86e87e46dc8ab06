/** What works, as it is asked from outside: what always holds, and what must fool nobody. */
import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { gridOf } from "../../functions/analyse/works/best-hours.ts";
import { answersOf, judged, levelsSeen, prepareLook } from "../../functions/analyse/works/look.ts";
import {
  isShuffled,
  NO_CHANCES,
  shuffled,
  shufflingOf,
} from "../../functions/analyse/works/permutations.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { monthAt, whatWorks } from "../../functions/analyse/works.ts";
import { random } from "../../tools/streaks/random.ts";
import { drawPage, EFFECT_TOPIC, NOW, type PageOptions, ZONE } from "../../tools/works/page.ts";
import { daily, JAKARTA, worksPost } from "./works-posts.ts";

const AT = { time_zone: ZONE, now: NOW };
const MONTH = { time_zone: ZONE, month: "2026-11" };
const page = (seed: number, options: PageOptions = {}) => drawPage(random(seed), options);
/** Sixty posts that got four times as many interactions. */
const fourfold = page(7, { effect: { posts: 60, times: 4 } });

/** Judged whole. */
function look(posts: readonly WorksPost[], when = MONTH) {
  const prepared = prepareLook(posts, when);
  const whole = judged(prepared);
  if (!whole) throw new Error("there is something to judge");
  return {
    ...whole,
    posts: prepared.posts,
    answers: answersOf(whole.found, whole.chances),
    seen: levelsSeen(prepared, whole.found, whole.chances),
  };
}

describe("what works", () => {
  test("can be had by plain node, without a build", () => {
    const script = `
      import { readFileSync } from "node:fs";
      import { whatWorks } from ${JSON.stringify(new URL("../../functions/analyse/works.ts", import.meta.url).href)};
      const { posts, at } = JSON.parse(readFileSync(0, "utf8"));
      console.log(JSON.stringify(whatWorks(posts, at)));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      input: JSON.stringify({ posts: fourfold, at: AT }),
    });
    expect(JSON.parse(said)).toEqual(whatWorks(fourfold, AT));
  });

  test("is a topic that gets four times as much, and nothing besides", () => {
    const [claim, ...more] = whatWorks(fourfold, AT);
    expect(more).toEqual([]);
    expect(claim).toMatchObject({
      factor: "topic",
      level: EFFECT_TOPIC,
      direction: 1,
      posts: expect.closeTo(60, -1),
      chance: 1 / 300,
      entangled_with: null,
    });
    expect(claim?.low).toBeGreaterThan(1.5);
    expect(claim?.ratio).toBeGreaterThan(claim?.low ?? 0);
    expect(claim?.high).toBeGreaterThan(claim?.ratio ?? 0);
    expect(claim?.high).toBeLessThan(8);
  });

  test("is also what gets a quarter of the others", () =>
    expect(whatWorks(page(8, { effect: { posts: 60, times: 0.25 } }), AT)).toMatchObject([
      { level: EFFECT_TOPIC, direction: -1 },
    ]));

  test.each<[string, WorksPost[]]>([
    ["no posts", []],
    [
      "29",
      daily(29, (index) => ({
        format: index < 12 ? "video" : "image",
        interactions: index < 12 ? 900 : 9,
      })),
    ],
    ["posts that draw nobody", page(9, { size: 1, effect: { posts: 60, times: 4 } })],
  ])("is nothing of %s", (_, posts) => expect(whatWorks(posts, AT)).toEqual([]));

  test("does not depend on the order of the posts", () => {
    const claims = whatWorks(fourfold, AT);
    expect(whatWorks(fourfold.toReversed(), AT)).toEqual(claims);
    const { next } = random(3);
    const mixed = fourfold.map((post) => ({ post, lot: next() })).sort((a, b) => a.lot - b.lot);
    expect(
      whatWorks(
        mixed.map(({ post }) => post),
        AT,
      ),
    ).toEqual(claims);
  });

  test("does not change inside a month, whatever is posted in it", () => {
    const first = whatWorks(fourfold, AT);
    expect(first).toHaveLength(1);
    for (const now of ["2026-11-02T03:00:00Z", "2026-11-16T12:00:00Z", "2026-11-30T16:59:59Z"]) {
      const later = fourfold.map((post) => ({
        ...post,
        age_hours: post.age_hours + (Date.parse(now) - Date.parse(NOW)) / 3_600_000,
      }));
      const since = daily(15, (index) => ({
        id: `new${index}`,
        published_at: new Date(Date.UTC(2026, 10, 1 + index, 5)).toISOString(),
        topic: "literacy",
        interactions: 1,
      }));
      expect(whatWorks([...later, ...since], { ...AT, now })).toEqual(first);
    }
    // midnight in Jakarta
    expect(monthAt({ ...AT, now: "2026-11-30T16:59:59Z" })).toBe("2026-11");
    expect(monthAt({ ...AT, now: "2026-11-30T17:00:00Z" })).toBe("2026-12");
  });

  test("refuses a now that is none", () =>
    expect(() => whatWorks([], { time_zone: ZONE, now: "later" })).toThrow(
      "now is no instant: later",
    ));

  describe("needs two looks that agree", () => {
    /** A page where nothing differs until October brings twenty posts of which every second is a great success. */
    const quiet = page(11);
    const fresh = daily(20, (index) => ({
      id: `october${index}`,
      published_at: new Date(Date.UTC(2026, 9, 3 + index, 5)).toISOString(),
      topic: index % 2 === 0 ? EFFECT_TOPIC : "services",
      format: index % 3 === 0 ? "image" : "carousel",
      interactions: index % 2 === 0 ? 4000 + index : 40 + index,
    }));
    const posts = [...quiet, ...fresh];
    const seen = (now: string) =>
      look(posts, { time_zone: ZONE, month: monthAt({ time_zone: ZONE, now }) }).answers.some(
        ({ level, chance }) => level === EFFECT_TOPIC && chance <= 0.02,
      );

    test("so what one month brings is said the month after", () => {
      expect([seen("2026-10-05T00:00:00Z"), seen(NOW)]).toEqual([false, true]);
      expect(whatWorks(posts, AT)).toEqual([]);
      expect(whatWorks(posts, { ...AT, now: "2026-12-01T03:00:00Z" })).toMatchObject([
        { level: EFFECT_TOPIC },
      ]);
    });

    test("but what stands needs only this one, and not as much", () => {
      const standing = whatWorks(posts, { ...AT, now: "2026-12-01T03:00:00Z" });
      expect(whatWorks(posts, { ...AT, standing })).toMatchObject([{ level: EFFECT_TOPIC }]);
    });

    test("and what chance does is said no longer, though it stood", () => {
      const standing = whatWorks(fourfold, AT);
      const fallen = fourfold.map((post, index) => ({
        ...post,
        interactions: 20 + ((index * 7919) % 50),
      }));
      expect(standing).toHaveLength(1);
      expect(whatWorks(fallen, { ...AT, standing })).toEqual([]);
    });
  });
});

describe("a look", () => {
  const whole = look(fourfold);

  test("comes out the same in slices, stored as JSON between them", () => {
    const shuffling = shufflingOf(whole.design);
    let chances = NO_CHANCES;
    for (const slice of [1, 150, 7, 300]) {
      expect(isShuffled(chances)).toBe(false);
      chances = JSON.parse(JSON.stringify(shuffled(shuffling, chances, slice)));
    }
    expect(isShuffled(chances)).toBe(true);
    expect(chances).toEqual(whole.chances);
    expect(shuffled(shuffling, chances)).toEqual(chances);
  });

  test("says why there is nothing to judge", () => {
    const said = (posts: WorksPost[]) => {
      const { state, posts: counted } = prepareLook(posts, {
        time_zone: JAKARTA,
        month: "2026-05",
      });
      return [state, counted];
    };
    expect(said([])).toEqual(["learning", 0]);
    expect(said(daily(29))).toEqual(["learning", 29]);
    expect(said(daily(30))).toEqual(["ready", 30]);
    expect(said(daily(30, () => ({ interactions: 3 })))).toEqual(["too_few", 30]);
    // an account like that leaves the pool
    const pool = [
      ...daily(40, () => ({ account: "a" })),
      ...daily(40, () => ({ account: "b", interactions: 2 })),
      ...daily(10, () => ({ account: "c" })),
    ];
    expect(said(pool)).toEqual(["ready", 40]);
  });

  test("lists every level in fixed order, with its size and what could have been seen", () => {
    const { levels, posts, posts_for_double } = whole.seen;
    expect(posts).toBe(whole.posts);
    expect(levels.filter(({ factor }) => factor === "hours").map(({ level }) => level)).toEqual([
      "06-09",
      "09-12",
      "12-15",
      "15-18",
      "18-21",
      "21-24",
    ]);
    const literacy = levels.find(({ level }) => level === EFFECT_TOPIC);
    const [claim] = whatWorks(fourfold, AT);
    expect(literacy).toMatchObject({
      posts: claim?.posts,
      size: { ratio: claim?.ratio, low: claim?.low, high: claim?.high },
      state: "asked",
    });
    for (const { posts: at, size, seen_from } of levels) {
      if (at < 5) expect(size).toBeNull();
      if (seen_from !== null) expect(seen_from).toBeGreaterThan(1.2);
    }
    expect(posts_for_double).toBeGreaterThan(15);
    expect(posts_for_double).toBeLessThan(100);
  });

  test("names what cannot be told apart, and with what it comes", () => {
    const tied = page(21).map((post) => ({
      ...post,
      format: /T1[123]/.test(String(post.published_at)) ? "video" : "image",
      topic: "events",
    }));
    const of = (factor: string) =>
      look(tied).seen.levels.filter((level) => level.factor === factor);
    // 18:00 to 20:59 in Jakarta is 11:00 to 13:59 in UTC
    expect(of("hours").find(({ level }) => level === "18-21")).toMatchObject({
      state: "entangled",
      size: null,
      seen_from: null,
      entangled_with: { factor: "format", level: "video", share: 1 },
    });
    expect(of("format").map(({ level, state }) => [level, state])).toEqual([
      ["image", "mirror"],
      ["video", "entangled"],
    ]);
    expect(look(tied).answers.map(({ level }) => level)).not.toContain("18-21");
  });

  test("looks at the order of the counts alone: squared, chance is the same", () => {
    const one = page(22).map((post) => ({ ...post, format: "image" }));
    const chances = (posts: WorksPost[]) =>
      new Map(
        look(posts).answers.map(({ factor, level, chance }) => [`${factor} ${level}`, chance]),
      );
    const plain = chances(one);
    // half a reaction more: (i + ½)² − ½
    const squared = chances(
      one.map((post) => ({ ...post, interactions: ((post.interactions ?? 0) + 0.5) ** 2 - 0.5 })),
    );
    const both = [...plain].filter(([level]) => squared.has(level));
    expect(both.length).toBeGreaterThan(20);
    expect(both).toEqual(both.map(([level]) => [level, squared.get(level)]));
  });

  test("of too few posts is not judged", () =>
    expect(judged(prepareLook(daily(20), { time_zone: JAKARTA, month: "2026-05" }))).toBeNull());

  test("has hours that promise little where nothing differs", () => {
    const cells = gridOf(prepareLook(page(12), MONTH).accounts);
    expect(cells).toHaveLength(49);
    const best = Math.max(...cells.map(({ ratio }) => ratio ?? 0));
    expect(best).toBeGreaterThan(1);
    expect(best).toBeLessThan(1.6);
  });
});

/** Sixteen pages each where nothing of what is named is true: one false claim may be chance, three are a fault. */
describe("is not fooled by", () => {
  const PAGES = 16;
  const MOST = 2;
  const screens = (
    posts: (seed: number) => WorksPost[],
    isTrue: (factor: string) => boolean = () => false,
  ) =>
    Array.from({ length: PAGES }, (_, index) =>
      whatWorks(posts(400 + index), AT).some(({ factor }) => !isTrue(factor)),
    ).filter(Boolean).length;

  test.each<[string, PageOptions, ((factor: string) => boolean)?]>([
    ["viral posts", { trap: "viral" }],
    ["a format adopted while the account grew", { trap: "adoption" }],
    ["bursts that share their fate", { trap: "bursts" }],
    ["campaigns", { runs: true }],
    ["counts of nought to three", { size: 2 }],
    [
      "hours that only came with a format",
      { trap: "format_brings_hours" },
      (of) => of === "format",
    ],
    [
      "a format that only came with its hours",
      { trap: "hours_bring_format" },
      (of) => of === "hours",
    ],
    [
      "a topic that only came with a format",
      { trap: "format_brings_topic" },
      (of) => of === "format",
    ],
  ])("%s", (_, options, isTrue) =>
    expect(screens((seed) => page(seed, options), isTrue)).toBeLessThanOrEqual(MOST),
  );

  test("posts too young to count, of one topic", () => {
    const young = (seed: number) => [
      ...page(seed),
      ...Array.from({ length: 12 }, (_, index) =>
        worksPost({
          id: `young${index}`,
          published_at: new Date(Date.parse(NOW) - (index + 4) * 3_600_000).toISOString(),
          topic: "literacy",
          interactions: 0,
          age_hours: index + 4,
        }),
      ),
    ];
    expect(screens(young)).toBeLessThanOrEqual(MOST);
  });

  test("two accounts of unlike size with habits of their own", () => {
    const pool = (seed: number) => [
      ...page(seed, { account: "large", size: 400, count: 150 }).map((post) => ({
        ...post,
        format: "short_video",
      })),
      ...page(seed + 50, { account: "small", size: 15, count: 150 }).map((post, index) => ({
        ...post,
        format: index % 10 === 0 ? "short_video" : "image",
      })),
    ];
    expect(screens(pool)).toBeLessThanOrEqual(MOST);
  });
});
