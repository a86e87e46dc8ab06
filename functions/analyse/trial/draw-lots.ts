/**
 * Which side each day of a trial has: in each week as many of one as of the other, and where a week has an odd number, the
 * one more goes to either side in half of the weeks. The week and the day of the week can then explain no difference.
 *
 * @example
 * drawLots({ starts_on: "2026-12-07", weeks: 8, weekdays: [2, 4], seed: 1 });
 * // [{ on: "2026-12-08", side: "a" }, { on: "2026-12-10", side: "b" }, …]
 */
import { addDays } from "../../model/day.ts";
import type { Day } from "../../model/snapshot.ts";
import type { Side } from "../../model/trial.ts";
import { draw, type Lots } from "../statistics/lots.ts";

type Drawn = { on: Day; side: Side };

/**
 * @param starts_on a Monday
 * @param weekdays 1 is Monday, each once
 * @param seed the same lots for the same seed, on every machine
 */
export function drawLots({
  starts_on,
  weeks,
  weekdays,
  seed,
}: {
  starts_on: Day;
  weeks: number;
  weekdays: readonly number[];
  seed: number;
}): Drawn[] {
  const lots: Lots = { state: seed };
  const days = weekdays.toSorted((a, b) => a - b);
  const odd = days.length % 2 === 1;
  const spares = odd ? shuffled(halves(weeks), lots) : [];
  return Array.from({ length: weeks }, (_, week) => {
    const spare = spares[week];
    const sides = shuffled([...halves(days.length - Number(odd)), ...(spare ? [spare] : [])], lots);
    return days.map((day, at) => ({
      on: addDays(starts_on, 7 * week + day - 1),
      side: sides[at] ?? "a",
    }));
  }).flat();
}

/** As many of one as of the other; of an odd number the first has one more. */
const halves = (count: number): Side[] =>
  Array.from({ length: count }, (_, index) => (index % 2 === 0 ? "a" : "b"));

/** Fisher and Yates, from the last. Not as `works/permutations.ts` does it in blocks: a seed has to draw the same for ever. */
function shuffled(sides: Side[], lots: Lots): Side[] {
  const order = [...sides];
  for (let i = order.length - 1; i > 0; i--) {
    const at = draw(lots, i + 1);
    [order[i], order[at]] = [order[at] as Side, order[i] as Side];
  }
  return order;
}
