/** Trials whose truth is known: lots as they are drawn, posts with the noise of real accounts. */

import { draw } from "../../../functions/analyse/statistics/lots.ts";
import { normalQuantile } from "../../../functions/analyse/statistics/normal-quantile.ts";
import { drawLots } from "../../../functions/analyse/trial/draw-lots.ts";
import { dayNumber, weekOf } from "../../../functions/model/day.ts";
import type { DrawnLot, TrialFields } from "../../../functions/model/trial.ts";

export const MONDAY = "2026-12-07";
export const HOURS: Pick<TrialFields, "kind" | "a" | "b"> = {
  kind: "hours",
  a: "09:00",
  b: "19:00",
};

const WEEKDAYS: Record<number, number[]> = {
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
  7: [1, 2, 3, 4, 5, 6, 7],
};

/** Uniform and standard normal numbers, the same on every machine. */
export function chance(seed: number) {
  const lots = { state: seed };
  const uniform = () => (draw(lots, 1_000_000) + 0.5) / 1_000_000;
  return { uniform, normal: () => normalQuantile(uniform()) };
}

/** At nine and at nineteen in a zone whose clock is UTC. */
const HOUR = { a: 9, b: 19 };

/** A post for each lot: weeks differ, one in twenty goes around, B gets `ratio` times. */
export function simulated({
  a_week,
  noise,
  ratio,
  seed,
}: {
  a_week: number;
  noise: number;
  ratio: number;
  seed: number;
}): DrawnLot[] {
  const { uniform, normal } = chance(seed);
  const weeks = new Map<string, number>();
  const weekdays = WEEKDAYS[a_week] ?? [];
  return drawLots({ starts_on: MONDAY, weeks: 8, weekdays, seed }).map(({ on, side }, plan) => {
    const week = weeks.get(weekOf(on)) ?? 0.3 * normal();
    weeks.set(weekOf(on), week);
    const viral = uniform() < 0.05 ? 1.5 : 0;
    const log = 3.2 + week + noise * normal() + viral + (side === "b" ? Math.log(ratio) : 0);
    const at = (dayNumber(on) * 24 + HOUR[side]) * 3600;
    return {
      plan,
      on,
      side,
      post: {
        id: plan + 1,
        published_at: at,
        published_on: on,
        published_precision: "second",
        format: "image",
        paid: null,
        removed: false,
        hidden: false,
        interactions: Math.round(Math.exp(log)),
        read_at: at + 3 * 86_400,
      },
    };
  });
}
