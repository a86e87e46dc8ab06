import { expect, test } from "vitest";
import { againstUsual } from "../../functions/model/usual.ts";

const USUAL = { low: 0.7, high: 1.4 };

test.each([
  ["far below", 0.2, USUAL, "below"],
  ["just below, as it is shown", 0.64, USUAL, "below"],
  ["what reads as the low end does is usual", 0.66, USUAL, "within"],
  ["the low end is usual", 0.7, USUAL, "within"],
  ["the usual itself", 1, USUAL, "within"],
  ["the high end is usual", 1.4, USUAL, "within"],
  ["what reads as the high end does is usual", 1.44, USUAL, "within"],
  ["just above, as it is shown", 1.46, USUAL, "above"],
  ["nobody reacted: below", 0, USUAL, "below"],
  ["not judged: nothing is said", null, USUAL, null],
  ["the usual is not known yet: nothing is said", 0.2, null, null],
] as const)("%s", (_, times, usual, said) => expect(againstUsual(times, usual)).toBe(said));
