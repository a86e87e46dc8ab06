/** A figure's trend: one line an account, as a page and as JSON. */
import { cut, readableGrain } from "../analyse/buckets.ts";
import { trendLine } from "../analyse/trend.ts";
import { daysIn } from "../model/day.ts";
import { HEADLINE_METRICS, type HeadlineMetric } from "../model/metric.ts";
import { fault, Problem } from "../model/problem.ts";
import { grainOf } from "../present/choice.ts";
import { toShade } from "../present/streak-line.ts";
import type { SeriesView } from "../present/views/series.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenPeriods } from "./reading.ts";
import { announcedStreaks } from "./streak-reading.ts";

export const series = {
  "GET /trend": (c) => page(c, () => seriesView(c)),

  "GET /api/series": (c) =>
    cachedRead(c, async () => {
      const { metric, grain, series } = await seriesView(c);
      return c.json({ metric, grain, time_zone: c.get("time_zone"), series });
    }),
} satisfies Handlers;

async function seriesView(c: Ctx): Promise<SeriesView> {
  const metric = metricOf(c.req.query("metric"));
  const { choice, accounts, periods } = await chosenPeriods(c);
  const grain = grainOf(c.req.query("grain")) ?? readableGrain(daysIn(choice), metric);
  const buckets = cut(choice, grain);
  const streaks = await announcedStreaks(c, accounts, choice);
  return {
    screen: "series",
    chrome: chromeOf(c),
    choice,
    metric,
    grain,
    series: periods.map((period) => ({
      platform: period.account.platform,
      account: period.account.handle,
      points: trendLine(period, metric, choice, buckets, choice.rate_base),
    })),
    pieces: metric === "views" ? buckets.pieces : [],
    streaks: streaks.filter(({ kind }) => kind === "weak").map(toShade),
  };
}

function metricOf(text: string | undefined): HeadlineMetric {
  const metric = HEADLINE_METRICS.find((one) => one === (text || "engagement_rate"));
  if (metric) return metric;
  const message = `must be one of ${HEADLINE_METRICS.join(", ")}`;
  throw new Problem("invalid", `metric ${message}`, [fault("metric", "unknown_metric", message)]);
}
