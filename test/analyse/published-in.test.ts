import { expect, test } from "vitest";
import { publishedIn } from "../../functions/analyse/published-in.ts";
import type { Post } from "../../functions/model/post.ts";
import { post } from "./months.ts";

const WEEK = { from: "2026-11-02", to: "2026-11-08" };

test.each<[string, Partial<Post>, number]>([
  ["the day before", { published_on: "2026-11-01" }, 0],
  ["the first day", { published_on: "2026-11-02" }, 1],
  ["the last day", { published_on: "2026-11-08" }, 1],
  ["the day after", { published_on: "2026-11-09" }, 0],
  ["a story", { format: "story" }, 0],
  ["one that is gone", { removed: true }, 0],
  ["one that was paid for", { paid: true }, 1],
])("%s", (_what, over, counted) => {
  expect(publishedIn([post({ published_on: "2026-11-04" }), post(over)], WEEK)).toBe(1 + counted);
});
