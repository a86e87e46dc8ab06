import { expect, test } from "vitest";
import { atName, bothNames, whoInWords } from "../../web/language/who.ts";

test.each<[string, string, string | null, string, string]>([
  ["a handle", "perpus", null, "@perpus", "@perpus"],
  ["a handle with a name", "perpus", "Taman", "@perpus", "@perpus · Taman"],
  ["a number with a name", "100064000000777", "Taman", "Taman", "Taman · 100064000000777"],
  ["a number alone", "100064000000777", null, "@100064000000777", "@100064000000777"],
  ["a handle that begins with digits", "24jam", "Taman", "@24jam", "@24jam · Taman"],
])("%s", (_what, handle, name, short, both) => {
  expect([atName({ handle, name }), bothNames({ handle, name })]).toEqual([short, both]);
  expect(whoInWords({ platform: "facebook", handle, name })).toBe(`Facebook ${short}`);
});
