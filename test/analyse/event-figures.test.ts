import { expect, test } from "vitest";
import { eventFigures } from "../../functions/analyse/event-figures.ts";

test.each<[string, Parameters<typeof eventFigures>[0], object]>([
  ["nothing of none", [], { posts: 0, reach: null, interactions: null }],
  [
    "people are not added up, reactions are",
    [
      { reach: 900, interactions: 31 },
      { reach: 400, interactions: 9 },
    ],
    { posts: 2, reach: 900, interactions: 40 },
  ],
  [
    "unknown is not nought",
    [
      { reach: null, interactions: null },
      { reach: 400, interactions: null },
    ],
    { posts: 2, reach: 400, interactions: null },
  ],
])("%s", (_, posts, figures) => {
  expect(eventFigures(posts, 7)).toEqual({ ...figures, clicks: 7 });
});
