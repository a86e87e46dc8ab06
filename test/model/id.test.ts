import { expect, test } from "vitest";
import { isId } from "../../functions/model/id.ts";

test.each([
  ["1", true],
  ["42", true],
  ["999999999999999", true],
  ["1000000000000000", false],
  ["0", false],
  ["042", false],
  ["-1", false],
  ["+1", false],
  ["4.2", false],
  ["1e3", false],
  [" 1", false],
  ["1\n", false],
  ["١", false],
  ["", false],
])("%o: %o", (text, is) => expect(isId(text)).toBe(is));
