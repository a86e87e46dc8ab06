import { expect, test } from "vitest";
import { news } from "../../functions/analyse/news.ts";

test.each([
  { rule: "nothing was known", before: { reach: null }, after: { reach: 4 }, is: "added" },
  { rule: "zero is known", before: { reach: null }, after: { reach: 0 }, is: "added" },
  { rule: "all is as it was", before: { reach: 4 }, after: { reach: 4 }, is: "unchanged" },
  {
    rule: "nothing is known still",
    before: { reach: null },
    after: { reach: null },
    is: "unchanged",
  },
  {
    rule: "another figure joins",
    before: { reach: 4, views: null },
    after: { reach: 4, views: 9 },
    is: "extended",
  },
  { rule: "a figure changes", before: { reach: 4 }, after: { reach: 5 }, is: "replaced" },
  { rule: "zero changes", before: { reach: 0 }, after: { reach: 5 }, is: "replaced" },
  {
    rule: "one changes while another joins",
    before: { reach: 4, views: null },
    after: { reach: 5, views: 9 },
    is: "replaced",
  },
])("$rule", ({ before, after, is }) => {
  expect(news(before, after)).toBe(is);
});
