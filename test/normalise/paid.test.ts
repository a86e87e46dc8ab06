import { describe, expect, test } from "vitest";
import { isPaid } from "../../functions/normalise/paid.ts";

/** A row by its status, and by what the boost brought. */
const paid = (status: string | null, views: number | null = null, reach: number | null = null) =>
  isPaid({
    text: () => status,
    count: (role) => (role === "boosted_views" ? views : reach),
  });

describe("was a post boosted, by its status", () => {
  test.each([
    [null, null],
    ["-", null],
    ["--", null],
    ["–", null],
    ["—", null],
    ["null", null],
    ["None", null],
    ["NaN", null],
    ["N/A", null],
    ["undefined", null],
    ["−1", null],
    ["false", false],
    ["FALSE", false],
    ["0", false],
    ["No", false],
    ["no.", false],
    ["Not funded", false],
    ["not boosted", false],
    ["Organic", false],
    ["tidak", false],
    ["Tidak didanai", false],
    ["Belum dipromosikan", false],
    ["organik", false],
    ["Boosted", true],
    ["Funded", true],
    ["Paid", true],
    ["Sponsored post", true],
    ["true", true],
    ["1", true],
    ["Ya", true],
    ["Didanai", true],
    ["Berbayar", true],
    // words that begin like a known one are others
    ["Normal", null],
    ["Note", null],
    ["Active", null],
    ["Boost unavailable", null],
    ["10", null],
  ])("%o: %o", (status, expected) => expect(paid(status)).toBe(expected));
});

test.each([
  ["views alone", null, 12, null, true],
  ["reach alone", null, null, 3, true],
  ["against the status", "Not boosted", 12, null, true],
  ["nothing, where the status says nothing", "null", 0, null, false],
  ["nothing, against the status", "Boosted", 0, 0, true],
  ["no column", null, null, null, null],
] as const)("what the boost brought: %s", (_, status, views, reach, expected) =>
  expect(paid(status, views, reach)).toBe(expected),
);
