import { describe, expect, test } from "vitest";
import { oneAnInstant } from "../../functions/analyse/one-instant.ts";

const reading = (
  read_at: number,
  likes: number | null,
  shares: number | null = null,
  post = 1,
) => ({
  read_at,
  likes,
  shares,
  post,
});

describe("readings of one instant are one", () => {
  test.each([
    ["none", [], []],
    ["one", [reading(1, 5)], [reading(1, 5)]],
    ["two instants stay two", [reading(1, 5), reading(2, 5)], [reading(1, 5), reading(2, 5)]],
    ["the later arrival wins", [reading(1, 5, 1), reading(1, 6, 2)], [reading(1, 6, 2)]],
    ["what it leaves out stands", [reading(1, 5, 1), reading(1, null, 2)], [reading(1, 5, 2)]],
    ["three of them", [reading(1, 5), reading(1, 6), reading(1, null, 3)], [reading(1, 6, 3)]],
    ["nought is something said", [reading(1, 5), reading(1, 0)], [reading(1, 0)]],
  ])("%s", (_, readings, merged) => expect(oneAnInstant(readings)).toEqual(merged));

  test("those of two posts stay two", () =>
    expect(
      oneAnInstant(
        [reading(1, 5, 1, 1), reading(1, 6, 2, 2), reading(1, 7, null, 2)],
        (a, b) => a.post === b.post,
      ),
    ).toEqual([reading(1, 5, 1, 1), reading(1, 7, 2, 2)]));
});
