/** When thirty posts will be there, at the pace of the last ninety days. */
import { expect, test } from "vitest";
import { enoughBy } from "../../functions/analyse/works/enough.ts";
import { addDays } from "../../functions/model/day.ts";

const TODAY = "2026-11-23";
const every = (days: number, of: number) =>
  Array.from({ length: of }, (_, index) => addDays(TODAY, -days * index));

test.each([
  // ten more at one in three days are there in 30 days, on 23 December
  ["ten to go", 20, every(3, 30), "2027-01"],
  // two in three days: 15 days, on 8 December
  ["twice as often", 20, [...every(3, 30), ...every(3, 30)], "2027-01"],
  // 8 days, on 1 December
  ["in the month after next", 28, every(4, 23), "2027-01"],
  // 3 days, still in November
  ["nearly there", 29, every(3, 30), "2026-12"],
  ["there, and not looked at yet", 30, every(3, 30), "2026-12"],
  ["nothing for ninety days", 20, every(1, 200).slice(90), null],
  ["nothing at all", 0, [], null],
])("%s", (_, posts, days, month) => expect(enoughBy(posts, days, TODAY)).toBe(month));
