import { expect, test } from "vitest";
import type { AccountHead } from "../../../functions/analyse/account-period.ts";
import { counted } from "../../../functions/analyse/report/counted.ts";
import { day, post } from "../months.ts";

const HEAD: AccountHead = {
  id: 1,
  platform: "instagram",
  handle: "perpus",
  last_read_at: null,
  followers_at: null,
  collected_at: 1,
};
const CHOSEN: AccountHead = { ...HEAD, platform: "tiktok", collected_at: null };
const DAYS = [day("2026-10-01", { followers: 100 })];

test.each([
  ["nobody looked", HEAD, [], [], { posts: null, interactions: null }],
  ["somebody looked, and there was none", HEAD, DAYS, [], { posts: 0, interactions: 0 }],
  [
    "stories, what is gone and what was hidden are not counted",
    HEAD,
    DAYS,
    [
      post({ interactions: 3 }),
      post({ interactions: 4 }),
      post({ format: "story" }),
      post({ removed: true }),
      post({ hidden: true }),
    ],
    { posts: 2, interactions: 7 },
  ],
  [
    "posts alone say that somebody looked",
    HEAD,
    [],
    [post({ interactions: 5 })],
    { posts: 1, interactions: 5 },
  ],
  [
    "some reactions are unknown: the known ones",
    HEAD,
    DAYS,
    [post({ interactions: null }), post({ interactions: 2 })],
    { posts: 2, interactions: 2 },
  ],
  ["all are unknown", HEAD, DAYS, [post({ interactions: null })], { posts: 1, interactions: null }],
  [
    "a choice of somebody's says nothing of the rest",
    CHOSEN,
    DAYS,
    [post()],
    { posts: null, interactions: null },
  ],
])("%s", (_, head, days, posts, expected) =>
  expect(counted({ days, posts }, head)).toEqual(expected),
);
