import { expect, test } from "vitest";
import { promptFor } from "../../functions/analyse/almanac-prompt.ts";
import type { AlmanacDay } from "../../functions/model/almanac.ts";

const DAY = "2026-09-05";
const of = (key: string, from_on: string, given: Partial<AlmanacDay> = {}): AlmanacDay => ({
  key,
  from_on,
  to_on: from_on,
  name_id: key,
  name_en: key,
  kind: "library",
  certainty: "decree",
  source: "-",
  may_move: false,
  ...given,
});
const MONTH = of("month", "2026-09-01", { to_on: "2026-09-30" });

test.each<[string, AlmanacDay[], string | null]>([
  ["the day itself", [of("a", DAY)], "a"],
  ["a week after", [of("a", "2026-09-12")], "a"],
  ["not eight days after", [of("a", "2026-09-13")], null],
  ["nor the day before", [of("a", "2026-09-04")], null],
  ["the nearer one", [of("a", "2026-09-08"), of("b", "2026-09-07")], "b"],
  ["what goes on, where nothing begins", [MONTH], "month"],
  ["to its last day", [of("a", "2026-09-01", { to_on: DAY })], "a"],
  ["not after it", [of("a", "2026-09-01", { to_on: "2026-09-04" })], null],
  ["a day in a month stands before the month", [MONTH, of("a", "2026-09-10")], "a"],
  [
    "of two that go on the last begun",
    [MONTH, of("a", "2026-09-03", { to_on: "2026-09-20" })],
    "a",
  ],
  [
    "of two on a day its own before the library's",
    [of("a", DAY), of("b", DAY, { kind: "own" })],
    "b",
  ],
  ["the library's before a holiday", [of("a", DAY, { kind: "public" }), of("b", DAY)], "b"],
  [
    "a holiday before the leave beside it",
    [of("a", DAY, { kind: "shared_leave" }), of("b", DAY, { kind: "public" })],
    "b",
  ],
  ["of two alike the first by its key", [of("b", DAY), of("a", DAY)], "a"],
  ["nothing is known", [], null],
])("%s", (_, almanac, key) => {
  expect(promptFor(DAY, almanac)?.key ?? null).toBe(key);
  expect(promptFor(DAY, almanac.toReversed())?.key ?? null).toBe(key);
});
