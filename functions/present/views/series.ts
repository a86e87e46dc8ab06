/** A figure's trend. */
import type { Grain } from "../../model/day.ts";
import type { HeadlineMetric } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Day } from "../../model/snapshot.ts";
import type { Choice, Chrome } from "./chrome.ts";

/** A line of a chart. A bucket without a value is there with `null`. */
export type SeriesView = {
  screen: "series";
  chrome: Chrome;
  choice: Choice;
  metric: HeadlineMetric;
  grain: Grain;
  series: {
    platform: Platform;
    account: string;
    points: { date: Day; value: number | null; note?: string }[];
  }[];
  /** Buckets that are not drawn: the period holds only a piece of them. */
  pieces: Day[];
  /** Weak streaks in the period, to shade. `to` is `null` while one lasts. */
  streaks: { id: number; platform: Platform; account: string; from: Day; to: Day | null }[];
};
