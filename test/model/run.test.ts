import { expect, test } from "vitest";
import { isAhead } from "../../functions/model/run.ts";

const CLOCK = 1_800_000_000;

test.each([
  ["a slot that is over", -3600, false],
  ["now", 0, false],
  ["a tick that comes early", 900, false],
  ["a second more than a tick", 901, true],
  ["tomorrow", 86_400, true],
])("%s (%i s) lies ahead: %s", (_, seconds, expected) => {
  expect(isAhead(CLOCK + seconds, CLOCK)).toBe(expected);
});
