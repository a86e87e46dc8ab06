import { expect, test } from "vitest";
import { seenOf } from "../../../functions/jobs/collecting/seen.ts";
import type { CollectionRow } from "../../../functions/store/collections.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const ROW = { platform: "instagram", handle: "perpus", external_id: "1784", name: null };

// from what was typed or pushed: an address where nobody told the id, and whatever was stored as one
test.each([
  ["17860000000000001", true],
  ["n1-3", true],
  ["instagram.com/p/ABC", false],
  ["../me", false],
  ["..", false],
  ["1?method=delete", false],
])("a post with the id %s is asked for: %o", (external_id, due) => {
  const post = { account_id: 1, external_id, published_at: NOW - 7200, read_at: null };
  const more = { format: null, url: null, comments: null };
  const seen = seenOf(ROW as CollectionRow, [{ ...post, ...more }], NOW);
  expect(seen.posts.map((one) => one.due)).toEqual([due]);
});
