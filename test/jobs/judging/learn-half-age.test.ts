import { describe, expect, test } from "vitest";
import {
  learnedFrom,
  nextToLearn,
  toLearn,
  weekly,
} from "../../../functions/jobs/judging/learn-half-age.ts";
import type { JudgedPost } from "../../../functions/model/streak.ts";
import type { GrowthRow } from "../../../functions/store/post-readings.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

const post = (id: number, rest: Partial<JudgedPost> = {}): JudgedPost => ({
  id,
  published_at: 0,
  published_precision: "second",
  month: "1970-01",
  left_out: false,
  format: "image",
  interactions: 100,
  followers: null,
  read_at: 8 * DAY,
  reach: null,
  topic: null,
  learned: false,
  verdict: null,
  ...rest,
});

const reading = (hours: number, likes: number | null, comments: number | null = 0): GrowthRow => ({
  post_id: 1,
  read_at: hours * HOUR,
  version: 1,
  likes,
  comments,
  shares: 0,
});

const NOTHING = { half_age_hours: 12, half_ages: [], learned_at: 0 };

describe("the next post to learn from", () => {
  test("is the first that is settled, counted and not taken yet", () => {
    const posts = [
      post(1, { learned: true }),
      post(2, { read_at: 6 * DAY }),
      post(3, { left_out: true }),
      post(4, { published_precision: "day" }),
      post(5),
      post(6),
    ];
    expect(nextToLearn(posts)?.id).toBe(5);
    expect(nextToLearn(posts)?.id).toBe(6);
    expect(nextToLearn(posts)).toBeNull();
  });

  test("passes over what drew too little, for good", () => {
    const posts = [post(1, { interactions: 9 }), post(2, { interactions: null }), post(3)];
    expect(nextToLearn(posts)?.id).toBe(3);
    expect(posts.map(({ learned }) => learned)).toEqual([true, true, true]);
  });

  test("is told before it has grown, and is not taken by that", () => {
    const posts = [
      post(1, { learned: true }),
      post(2, { interactions: 9 }),
      post(3, { left_out: true }),
      post(4, { published_precision: "day" }),
      post(5, { read_at: DAY }),
      post(6),
    ];
    expect(toLearn(posts)?.id).toBe(5);
    expect(posts[4]?.learned).toBe(false);
    expect(toLearn(posts.slice(0, 4))).toBeNull();
  });
});

describe("what a post teaches", () => {
  test("is when it had half of its count", () =>
    // half at six hours: ln 6
    expect(learnedFrom(NOTHING, post(1), [reading(6, 50)]).half_ages).toEqual([1.792]));

  test("is nothing when it was not read while it grew", () => {
    expect(learnedFrom(NOTHING, post(1), [reading(200, 100)])).toEqual(NOTHING);
    expect(learnedFrom(NOTHING, post(1), [])).toEqual(NOTHING);
  });

  test("a reading that leaves a counter out clears nothing", () =>
    expect(learnedFrom(NOTHING, post(1), [reading(3, 30, 20), reading(6, null, 20)])).toMatchObject(
      {
        // 50 at three hours and still at six: halfway between ln 3 and ln 6
        half_ages: [Number(((Math.log(3) + Math.log(6)) / 2).toFixed(3))],
      },
    ));

  test("is kept of the newest hundred", () => {
    const full = { ...NOTHING, half_ages: Array.from({ length: 100 }, (_, index) => index) };
    const { half_ages } = learnedFrom(full, post(1), [reading(6, 50)]);
    expect([half_ages.length, half_ages[0], half_ages.at(-1)]).toEqual([100, 1, 1.792]);
  });
});

describe("once a week", () => {
  const learned = { ...NOTHING, half_ages: Array.from({ length: 5 }, () => Math.log(6)) };
  test("the half-age is said anew: midway between five posts' and the platform's", () =>
    expect(weekly(learned, "instagram", 7 * DAY)).toEqual({
      ...learned,
      half_age_hours: 8.5,
      learned_at: 7 * DAY,
    }));
  test("and not before", () => expect(weekly(learned, "instagram", 7 * DAY - 1)).toEqual(learned));
});
