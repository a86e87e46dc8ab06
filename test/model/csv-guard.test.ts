import fc from "fast-check";
import { expect, test } from "vitest";
import { guarded, unguarded } from "../../functions/model/csv-guard.ts";

test.each([
  ["'=1", "=1"],
  ["''=1", "'=1"],
  ["'\u200b\n'=1", "\u200b\n=1"],
  ["x;'=1", "x;=1"],
  ["'", "'"],
  ["'Kuis'", "'Kuis'"],
  ["Jum'at; 'Kuis'", "Jum'at; 'Kuis'"],
  ["", ""],
])("%j without its guard is %j", (cell, text) => expect(unguarded(cell)).toBe(text));

test("what was guarded is had back to the letter", () => {
  const part = fc.constantFrom(...",;\t\r\n\"''=+-@＝＠ a\0\u200b\uFEFF");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 20_000 },
  );
});
