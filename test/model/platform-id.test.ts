import { expect, test } from "vitest";
import { isPlatformId } from "../../functions/model/platform-id.ts";

test.each([
  ["17860000000000001", true],
  ["104500000000000_2201", true],
  ["DRq4v1Zk9-_", true],
  ["a..b", true],
  ["~1.2+3:4=@", true],
  ["é", true],
  ["", false],
  [".", false],
  ["...", false],
  ["../me", false],
  ["a/b", false],
  ["a\\b", false],
  ["a?b", false],
  ["a#b", false],
  ["%2e", false],
  ["a b", false],
  ["a\n", false],
  ["a,b", false],
  ["a&b", false],
  ["(a)", false],
  ["instagram.com/p/ABC", false],
])("%o: %o", (text, is) => expect(isPlatformId(text)).toBe(is));
