import { expect, test } from "vitest";
import { usualRange } from "../../functions/analyse/usual-range.ts";
import type { JudgedPost } from "../../functions/model/streak.ts";

type Norm = Parameters<typeof usualRange>[0];

const DAY = 86_400;

const judged = (interactions: number, over: Partial<JudgedPost> = {}): Norm[number] => ({
  published_at: 0,
  read_at: 30 * DAY,
  left_out: false,
  interactions,
  followers: 1000,
  reach: 500,
  verdict: { state: "judged", score: 1, weak: false },
  ...over,
});

/** 1 to `last` interactions, a post each. */
const upTo = (last: number, over: Partial<JudgedPost> = {}): Norm =>
  Array.from({ length: last }, (_, index) => judged(index + 1, over));

test("the middle half of the norm's rates", () => {
  // of 1 … 21 ‰ five lie below the sixth, and five above the sixteenth
  expect(usualRange(upTo(21), "followers")).toEqual({ low: 0.006, high: 0.016 });
  expect(usualRange(upTo(21), "reach")).toEqual({ low: 0.012, high: 0.032 });
});

test("however they came, one above the other", () =>
  expect(usualRange(upTo(21).toReversed(), "followers")).toEqual({ low: 0.006, high: 0.016 }));

test("views are not known of a norm's posts: no range by them", () =>
  expect(usualRange(upTo(20), "views")).toBeNull());

test.each([
  [14, true],
  [15, false],
])("with %i posts it is not known yet: %s", (posts, unknown) =>
  expect(usualRange(upTo(posts), "followers") === null).toBe(unknown),
);

const young = { published_at: 29 * DAY };
test.each<[string, Norm]>([["older than the last forty", upTo(15, { interactions: 500 })]])(
  "not of the norm: %s",
  (_, more) =>
    expect(usualRange([...more, ...upTo(40)], "followers")).toEqual(
      usualRange(upTo(40), "followers"),
    ),
);

test.each<[string, Norm]>([
  ["a weak streak that is open", upTo(9, { verdict: { state: "judged", score: 0.3, weak: true } })],
  ["what a person left out", upTo(9, { left_out: true })],
  [
    "what is too young to be judged",
    upTo(9, { verdict: { state: "pending", score: null, weak: null } }),
  ],
  ["what was read before it was two days old", upTo(9, young)],
  ["what was never judged", upTo(9, { verdict: null })],
  ["an unknown count", upTo(9, { interactions: null })],
  ["unknown followers", upTo(9, { followers: null })],
  ["nobody to react", upTo(9, { followers: 0 })],
])("not of the norm: %s", (_, more) =>
  expect(usualRange([...upTo(20), ...more], "followers")).toEqual(
    usualRange(upTo(20), "followers"),
  ),
);

test("a weak streak that is over is part of it again", () => {
  const weak = upTo(9, { verdict: { state: "judged", score: 0.3, weak: true } });
  expect(usualRange([...upTo(10), ...weak, judged(30)], "followers")).toEqual(
    usualRange([...upTo(10), ...upTo(9), judged(30)], "followers"),
  );
});
