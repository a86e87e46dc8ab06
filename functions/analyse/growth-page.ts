/** Some of a post's readings, newest first, of a history that is not read whole. */
import { COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import { type GrowthPoint, growth, type Reading } from "./growth.ts";

/** Readings on a page. */
const PAGE_READINGS = 50;

export type GrowthPage = {
  /** Newest first. */
  points: GrowthPoint[];
  /** The point before the oldest of them, to be compared with; `null`: there is none. */
  earlier: GrowthPoint | null;
  /** Are there older ones? */
  more: boolean;
};

/**
 * What a reading left out is what was known before it. Where no reading at hand says that, it is unknown: what a second source
 * said once, long before the page and what is beside it, is not looked for in thousands of readings.
 * @param near the page's readings and some before them, oldest first
 * @param whole is nothing older than those?
 * @param sampled some of the whole history, oldest first
 * @param today the post's own figures where the page is the newest: what none of its readings says
 */
export function growthPage(
  near: readonly Reading[],
  whole: boolean,
  sampled: readonly Reading[],
  today: Figures | null,
): GrowthPage {
  const points = growth(near, whole ? NO_FIGURES : knownBefore(near, sampled, today));
  // the oldest instant may have lost some of its readings; the only one stands as it is
  const sure = whole || points.length === 1 ? points : points.slice(1);
  const page = sure.slice(-PAGE_READINGS);
  return {
    points: page.toReversed(),
    earlier: points[points.length - page.length - 1] ?? null,
    more: !whole || page.length < sure.length,
  };
}

function knownBefore(
  near: readonly Reading[],
  sampled: readonly Reading[],
  today: Figures | null,
): Figures {
  const from = near[0]?.read_at ?? 0;
  const earlier = sampled.filter(({ read_at }) => read_at < from);
  const known = { ...NO_FIGURES };
  for (const counter of COUNTERS) {
    const said = (reading: Reading) => reading[counter] !== null;
    known[counter] =
      today && !near.some(said) ? today[counter] : (earlier.findLast(said)?.[counter] ?? null);
  }
  return known;
}
