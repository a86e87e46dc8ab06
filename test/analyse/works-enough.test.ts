/** When thirty posts will be there, at the pace of the last ninety days. */
import { expect, test } from "vitest";
import { enoughBy } from "../../functions/analyse/works/enough.ts";
import { addDays } from "../../functions/model/day.ts";

const TODAY = "2026-11-23";
const every = (days: number, of: number) =>
  Array.from({ length: of }, (_, index) => addDays(TODAY, -Math.floor(days * index)));

/** With so many that the look of November could compare. */
test.each([
  // eight came in November, three more at one in three days are there on 2 December
  ["three to go", 19, every(3, 30), "2027-01"],
  // six came, 14 to go at one in four and a half days: 63 days, on 25 January
  ["at a slower pace", 10, every(4.5, 20), "2027-02"],
  // sixteen came, two to go at two in three days: 3 days, on 26 November
  ["twice as often", 12, [...every(3, 30), ...every(3, 30)], "2026-12"],
  // one to go, in 4 days: on the 27th
  ["the last that settles in time", 23, every(4, 23), "2026-12"],
  // one to go, in 6 days: on the 29th, whose post waits a month
  ["a day too late to settle", 25, every(6, 15), "2027-01"],
  ["there, and not looked at yet", 30, every(3, 30), "2026-12"],
  ["more than there were to go", 25, every(1, 90), "2026-12"],
  ["nothing for ninety days", 20, every(1, 200).slice(90), null],
  ["nothing at all", 0, [], null],
])("%s", (_, posts, days, month) =>
  expect(enoughBy({ month: "2026-11", posts }, days, TODAY)).toBe(month),
);
