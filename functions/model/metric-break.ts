/** Where a platform changed what a metric means: figures before and after are different things, and a line breaks there. */
import type { HeadlineMetric } from "./metric.ts";
import type { Platform } from "./platform.ts";
import type { Day } from "./snapshot.ts";

type MetricBreak = { platform: Platform; metric: HeadlineMetric; from: Day };

/** The day from which the new meaning holds (vendors' changelogs). */
const METRIC_BREAKS: readonly MetricBreak[] = [
  // impressions became views, counted for every kind of post
  { platform: "instagram", metric: "views", from: "2025-04-21" },
  // page_impressions became page_media_view, and its unique count followed
  { platform: "facebook", metric: "views", from: "2025-11-15" },
  { platform: "facebook", metric: "reach", from: "2026-06-15" },
];

/** What a chart's note says there. */
export const MEANING_CHANGED = "meaning_changed";

/** The days in a stretch, both ends included, on which the metric's meaning changed. */
export const breaksIn = (platform: Platform, metric: HeadlineMetric, from: Day, to: Day): Day[] =>
  METRIC_BREAKS.filter(
    (one) =>
      one.platform === platform && one.metric === metric && from <= one.from && one.from <= to,
  ).map((one) => one.from);
