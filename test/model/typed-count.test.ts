import { describe, expect, test } from "vitest";
import { isUnlikely, typedCount } from "../../functions/model/typed-count.ts";
import { count } from "../../web/language/speech.ts";

describe("a typed count", () => {
  test.each<[string, number | string]>([
    ["2480", 2480],
    ["2.480", 2480],
    ["2,480", 2480],
    [" 2 480 ", 2480],
    ["2\u00a0480", 2480],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["0", 0],
    ["007", 7],
    ["２４８０", 2480],
    ["1000000000000", 1_000_000_000_000],
    // a fraction in one language is no count in any
    ["24,5", "not_whole"],
    ["2.0", "not_whole"],
    ["0.480", "not_whole"],
    ["2.4800", "not_whole"],
    ["2480.000", "not_whole"],
    // marks that contradict each other
    ["1.234,567", "not_a_count"],
    ["1.234,5", "not_a_count"],
    ["1.2.3", "not_a_count"],
    ["2.480.", "not_a_count"],
    ["1,2 rb", "shortened_count"],
    ["1.2K", "shortened_count"],
    ["3 jt", "shortened_count"],
    ["-5", "not_a_count"],
    ["+5", "not_a_count"],
    ["1e3", "not_a_count"],
    ["", "not_a_count"],
    ["dua ribu", "not_a_count"],
    ["1000000000001", "too_large_a_count"],
  ])("%o is %o", (text, said) => expect(typedCount(text)).toBe(said));

  test.each([0, 7, 999, 1000, 2480, 12_345, 1_234_567])(
    "%i is taken back as either language prints it",
    (value) => {
      expect(typedCount(count("id", value))).toBe(value);
      expect(typedCount(count("en", value))).toBe(value);
    },
  );
});

test.each([
  [1240, 2480, false],
  [1239, 2480, true],
  [4960, 2480, false],
  [4961, 2480, true],
  [0, 2480, true],
  [5, 0, false],
  [5, null, false],
])("%i after %o: asked about is %o", (now, last, asked) =>
  expect(isUnlikely(now, last)).toBe(asked),
);
