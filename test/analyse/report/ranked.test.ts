import { expect, test } from "vitest";
import { rankedPosts } from "../../../functions/analyse/report/ranked.ts";
import { post } from "./reports.ts";

const WHY = { reach_ratio: 2, reaction_ratio: null };
const ids = (posts: Parameters<typeof rankedPosts>[0]) => {
  const { best, weakest } = rankedPosts(posts, () => WHY);
  return [best.map(({ id }) => id), weakest.map(({ id }) => id)];
};

const scored = (id: number, score: number | null, over = {}) => post({ id, score, ...over });

test.each([
  ["none", [], [[], []]],
  ["one as usual is among the best alone", [scored(1, 1)], [[1], []]],
  ["one below is among the weakest alone", [scored(1, 0.99)], [[], [1]]],
  [
    "three of each, the farthest first, and none in both",
    [
      scored(1, 0.2),
      scored(2, 3),
      scored(3, 1.1),
      scored(4, 0.9),
      scored(5, 2),
      scored(6, 1.4),
      scored(7, 0.5),
      scored(8, 0.3),
    ],
    [
      [2, 5, 6],
      [1, 8, 7],
    ],
  ],
  [
    "of as good the one with more reactions, of as weak the one with fewer, then the older id",
    [
      scored(3, 2, { interactions: 5 }),
      scored(2, 2, { interactions: 9 }),
      scored(1, 2, { interactions: 5 }),
      scored(6, 0.5, { interactions: 5 }),
      scored(5, 0.5, { interactions: 9 }),
      scored(4, 0.5, { interactions: 5 }),
    ],
    [
      [2, 1, 3],
      [4, 6, 5],
    ],
  ],
  [
    "what is not judged, paid for or gone is in neither",
    [scored(1, null), scored(2, 4, { paid: true }), scored(3, 0.1, { removed: true })],
    [[], []],
  ],
])("%s", (_, posts, expected) => expect(ids(posts)).toEqual(expected));

test("each with why", () =>
  expect(rankedPosts([scored(1, 2)], () => WHY).best[0]).toEqual({ ...scored(1, 2), why: WHY }));
