import fc from "fast-check";
import { expect, test } from "vitest";
import { drawLots } from "../../../functions/analyse/trial/draw-lots.ts";
import { weekOf } from "../../../functions/model/day.ts";
import { MONDAY } from "./simulated.ts";

const asked = fc.record({
  starts_on: fc.constant(MONDAY),
  weeks: fc.constant(8),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2 }),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

test("each week has as many of one side as of the other, or one more, and all weeks together as many", () => {
  fc.assert(
    fc.property(asked, (of) => {
      const lots = drawLots(of);
      const count = (among: typeof lots) => among.filter(({ side }) => side === "a").length;
      const weeks = [...Map.groupBy(lots, ({ on }) => weekOf(on)).values()];
      expect(weeks).toHaveLength(8);
      for (const week of weeks) {
        expect(week).toHaveLength(of.weekdays.length);
        expect(Math.abs(week.length - 2 * count(week))).toBeLessThanOrEqual(1);
      }
      expect(2 * count(lots)).toBe(lots.length);
      expect(new Set(lots.map(({ on }) => on)).size).toBe(lots.length);
    }),
  );
});

test("the same seed draws the same, in whatever order the days are named", () => {
  fc.assert(
    fc.property(asked, (of) => {
      const turned = { ...of, weekdays: of.weekdays.toReversed() };
      expect(drawLots(turned)).toEqual(drawLots(of));
    }),
  );
});

test("a seed's lots are those that the example names", () => {
  const lots = drawLots({ starts_on: "2026-12-07", weeks: 8, weekdays: [2, 4], seed: 1 });
  expect(lots.slice(0, 4)).toEqual([
    { on: "2026-12-08", side: "a" },
    { on: "2026-12-10", side: "b" },
    { on: "2026-12-15", side: "b" },
    { on: "2026-12-17", side: "a" },
  ]);
});

test("every day is either side's as often, over many seeds", () => {
  const runs = 2_000;
  const a = new Map<string, number>();
  for (let seed = 0; seed < runs; seed++) {
    for (const { on, side } of drawLots({ starts_on: MONDAY, weeks: 8, weekdays: [1, 3, 5], seed }))
      if (side === "a") a.set(on, (a.get(on) ?? 0) + 1);
  }
  // .5 ± 5 standard errors
  for (const count of a.values()) expect(Math.abs(count / runs - 0.5)).toBeLessThan(0.056);
});
