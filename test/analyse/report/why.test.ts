import { expect, test } from "vitest";
import { whyPost } from "../../../functions/analyse/report/why.ts";
import { post } from "../months.ts";

const many = (count: number, over = {}) =>
  Array.from({ length: count }, (_, index) =>
    post({ id: 10 + index, reach: 100, interactions: 10, ...over }),
  );
const POST = post({ id: 1, reach: 200, interactions: 5 });

test.each([
  [
    "of five others of its format: seen by twice as many, a fourth of whom reacted",
    POST,
    many(5),
    { reach_ratio: 2, reaction_ratio: 0.25 },
  ],
  [
    "the post itself is none of the others",
    POST,
    [POST, ...many(4)],
    { reach_ratio: null, reaction_ratio: null },
  ],
  ["too few others", POST, many(4), { reach_ratio: null, reaction_ratio: null }],
  [
    "too few of its format: against all",
    POST,
    [
      ...many(4, { reach: 1000, interactions: 100 }),
      ...many(5, { format: "link", reach: 400, interactions: 40 }),
    ].map((one, index) => ({ ...one, id: 10 + index })),
    { reach_ratio: 0.5, reaction_ratio: 0.25 },
  ],
  [
    "of its format there are enough: others do not count",
    POST,
    [...many(5), ...many(9, { id: 40, format: "link", reach: 9000 })],
    { reach_ratio: 2, reaction_ratio: 0.25 },
  ],
  [
    "its reach is not known",
    post({ id: 1, reach: null, interactions: 5 }),
    many(5),
    { reach_ratio: null, reaction_ratio: null },
  ],
  [
    "its reactions are not known",
    post({ id: 1, reach: 50, interactions: null }),
    many(5),
    { reach_ratio: 0.5, reaction_ratio: null },
  ],
  [
    "those of the others are not",
    POST,
    many(5, { interactions: null }),
    { reach_ratio: 2, reaction_ratio: null },
  ],
  [
    "the others drew none: nothing to hold it against",
    POST,
    many(5, { interactions: 0 }),
    { reach_ratio: 2, reaction_ratio: null },
  ],
  [
    "paid posts, stories and those of no known reach are none of the others",
    POST,
    [
      ...many(4),
      ...many(1, { paid: true }),
      ...many(1, { format: "story" }),
      ...many(1, { reach: null }),
    ],
    { reach_ratio: null, reaction_ratio: null },
  ],
])("%s", (_, one, own, expected) => expect(whyPost(one, own)).toEqual(expected));
