/** A figure's trend: one line an account, as a page and as JSON. */
import type { AccountPeriod } from "../analyse/account-period.ts";
import { bucketOf, type Cut, cut, points, readableGrain } from "../analyse/buckets.ts";
import { daysIn } from "../model/day.ts";
import { HEADLINE_METRICS, type HeadlineMetric } from "../model/metric.ts";
import { breaksIn, MEANING_CHANGED } from "../model/metric-break.ts";
import { fault, Problem } from "../model/problem.ts";
import { grainOf } from "../present/choice.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { SeriesView } from "../present/views/series.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { Answers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenOf, periodsOf } from "./reading.ts";
import { announcedStreaks } from "./streaks.ts";

export const series = {
  "GET /trend": (c) => page(c, () => seriesView(c)),

  "GET /api/series": (c) =>
    cachedRead(c, async () => {
      const { metric, grain, series } = await seriesView(c);
      return c.json({ metric, grain, time_zone: c.get("time_zone"), series });
    }),
} satisfies Answers;

async function seriesView(c: Ctx): Promise<SeriesView> {
  const metric = metricOf(c.req.query("metric"));
  const { choice, accounts } = await chosenOf(c);
  const grain = grainOf(c.req.query("grain")) ?? readableGrain(daysIn(choice), metric);
  const periods = await periodsOf(c, accounts, choice);
  const buckets = cut(choice, grain);
  return {
    screen: "series",
    chrome: chromeOf(c),
    choice,
    metric,
    grain,
    series: periods.map((period) => lineOf(period, metric, choice, buckets)),
    pieces: metric === "views" ? buckets.pieces : [],
    streaks: await weakStreaks(c, accounts, choice),
  };
}

function metricOf(text: string | undefined): HeadlineMetric {
  const metric = HEADLINE_METRICS.find((one) => one === (text || "engagement_rate"));
  if (metric) return metric;
  const message = `must be one of ${HEADLINE_METRICS.join(", ")}`;
  throw new Problem("invalid", `metric ${message}`, [fault("metric", "unknown_metric", message)]);
}

/** To be shaded. */
async function weakStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  choice: Choice,
): Promise<SeriesView["streaks"]> {
  const streaks = await announcedStreaks(c, accounts, choice);
  return streaks
    .filter(({ kind }) => kind === "weak")
    .map(({ id, platform, account, started_on, ended_on }) => ({
      id,
      platform,
      account,
      from: started_on,
      to: ended_on,
    }));
}

function lineOf(
  { account: { platform, handle }, now }: AccountPeriod,
  metric: HeadlineMetric,
  choice: Choice,
  buckets: Cut,
): SeriesView["series"][number] {
  const breaks = breaksIn(platform, metric, choice.from, choice.to).map((day) =>
    bucketOf(day, buckets.grain),
  );
  return {
    platform,
    account: handle,
    points: points(metric, now, buckets, choice.rate_base).map((point) =>
      breaks.includes(point.date) ? { ...point, note: MEANING_CHANGED } : point,
    ),
  };
}
