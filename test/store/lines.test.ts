import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packLines, unpackLines } from "../../functions/store/lines.ts";

describe("lines that are kept", () => {
  const line = fc.record({
    at: fc.integer(),
    id: fc.nat(),
    text: fc.string({ unit: fc.constantFrom("a", '"', "\n", "\r\n", "é", "📚", "\0") }),
  });

  test("are read as they were written, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(unpackLines(packLines(lines))).toEqual(lines);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test("are an empty file's, too", () => expect(unpackLines(packLines([]))).toEqual([]));
});
