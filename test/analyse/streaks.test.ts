import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judge } from "../../functions/analyse/judge.ts";
import { type SeenPost, weakStreaks } from "../../functions/analyse/streaks.ts";
import { asStored, story, within } from "../streaks/stories.ts";

const INSTAGRAM = { platform: "instagram" } as const;

const flags = (posts: readonly SeenPost<string>[]) => weakStreaks(posts, INSTAGRAM);

describe("weak streaks", () => {
  test("of no posts, and of too few to know what is usual, are none", () => {
    expect(flags([])).toEqual([]);
    expect(flags(story(15, (index) => (index > 8 ? 0.05 : 1)))).toEqual([]);
  });

  test("a slump to a fifth is flagged within it, from its start, and over after it", () => {
    const [streak, ...more] = flags(story(110, (index) => (within(60, 72)(index) ? 0.2 : 1)));
    expect(more).toEqual([]);
    const first = Number(streak?.start.slice(1));
    const last = Number(streak?.end?.slice(1));
    expect(first).toBeGreaterThanOrEqual(57);
    expect(first).toBeLessThanOrEqual(61);
    expect(Math.abs(last - 71)).toBeLessThanOrEqual(1);
    expect(streak?.posts.at(0)).toBe(streak?.start);
    expect(streak?.posts.at(-1)).toBe(streak?.end);
    expect(streak?.severity).toBeGreaterThan(0.15);
    expect(streak?.severity).toBeLessThan(0.4);
    expect(streak?.peak).toBeGreaterThanOrEqual(4);
  });

  test("one that lasts is open", () =>
    expect(flags(story(70, (index) => (index >= 60 ? 0.2 : 1)))).toMatchObject([{ end: null }]));

  test("twenty-five posts at another level are the new usual", () => {
    const streaks = flags(story(140, (index) => (index >= 60 ? 0.2 : 1)));
    expect(streaks).toHaveLength(1);
    expect(streaks[0]?.posts).toHaveLength(25);
    expect(streaks[0]?.end).not.toBeNull();
  });

  test("a viral post neither raises a flag nor hides a slump after it", () => {
    expect(flags(story(100, (index) => (index === 60 ? 40 : 1)))).toEqual([]);
    const slump = (index: number) => (index === 60 ? 40 : within(61, 73)(index) ? 0.2 : 1);
    expect(flags(story(100, slump))).toHaveLength(1);
  });

  test("young posts are not judged", () => {
    const posts = story(70).map((post, index) =>
      index < 60 ? post : { ...post, interactions: 3, age_hours: 2 },
    );
    expect(flags(posts)).toEqual([]);
  });

  test("counts of nought to three are chance", () =>
    expect(flags(story(120, (index) => (within(60, 80)(index) ? 0.004 : 0.015)))).toEqual([]));

  test.each([
    ["a date without a time", "2026-05-01", true],
    ["an instant with a zone", "2026-05-01T10:00:00+07:00", true],
    ["nothing of the kind", "yesterday", false],
  ])("published_at may be %s", (_, published_at, fine) => {
    const [post] = story(1);
    const run = () => flags([{ ...(post as SeenPost<string>), published_at }]);
    if (fine) expect(run()).toEqual([]);
    else expect(run).toThrow(RangeError);
  });

  test("are causal: later posts change of them only how they end", () => {
    const posts = story(130, (index) => (within(50, 62)(index) || index > 100 ? 0.2 : 1), 5);
    const whole = flags(posts);
    expect(whole.length).toBeGreaterThan(1);
    for (let count = 1; count < posts.length; count++) {
      for (const streak of flags(posts.slice(0, count))) {
        const later = whole.find(({ start }) => start === streak.start);
        expect(later?.posts.slice(0, Math.min(streak.posts.length, later.posts.length))).toEqual(
          streak.posts.slice(0, later?.posts.length),
        );
      }
    }
  });

  test("do not depend on the scale of the counts, or any other order-keeping change of them", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5, max: 500 }), { minLength: 40, maxLength: 120 }),
        (counts) => {
          const as = (change: (count: number) => number) =>
            counts.map((count, index) => ({
              id: index,
              published_at: 1_700_000_000 + index * 86_400,
              format: "image",
              interactions: change(count),
              followers: null,
              age_hours: 1000,
            }));
          const said = (change: (count: number) => number) =>
            weakStreaks(as(change), INSTAGRAM).map(({ start, end, posts, peak }) => ({
              start,
              end,
              posts,
              peak,
            }));
          expect(said((count) => count ** 2)).toEqual(said((count) => count));
        },
      ),
      { numRuns: 60, seed: 3 },
    ));

  test("are what the product's own judgement finds", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const posts = story(150, (index) => (within(60, 70)(index) ? 0.3 : 1), seed);
      const stored = asStored(posts);
      const now = (stored.at(-1)?.read_at ?? 0) + 1;
      const judged = judge(null, stored, { ...INSTAGRAM, half_age_hours: 12, now });
      const weak = judged.streaks.filter(({ kind }) => kind === "weak");
      expect(
        weak.map(({ start, peak, severity }) => ({ start: `p${start}`, peak, severity })),
      ).toEqual(flags(posts).map(({ start, peak, severity }) => ({ start, peak, severity })));
    }
  });
});

describe("a judgement taken up again", () => {
  test("is the judgement from the first post", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            gap: fc.constantFrom(600, 86_400, 4 * 86_400),
            format: fc.constantFrom("image" as const, "short_video" as const, "link" as const),
            interactions: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 12 }),
            followers: fc.option(fc.integer({ min: 100, max: 900 }), { freq: 20 }),
            hours: fc.constantFrom(3, 30, 500),
          }),
          { minLength: 60, maxLength: 200 },
        ),
        fc.nat(100),
        (drawn, percent) => {
          let at = 1_700_000_000;
          const posts = drawn.map(({ gap, hours, ...post }, id) => {
            at += gap;
            const place = { id, published_at: at, published_precision: "second" as const };
            return { ...post, ...place, read_at: at + hours * 3600 };
          });
          const cut = Math.floor((posts.length * percent) / 100);
          const context = (now: number) => ({ ...INSTAGRAM, half_age_hours: 12, now });
          const then = posts[cut]?.published_at ?? at;
          const before = judge(null, posts.slice(0, cut), context(then));
          const whole = judge(null, posts, context(at));
          const again = judge(before.checkpoint, posts, context(at));
          const kept = whole.verdicts.length - again.verdicts.length;
          expect(again.verdicts).toEqual(whole.verdicts.slice(kept));
          expect(again.streaks).toEqual(
            whole.streaks.filter(({ start }) => again.verdicts.some(({ id }) => id === start)),
          );
          expect(again.checkpoint).toEqual(whole.checkpoint);
          expect(again.state).toEqual(whole.state);
          expect(again.usual).toEqual(whole.usual);
        },
      ),
      { numRuns: 150, seed: 11 },
    ));
});
