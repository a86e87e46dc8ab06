import { expect, test } from "vitest";
import { draw, FIRST_LOTS } from "../../../functions/analyse/statistics/lots.ts";

test("lots fall evenly, and the same every time", () => {
  const lots = { ...FIRST_LOTS };
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < 5000; i++) {
    const lot = draw(lots, 5);
    counts[lot] = (counts[lot] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  const again = { ...FIRST_LOTS };
  for (let i = 0; i < 5000; i++) draw(again, 5);
  expect(again).toEqual(lots);
});
