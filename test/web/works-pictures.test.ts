/** Where a size stands on the axis, and how pale a square is. */
import { expect, test } from "vitest";
import { placeOf, TICKS, toneOf } from "../../web/parts/works-scale.ts";

test("each tick stands in the middle of its fifth, under its name", () =>
  expect(TICKS.map(placeOf)).toEqual([10, 30, 50, 70, 90]));

test.each([
  [Math.SQRT2, 60],
  [0.001, 1],
  [1000, 99],
])("×%d stands at %d of 100", (ratio, place) => expect(placeOf(ratio)).toBe(place));

test.each([
  [null, undefined],
  [1, undefined],
  [1.05, undefined],
  [0.95, undefined],
  [1.1, "up1"],
  [1.25, "up2"],
  [1.4, "up3"],
  [8, "up3"],
  [0.9, "down1"],
  [0.8, "down2"],
  [0.7, "down3"],
  [0.1, "down3"],
])("×%d is %s", (ratio, tone) => expect(toneOf(ratio)).toBe(tone));
