import { expect, test } from "vitest";
import { streakDifferences } from "../../functions/analyse/differences.ts";
import { post } from "./months.ts";

/** Posts a day apart, at an hour of UTC, with ids from 1 on. */
const posts = (hours: readonly number[]) =>
  hours.map((hour, index) => post({ id: index + 1, published_at: index * 86_400 + hour * 3600 }));

test("a stored streak's posts and those before it are found among the account's by their ids", () => {
  // the fourth belongs to neither
  const all = posts([1, 1, 1, 12, 9, 9, 9]);
  const evidence = {
    before: [1, 2, 3],
    posts: [5, 6, 7].map((id): [number, number] => [id, 1]),
  };
  expect(streakDifferences(evidence, all, "Asia/Jakarta")).toContainEqual({
    what: "hour",
    // 9 and 1 in UTC
    now: 16,
    before: 8,
  });
  expect(streakDifferences({ ...evidence, before: [] }, all, "Asia/Jakarta")).toEqual([]);
  expect(streakDifferences(evidence, [], "Asia/Jakarta")).toEqual([]);
});
