import { expect, test } from "vitest";
import type { AccountPeriod } from "../../functions/analyse/account-period.ts";
import { bestPost } from "../../functions/analyse/best-post.ts";
import type { Post } from "../../functions/model/post.ts";
import { post } from "./months.ts";

const scoresOf = (posts: Post[]) =>
  new Map(posts.flatMap(({ id, score }) => (score === null ? [] : [[id, score] as const])));

const period = (id: number, posts: Post[]): AccountPeriod => ({
  account: {
    id,
    platform: "instagram",
    handle: `perpus${id}`,
    last_read_at: null,
    followers_at: null,
    collected_at: null,
  },
  now: { days: [], posts, followers_before: null },
  before: { days: [], posts: [post({ id: 99, score: 9 })], followers_before: null },
  posts,
  known_from: null,
});

test.each<[string, Post[], number | null]>([
  [
    "the highest score, whatever the rate",
    [post({ id: 1, score: 2 }), post({ id: 2, score: 1, interactions: 900 })],
    1,
  ],
  [
    "without a score, the highest rate",
    [post({ id: 1, interactions: 20 }), post({ id: 2, interactions: 30 })],
    2,
  ],
  [
    "a score before none, an unknown rate last",
    [post({ id: 1, interactions: null }), post({ id: 2, interactions: 0, score: 0.1 })],
    2,
  ],
  ["the first of those alike", [post({ id: 1 }), post({ id: 2 })], 1],
  ["none that is too young", [post({ id: 1, mature: false, score: 3 }), post({ id: 2 })], 2],
  ["none that is left out", [post({ id: 1, paid: true, score: 3 })], null],
  ["none of none", [], null],
])("the best post is %s", (_rule, posts, id) => {
  const found = bestPost([period(1, []), period(2, posts)], "followers", scoresOf(posts));
  expect(found?.post.id ?? null).toBe(id);
});

test("it comes with its account and its rate by the chosen base", () => {
  const found = bestPost([period(7, [post({ interactions: 20, reach: 400 })])], "reach", new Map());
  expect([found?.account.id, found?.rate]).toEqual([7, 0.05]);
});
