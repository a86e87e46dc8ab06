import { expect, test } from "vitest";
import { appendixOf } from "../../../functions/analyse/report/appendix.ts";
import { post } from "./reports.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;
const POSTS = [1, 2, 3].map((id) => post({ id, caption: "é𝗕" }));
const EACH = bytes(JSON.stringify(POSTS[0])) + 1;

test.each([
  ["all fit", 3 * EACH, [1, 2, 3], 0],
  ["one byte less: the last does not", 3 * EACH - 1, [1, 2], 1],
  ["none fits", EACH - 1, [], 3],
])("%s", (_, most, ids, left) => {
  const { posts, posts_left_out } = appendixOf(POSTS, most);
  expect([posts.map(({ id }) => id), posts_left_out]).toEqual([ids, left]);
});

test("a month as busy as forty accounts make it fits into a row of the database", () => {
  const busy = Array.from({ length: 9000 }, (_, id) =>
    post({ id, caption: "𝗕".repeat(140), url: `https://www.instagram.com/p/${"x".repeat(60)}` }),
  );
  const cut = appendixOf(busy);
  expect(cut.posts.length + cut.posts_left_out).toBe(9000);
  expect(cut.posts.length).toBeGreaterThan(1000);
  expect(bytes(JSON.stringify(cut))).toBeLessThan(1_500_000);
});
