import { expect, test } from "vitest";
import { isScarce, MOST_BYTES, MOST_WRITTEN } from "../../functions/model/room.ts";

test.each([
  ["nothing", 0, 0, false],
  ["just below eight tenths of both", 0.8 * MOST_BYTES - 1, 0.8 * MOST_WRITTEN - 1, false],
  ["eight tenths of the database", 0.8 * MOST_BYTES, 0, true],
  ["eight tenths of the day", 0, 0.8 * MOST_WRITTEN, true],
  ["more than there is", 2 * MOST_BYTES, 2 * MOST_WRITTEN, true],
])("%s: %d bytes, %d rows, is scarce: %s", (_, bytes, written, expected) => {
  expect(isScarce({ bytes, written })).toBe(expected);
});
