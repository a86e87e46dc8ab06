import { describe, expect, test } from "vitest";
import { type SeenPost, weakStreaks } from "../../functions/analyse/streaks.ts";
import { story, within } from "../streaks/stories.ts";

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

  describe("a post may be told in many ways", () => {
    const at = (published_at: string | number) => () =>
      flags(story(1).map((post) => ({ ...post, published_at })));

    test.each(["yesterday", "2026-13-01", "", Number.NaN, Number.POSITIVE_INFINITY])(
      "%s is no instant",
      (published_at) =>
        expect(at(published_at)).toThrow(`published_at is no instant: ${published_at}`),
    );

    /** A story of 80 posts a day apart with a slump, each told by what `as` makes of its second. */
    const told = (as: (second: number) => string | number) =>
      flags(
        story(90, (index) => (within(60, 75)(index) ? 0.2 : 1)).map((one) => ({
          ...one,
          published_at: as(Number(one.published_at)),
        })),
      );
    const iso = (second: number) => new Date(second * 1000).toISOString();

    test.each<[string, (second: number) => string | number]>([
      ["seconds with a fraction", (second) => second + 0.2],
      ["milliseconds", (second) => second * 1000],
      ["an instant in UTC", iso],
      ["without a zone: UTC", (second) => iso(second).slice(0, 19)],
      ["with a space for the T", (second) => iso(second).slice(0, 19).replace("T", " ")],
      ["with spaces round it", (second) => ` ${iso(second)} `],
      ["with a zone", (second) => `${iso(second + 7 * 3600).slice(0, 19)}+07:00`],
      ["with a zone as Meta writes it", (second) => `${iso(second).slice(0, 19)}+0000`],
      ["only its date", (second) => iso(second).slice(0, 10)],
    ])("%s", (_, as) => {
      const seconds = told((second) => second);
      expect(seconds).toHaveLength(1);
      expect(told(as)).toEqual(seconds);
    });

    /** Posts that follow each other closely share one vote: then a slump in one hour is none. */
    const burst = (as: (index: number) => string | number) =>
      flags(
        story(64, (index) => (index >= 60 ? 0.02 : 1)).map((one, index) => ({
          ...one,
          published_at: index < 60 ? one.published_at : as(index - 60),
        })),
      ).length;
    test.each<[string, (index: number) => string | number, number]>([
      ["a minute apart are one burst, and no streak", (index) => 1_800_000_000 + 60 * index, 0],
      ["in milliseconds too", (index) => 1_800_000_000_000 + 60_000 * index, 0],
      ["in a zone too", (index) => `2027-01-15T15:${10 + index}:00+07:00`, 0],
      ["and without one", (index) => `2027-01-15T15:${10 + index}:00`, 0],
      ["on one day, the hour unknown, are a streak", () => "2027-01-15", 1],
    ])("four weak posts %s", (_, as, streaks) => expect(burst(as)).toBe(streaks));

    test.each<[string, Partial<SeenPost<string>>]>([
      ["a count below nought is unknown", { interactions: -1 }],
      ["so is none at all", { interactions: null }],
      ["one too young says nothing", { age_hours: 3 }],
    ])("%s: such a slump is not seen", (_, of) => {
      const slump = story(80).map((one, index) =>
        index < 60 ? one : { ...one, interactions: 10, ...of },
      );
      expect(flags(slump)).toEqual([]);
    });

    test("a post that drew nothing is a weak one", () =>
      expect(
        flags(story(80).map((one, index) => (index < 60 ? one : { ...one, interactions: 0 }))),
      ).toHaveLength(1));

    test.each([
      ["whatever its case", "IMAGE", 1],
      // a format not seen five times has no vote
      ["a new one has no vote at first", "video", 0],
      ["nobody's word is other", "hologram", 0],
      ["none is other", null, 0],
    ])("the format counts, %s", (_, format, streaks) => {
      const slump = story(66, (index) => (index >= 60 ? 0.05 : 1)).map((one, index) =>
        index < 60 ? one : { ...one, format },
      );
      expect(flags(slump).length).toBe(streaks);
    });

    test("a word nobody knows counts among the others", () => {
      const slump = story(66, (index) => (index >= 60 ? 0.05 : 1)).map((one, index) => ({
        ...one,
        format: index >= 60 ? "hologram" : index % 2 ? "other" : "image",
      }));
      expect(flags(slump)).toHaveLength(1);
    });

    test("the account's own half-age decides what is too young", () => {
      const young = story(80, (index) => (index >= 60 ? 0.05 : 1)).map((one, index) =>
        index < 60 ? one : { ...one, age_hours: 6 },
      );
      // half of a post's reactions are there after 12 hours on Instagram
      expect(flags(young)).toEqual([]);
      expect(weakStreaks(young, { ...INSTAGRAM, half_age_hours: 3 })).toHaveLength(1);
    });

    test("a higher threshold flags later, or not at all", () => {
      const slump = story(80, (index) => (within(60, 64)(index) ? 0.2 : 1));
      expect(weakStreaks(slump, { ...INSTAGRAM, threshold: 1 }).length).toBeGreaterThan(0);
      expect(weakStreaks(slump, { ...INSTAGRAM, threshold: 50 })).toEqual([]);
    });
  });
});
