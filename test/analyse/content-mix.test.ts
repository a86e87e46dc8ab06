/** What was published beside what is wished: counted, and nothing more. */
import { expect, test } from "vitest";
import { contentMix } from "../../functions/analyse/content-mix.ts";
import { plainHours } from "../../functions/analyse/plain-hours.ts";
import type { Format } from "../../functions/model/format.ts";
import type { Post } from "../../functions/model/post.ts";
import type { Topic } from "../../functions/model/topic.ts";

const MONTHS = ["2026-11", "2026-10", "2026-09", "2026-08"];

const post = (
  published_on: string,
  topic: Topic | null,
  more: Partial<Pick<Post, "format" | "removed" | "hidden" | "published_precision">> = {},
) => ({
  published_on,
  published_at: Date.parse(`${published_on}T02:30:00Z`) / 1000,
  published_precision: "second" as const,
  topic,
  format: "image" as Format | null,
  removed: false,
  hidden: false,
  ...more,
});

const POSTS = [
  post("2026-11-02", "events"),
  post("2026-10-31", "events"),
  post("2026-10-01", "literacy"),
  post("2026-09-01", null),
  // before the months that are compared with the wish
  post("2026-08-31", "literacy"),
  // before all of them
  post("2026-07-31", "services"),
  // no posts of the mix
  post("2026-11-03", "events", { format: "story" }),
  post("2026-11-03", "events", { removed: true }),
  post("2026-11-03", "events", { hidden: true }),
];

test("by topic: the newest months against the wish, every month by itself, in fixed order", () => {
  const wish = { topic: { services: 0.25, literacy: 0.5 }, format: { image: 1 } };
  expect(contentMix(POSTS, { by: "topic", months: MONTHS, recent: 3 }, wish)).toEqual({
    by: "topic",
    since: "2026-09-01",
    posts: 4,
    months: [
      { month: "2026-11", posts: 1 },
      { month: "2026-10", posts: 2 },
      { month: "2026-09", posts: 1 },
      { month: "2026-08", posts: 1 },
    ],
    rows: [
      { level: "events", posts: 2, wished: null, months: [1, 1, 0, 0] },
      { level: "literacy", posts: 1, wished: 0.5, months: [0, 1, 0, 1] },
      // wished, and none came
      { level: "services", posts: 0, wished: 0.25, months: [0, 0, 0, 0] },
      { level: null, posts: 1, wished: null, months: [0, 0, 1, 0] },
    ],
  });
});

test("by format, of which nothing is wished", () => {
  const { rows, posts } = contentMix(
    POSTS,
    { by: "format", months: MONTHS, recent: 3 },
    { topic: { events: 0.5 } },
  );
  expect(rows).toEqual([{ level: "image", posts: 4, wished: null, months: [1, 2, 1, 1] }]);
  expect(posts).toBe(4);
});

test("of no posts and no wish there is nothing to say", () =>
  expect(contentMix([], { by: "topic", months: MONTHS, recent: 3 }, null)).toMatchObject({
    posts: 0,
    rows: [],
  }));

test("hours are counted in the library's zone, Monday first, and are no judgement", () => {
  const cells = plainHours(
    [
      // a Monday, 09.30 in Jakarta
      post("2026-11-02", "events"),
      post("2026-11-02", "events"),
      post("2026-11-08", "events"),
      post("2026-11-02", "events", { published_precision: "day" }),
      post("2026-11-02", "events", { format: "story" }),
    ],
    "Asia/Jakarta",
  );
  expect(cells).toHaveLength(49);
  expect(cells.filter(({ posts }) => posts > 0)).toEqual([
    { weekday: 1, hours: "09-12", posts: 2, ratio: null },
    { weekday: 7, hours: "09-12", posts: 1, ratio: null },
  ]);
});
