import { describe, expect, test } from "vitest";
import type { DottedPost } from "../../functions/model/streak.ts";
import { toAccountState, toDots } from "../../functions/present/norm-lines.ts";

describe("an account's state", () => {
  test.each([
    ["nothing judged yet", null, { state: "learning", judged: 0, needed: 15 }],
    [
      "learning",
      { state: "learning", judged: 9, needed: 15 },
      { state: "learning", judged: 9, needed: 15 },
    ],
    ["weak", { state: "weak" }, { state: "weak" }],
    ["just recovered", { state: "recovered", until: 1000 }, { state: "recovered" }],
    ["recovered two weeks ago", { state: "recovered", until: 999 }, { state: "normal" }],
    ["a new usual, long known", { state: "new_normal", until: 1 }, { state: "normal" }],
  ] as const)("%s", (_, stored, expected) =>
    expect(toAccountState(stored, 15, 1000)).toEqual(expected),
  );
});

describe("an account's dots", () => {
  const USUAL = { low: 0.7, high: 1.3, formats: [] };
  const post = (id: number, rest: Partial<DottedPost> = {}): DottedPost => ({
    id,
    published_at: 100 * id,
    left_out: false,
    verdict: { state: "judged", score: 1 },
    ...rest,
  });
  const posts = Array.from({ length: 30 }, (_, index) => post(index + 1));

  test("are the newest twenty posts that count", () => {
    const dots = toDots("instagram", [...posts, post(31, { left_out: true })], USUAL, null);
    expect(dots.posts.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => n + 11));
    expect(dots).toMatchObject({ platform: "instagram", low: 0.7, high: 1.3 });
    expect(dots).toMatchObject({ streak_from: null, streak_id: null });
  });

  test.each([
    ["in the picture", 25, 14],
    ["before it", 3, 0],
    ["at the first post of all", 1, 0],
    ["at a post that is gone", 99, null],
  ])("know where the open streak begins: %s", (_, first_post, streak_from) =>
    expect(toDots("x", posts, USUAL, { id: 7, first_post })).toMatchObject({
      streak_id: 7,
      streak_from,
    }),
  );

  test("say nothing of a post that is young, or not judged", () => {
    const young = post(1, { verdict: { state: "pending", score: null } });
    const learning = post(2, { verdict: { state: "learning", score: null } });
    const unseen = post(3, { verdict: null });
    expect(toDots("x", [young, learning, unseen, post(4)], USUAL, null).posts).toEqual([
      { id: 1, published_at: 100, times: null, young: true },
      { id: 2, published_at: 200, times: null, young: false },
      { id: 3, published_at: 300, times: null, young: false },
      { id: 4, published_at: 400, times: 1, young: false },
    ]);
  });
});
