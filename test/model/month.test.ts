import { expect, test } from "vitest";
import { excerpt } from "../../functions/model/excerpt.ts";
import { addMonths, daysOfMonth, isMonth, monthsWithout } from "../../functions/model/month.ts";

test.each([
  ["2026-01", -1, "2025-12"],
  ["2026-12", 1, "2027-01"],
  ["2026-10", -12, "2025-10"],
  ["2026-10", 0, "2026-10"],
  ["2026-10", 27, "2029-01"],
])("%s and %i months: %s", (month, months, expected) =>
  expect(addMonths(month, months)).toBe(expected),
);

test.each([
  ["2026-10", "2026-10-31"],
  ["2026-02", "2026-02-28"],
  ["2028-02", "2028-02-29"],
  ["2026-12", "2026-12-31"],
])("%s ends with %s", (month, to) =>
  expect(daysOfMonth(month)).toEqual({ from: `${month}-01`, to }),
);

test.each([
  ["2026-10", true],
  ["2026-00", false],
  ["2026-13", false],
  ["2026-1", false],
  ["1899-10", false],
  ["2126-10", false],
  ["2026-10-01", false],
  ["", false],
])("%j is a month: %s", (text, expected) => expect(isMonth(text)).toBe(expected));

test.each([
  ["nothing", null, null],
  ["a short caption", "Buku baru", "Buku baru"],
  ["a long one", "a".repeat(300), "a".repeat(140)],
  ["letters that are pairs, whole", "𝗕".repeat(200), "𝗕".repeat(140)],
])("the first words of %s", (_, caption, expected) => expect(excerpt(caption)).toBe(expected));

test.each<[string, string[], string]>([
  ["nothing is done", [], "2025-11–2026-03"],
  ["the first", ["2025-11"], "2025-12–2026-03"],
  ["the last", ["2026-03"], "2025-11–2026-02"],
  ["in the midst", ["2026-01", "2026-02"], "2025-11–2025-12 2026-03–2026-03"],
  ["every second", ["2025-12", "2026-02"], "2025-11–2025-11 2026-01–2026-01 2026-03–2026-03"],
  ["all", ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"], ""],
])("of November to March is left, where %s", (_what, done, expected) =>
  expect(
    monthsWithout({ from: "2025-11", to: "2026-03" }, done)
      .map(({ from, to }) => `${from}–${to}`)
      .join(" "),
  ).toBe(expected),
);
