import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type MatchablePlan,
  type MatchablePost,
  planMatches,
  REACH_SECONDS,
  WINDOW_SECONDS,
} from "../../functions/analyse/plan-match.ts";
import { drawLots } from "../../functions/analyse/trial/draw-lots.ts";
import { isKept } from "../../functions/analyse/trial/kept.ts";
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import { FORMATS } from "../../functions/model/format.ts";
import { plannedAt } from "../../functions/model/plan-time.ts";
import { TOPICS } from "../../functions/model/topic.ts";
import { drawnFor, type Side } from "../../functions/model/trial.ts";

const ZONE = "Asia/Jakarta";
const HOUR = 3600;

const PLAN: MatchablePlan = {
  id: 1,
  on: "2026-12-01",
  at: "09:00",
  title: "Bedah novel Laut Bercerita",
  format: null,
  topic: null,
};
const DUE = plannedAt(PLAN, ZONE);
/** As the day of the plan begins. */
const DAY = plannedAt({ ...PLAN, at: null }, ZONE);

const POST: MatchablePost = {
  id: 10,
  published_at: DUE,
  published_precision: "second",
  format: null,
  topic: null,
  removed: false,
  hidden: false,
  caption: null,
};
const plan = (of: Partial<MatchablePlan> = {}): MatchablePlan => ({ ...PLAN, ...of });
const post = (of: Partial<MatchablePost> = {}): MatchablePost => ({ ...POST, ...of });

const matched = (one: MatchablePlan, other: MatchablePost) =>
  planMatches([one], [other], [], ZONE)[0]?.post === other.id;

describe("what makes a pair", () => {
  const both = { format: "image", topic: "events" } as const;
  const TWO = "Novel Laut ... malam ini";
  test.each([
    // name, plan, post, hours after the planned instant, matched
    ["time alone never does", {}, {}, 0, false],
    ["nor does the format on the instant", { format: "image" }, { format: "image" }, 0, false],
    ["nor the topic on the instant", { topic: "events" }, { topic: "events" }, 0, false],
    ["topic and format do on the instant", both, both, 0, true],
    ["and within nine hours", both, both, 9, true],
    ["and within nine hours before", both, both, -9, true],
    ["not after them", both, both, 9.01, false],
    ["another topic without a word does not", both, { ...both, topic: "literacy" }, 0, false],
    ["unknown topics are not the same one", { format: "image" }, { format: "image" }, 0, false],
    ["two words do, at the window's end too", {}, { caption: TWO }, 36, true],
    ["and at its beginning", {}, { caption: TWO }, -36, true],
    ["not a second outside", {}, { caption: TWO }, 36 + 1 / HOUR, false],
    ["not a second before", {}, { caption: TWO }, -36 - 1 / HOUR, false],
    [
      "two words outweigh another topic",
      { topic: "events" },
      { caption: TWO, topic: "literacy" },
      30,
      true,
    ],
    ["one word of several does on the instant alone", {}, { caption: "novel" }, 0, true],
    ["and not an hour later", {}, { caption: "novel" }, 1, false],
    [
      "one word and the topic do within 27 hours",
      { topic: "events" },
      { caption: "novel", topic: "events" },
      27,
      true,
    ],
    ["not after them", { topic: "events" }, { caption: "novel", topic: "events" }, 27.01, false],
    [
      "one word and the format do within 18",
      { format: "image" },
      { caption: "novel", format: "image" },
      18,
      true,
    ],
    ["not after them", { format: "image" }, { caption: "novel", format: "image" }, 18.01, false],
    [
      "a title of one word is all there",
      { title: "Kuis!" },
      { caption: "KUIS hari ini" },
      36,
      true,
    ],
    [
      "one of stop words has no word to share",
      { title: "Buku untuk kita" },
      { caption: "buku untuk kita" },
      1,
      false,
    ],
    ["letters of another face are the word", { title: "Kuis" }, { caption: "𝗞𝘂𝗶𝘀" }, 20, true],
    ["a removed post matches nothing", both, { ...both, removed: true }, 0, false],
    ["nor does a hidden one", both, { ...both, hidden: true }, 0, false],
  ] as const)("%s", (_, of_plan, of_post, hours, is) =>
    expect(matched(plan(of_plan), post({ ...of_post, published_at: DUE + hours * HOUR }))).toBe(is),
  );

  const caption = "Bedah novel Laut Bercerita";
  test.each([
    ["its first second", {}, 0, { caption }, true],
    ["the second before", {}, -1, { caption }, false],
    ["the last of the next day", {}, 2 * SECONDS_A_DAY - 1, { caption }, true],
    ["the second after", {}, 2 * SECONDS_A_DAY, { caption }, false],
    ["topic and format do on that day", both, SECONDS_A_DAY - 1, both, true],
    ["not on the next", both, SECONDS_A_DAY, both, false],
    [
      "a word and the format do on that day",
      { format: "image" },
      0,
      { caption: "laut", format: "image" },
      true,
    ],
    [
      "not on the next",
      { format: "image" },
      SECONDS_A_DAY,
      { caption: "laut", format: "image" },
      false,
    ],
    [
      "a word and the topic do on the next",
      { topic: "events" },
      SECONDS_A_DAY,
      { caption: "laut", topic: "events" },
      true,
    ],
    ["a word alone does not on that day", {}, 0, { caption: "laut" }, false],
  ] as const)("a plan without an hour: %s", (_, of_plan, seconds, of_post, is) =>
    expect(
      matched(plan({ ...of_plan, at: null }), post({ ...of_post, published_at: DAY + seconds })),
    ).toBe(is),
  );

  test.each([
    ["on the planned day it may have been the very hour", 0, both, true],
    ["the day before ends nine hours before", -1, both, true],
    ["the next begins fifteen hours after", 1, both, false],
    ["but within the window", 1, { caption }, true],
    ["two days before it ended 33 hours before", -2, { caption }, true],
    ["two days after it begins 39 hours after", 2, { caption }, false],
    ["three days before is outside", -3, { caption }, false],
  ] as const)("a post of which the day alone is known: %s", (_, days, of_post, is) =>
    expect(
      matched(
        plan(both),
        post({
          ...of_post,
          published_precision: "day",
          published_at: DAY + days * SECONDS_A_DAY,
        }),
      ),
    ).toBe(is),
  );
});

describe("which pair goes first", () => {
  const caption = PLAN.title;
  const posts = (...given: Partial<MatchablePost>[]) =>
    given.map((one, index) => post({ id: 10 + index, ...one }));
  const firsts = (plans: MatchablePlan[], given: MatchablePost[]) =>
    planMatches(plans, given, [], ZONE).map((one) => one.post);

  test("the one that more speaks for, though it is farther", () =>
    expect(
      firsts([plan()], posts({ caption: "bedah laut" }, { caption, published_at: DUE + 9 * HOUR })),
    ).toEqual([11]));
  test("of two alike the nearer", () =>
    expect(
      firsts(
        [plan()],
        posts({ caption, published_at: DUE + 60 }, { caption, published_at: DUE + 30 }),
      ),
    ).toEqual([11]));
  test("of two as near the older", () =>
    expect(
      firsts(
        [plan()],
        posts({ caption, published_at: DUE + 30 }, { caption, published_at: DUE - 30 }),
      ),
    ).toEqual([10]));
  test("of two plans alike the older has the post", () =>
    expect(firsts([plan({ id: 2 }), plan({ id: 1 })], posts({ caption }))).toEqual([10, null]));
  test("without an hour the one on the day before the one on the next", () =>
    expect(
      firsts(
        [plan({ at: null, title: "Laut Bercerita" })],
        posts(
          { caption: "laut bercerita", published_at: DAY + SECONDS_A_DAY },
          { caption: "laut bercerita", published_at: DAY },
        ),
      ),
    ).toEqual([11]));
  test("a post goes to one plan, and the other takes the next best", () =>
    expect(
      firsts(
        [plan({ id: 1 }), plan({ id: 2, on: "2026-12-02" })],
        posts({ caption, published_at: DUE }, { caption: "bedah laut", published_at: DUE + HOUR }),
      ),
    ).toEqual([10, 11]));
  test("more words than three count no more", () => {
    const long = plan({ title: "satu bedah novel laut bercerita leila" });
    expect(
      firsts(
        [long],
        posts(
          { caption: "bedah novel laut bercerita", published_at: DUE + 60 },
          { caption: "bedah novel laut", published_at: DUE },
        ),
      ),
    ).toEqual([11]);
  });
});

describe("a person's word", () => {
  const caption = PLAN.title;
  test("names the post, however little speaks for it", () =>
    expect(planMatches([plan()], [post({ caption })], [{ plan: 1, post: 99 }], ZONE)).toEqual([
      { plan: 1, post: 99, by_person: true },
    ]));
  test("none of them is for ever", () =>
    expect(planMatches([plan()], [post({ caption })], [{ plan: 1, post: null }], ZONE)).toEqual([
      { plan: 1, post: null, by_person: true },
    ]));
  test("the post is free for another plan then", () =>
    expect(
      planMatches([plan(), plan({ id: 2 })], [post({ caption })], [{ plan: 1, post: null }], ZONE),
    ).toEqual([
      { plan: 1, post: null, by_person: true },
      { plan: 2, post: 10, by_person: false },
    ]));
  test("what it names is taken, by a plan that is not among these too", () =>
    expect(planMatches([plan()], [post({ caption })], [{ plan: 7, post: 10 }], ZONE)).toEqual([
      { plan: 1, post: null, by_person: false },
    ]));
  test("stands of a post that is gone", () =>
    expect(planMatches([plan()], [post({ removed: true })], [{ plan: 1, post: 10 }], ZONE)).toEqual(
      [{ plan: 1, post: 10, by_person: true }],
    ));
});

describe("a plan that a trial drew", () => {
  const TITLE = "Unggahan uji kecil";
  const lot = (of: Partial<MatchablePlan> = {}) => plan({ trial: 4, title: TITLE, ...of });
  const at = (clock: string, of: Partial<MatchablePost> = {}, on = PLAN.on) =>
    post({ published_at: plannedAt({ on, at: clock }, ZONE), ...of });
  const SIDES: [string, Partial<MatchablePlan>][] = [
    ["drawn for the morning", { at: "09:00" }],
    ["drawn for the evening", { at: "19:00" }],
    ["drawn as an image", { at: null, format: "image" }],
    ["drawn as a video", { at: null, format: "video" }],
    ["drawn as a video at an hour", { at: "16:00", format: "video" }],
  ];
  const morning = at("09:00", { id: 11, format: "image" });
  const evening = at("19:00", { id: 12, format: "video" });
  const named = (of: MatchablePost): MatchablePost => ({ ...of, caption: `${TITLE}: dongeng` });
  const earlier = (of: MatchablePost, days = 1): MatchablePost => ({
    ...of,
    published_at: of.published_at - days * SECONDS_A_DAY,
  });
  const WORLDS: [string, MatchablePost[], number | null][] = [
    ["the one of its day", [evening], 12],
    ["of two the first", [evening, morning], 11],
    ["the one that its title names, though it is not the first", [morning, named(evening)], 12],
    ["of two that it names the first", [named(morning), named(evening)], 11],
    ["a single word names nothing", [morning, { ...evening, caption: "ujian kecil" }], 11],
    ["one that it names, of the day before", [morning, earlier(named(evening))], 12],
    ["none of two days before", [earlier(named(evening), 2)], null],
    ["none of the day before that it does not name", [earlier(evening)], null],
    ["no story", [{ ...morning, format: "story" }, evening], 12],
    ["nor one that is named", [{ ...named(morning), format: "story" }], null],
    ["one of which the day alone is known", [at("00:00", { published_precision: "day" })], 10],
    ["a person's topic says nothing", [morning, { ...evening, topic: "events" }], 11],
  ];
  test.each(
    SIDES.flatMap(([side, of]) =>
      WORLDS.map(([name, ...rest]) => [side, name, of, ...rest] as const),
    ),
  )("%s: %s", (_side, _name, of, posts, expected) =>
    expect(planMatches([lot({ ...of, topic: "events" })], posts, [], ZONE)[0]?.post).toBe(expected),
  );

  test.each(SIDES)("%s: what another plan names by its words goes there", (_, of) =>
    expect(
      planMatches(
        [lot({ ...of, id: 1 }), plan({ id: 2, at: "08:00", title: "Dongeng Sabtu" })],
        [at("19:00", { id: 11, caption: "Dongeng Sabtu" }), at("20:00", { id: 12 })],
        [],
        ZONE,
      ).map((one) => one.post),
    ).toEqual([12, 11]),
  );

  test.each(SIDES)("%s: what only looks like another plan's does not", (_, of) => {
    const like = { format: "image", topic: "events" } as const;
    expect(
      planMatches(
        [lot({ ...of, id: 2 }), plan({ id: 1, ...like })],
        [at("09:00", { id: 11, ...like })],
        [],
        ZONE,
      ).map((one) => one.post),
    ).toEqual([null, 11]);
  });

  test.each(SIDES)("%s: of two on one day the older has the first post", (_, of) =>
    expect(
      planMatches([lot({ id: 1 }), lot({ ...of, id: 2 })], [evening, morning], [], ZONE).map(
        (one) => one.post,
      ),
    ).toEqual([11, 12]),
  );

  const RULES = [
    { kind: "hours", a: "09:00", b: "19:00", at: null },
    { kind: "hours", a: "19:00", b: "09:00", at: null },
    { kind: "formats", a: "image", b: "video", at: null },
    { kind: "formats", a: "video", b: "image", at: "16:00" },
  ] as const;
  test.each(RULES)("who posts both $a and $b every day has kept the lots of one", (rule) => {
    const lots = drawLots({ starts_on: "2026-12-07", weeks: 8, weekdays: [1, 2, 4, 5], seed: 9 });
    const kept = (turned: boolean) => {
      const sideOf = (side: Side): Side => (turned ? (side === "a" ? "b" : "a") : side);
      const plans = lots.map(({ on, side }, id) =>
        lot({ id: id + 1, on, ...drawnFor(rule, sideOf(side)) }),
      );
      const posts = lots.flatMap(({ on }, index) => [
        at("09:04", { id: 100 + 2 * index, format: "image" }, on),
        at("19:04", { id: 101 + 2 * index, format: "video" }, on),
      ]);
      return planMatches(plans, posts, [], ZONE).map((one, index) => {
        const { on, side } = lots[index] as (typeof lots)[number];
        const of = posts.find(({ id }) => id === one.post) as MatchablePost;
        const seen = { ...of, published_on: on, paid: null, interactions: 1, read_at: null };
        return { post: one.post, side, kept: isKept(rule, { on, side: sideOf(side) }, seen, ZONE) };
      });
    };
    const [drawn, turned] = [kept(false), kept(true)];
    expect(turned.map((one) => one.post)).toEqual(drawn.map((one) => one.post));
    // of one side all, of the other none: such a trial says nothing
    expect(drawn.filter((one) => one.kept)).toHaveLength(16);
    expect(new Set(drawn.filter((one) => one.kept).map(({ side }) => side)).size).toBe(1);
  });
});

test("nothing planned, nothing published", () => {
  expect(planMatches([], [post()], [], ZONE)).toEqual([]);
  expect(planMatches([plan()], [], [], ZONE)).toEqual([{ plan: 1, post: null, by_person: false }]);
});

describe("whatever is planned and published", () => {
  const word = fc.constantFrom("bedah", "novel", "laut", "kuis", "buku", "dongeng");
  const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
  const format = fc.option(fc.constantFrom(...FORMATS.slice(0, 2)));
  const topic = fc.option(fc.constantFrom(...TOPICS.slice(0, 2)));
  // few instants, so that ties are many
  const instant = fc.integer({ min: -20, max: 20 }).map((steps) => DUE + steps * 6 * HOUR);
  const plans = fc
    .array(
      fc.record({
        on: fc.constantFrom("2026-11-29", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03"),
        at: fc.option(fc.constantFrom("00:00", "09:00", "15:00")),
        title: text,
        format,
        topic,
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: index + 1 })));
  const posts = fc
    .array(
      fc.record({
        published_at: instant,
        published_precision: fc.constantFrom("second" as const, "day" as const),
        format,
        topic,
        removed: fc.boolean(),
        hidden: fc.constant(false),
        caption: fc.option(text),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: index + 101 })));
  /** Of some plans, each of another post. */
  const said = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }).chain((ids) =>
    fc
      .uniqueArray(fc.integer({ min: 101, max: 108 }), {
        minLength: ids.length,
        maxLength: ids.length,
      })
      .chain((named) =>
        fc
          .array(fc.boolean(), { minLength: ids.length, maxLength: ids.length })
          .map((none) =>
            ids.map((id, at) => ({ plan: id, post: none[at] ? null : (named[at] ?? null) })),
          ),
      ),
  );
  const shuffled = <T>(all: readonly T[]) =>
    fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
  const given = fc.tuple(plans, posts, said);

  test("the order in which they come does not matter", () => {
    fc.assert(
      fc.property(
        given.chain(([p, q, s]) =>
          fc.tuple(fc.constant(planMatches(p, q, s, ZONE)), shuffled(p), shuffled(q), shuffled(s)),
        ),
        ([expected, p, q, s]) => {
          expect(planMatches(p, q, s, ZONE)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a person's word stands, and each post is matched once, in reach, if it is to be seen", () => {
    let found = 0;
    fc.assert(
      fc.property(given, ([p, q, s]) => {
        const all = planMatches(p, q, s, ZONE);
        expect(all.map((one) => one.plan)).toEqual(p.map(({ id }) => id));
        for (const one of all) {
          const word = s.find((a_word) => a_word.plan === one.plan);
          expect(one.by_person).toBe(word !== undefined);
          if (word) expect(one.post).toBe(word.post);
          const kept = q.find(({ id }) => id === one.post);
          const of = p.find(({ id }) => id === one.plan);
          if (word || !kept || !of) continue;
          found += 1;
          expect(kept.removed).toBe(false);
          const after = kept.published_at - plannedAt(of, ZONE);
          expect(after).toBeGreaterThanOrEqual(-REACH_SECONDS.before);
          expect(after).toBeLessThanOrEqual(REACH_SECONDS.after);
          if (of.at !== null && kept.published_precision === "second") {
            expect(Math.abs(after)).toBeLessThanOrEqual(WINDOW_SECONDS);
          }
        }
        const taken = all.flatMap(({ post: one }) => one ?? []);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test("a post far from every plan changes nothing, whatever it says", () => {
    const far = fc.record({
      away: fc.integer({ min: 10, max: 400 }),
      before: fc.boolean(),
      caption: text,
    });
    fc.assert(
      fc.property(given, far, ([p, q, s], { away, before, caption }) => {
        const added = post({
          id: 999,
          caption,
          published_at: DUE + (before ? -away : away) * SECONDS_A_DAY,
        });
        expect(planMatches(p, [...q, added], s, ZONE)).toEqual(planMatches(p, q, s, ZONE));
      }),
    );
  });

  test("a post that no plan would have takes nothing from another when it is gone", () => {
    fc.assert(
      fc.property(given, ([p, q, s]) => {
        const all = planMatches(p, q, s, ZONE);
        const taken = new Set(all.map((one) => one.post));
        const used = q.filter(({ id }) => taken.has(id));
        expect(planMatches(p, used, s, ZONE)).toEqual(all);
      }),
    );
  });
});
