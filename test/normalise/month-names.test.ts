/** Months by their names. Each test begins with the module as new: it learns other languages as it is asked, and keeps them. */
import { beforeEach, expect, test, vi } from "vitest";

let monthNumber: (name: string) => number | null;
beforeEach(async () => {
  vi.resetModules();
  ({ monthNumber } = await import("../../functions/normalise/month-names.ts"));
});

const ENGLISH =
  "January February March April May June July August September October November December";
const INDONESIAN =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember";

test.each([ENGLISH, INDONESIAN])("the year in %s, and cut short", (year) => {
  const names = year.split(" ");
  expect(names.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(names.map((name) => monthNumber(name.slice(0, 3)))).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
});

test.each([
  [" AGT. ", 8],
  ["Sept.", 9],
  ["Pebruari", 2],
])("%s as people write it", (name, month) => {
  expect(monthNumber(name)).toBe(month);
});

test.each([
  ["Malay", "Ogos", 8],
  ["Spanish", "enero", 1],
  ["Spanish, the last of the year", "diciembre", 12],
  ["French, with its accents", "août", 8],
  ["German", "März", 3],
  ["Russian, alone", "июль", 7],
  ["Russian, beside a day", "июля", 7],
  ["Polish, beside a day", "października", 10],
  ["Arabic", "يناير", 1],
  ["Thai", "มกราคม", 1],
])("%s: %s", (_, name, month) => {
  expect(monthNumber(name)).toBe(month);
});

test.each(["", " ", "15", "13 ", "Senin", "Foo", "numeric", "month"])("%j is no month", (name) => {
  expect(monthNumber(name)).toBeNull();
});

test("what two languages mean differently is as the likelier one has it, and stays so", () => {
  // October in Croatian, November in Polish and Czech
  expect(monthNumber("listopad")).toBe(11);
  expect(monthNumber("Foo")).toBeNull();
  expect(monthNumber("listopad")).toBe(11);
  expect(monthNumber("mar")).toBe(3);
});
